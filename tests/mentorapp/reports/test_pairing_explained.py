from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.office import Office
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.reports.pairing_explained import (
    CriterionLine,
    NobodyYet,
    OtherLine,
    TheseTwo,
    why_nobody_yet,
    why_these_two,
)
from mentorapp.words import Words

OTHER = OtherLine(10033, "Liv Berg", 71, "4 km · free Tuesday evening", "one pair fewer")
PAIR = TheseTwo(
    scheme="Buddy",
    mentor="Kari Åsnes",
    mentor_number=10017,
    newcomer="Ahmad Al-Rashid",
    newcomer_number=10025,
    percent=82,
    lines=(
        CriterionLine(Criterion.INTERESTS, Weight.HIGH, 3200, 4000, "Both like fishing"),
        CriterionLine(Criterion.AGE, Weight.LOW, 0, 1000),
    ),
    others=(OTHER,),
    together=("No other set of pairs is better.",),
    ruled_out=("12 mentors: they live too far apart",),
)
NOBODY = NobodyYet(
    scheme="Buddy",
    newcomer="Ahmad Al-Rashid",
    newcomer_number=10025,
    why="Has waited 121 days.",
    mentors=24,
    causes=(("they have no language in common", 14), ("they live too far apart", 10)),
    remedies=("A limit of 40 km would open 3 mentors.",),
    nearest=(OTHER,),
)


@pytest.fixture
def page(office: Office, today: date, pages_of: Callable[[bytes], list[str]]) -> Callable[..., str]:
    def make(values: TheseTwo | NobodyYet, language: str = "en") -> str:
        return " ".join(pages_of(_pdf(values, office, language, today)))

    return make


def _pdf(values: TheseTwo | NobodyYet, office: Office, language: str, today: date) -> bytes:
    if isinstance(values, TheseTwo):
        return why_these_two(values, office, Words(language), today)
    return why_nobody_yet(values, office, Words(language), today)


def test_a_pair_is_taken_apart_by_what_counts(page: Callable[..., str]) -> None:
    said = page(PAIR)
    for expected in (
        "Kari Åsnes (10017) and Ahmad Al-Rashid (10025)",
        "The two fit 82 % of what counts in this scheme.",
        "No other set of pairs is better.",
        "Shared interests high 64 of 80 % Both like fishing",
        "Age and life situation low 0 of 20 % –",
        "Together 64 of 100 %",
        "Liv Berg (10033) 71 % 4 km · free Tuesday evening one pair fewer",
        "12 mentors: they live too far apart",
        "Page 1 of 1",
    ):
        assert expected in said


def test_a_pair_in_bokmal(page: Callable[..., str]) -> None:
    said = page(PAIR, "nb")
    assert "Kari Åsnes (10017) og Ahmad Al-Rashid (10025)" in said
    assert "De to passer sammen i 82 % av det som teller i denne ordningen." in said
    assert "Hvem andre som kunne være mentor" in said


def test_two_who_are_not_proposed_to_each_other_have_another_title(
    page: Callable[..., str],
) -> None:
    assert page(PAIR).startswith("Why these two ")
    assert page(replace(PAIR, proposed=False)).startswith("Why not these two ")
    assert page(replace(PAIR, proposed=False), "nb").startswith("Hvorfor ikke disse to ")


def test_what_there_is_nothing_of_has_no_heading(page: Callable[..., str]) -> None:
    said = page(replace(PAIR, others=(), ruled_out=(), together=()))
    assert "Who else" not in said
    assert "could not be considered" not in said


def test_of_people_paired_by_hand_only_no_points_are_told(page: Callable[..., str]) -> None:
    said = page(replace(PAIR, lines=(), together=("Paired by hand only.",)))
    assert "Paired by hand only." in said
    assert "What counts" not in said
    assert "82 %" not in said


def test_who_waits_is_told_what_stops_how_many_and_what_would_help(
    page: Callable[..., str],
) -> None:
    said = page(NOBODY)
    for expected in (
        "Ahmad Al-Rashid (10025) Has waited 121 days.",
        "What stops the 24 mentors of this scheme",
        "14 they have no language in common",
        "A limit of 40 km would open 3 mentors.",
        "Who comes closest",
        "Liv Berg (10033)",
    ):
        assert expected in said
    assert "What stops the 1 mentor of this scheme" in page(replace(NOBODY, mentors=1))
    assert "Hva som stopper de 24 mentorene i denne ordningen" in page(NOBODY, "nb")


def test_by_hand_only_stands_alone(page: Callable[..., str]) -> None:
    bare = NobodyYet(
        scheme="Buddy", newcomer="Ahmad", newcomer_number=1, why="Paired by hand only."
    )
    said = page(bare)
    assert "Paired by hand only." in said
    for heading in ("What stops", "What would help", "Who comes closest"):
        assert heading not in said


@pytest.mark.parametrize(
    "hostile",
    ["<b>x", '<img src="/etc/passwd"/>', "R&D", "a\x00b", "W" * 5000, "م" * 400, "a\n" * 900],
)
def test_any_text_can_be_printed(hostile: str, page: Callable[..., str]) -> None:
    other = replace(OTHER, name=hostile, reasons=hostile, cost=hostile)
    lines = tuple(replace(line, reason=hostile) for line in PAIR.lines)
    odd = replace(PAIR, mentor=hostile, newcomer=hostile, lines=lines, others=(other,) * 5)
    assert "10025" in page(odd)
    assert "10025" in page(
        replace(NOBODY, newcomer=hostile, causes=((hostile, 3),), nearest=(other,) * 5)
    )


@pytest.mark.parametrize("values", [PAIR, NOBODY])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_is_a_proper_document(
    values: TheseTwo | NobodyYet,
    language: str,
    office: Office,
    today: date,
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
) -> None:
    pdf = _pdf(values, office, language, today)
    told = about(pdf)
    assert told["language"] == {"nb": "nb-NO", "en": "en-GB"}[language]
    assert "Ahmad" not in told["all"]
    assert "Kari" not in told["all"]
    assert all(fonts_of(pdf).values())
