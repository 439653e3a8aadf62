"""Letters in which a whole household stands on a side of the pair."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mentorapp.domain.letters import LetterKind
from mentorapp.domain.pairings import Side
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.words import LANGUAGES, Words

MENTOR, NEWCOMER = LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER
MakeLetter = Callable[..., PairingLetter]


@pytest.fixture
def family(newcomer: Half) -> Half:
    """The newcomer with the household, two of whom may be named."""
    return replace(newcomer, side=Side.HOUSEHOLD, family=("Samira", "Yusuf"))


def text_of(letter: PairingLetter) -> str:
    (text,) = print_letters([letter], Words, lambda _done: True).texts
    return text


@pytest.mark.parametrize("letter_set", ["standard", "short"])
@pytest.mark.parametrize(
    ("language", "yours", "theirs"),
    [
        ("nb", "til deg og familien din", "I familien er også Samira og Yusuf"),
        ("nn", "til deg og familien din", "I familien er òg Samira og Yusuf"),
        ("da", "til dig og din familie", "I familien er også Samira og Yusuf"),
        ("en", "for you and your family", "Also in the family: Samira and Yusuf"),
    ],
)
def test_the_letters_speak_to_and_of_the_family(
    make_letter: MakeLetter,
    scheme: Scheme,
    family: Half,
    language: str,
    yours: str,
    theirs: str,
    letter_set: str,
) -> None:
    chosen = replace(scheme, letter_set=letter_set)
    to_mentor = text_of(make_letter(MENTOR, language, newcomer=family, scheme=chosen))
    to_newcomer = text_of(make_letter(NEWCOMER, language, newcomer=family, scheme=chosen))
    assert theirs in to_mentor
    assert yours not in to_mentor
    assert yours in to_newcomer
    assert "Samira" not in to_newcomer


@pytest.mark.parametrize("kind", [MENTOR, NEWCOMER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_of_persons_reads_nothing_of_families(
    make_letter: MakeLetter, newcomer: Half, kind: LetterKind, language: str
) -> None:
    alone = replace(newcomer, family=("Samira",))
    text = text_of(make_letter(kind, language, newcomer=alone))
    assert "Samira" not in text
    assert "famil" not in text


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_nobody_of_a_protected_household_is_named(
    make_letter: MakeLetter, family: Half, level: Protection
) -> None:
    text = text_of(make_letter(MENTOR, "nb", newcomer=replace(family, protection=level)))
    assert "Samira" not in text
    assert "sammen med familien" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [MENTOR, NEWCOMER])
def test_the_short_letter_to_a_family_is_still_one_page_with_slips_beside(
    make_letter: MakeLetter,
    scheme: Scheme,
    mentor: Half,
    family: Half,
    kind: LetterKind,
    language: str,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    both = {
        "newcomer": family,
        "mentor": replace(mentor, side=Side.HOUSEHOLD, family=("Siri",)),
        "scheme": replace(scheme, letter_set="short"),
        "text": shipped(language, "short", kind.value),
    }
    made = print_letters([make_letter(kind, language, **both)], Words, lambda _done: True)
    assert len(pages_of(made.pdf)) == (2 if kind is MENTOR else 1)
