from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import BadPeriod
from mentorapp.domain.quarters import Quarter, Span, Year, parse_period

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text", ["2026Q3", "2026q3", "2026-Q3", "2026 Q3", "2026k3", "Q3 2026", "K3-2026", " 2026Q3\n"]
)
def test_a_quarter_is_read_as_people_write_it(text: str) -> None:
    assert Quarter.parse(text) == Quarter(2026, 3)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026Q0", "2026Q5", "26Q3", "0000Q1", "9999Q4", "Q3", "2026Q33", "3. kvartal"],
)
def test_what_names_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod) as refused:
        Quarter.parse(text)

    assert refused.value.text == text


@given(st.text())
def test_any_text_is_a_quarter_with_days_or_refused(text: str) -> None:
    with suppress(BadPeriod):
        assert Quarter.parse(text).last > Quarter.parse(text).previous().first


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2028, 1, 1), date(2028, 3, 31)),
        (2, date(2028, 4, 1), date(2028, 6, 30)),
        (3, date(2028, 7, 1), date(2028, 9, 30)),
        (4, date(2028, 10, 1), date(2028, 12, 31)),
    ],
)
def test_a_quarter_has_its_first_and_last_day(number: int, first: date, last: date) -> None:
    quarter = Quarter(2028, number)

    assert (quarter.first, quarter.last) == (first, last)
    assert first in quarter
    assert last in quarter
    assert first - timedelta(days=1) not in quarter
    assert last + timedelta(days=1) not in quarter


@given(days)
def test_every_day_lies_in_its_quarter_and_no_other(day: date) -> None:
    quarter = Quarter.of(day)

    assert day in quarter
    assert day not in quarter.next()
    assert day not in quarter.previous()
    assert quarter.next().first == quarter.last + timedelta(days=1)
    assert quarter.next().previous() == quarter == quarter.previous().next()
    assert quarter.previous() < quarter < quarter.next()


@given(days)
def test_a_quarter_is_read_back_as_it_is_written(day: date) -> None:
    assert Quarter.parse(str(Quarter.of(day))) == Quarter.of(day)


@given(days)
def test_every_day_lies_in_its_year_and_no_other(day: date) -> None:
    year = Year.of(day)

    assert day in year
    assert day not in year.next()
    assert day not in year.previous()
    assert year.next().first == year.last + timedelta(days=1)
    assert year.next().previous() == year
    assert Year.parse(f" {year} ") == year


@pytest.mark.parametrize("text", ["", "26", "2026Q1", "12026", "0000", "last"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod):
        Year.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "before", "year_before"),
    [
        ("2026Q1", "2026-01-01", "2026-03-31", "2025Q4", "2025Q1"),
        ("2026T1", "2026-01-01", "2026-04-30", "2025T3", "2025T1"),
        ("t3-2026", "2026-09-01", "2026-12-31", "2026T2", "2025T3"),
        ("2026H2", "2026-07-01", "2026-12-31", "2026H1", "2025H2"),
        ("2026", "2026-01-01", "2026-12-31", "2025", "2025"),
        (
            "2026-01-01..2026-03-15",
            "2026-01-01",
            "2026-03-15",
            "2025-10-19..2025-12-31",
            "2025-01-01..2025-03-15",
        ),
        (
            "2026-02-01 .. 2026-04-30",
            "2026-02-01",
            "2026-04-30",
            "2025-11-01..2026-01-31",
            "2025-02-01..2025-04-30",
        ),
        (
            "2028-02-29..2028-02-29",
            "2028-02-29",
            "2028-02-29",
            "2028-02-28..2028-02-28",
            "2027-02-28..2027-02-28",
        ),
        (
            "2029-02-01..2029-02-28",
            "2029-02-01",
            "2029-02-28",
            "2029-01-01..2029-01-31",
            "2028-02-01..2028-02-29",
        ),
    ],
)
def test_periods_of_every_kind_have_their_days_and_those_they_are_held_against(
    text: str, first: str, last: str, before: str, year_before: str
) -> None:
    period = parse_period(text)

    assert (str(period.first), str(period.last)) == (first, last)
    assert str(period.previous()) == before
    assert str(period.year_before()) == year_before
    assert parse_period(str(period)) == period
    assert period.first in period
    assert period.previous().last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    "text",
    [
        "2026T4",
        "2026H3",
        "2026-03-15..2026-01-01",
        "2026-02-30..2026-03-01",
        "2026-01-01",
        "2026..",
    ],
)
def test_what_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod):
        parse_period(text)


@given(st.builds(lambda one, other: Span(min(one, other), max(one, other)), days, days))
def test_days_from_to_follow_each_other_without_a_gap_and_keep_their_length(span: Span) -> None:
    before = span.previous()

    assert before.last + timedelta(days=1) == span.first
    assert abs((before.last - before.first) - (span.last - span.first)) < timedelta(days=5)
