from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.plans import (
    PlanGoal,
    PlanStep,
    StepOwner,
    check_goal,
    check_step,
    progress,
)
from mentorapp.domain.records import new_id
from tests.factories import TODAY


def a_goal(**changes: Any) -> PlanGoal:
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "text": "Work as a crane operator",
        "set_on": date(2026, 9, 1),
    }
    return PlanGoal(**(usual | changes))


def a_step(goal: PlanGoal, days: int | None = None, **changes: Any) -> PlanStep:
    """A step that is due so many days from today."""
    due = None if days is None else TODAY + timedelta(days=days)
    usual: dict[str, Any] = {"goal_id": goal.id, "text": "Ask NAV", "due": due}
    return PlanStep(**(usual | changes))


def test_a_plan_tells_how_far_it_is_and_what_comes_next() -> None:
    goal, closed = a_goal(), a_goal(closed_on=TODAY)
    late, soon = a_step(goal, -12, text="Late"), a_step(goal, 5)
    steps = [
        a_step(goal, done_on=TODAY),
        soon,
        a_step(goal),
        late,
        a_step(closed, -90),
        a_step(goal, -1),
    ]

    found = progress([goal, closed], steps, TODAY)

    assert (found.done, found.steps, found.goals, found.closed_goals) == (1, 5, 1, 1)
    assert found.next_step == late
    assert (found.overdue, found.days) == (2, 12)


def test_a_step_that_is_due_today_is_not_late() -> None:
    goal = a_goal()
    found = progress([goal], [a_step(goal, 0)], TODAY)

    assert (found.overdue, found.days) == (0, 0)


@given(st.lists(st.tuples(st.none() | st.integers(-50, 50), st.booleans()), max_size=8))
def test_done_and_next_never_say_more_than_there_is(steps: list[tuple[int | None, bool]]) -> None:
    goal = a_goal()
    made = [a_step(goal, days, done_on=TODAY if done else None) for days, done in steps]

    found = progress([goal], made, TODAY)

    assert found.steps == len(made)
    assert found.done == sum(done for _, done in steps)
    assert (found.next_step is None) == (found.done == found.steps)
    assert found.overdue <= found.steps - found.done
    if found.overdue:
        assert found.next_step is not None
        assert found.next_step.due == TODAY - timedelta(days=found.days)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"text": " "}, "text", Problem.MISSING),
        ({"text": "a" * 501}, "text", Problem.TOO_LONG),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
        ({"due": date(2026, 8, 31)}, "due", Problem.BEFORE_START),
        ({"attainment": 5, "attained_on": TODAY}, "attainment", Problem.OUT_OF_RANGE),
        ({"attainment": -1, "attained_on": TODAY}, "attainment", Problem.OUT_OF_RANGE),
        ({"attainment": 2}, "attained_on", Problem.MISSING),
        ({"set_on": date(2026, 11, 24)}, "set_on", Problem.IN_FUTURE),
        ({"closed_on": date(2026, 11, 24)}, "closed_on", Problem.IN_FUTURE),
        ({"closed_on": date(2026, 8, 31)}, "closed_on", Problem.BEFORE_START),
        (
            {"attainment": 2, "attained_on": date(2026, 8, 31)},
            "attained_on",
            Problem.BEFORE_START,
        ),
    ],
)
def test_a_goal_that_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_goal(a_goal(), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_goal(a_goal(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"text": ""}, "text", Problem.MISSING),
        ({"text": "a" * 501}, "text", Problem.TOO_LONG),
        ({"owner_name": "a" * 201}, "owner_name", Problem.TOO_LONG),
        ({"owner": StepOwner.OTHER}, "owner_name", Problem.MISSING),
        ({"done_on": date(2026, 11, 24)}, "done_on", Problem.IN_FUTURE),
    ],
)
def test_a_step_that_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_step(a_step(a_goal()), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_step(a_step(a_goal(), **changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)
