from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.reports.letters import Half, PairingLetter, print_letters
from mentorapp.words import LANGUAGES, Words

MENTOR, NEWCOMER = DUE_FOR_PAIRING
EVERY = list(product(DUE_FOR_PAIRING, LANGUAGES))
HOSTILE_NAMES = (
    "<b>Ola",
    '<img src="/etc/passwd"/>',
    "R&D",
    "a\x00b",
    "x" * 300,
    "Olena " * 50,
    "عبد الرحمن",
    "Олена",
    "ሰላም",
    "{area} # [if x]",
)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_of_the_example_says_at_its_foot_that_nobody_in_it_is_real(
    kind: LetterKind,
    language: str,
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letter = make_letter(kind, language)
    said = Words(language).text("Example: all people are made up")
    assert said not in " ".join(pages_of(print_letters([letter], Words).pdf))
    example = replace(letter, office=replace(letter.office, is_example=True))
    pages = pages_of(print_letters([example], Words).pdf)
    assert all(said in page for page in pages)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_letter_says_whom_one_meets_and_how(
    kind: LetterKind,
    language: str,
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letter = make_letter(kind, language)
    file = print_letters([letter], Words)
    said = " ".join(pages_of(file.pdf))
    other = letter.other.person.given_name
    subject = {
        "nb": f"Du skal møte {other}",
        "nn": f"Du skal møte {other}",
        "da": f"Du skal møde {other}",
        "en": f"You are going to meet {other}",
    }[language]
    words = Words(language)
    for expected in (
        subject,
        "30017",
        "Ingrid Solbakken",
        "Lysthuset bibliotek",
        "17:30",
        letter.other.municipality,
        words.text("You can speak %(language)s together.")
        % {"language": ("Norwegian" if language == "en" else "norsk")},
        words.date_long(letter.follow_ups[0].due),
    ):
        assert expected in said
    assert letter.other.person.family_name not in said


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_neither_distance_nor_waiting_time_is_told(
    kind: LetterKind,
    language: str,
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
) -> None:
    said = " ".join(pages_of(print_letters([make_letter(kind, language)], Words).pdf))
    assert "47 km" not in said
    assert "83" not in said.replace("8299", "")


def test_only_what_was_agreed_is_told_of_the_other(
    make_letter: Callable[..., PairingLetter], pages_of: Callable[[bytes], list[str]]
) -> None:
    said = " ".join(pages_of(print_letters([make_letter(MENTOR)], Words).pdf))
    assert "93 64 51 72" in said.replace("\u00a0", " ")
    assert "ahmad@" not in said
    assert "Skogsvingen" not in said
    assert "8056" not in said


def test_without_agreement_the_coordinator_puts_them_in_touch(
    make_letter: Callable[..., PairingLetter],
    newcomer: Half,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    silent = replace(newcomer, person=replace(newcomer.person, shares=frozenset()))
    said = " ".join(pages_of(print_letters([make_letter(newcomer=silent)], Words).pdf))
    assert "Koordinatoren setter dere i kontakt" in said
    assert "93 64 51 72" not in said.replace("\u00a0", " ")


def test_return_slips_carry_the_number_and_no_name(
    make_letter: Callable[..., PairingLetter], pages_of: Callable[[bytes], list[str]]
) -> None:
    slips = pages_of(print_letters([make_letter(language="en")], Words).pdf)[-1]
    assert slips.count("Meeting slip") == 3
    assert slips.count("30017") == 4  # and in the footer
    assert slips.count("in person") == 3
    for name in ("Kari", "Ahmad", "Åsnes", "Rashid"):
        assert name not in slips


def test_a_newcomer_gets_no_slips(
    make_letter: Callable[..., PairingLetter], pages_of: Callable[[bytes], list[str]]
) -> None:
    pages = pages_of(print_letters([make_letter(NEWCOMER, "en")], Words).pdf)
    assert not any("Meeting slip" in page for page in pages)


def test_every_letter_begins_with_page_one(
    make_letter: Callable[..., PairingLetter], pages_of: Callable[[bytes], list[str]]
) -> None:
    letters = [make_letter(MENTOR, "en"), make_letter(NEWCOMER, "en"), make_letter(MENTOR, "en")]
    pages = pages_of(print_letters(letters, Words).pdf)
    footers = [page[-len("Page 1 of 3") :] for page in pages]
    mentor = ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert footers == [*mentor, "Page 1 of 2", "Page 2 of 2", *mentor]


def test_the_record_holds_what_was_printed(
    make_letter: Callable[..., PairingLetter], pages_of: Callable[[bytes], list[str]]
) -> None:
    file = print_letters([make_letter(language="en")], Words)
    said = "".join("".join(pages_of(file.pdf)).split()).replace("•", "")
    for line in file.texts[0].splitlines():
        assert "".join(line.removeprefix("- ").split()) in said


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_name_can_be_printed(
    name: str,
    make_letter: Callable[..., PairingLetter],
    named: Callable[..., Half],
    mentor: Half,
    newcomer: Half,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letters = [
        make_letter(
            kind,
            mentor=named(mentor, given_name=name, family_name=name),
            newcomer=named(newcomer, given_name=name, family_name=name),
        )
        for kind in DUE_FOR_PAIRING
    ]
    letters.append(make_letter(office=replace(letters[0].office, name=name, letterhead=name)))
    file = print_letters(letters, Words)
    if name.isascii() and "\x00" not in name and len(name) < 100:
        assert name in pages_of(file.pdf)[0]


def test_language_title_and_fonts_are_set_and_nobody_is_named_in_the_metadata(
    make_letter: Callable[..., PairingLetter],
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
    named: Callable[..., Half],
    newcomer: Half,
) -> None:
    letter = make_letter(language="en", newcomer=named(newcomer, given_name="أحمد ሰላም"))
    pdf = print_letters([letter], Words).pdf
    told = about(pdf)
    assert told["language"] == "en-GB"
    assert told["title"] == "Letter"
    for name in ("Kari", "Åsnes", "Ahmad", "Rashid", "Solbakken", "30017"):
        assert name not in told["all"]
    fonts = fonts_of(pdf)
    assert len(fonts) == 6
    assert all(fonts.values())
    assert all("Noto" in name for name in fonts)


def test_the_same_letter_gives_the_same_bytes(make_letter: Callable[..., PairingLetter]) -> None:
    assert print_letters([make_letter()], Words) == print_letters([make_letter()], Words)


def test_follow_ups_that_are_past_or_done_are_left_out(
    make_letter: Callable[..., PairingLetter], today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    letter = make_letter(language="en")
    first, second, *_rest = letter.follow_ups
    letter = replace(
        letter,
        follow_ups=(replace(first, due=today - timedelta(1)), replace(second, done_on=today)),
    )
    said = " ".join(pages_of(print_letters([letter], Words).pdf))
    assert "How we follow up" not in said


def test_no_letters_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="no letters"):
        print_letters([], Words)
