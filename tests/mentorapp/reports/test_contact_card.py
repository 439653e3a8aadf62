import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.office import Office
from mentorapp.domain.records import new_id
from mentorapp.reports.contact_card import contact_card
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.contact_card import wording
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words
from tests.mentorapp.reports.test_newcomers_languages import strict_words


def contacts(many: int) -> list[ContactPoint]:
    return [
        ContactPoint(
            person_id=new_id(),
            role=ContactRole.WELFARE_OFFICE,
            name="Geir Nesvold",
            service="NAV Fjordvik",
            phone="40000902",
            tasks=frozenset({ContactTask.JOB_SEARCH, ContactTask.MONEY}),
            since=date(2026, 1, 7),
            stand_in="Åse Brekke",
            stand_in_phone="40000906",
        )
        for _one in range(many)
    ]


def card(language: str, many: int = 1, country: str = "NO", beside: str = "") -> bytes:
    office = Office(name="Fjordvik kommune", phone="40000100", country=country)
    return contact_card(
        "Ali Hassan",
        contacts(many),
        office,
        letter_words(language),
        date(2026, 11, 23),
        Words(beside) if beside else None,
    )


def read(pdf: bytes) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("helping", [1, 7, 13])
def test_a_card_to_carry_about_is_one_page_however_many_help(language: str, helping: int) -> None:
    made = card(language, helping)
    assert len(re.findall(rb"/Type /Page\b", made)) == 1


@pytest.mark.parametrize(
    ("country", "numbers"), [("NO", ["110", "112", "113", "116 117"]), ("DK", ["112", "114"])]
)
def test_the_numbers_for_what_is_urgent_are_those_of_the_country(
    country: str, numbers: list[str]
) -> None:
    said = read(card("en", country=country))
    _before, urgent = said.split("When it is urgent")
    assert re.findall(r"\b11\d(?: \d{3})?\b", urgent) == numbers
    assert "interpreter? Say so" in said


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_in_a_newcomers_language_the_card_is_whole_and_has_the_offices_below(language: str) -> None:
    assert wording(strict_words(language))
    said = read(card(language, 7, beside="nb"))
    assert "Hvem hjelper meg med hva" in said
    assert "NAV hjelper deg med å finne jobb." in said
    assert "Den små teksten gjelder." in said
    alone = read(card(language, 7))
    assert "hjelper" not in alone
    assert "40000902" in alone
