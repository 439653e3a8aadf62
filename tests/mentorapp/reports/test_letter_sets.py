from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from mentorapp.domain.contact_details import Share
from mentorapp.domain.languages import Spoken
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.reports import letter_sets
from mentorapp.reports.letter_sets import known_set, shipped
from mentorapp.reports.letters import Half, PairingLetter, print_letters
from mentorapp.words import LANGUAGES, Words

KINDS = list(DUE_FOR_PAIRING)


def short(letter: PairingLetter, scheme: Scheme) -> PairingLetter:
    text = shipped(letter.language, "short", letter.kind.value)
    return replace(letter, text=text, scheme=replace(scheme, letter_set="short"))


def talkative(half: Half, given_name: str, *spoken: str) -> Half:
    """With everything shared that can be, and as many languages as the example office has."""
    details = half.details
    assert details is not None
    return replace(
        half,
        person=replace(
            half.person,
            given_name=given_name,
            languages=frozenset(map(Spoken.parse, spoken)),
            shares=frozenset({Share.PHONE, Share.EMAIL}),
        ),
        details=replace(details, email="masouma.yaqubi-hakimi@example.com"),
    )


def test_the_sets_are_offered_by_name_the_standard_one_first() -> None:
    assert letter_sets.letter_sets(Words("en")) == (
        ("standard", "Full letters"),
        ("short", "Short letters, one page"),
    )
    assert dict(letter_sets.letter_sets(Words("nb")))["short"] == "Korte brev, én side"


@pytest.mark.parametrize("name", ["", "xx", "../en/standard", "standard/..", "nb", "README.md"])
def test_an_unknown_set_is_the_standard_one(name: str) -> None:
    assert known_set(name) == "standard"


def test_the_standard_set_is_whole_in_every_language() -> None:
    for language in LANGUAGES:
        for kind in KINDS:
            assert shipped(language, "standard", kind.value)


@pytest.mark.parametrize(
    ("language", "kind", "own_scheme"), list(product(LANGUAGES, KINDS, standard_schemes()))
)
def test_the_short_letters_are_one_page_each_and_the_slips(
    language: str,
    kind: LetterKind,
    own_scheme: Scheme,
    make_letter: Callable[..., PairingLetter],
    mentor: Half,
    newcomer: Half,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letter = make_letter(
        kind,
        language,
        mentor=talkative(mentor, "Mahmoud", "ar:native", "no:C1", "en:B2", "kmr:B2"),
        newcomer=talkative(newcomer, "Masouma", "prs:native", "no:A2", "en:B1"),
    )
    slots = tuple(f"{day}-evening" for day in ("monday", "tuesday", "wednesday", "thursday"))
    pairing = replace(
        letter.pairing,
        start_meeting_place="Fjordvik bibliotek, møterommet i andre etasje",
        reasons=(
            Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "football")),
            Reason(ReasonKind.SAME_OCCUPATION, ("cook",)),
            Reason(ReasonKind.COMMON_TIMES, slots),
            Reason(ReasonKind.COMMON_LANGUAGE, ("no:A2",)),
        ),
    )
    pages = pages_of(
        print_letters([short(replace(letter, pairing=pairing), own_scheme)], Words).pdf
    )
    assert len(pages) == (2 if kind is LetterKind.PAIRING_MENTOR else 1)
    assert "Frivilligkoordinator" in pages[0]


@pytest.mark.parametrize(("language", "kind"), list(product(LANGUAGES, KINDS)))
def test_the_short_letters_are_printed_with_the_scheme_that_asks_for_them(
    language: str,
    kind: LetterKind,
    make_letter: Callable[..., PairingLetter],
    scheme: Scheme,
) -> None:
    letter = make_letter(kind, language)
    full, brief = (print_letters([one], Words).texts[0] for one in (letter, short(letter, scheme)))
    assert len(brief) < len(full)
