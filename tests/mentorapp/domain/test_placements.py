from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.placements import (
    LengthWarning,
    PlacementEnd,
    PlacementStatus,
    began_on,
    check_placement,
    days_to_first,
    length_warning,
    midway,
)
from mentorapp.domain.records import new_id
from tests.factories import TODAY, a_placement

DAY = timedelta(days=1)


def test_a_placement_that_is_right_in_every_field_is_taken() -> None:
    check_placement(a_placement(), TODAY)
    check_placement(a_placement(ended_on=TODAY, end=PlacementEnd.JOB), TODAY)
    check_placement(
        a_placement(ended_on=TODAY, end=PlacementEnd.STOPPED, end_note="Flyttet"), TODAY
    )


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"planned_end": date(2026, 9, 1)}, "planned_end", Problem.BEFORE_START),
        ({"planned_end": date(2031, 9, 2)}, "planned_end", Problem.TOO_FAR_AHEAD),
        (
            {"started_on": date(2028, 11, 24), "planned_end": date(2029, 3, 1)},
            "started_on",
            Problem.TOO_FAR_AHEAD,
        ),
        ({"started_on": date(1926, 9, 1)}, "started_on", Problem.TOO_LONG_AGO),
        ({"weekly_minutes": 29}, "weekly_minutes", Problem.OUT_OF_RANGE),
        ({"weekly_minutes": 48 * 60 + 1}, "weekly_minutes", Problem.OUT_OF_RANGE),
        ({"weekly_minutes": 13 * 60, "days_per_week": 1}, "weekly_minutes", Problem.OUT_OF_RANGE),
        ({"days_per_week": 0}, "days_per_week", Problem.OUT_OF_RANGE),
        ({"days_per_week": 8}, "days_per_week", Problem.OUT_OF_RANGE),
        ({"midway_on": date(2026, 8, 31)}, "midway_on", Problem.OUT_OF_RANGE),
        ({"midway_on": date(2027, 3, 1)}, "midway_on", Problem.OUT_OF_RANGE),
        ({"midway_done_on": TODAY + DAY}, "midway_done_on", Problem.IN_FUTURE),
        ({"midway_done_on": date(2026, 8, 31)}, "midway_done_on", Problem.BEFORE_START),
        ({"agreement_signed_on": TODAY + DAY}, "agreement_signed_on", Problem.IN_FUTURE),
        ({"ended_on": TODAY}, "end", Problem.MISSING),
        ({"end": PlacementEnd.JOB}, "ended_on", Problem.MISSING),
        (
            {"ended_on": date(2026, 8, 31), "end": PlacementEnd.JOB},
            "ended_on",
            Problem.BEFORE_START,
        ),
        ({"ended_on": date(2027, 3, 1), "end": PlacementEnd.JOB}, "ended_on", Problem.IN_FUTURE),
        ({"ended_on": TODAY, "end": PlacementEnd.STOPPED}, "end_note", Problem.MISSING),
        (
            {"ended_on": TODAY, "end": PlacementEnd.STOPPED, "end_note": " \n"},
            "end_note",
            Problem.MISSING,
        ),
        ({"unit": "a" * 201}, "unit", Problem.TOO_LONG),
        ({"practised": "a" * 10_001}, "practised", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_placement(a_placement(**changes), TODAY)
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_an_end_may_be_told_ahead_up_to_the_planned_one() -> None:
    check_placement(a_placement(ended_on=date(2027, 2, 28), end=PlacementEnd.JOB), TODAY)


@pytest.mark.parametrize(
    ("start", "end", "warning"),
    [
        (date(2026, 3, 1), date(2026, 5, 30), LengthWarning.SHORT),
        (date(2026, 3, 1), date(2026, 5, 31), None),
        (date(2026, 3, 1), date(2027, 3, 1), None),
        (date(2026, 3, 1), date(2027, 3, 2), LengthWarning.LONG),
        (date(2026, 11, 30), date(2027, 2, 27), None),
    ],
)
def test_less_than_three_months_and_more_than_twelve_are_told_and_not_refused(
    start: date, end: date, warning: LengthWarning | None
) -> None:
    placement = a_placement(started_on=start, planned_end=end, midway_on=None)
    assert length_warning(placement) is warning
    check_placement(placement, TODAY)


def test_one_that_ended_is_judged_by_its_end_and_never_as_too_short() -> None:
    long = a_placement(
        started_on=date(2024, 1, 1),
        planned_end=date(2026, 1, 1),
        ended_on=date(2024, 2, 1),
        end=PlacementEnd.JOB,
    )
    assert length_warning(long) is None


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 1800))
def test_the_midway_talk_lies_within_the_placement(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert start <= midway(start, end) <= end
    assert abs((midway(start, end) - start) - (end - midway(start, end))) <= DAY


def test_where_it_stands_follows_from_the_day_and_the_end_that_was_told() -> None:
    placement = a_placement(ended_on=date(2026, 11, 1), end=PlacementEnd.JOB)
    assert placement.status(date(2026, 8, 31)) is PlacementStatus.PLANNED
    assert placement.status(date(2026, 9, 1)) is PlacementStatus.RUNNING
    assert placement.status(date(2026, 10, 31)) is PlacementStatus.RUNNING
    assert placement.status(date(2026, 11, 1)) is PlacementStatus.ENDED
    # A plan ends nothing.
    assert a_placement().status(date(2030, 1, 1)) is PlacementStatus.RUNNING


def test_an_extension_began_with_the_first_that_it_follows() -> None:
    person, organisation = new_id(), new_id()
    first, second, third = (
        a_placement(
            person_id=person,
            organisation_id=organisation,
            started_on=date(2025, month, 1),
            planned_end=date(2025, month + 4, 1),
            ended_on=date(2025, month + 4, 1),
            end=PlacementEnd.EXTENSION,
        )
        for month in (1, 5, 8)
    )
    assert began_on(second, [third, second, first]) == date(2025, 1, 1)
    assert began_on(third, [third, second, first]) == date(2025, 8, 1)
    elsewhere = a_placement(person_id=person, started_on=date(2025, 5, 1))
    assert began_on(elsewhere, [first]) == date(2025, 5, 1)
    assert length_warning(second, since=date(2024, 5, 1)) is LengthWarning.LONG


def test_days_to_the_first_placement_count_from_registration() -> None:
    later = a_placement(started_on=date(2026, 10, 1))
    planned = a_placement(started_on=date(2026, 12, 1))
    assert days_to_first(date(2026, 8, 1), [later, a_placement(), planned], TODAY) == 31
    assert days_to_first(date(2026, 9, 15), [a_placement()], TODAY) == 0
    assert days_to_first(date(2026, 8, 1), [planned], TODAY) is None
