from datetime import date, timedelta
from fractions import Fraction

import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.goals import (
    Counted,
    GoalUnit,
    Measure,
    OfficeGoal,
    check_goal,
    progress,
    wants_result,
)

FROM, TO = date(2026, 1, 1), date(2026, 12, 31)


def a_goal(**changes: object) -> OfficeGoal:
    usual = {"title": "40 praksisplasser", "target": 40, "from_date": FROM, "to_date": TO}
    return OfficeGoal(**(usual | changes))  # type: ignore[arg-type]


def test_three_percent_of_twelve_hundred_are_36() -> None:
    goal = a_goal(unit=GoalUnit.SHARE, target=30, base=1200, measure=Measure.PLACEMENTS)

    assert goal.count == 36
    assert not progress(goal, Counted(35, None, TO)).reached
    assert progress(goal, Counted(36, None, TO)).reached
    assert progress(goal, Counted(18, None, TO)).percent == 50


def test_one_in_seven_is_exactly_that_and_not_the_stated_15_percent() -> None:
    goal = a_goal(unit=GoalUnit.ONE_IN, target=7, measure=Measure.DIVERSE_EMPLOYEES)

    assert goal.share == Fraction(1, 7)
    assert round(float(100 * goal.share), 1) == 14.3
    assert progress(goal, Counted(143, 1000, TO)).reached
    assert not progress(goal, Counted(142, 1000, TO)).reached


def test_a_mean_is_held_against_the_number() -> None:
    goal = a_goal(target=2, measure=Measure.MENTORS_PER_ORGANISATION)

    assert progress(goal, Counted(7, 4, TO)).percent == 87
    assert progress(goal, Counted(8, 4, TO)).reached
    assert progress(goal, Counted(0, 0, TO)).done is None


def test_of_what_nobody_counted_nobody_says_how_far_it_is() -> None:
    told = progress(a_goal(), None)

    assert (told.done, told.percent, told.reached) == (None, None, False)


def test_99_and_a_half_percent_of_the_way_is_not_there() -> None:
    assert progress(a_goal(target=200), Counted(199, None, TO)).percent == 99


@pytest.mark.parametrize(
    ("today", "result", "wants"),
    [
        (TO - timedelta(days=31), "", False),
        (TO - timedelta(days=30), "", True),
        (TO + timedelta(days=90), "", True),
        (TO, "Nådd", False),
    ],
)
def test_a_goal_is_on_the_list_from_thirty_days_before_until_it_has_a_result(
    today: date, result: str, *, wants: bool
) -> None:
    assert wants_result(a_goal(result=result), today) is wants


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": " "}),
        ("target", {"target": 0}),
        ("target", {"unit": GoalUnit.SHARE, "target": 1001, "base": 5}),
        ("base", {"unit": GoalUnit.SHARE, "target": 30}),
        ("base", {"base": 0}),
        ("goal_owner", {"owner": "a" * 201}),
        ("goal_unit", {"measure": Measure.IN_WORK_SHARE}),
        ("to_date", {"to_date": FROM - timedelta(days=1)}),
        ("typed_result", {"typed_result": -1}),
    ],
)
def test_a_goal_that_cannot_be_counted_is_refused(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(InvalidField) as refused:
        check_goal(a_goal(**changes))
    assert refused.value.field == field


def test_a_share_that_the_program_counts_needs_no_base() -> None:
    check_goal(a_goal(measure=Measure.FIRST_MEETING_SHARE, unit=GoalUnit.SHARE, target=800))
    check_goal(a_goal())
