"""Nothing hidden of an organisation follows from two kinds of report, hours and meetings neither.

The report on a period has a table by organisation; another report lays organisations side by side
and counts in another way. A solver knows of all that either showed.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.breakdowns import (
    COLUMNS,
    MEETINGS,
    MINUTES,
    RAN,
    Dimension,
    Tally,
    dated,
    wide,
)
from mentorapp.domain.quarters import HalfYear, Period, Quarter, Year
from mentorapp.domain.report_cells import cells_of
from mentorapp.domain.report_views import At, Cells, Printed, View
from mentorapp.domain.small_numbers import LEAST
from mentorapp.domain.statistics import Facts, PairingFacts, RoleFacts
from tests.mentorapp.domain import bounds

GROUPS = {Dimension.ORGANISATION: "abcd"}
Q1, Q2, Q3 = (Quarter(2026, at) for at in (1, 2, 3))
Print = Callable[[Facts, Sequence[Printed]], Cells]


def view(period: Period) -> View:
    return View(period.first, period.last)


def of_period(facts: Facts, earlier: Sequence[Printed], period: Period) -> Cells:
    columns = {Dimension.ORGANISATION: COLUMNS[Dimension.ORGANISATION][1:]}
    return cells_of(facts, view(period), earlier=earlier, columns=columns)


def side_by_side(facts: Facts, earlier: Sequence[Printed], period: Period) -> Cells:
    columns = {Dimension.ORGANISATION: (RAN, MEETINGS, MINUTES)}
    return cells_of(facts, view(period), earlier=earlier, columns=columns, merged=False)


#: Reports of two kinds, one after the other.
COURSES: dict[str, list[Print]] = {
    "a quarter, then side by side": [
        partial(of_period, period=Q1),
        partial(side_by_side, period=Q1),
    ],
    "side by side, then the quarter": [
        partial(side_by_side, period=Q1),
        partial(of_period, period=Q1),
    ],
    "two quarters side by side, then the half-year": [
        partial(side_by_side, period=Q1),
        partial(side_by_side, period=Q2),
        partial(of_period, period=HalfYear(2026, 1)),
    ],
    "three quarters, then the year": [
        *(partial(side_by_side, period=one) for one in (Q1, Q2, Q3)),
        partial(side_by_side, period=Year(2026)),
    ],
}


def office(seed: int) -> Facts:
    random = Random(seed)
    weights = [random.choice([1, 2, 5, 12]) for _one in "abcd"]
    return Facts(pairings=[_pair(random, weights) for _at in range(random.choice([20, 50]))])


def _pair(random: Random, weights: Sequence[int]) -> PairingFacts:
    agreed = date(2025, 11, 1) + timedelta(days=random.randrange(380))
    ended = agreed + timedelta(days=random.randrange(250)) if random.random() < 0.5 else None
    days = sorted(random.randrange(200) for _one in range(random.randrange(5)))
    return PairingFacts(
        agreed_on=agreed,
        ended_on=ended,
        end=random.choice(["completed", "ended_early"]) if ended else "",
        meetings=tuple((agreed + timedelta(days=day), 15 * random.randrange(1, 9)) for day in days),
        groups={
            Dimension.SCHEME: "buddy",
            Dimension.ORGANISATION: random.choices("abcd", weights)[0],
        },
    )


def printed(facts: Facts, course: Sequence[Print]) -> list[Cells]:
    reports: list[Cells] = []
    for one in course:
        reports.append(one(facts, [report.told.shown for report in reports]))
    return reports


def narrow(reports: Sequence[Cells]) -> list[str]:
    figures = (RAN, *COLUMNS[Dimension.ORGANISATION][1:])
    return bounds.narrow(reports, ["buddy"], GROUPS, figures)


#: Four reports in a row take half a minute.
_LONG = "three quarters, then the year"


@pytest.mark.parametrize(
    "course",
    [pytest.param(one, marks=pytest.mark.slow) if one == _LONG else one for one in COURSES],
)
@settings(max_examples=2, derandomize=True)
@given(seed=st.integers(0, 10**6))
def test_nothing_hidden_follows_from_reports_of_two_kinds(course: str, seed: int) -> None:
    assert narrow(printed(office(seed), COURSES[course])) == []


def test_the_solver_would_find_it_if_the_year_did_not_know_of_its_quarters() -> None:
    facts = office(1)
    assert narrow([one(facts, []) for one in COURSES["three quarters, then the year"]])


def people(*towns: str) -> Facts:
    """Newcomers who wait, each in his town."""
    return Facts(
        newcomers=[
            RoleFacts(
                Q1.first,
                ((Q1.first, "waiting"),),
                groups={Dimension.MUNICIPALITY: one},
                years={Dimension.AGE: 1990 + 10 * (at % 2)},
            )
            for at, one in enumerate(towns)
        ]
    )


def waiting(facts: Facts, earlier: Sequence[Printed], bands: dict[str, int]) -> dict[str, object]:
    """By municipality and by how long, in a report of its own."""
    tally = Tally(
        dimension="waiting.band",
        figure="newcomers_waiting",
        groups=tuple(bands),
        count=lambda _first, _until: bands,
    )
    cells = cells_of(
        facts,
        view(Q1),
        earlier=earlier,
        columns={Dimension.MUNICIPALITY: ("newcomers_waiting",)},
        tallies=[tally],
        merged=False,
    )
    return {at.group: n for at, n in cells.told.shown.items() if at.dimension}


def test_who_waits_by_municipality_is_hidden_in_every_report_that_tells_of_it() -> None:
    facts = people(*"a" * 9, *"b" * 7, *"c" * 7, *"d" * 2)
    bands = {"short": 20, "long": 5}
    assert waiting(facts, [], bands) == {"a": 9, "b": None, "c": 7, "d": None, **bands}
    # A report on the period has hidden the one with the small one, and shown the other.
    at = At(None, Q1.last, "", "newcomers_waiting", Dimension.MUNICIPALITY)
    before = {at._replace(group=one): n for one, n in zip("abcd", (9, 7, None, None), strict=True)}
    assert waiting(facts, [before], bands) == {"a": 9, "b": 7, "c": None, "d": None, **bands}


def test_how_long_they_wait_is_hidden_where_it_tells_of_few() -> None:
    assert waiting(people(*"a" * 25), [], {"short": 14, "middle": 8, "long": 3}) == {
        "a": 25, "short": 14, "middle": None, "long": None,
    }  # fmt: skip


def test_ages_are_counted_as_in_the_year_of_the_report_and_few_are_hidden() -> None:
    facts = people(*"a" * 24)
    columns = {Dimension.AGE: ("newcomers_waiting",)}
    told = cells_of(facts, view(Q1), columns=columns).told.shown
    ages = {at.group: n for at, n in told.items() if at.dimension == dated("age", Q1.last)}
    assert ages == {"26_35": 12, "36_50": 12}
    few = cells_of(people(*"a" * 9), view(Q1), columns=columns).told
    assert all(n is None for at, n in few.shown.items() if at.dimension)


def test_hours_tell_as_much_as_pairs_do() -> None:
    assert wide(MINUTES, LEAST) == 60 * LEAST
