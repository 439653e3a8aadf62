"""Every letter with an address in every envelope: the window shows the address and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.envelopes import Cover, Envelope, ever_seen
from mentorapp.domain.letters import READERS, WITHOUT_ADDRESS, LetterKind, Reader
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import Pictures
from mentorapp.domain.organisations import ContactPerson
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letter_layouts import layout_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_sets import shipped, shipped_texts
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.letters_to_organisations import OrganisationLetter
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words
from tests.mentorapp.reports.test_letters_in_envelopes import OWN, Thing, printed, shown
from tests.pictures import a_png

TODAY = date(2026, 11, 27)
ADDRESSED = [kind for kind in LetterKind if kind not in WITHOUT_ADDRESS]
LANGUAGES = sorted({language for _kind, language, _set in shipped_texts()})
LONG = "Bartholomeus-Alexander Maria Wilhelmina Ångström"
#: Name, street, postal code and place, country: as short and as long as they come.
ADDRESSES: Mapping[str, tuple[str, str, str, str, str]] = {
    "usual": ("Åse", "Fiskeveien 3 B", "8201", "FAUSKE", "NO"),
    "five lines abroad": ("Åse", "c/o Ågot Qvåle\nGjøgjerdet 7", "111 22", "GÄLLIVARE", "SE"),
    "long": (LONG, "c/o Bjørnstjerne Østergård\nPostboks 17", "8201", "FAUSKE", "NO"),
}
BOXES = Callable[[bytes, int], list[Any]]


def letters_in(language: str, office: Office) -> Iterator[Letter]:
    """Each addressed kind to each of its readers that has a text in the language."""
    for kind in ADDRESSED:
        text = shipped(language, "standard", kind.value)
        assert text or language in LETTER_LANGUAGES
        for reader in READERS[kind] if text else ():
            if language not in LETTER_LANGUAGES or reader is Reader.NEWCOMER:
                yield example_letter(
                    kind, office, language, text, TODAY, to_newcomer=reader is Reader.NEWCOMER
                )


def beside(letter: Letter) -> Letter:
    """As it is printed until a native reader has approved it."""
    return replace(letter, beside=("nb", shipped("nb", "standard", letter.kind.value)))


def addressed(letter: Letter, which: str) -> Letter:
    name, street, code, place, country = ADDRESSES[which]
    if isinstance(letter, OrganisationLetter):
        firm = replace(
            letter.organisation,
            name=f"{name} Mekaniske AS",
            contact_persons=(ContactPerson("Berit Moen", "leder"),),
            address=street,
            postal_code=code,
            country=country,
        )
        return replace(letter, organisation=firm, postal_place=place)

    def moved(half: Half) -> Half:
        person = replace(half.person, given_name=name)
        details = ContactDetails(
            person_id=person.id, address=street, postal_code=code, country=country
        )
        return replace(half, person=person, details=details, postal_place=place)

    if isinstance(letter, PersonLetter):
        return replace(letter, half=moved(letter.half))
    assert isinstance(letter, PairingLetter)
    return replace(letter, mentor=moved(letter.mentor), newcomer=moved(letter.newcomer))


@pytest.fixture
def busy(office: Office) -> Office:
    """With all that can stand in a letterhead."""
    return replace(
        office,
        letterhead="Fjordvik kommune\n" * 9,
        letter_footer="Postboks 1\nTelefon 12 34 56 78",
        name="Fjordvik frivilligsentral og mottak for nye innbyggere i Ytre Salten",
        coordinators=("Ingrid Solbakken " * 4,),
    )


def near(letter: Letter, boxes_of: BOXES) -> tuple[tuple[str, float, float, float, float], ...]:
    """What of its first page can come near a window."""
    seen = ever_seen(letter.office.covers)
    pdf = print_letters([letter], letter_words).pdf
    return tuple(
        (one.text, one.left, one.top, one.right, one.bottom)
        for one in printed(pdf, boxes_of)
        if one.left < seen.right + 1
        and one.right > seen.left - 1
        and one.top < seen.bottom + 1
        and one.bottom > seen.top - 1
    )


@cache  # most letters have the very same there
def seen_through(things: tuple[Any, ...], cover: Cover) -> set[str]:
    return shown([Thing(*one) for one in things], cover)


def check(letter: Letter, boxes_of: BOXES) -> None:
    assert letter.address
    things = near(letter, boxes_of)
    for cover in letter.office.covers:
        (said,) = seen_through(things, cover)
        assert said == "".join("".join(letter.address).split()), (letter.kind, letter.language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_in_every_language_shows_its_address_and_nothing_else(
    language: str, busy: Office, boxes_of: BOXES
) -> None:
    made = [addressed(one, "usual") for one in letters_in(language, busy)]
    if language in LETTER_LANGUAGES:
        made += [beside(one) for one in made]
    for letter in made:
        check(replace(letter, pictures=Pictures(logo=a_png(600, 180))), boxes_of)


@pytest.mark.parametrize("which", ["five lines abroad", "long"])
@pytest.mark.parametrize("envelope", Envelope)
def test_every_kind_shows_long_and_foreign_addresses_whole(
    which: str, envelope: Envelope, busy: Office, boxes_of: BOXES
) -> None:
    own = OWN if envelope is Envelope.OWN else {}
    office = replace(busy, envelope=envelope, own_window=own)
    abroad = ["SVERIGE"] if "abroad" in which else []
    for letter in letters_in("nb", office):
        made = addressed(letter, which)
        check(made, boxes_of)
        assert [line for line in made.address if line == "SVERIGE"] == abroad


def test_kinds_without_address_are_the_sheets_and_the_certificate() -> None:
    bare = {
        kind
        for kind in LetterKind
        if not layout_of(kind).has_text or layout_of(kind).is_certificate
    }
    assert bare == WITHOUT_ADDRESS
