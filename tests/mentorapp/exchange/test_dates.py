from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.imports import Reason
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.dates import arrived_year, birth_year, done_on, ended_on, read_date
from mentorapp.exchange.tables import Cell, shown

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "cell",
    [
        "3.11.26",
        "03.11.2026",
        "3/11/2026",
        "3-11-2026",
        "3. november 2026",
        "den 3. nov. 2026",
        "tirsdag 3. november 2026",
        "2026-11-03",
        "2026-11-03T17:30:00",
        "3.11.2026 kl. 17.30",
        "Nov 3, 2026",
        "3rd November 2026",
        "03112026",
        20261103,
        46329,
        46329.7,
        datetime.fromisoformat("2026-11-03T17:30"),
        date(2026, 11, 3),
    ],
)
def test_the_same_day_is_read_from_every_way_to_write_it(cell: Cell, context: Context) -> None:
    assert read_date(cell, context) == date(2026, 11, 3)


@pytest.mark.parametrize("cell", ["31.02.2026", "2026-13-01", "11/23/2026", "0.0.2026"])
def test_a_day_that_does_not_exist_is_a_problem(cell: str, context: Context) -> None:
    assert read_date(cell, context) == Unreadable(Reason.NO_SUCH_DATE)


@pytest.mark.parametrize("cell", ["3.11", "snart", "", "12", 12, True, float("inf"), "٣.١١.٢٠٢٦"])
def test_what_is_no_date_is_a_problem(cell: Cell, context: Context) -> None:
    assert read_date(cell, context) == Unreadable(Reason.NOT_A_DATE)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (1987, 1987),
        (1987.0, 1987),
        ("1987", 1987),
        ("f. 1987", 1987),
        ("3.11.1987", 1987),
        ("3.11.30", 1930),
        ("29.02.24", 2024),
        (date(1990, 1, 1), 1990),
        (31000, 1984),
    ],
)
def test_of_a_birthday_only_the_year_is_kept(cell: Cell, year: int, context: Context) -> None:
    assert birth_year(cell, context) == year


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (2062, Unreadable(Reason.YEAR_IN_FUTURE, "2062")),
        ("12.03.2062", Unreadable(Reason.YEAR_IN_FUTURE, "2062")),
        (1850, Unreadable(Reason.YEAR_TOO_LONG_AGO, "1850")),
        (35, Unreadable(Reason.NOT_A_YEAR)),
        ("35 år", Unreadable(Reason.NOT_A_YEAR)),
        ("'87", Unreadable(Reason.NOT_A_YEAR)),
        ("010180-1234", Unreadable(Reason.NATIONAL_ID)),
        ("ukjent", Unreadable(Reason.NOT_A_DATE)),
    ],
)
def test_a_year_that_cannot_be_is_a_problem(
    cell: Cell, problem: Unreadable, context: Context
) -> None:
    assert birth_year(cell, context) == problem


def test_what_was_not_done_has_no_date(context: Context) -> None:
    assert done_on("nei", context) is None
    assert done_on("ikke levert", context) is None
    assert done_on("3.11.2026", context) == date(2026, 11, 3)
    assert done_on("ja", context) == Unreadable(Reason.NOT_A_DATE)
    assert ended_on("pågår", context) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31)))
def test_a_date_survives_being_shown_and_read(day: date) -> None:
    assert read_date(shown(day), Context(today=TODAY)) == day
    assert read_date(day.isoformat(), Context(today=TODAY)) == day


@pytest.mark.parametrize(
    ("cell", "year"), [("2019", 2019), (2019.0, 2019), ("3.11.2019", 2019), ("i 2019", 2019)]
)
def test_of_the_arrival_the_year_alone_is_kept(cell: Cell, year: int, context: Context) -> None:
    assert arrived_year(cell, context) == year


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2027", Reason.YEAR_IN_FUTURE),
        ("1900", Reason.YEAR_TOO_LONG_AGO),
        ("19", Reason.NOT_A_YEAR),
        ("lenge siden", Reason.NOT_A_DATE),
    ],
)
def test_an_arrival_that_cannot_be_right_is_told(
    cell: Cell, reason: Reason, context: Context
) -> None:
    found = arrived_year(cell, context)
    assert isinstance(found, Unreadable)
    assert found.reason is reason
