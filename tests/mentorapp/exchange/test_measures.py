from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.imports import Reason
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.measures import distance_km, minutes
from mentorapp.exchange.tables import Cell


@pytest.mark.parametrize(
    ("cell", "kilometres"),
    [
        (20, 20),
        (7.5, 8),
        ("20 km", 20),
        ("20km", 20),
        ("inntil 2 mil", 20),
        ("1,5 mil", 15),
        ("500 m", 1),
        ("10-20 km", 20),
        ("ca 15", 15),
        ("ubegrenset", None),
        ("spiller ingen rolle", None),
    ],
)
def test_distances(cell: Cell, kilometres: int | None, context: Context) -> None:
    assert distance_km(cell, context) == kilometres


@pytest.mark.parametrize("cell", ["30 min med buss", "langt", "9999 km", True])
def test_what_is_no_distance_is_a_problem(cell: Cell, context: Context) -> None:
    assert distance_km(cell, context) == Unreadable(Reason.NOT_A_DISTANCE)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,5 t", 90),
        ("90 min", 90),
        ("1:30", 90),
        ("2 timer", 120),
        ("1½ time", 90),
        ("½ time", 30),
        ("halvannen time", 90),
        ("en time", 60),
        ("1 t 30 min", 90),
        ("1 time og 15 minutter", 75),
        ("17:00-18:30", 90),
        ("ca. 2 timer", 120),
        (time(1, 30), 90),
        (90, 90),
        (1.5, 90),
        ("60", 60),
        ("2", 120),
    ],
)
def test_durations(cell: Cell, expected: int, context: Context) -> None:
    assert minutes(cell, context) == expected


def test_the_heading_tells_the_unit(context: Context) -> None:
    assert minutes(10, replace(context, heading="varighet (min)")) == 10
    assert minutes("20", replace(context, heading="antall timer")) == 1200


def test_what_is_no_duration_is_a_problem(context: Context) -> None:
    assert minutes("lenge", context) == Unreadable(Reason.NOT_A_DURATION)
    assert minutes("30 timer", context) == Unreadable(Reason.OUT_OF_RANGE, "0–1440")
    assert minutes(-5, context) == Unreadable(Reason.OUT_OF_RANGE, "0–1440")


@given(st.integers(0, 1440))
def test_minutes_written_in_three_ways_come_back(number: int) -> None:
    from datetime import date

    context = Context(today=date(2026, 11, 23))
    hours, rest = divmod(number, 60)
    for text in (f"{number} min", f"{hours}:{rest:02}", f"{hours} t {rest} min"):
        assert minutes(text, context) == number
