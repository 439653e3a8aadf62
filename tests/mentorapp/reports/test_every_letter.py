"""Every kind of letter in every language: nothing missing, rightly signed, no place told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.letters import ABOUT_A_PAIR, READERS, LetterKind, Reader
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.pairings import EndReason, PairingStatus
from mentorapp.domain.protection import Protection
from mentorapp.reference.data_authorities import data_authorities
from mentorapp.reference.places import COUNTRIES
from mentorapp.reports import templates
from mentorapp.reports.letter_course import Met
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letter_forms import Ending
from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letter_layouts import ending_of, layout_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.letters_to_organisations import OrganisationLetter
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.letter_fields import FIELDS
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words

TODAY = date(2026, 11, 27)
WRITTEN = [kind for kind in LetterKind if layout_of(kind).has_text]
SIGNED = {
    LetterKind.CONSENT: Ending.READER,
    LetterKind.CONFIDENTIALITY: Ending.READER,
    LetterKind.CERTIFICATE_PURPOSE: Ending.OFFICE,
    LetterKind.AGREEMENT: Ending.BOTH,
    LetterKind.HOURS_CERTIFICATE: Ending.OFFICE,
}


def every(language: str, office: Office, kinds: list[LetterKind] = WRITTEN) -> Iterator[Letter]:
    """Each kind to each of its readers, of a pair that has met and ended."""
    for kind in kinds:
        text = shipped(language, "standard", kind.value)
        for reader in READERS[kind]:
            made = example_letter(
                kind, office, language, text, TODAY, to_newcomer=reader is Reader.NEWCOMER
            )
            yield ended(made) if isinstance(made, PairingLetter) else made


def ended(letter: PairingLetter) -> PairingLetter:
    pairing = replace(
        letter.pairing,
        status=PairingStatus.ENDED_EARLY,
        ended_on=TODAY,
        end_reason=EndReason.MOVED,
    )
    met = Met(12, 1230, date(2026, 3, 2), date(2026, 11, 1))
    return replace(letter, pairing=pairing, met=met, interpreter_language="so")


def hidden(half: Half, level: Protection) -> Half:
    return replace(half, protection=level, postal_place="HEMMELIGSTAD")


def protected(letter: Letter, side: str, level: Protection) -> Letter:
    if isinstance(letter, PersonLetter):
        return replace(letter, half=hidden(letter.half, level))
    assert isinstance(letter, PairingLetter)
    pairing = replace(letter.pairing, start_meeting_place="Lysthuset")
    if side == "mentor":
        return replace(letter, pairing=pairing, mentor=hidden(letter.mentor, level))
    return replace(letter, pairing=pairing, newcomer=hidden(letter.newcomer, level))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WRITTEN)
def test_every_text_is_there_and_asks_only_for_what_there_is_a_name_for(
    language: str, kind: LetterKind
) -> None:
    text = shipped(language, "standard", kind.value)
    letter = example_letter(kind, Office(), language, text, TODAY)
    asked = templates.placeholders(text)
    assert text
    assert asked <= set(values(letter, Words(language))) <= set(FIELDS)
    assert asked == templates.placeholders(shipped("en", "standard", kind.value))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["NO", "DK"])
def test_every_letter_is_filled_and_fits_its_page(
    language: str,
    country: str,
    office: Office,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letters = list(every(language, replace(office, country=country)))
    file = print_letters(letters, Words)
    for letter, text in zip(letters, file.texts, strict=True):
        assert not set("{}[]#") & set(text), letter.kind
    sheets = sum(layout_of(one.kind).sheet is not None for one in letters)
    long = {LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER}
    short = [one for one in letters if one.kind not in long]
    pages = pages_of(print_letters(short, Words).pdf)
    assert len(pages) == len(short) + sheets - 1


@pytest.mark.parametrize("kind", WRITTEN)
def test_forms_end_with_lines_to_sign_and_letters_with_a_greeting(
    kind: LetterKind, office: Office
) -> None:
    (letter, *_other) = every("en", office, [kind])
    (text,) = print_letters([letter], Words).texts
    assert ending_of(letter) is SIGNED.get(kind, Ending.REGARDS)
    assert ("Kind regards" in text) is (kind not in SIGNED)


def test_whoever_is_under_age_signs_with_a_guardian(
    office: Office, pages_of: Callable[[bytes], list[str]]
) -> None:
    (_mentor, letter) = every("en", office, [LetterKind.CONSENT])
    assert isinstance(letter, PersonLetter)
    grown, young = (
        replace(letter, half=replace(letter.half, person=replace(letter.half.person, birth_year=y)))
        for y in (1990, 2010)
    )
    said = [" ".join(pages_of(print_letters([one], Words).pdf)) for one in (grown, young)]
    assert ["Parent or guardian" in one for one in said] == [False, True]
    assert [one.count("Signature") for one in said] == [1, 2]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_nobody_signs_on_a_page_without_any_of_what_is_signed(
    language: str, office: Office, pages_of: Callable[[bytes], list[str]]
) -> None:
    (_mentor, letter) = every(language, office, [LetterKind.CONSENT])
    assert isinstance(letter, PersonLetter)
    text = letter.text.replace("## ", "[ ] One more\n\n" * 5 + "## ", 1)
    person = replace(letter.half.person, birth_year=2010)
    made = replace(letter, text=text, half=replace(letter.half, person=person))
    first, last = pages_of(print_letters([made], Words).pdf)
    assert Words(language).text("Signature") not in first
    assert "18" in last.split(Words(language).text("Signature"))[0]


@pytest.mark.parametrize(
    ("country", "authority"),
    [
        ("NO", "Datatilsynet"),
        ("SJ", "Datatilsynet"),
        ("DK", "Datatilsynet"),
        ("SE", "Integritetsskyddsmyndigheten"),
        ("FI", "Tietosuojavaltuutetun toimisto"),
        ("IS", "Persónuvernd"),
    ],
)
def test_one_complains_to_the_authority_of_the_offices_country(
    country: str, authority: str, office: Office
) -> None:
    for language in ("nb", "nn", "da", "en", *LETTER_LANGUAGES):
        text = shipped(language, "standard", "consent")
        letter = example_letter(
            LetterKind.CONSENT, replace(office, country=country), language, text, TODAY
        )
        (said,) = print_letters([letter], letter_words).texts
        named = {one for one in data_authorities().values() if one in said}
        assert {one.split(" (")[0] for one in named} == {authority}


def test_every_country_of_an_office_has_an_authority() -> None:
    assert set(COUNTRIES) == set(data_authorities())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_law_of_another_country_is_named(language: str, office: Office) -> None:
    kinds = [LetterKind.CERTIFICATE_PURPOSE, LetterKind.CONFIDENTIALITY]
    swedish = list(every(language, replace(office, country="SE"), kinds))
    said = print_letters(swedish, Words).texts
    assert all(len(one) > 400 for one in said)
    for law in ("§", "section", "politiet.no", "børneattest", "Danmark", "orwegian"):
        assert law not in "".join(said)


def test_in_denmark_the_mentor_consents_and_danish_law_is_named(office: Office) -> None:
    kinds = [LetterKind.CERTIFICATE_PURPOSE, LetterKind.CONFIDENTIALITY]
    danish = list(every("da", replace(office, country="DK"), kinds))
    said = "\n".join(print_letters(danish, Words).texts)
    assert {ending_of(one) for one in danish} == {Ending.READER}
    assert "børneattest" in said
    assert "straffelovens § 152" in said
    norwegian = "\n".join(print_letters(list(every("nb", office, kinds)), Words).texts)
    assert "politiregisterloven § 39" in norwegian
    assert "forvaltningsloven § 13" in norwegian
    assert "børneattest" not in norwegian


def test_a_certificate_names_the_mentor_and_nobody_else(
    office: Office, pages_of: Callable[[bytes], list[str]]
) -> None:
    (letter,) = every("en", office, [LetterKind.HOURS_CERTIFICATE])
    (page,) = pages_of(print_letters([letter], Words).pdf)
    assert "Kari Eksempel" in page
    assert "Amina" not in page
    assert "Storgata 1 " not in page
    for told in (
        "2 March 2026",
        "27 November 2026",
        "Number of meetings: 12",
        "Hours in all: 20.5",
    ):
        assert told in page


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
@pytest.mark.parametrize("side", ["mentor", "newcomer"])
def test_no_letter_of_any_kind_tells_where_somebody_protected_is(
    level: Protection, side: str, office: Office, pages_of: Callable[[bytes], list[str]]
) -> None:
    letters = [
        protected(one, side, level)
        for one in every("en", office)
        if not isinstance(one, OrganisationLetter)
    ]
    file = print_letters(letters, Words)
    said = "\n".join([*pages_of(file.pdf), *file.texts])
    for place in ("Lysthuset", "HEMMELIGSTAD", "One of you has moved"):
        assert place not in said
    told = [text for one, text in zip(letters, file.texts, strict=True) if reads(one, side)]
    assert told
    for text in told:
        assert text.startswith("Handed over in person")
        assert "Storgata 1\n" not in text


def reads(letter: Letter, side: str) -> bool:
    """Whether the protected one gets the letter."""
    return letter.kind not in ABOUT_A_PAIR or letter.reader.value == side


def test_few_mentors_and_their_hours_are_not_counted_to_their_organisation(office: Office) -> None:
    (letter,) = every("en", office, [LetterKind.ORGANISATION_THANKS])
    assert isinstance(letter, OrganisationLetter)

    def said(mentors: int) -> str:
        given = Contribution(
            name="X", kind=OrganisationKind.BUSINESS, mentors=mentors, pairings=9, minutes=5400
        )
        return print_letters([replace(letter, contribution=given)], Words).texts[0]

    assert "Mentors from you: 5" in said(5)
    assert "Hours of meetings: 90" in said(5)
    assert "Mentors from you: a few" in said(4)
    assert "Hours of meetings" not in said(4)
    assert "Pairs they were part of" not in said(4)


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, ""), (5, "about 1 week"), (50, "about 8 weeks"), (70, "about 3 months")],
)
def test_the_usual_wait_is_told_in_weeks_and_then_in_months(
    days: int | None, said: str, office: Office
) -> None:
    (letter,) = every("en", office, [LetterKind.WAITING])
    assert isinstance(letter, PersonLetter)
    assert values(replace(letter, usual_wait=days), Words("en"))["usual_wait"] == said
