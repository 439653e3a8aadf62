"""No hidden cell of any report can be known closer than the threshold, whatever was printed before.

A solver knows of every pair there could be, and all that any of the reports showed.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain import breakdowns, report_cells
from mentorapp.domain.breakdowns import COLUMNS, Dimension
from mentorapp.domain.quarters import HalfYear, Quarter, Span
from mentorapp.domain.report_cells import cells_of
from mentorapp.domain.report_views import Cells, View
from mentorapp.domain.small_numbers import LEAST
from mentorapp.domain.statistics import Facts, PairingFacts
from tests.mentorapp.domain import bounds

GROUPS = {Dimension.MUNICIPALITY: "abcd", Dimension.GENDER: "mw"}
SCHEMES = ("buddy", "work")
FIGURES = ("pairings_started", "pairings_running", "pairings_completed", "pairings_ended_early")
Q1, Q2 = Quarter(2026, 1), Quarter(2026, 2)


def view(period: Quarter | HalfYear | Span, scheme: str = "") -> View:
    return View(period.first, period.last, scheme)


#: Reports that are printed one after the other.
COURSES: dict[str, list[View]] = {
    "a report alone": [view(Q1)],
    "two quarters": [view(Q1), view(Q2)],
    "a scheme and the whole office": [view(Q1, "work"), view(Q1)],
    "the whole office and then a scheme": [view(Q1), view(Q1, "work")],
    "both quarters and the half-year": [view(Q1), view(Q2), view(HalfYear(2026, 1))],
    "days that overlap a quarter": [view(Q1), view(Span(date(2026, 1, 1), date(2026, 4, 20)))],
}


@pytest.fixture(autouse=True)
def two_tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Of the figures of pairs: these hang together most."""
    two = dict.fromkeys(GROUPS, FIGURES)
    monkeypatch.setattr(breakdowns, "COLUMNS", two)
    monkeypatch.setattr(report_cells, "COLUMNS", two)
    assert set(two) <= set(COLUMNS)
    return iter(())


def office(seed: int) -> Facts:
    """Pairs that began and ended in the winter and spring, in towns of different size."""
    random = Random(seed)
    weights = [random.choice([1, 2, 5, 12]) for _one in "abcd"]
    return Facts(pairings=[_pair(random, weights) for _at in range(random.choice([25, 60, 140]))])


def _pair(random: Random, weights: Sequence[int]) -> PairingFacts:
    agreed = date(2025, 11, 1) + timedelta(days=random.randrange(230))
    ended = agreed + timedelta(days=random.randrange(200)) if random.random() < 0.5 else None
    return PairingFacts(
        agreed_on=agreed,
        ended_on=ended,
        end=random.choice(["completed", "ended_early"]) if ended else "",
        groups={
            Dimension.SCHEME: random.choice(SCHEMES),
            Dimension.MUNICIPALITY: random.choices("abcd", weights)[0],
            Dimension.GENDER: random.choice("mww"),
        },
    )


def printed(facts: Facts, course: Sequence[View], earlier: Sequence[Cells] = ()) -> list[Cells]:
    reports = list(earlier)
    for one in course:
        before = [report.told.shown for report in reports]
        reports.append(cells_of(facts, one, earlier=before, least=LEAST))
    return reports


def narrow(reports: Sequence[Cells]) -> list[str]:
    return bounds.narrow(reports, SCHEMES, GROUPS, FIGURES)


@pytest.mark.parametrize("course", COURSES)
@settings(max_examples=4, derandomize=True)
@given(seed=st.integers(0, 10**6))
def test_nothing_hidden_follows_from_all_reports_together(course: str, seed: int) -> None:
    """The same offices each time; the long search below looks at others each time."""
    assert narrow(printed(office(seed), COURSES[course])) == []


@pytest.mark.slow
@pytest.mark.parametrize("course", COURSES)
@settings(max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_a_long_search_finds_nothing_that_follows(course: str, seed: int) -> None:
    assert narrow(printed(office(seed), COURSES[course])) == []


def test_the_solver_would_find_it_without_secondary_hiding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorapp.domain.hidden_cells._Hiding._is_wide", lambda _self, _at: True)
    assert any(narrow(printed(office(seed), COURSES["two quarters"])) for seed in range(3))


def test_a_protected_person_alone_is_not_counted_by_place() -> None:
    towns = ["a"] * 9 + ["b"] * 8
    pairs = [PairingFacts(Q1.first, groups={Dimension.MUNICIPALITY: one}) for one in towns]
    hidden_away = [PairingFacts(Q1.first, protected=True) for _one in range(6)]
    told = cells_of(Facts(pairings=[*pairs, *hidden_away]), view(Q1)).told.shown
    by_town = {
        at.group: count
        for at, count in told.items()
        if (at.dimension, at.figure) == (Dimension.MUNICIPALITY, "pairings_started")
    }
    assert sum(count is None for count in by_town.values()) >= 2  # six of them, and all protected
    assert by_town["a"] == 9


@pytest.mark.parametrize(
    ("course", "seed"),
    [
        ("days that overlap a quarter", 283),
        ("the whole office and then a scheme", 607),
        ("the whole office and then a scheme", 519501),
        ("both quarters and the half-year", 96033),
    ],
    ids=["one alone in a row", "nobody where a row was", "nobody of several", "a long way round"],
)
def test_what_the_search_has_found_stays_found(course: str, seed: int) -> None:
    assert narrow(printed(office(seed), COURSES[course])) == []
