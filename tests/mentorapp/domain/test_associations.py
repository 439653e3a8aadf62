"""Activities, introductions, their steps and what is counted of them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.associations import (
    STEP_DAYS,
    Activity,
    Introduction,
    IntroductionStep,
    association_figures,
    check_activity,
    check_introduction,
    days_since_asked,
    days_without_visit,
)
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY

CLUB, CHOIR = new_id(), new_id()
FOOTBALL, SINGING = new_id(), new_id()
OF = {FOOTBALL: CLUB, SINGING: CHOIR}


def introduction(ago: int, *, to: object = FOOTBALL, **ago_of: int) -> Introduction:
    """Introduced so many days ago; the other days are days ago too."""
    days: dict[str, Any] = {name: TODAY - timedelta(days=days) for name, days in ago_of.items()}
    return Introduction(
        person_id=new_id(),
        activity_id=to,  # type: ignore[arg-type]
        introduced_on=TODAY - timedelta(days=ago),
        **days,
    )


def test_an_activity_needs_a_name() -> None:
    with pytest.raises(InvalidField) as refused:
        check_activity(Activity(organisation_id=CLUB, name="  "))
    assert (refused.value.field, refused.value.problem) == ("name", Problem.MISSING)


def test_the_steps_tell_how_far_it_has_come() -> None:
    assert introduction(50).step is IntroductionStep.INTRODUCED
    assert introduction(50, first_visit_on=40).step is IntroductionStep.VISITED
    assert introduction(50, first_visit_on=40, joined_on=30).step is IntroductionStep.MEMBER
    assert introduction(50, joined_on=30, left_on=1).step is IntroductionStep.LEFT
    assert introduction(50, first_visit_on=40, left_on=1).step is IntroductionStep.STOPPED


@given(st.lists(st.none() | st.integers(0, 800), min_size=5, max_size=5))
def test_days_are_taken_in_their_order_alone(ago: list[int | None]) -> None:
    first = ago[0] if ago[0] is not None else 800
    told = {
        name: days for name, days in zip(STEP_DAYS[1:], ago[1:], strict=True) if days is not None
    }
    one = introduction(first, **told)
    known = [first, *told.values()]
    right = known == sorted(known, reverse=True) and (
        "member_on" not in told or "joined_on" in told
    )
    try:
        check_introduction(one, TODAY)
    except InvalidField:
        assert not right
    else:
        assert right


def test_no_step_lies_in_the_future() -> None:
    one = replace(introduction(10), joined_on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidField) as refused:
        check_introduction(one, TODAY)
    assert (refused.value.field, refused.value.problem) == ("joined_on", Problem.IN_FUTURE)


def test_whoever_has_not_been_there_within_thirty_days_is_asked_about() -> None:
    assert days_without_visit(introduction(30), TODAY) is None
    assert days_without_visit(introduction(31), TODAY) == 31
    assert days_without_visit(introduction(31, first_visit_on=2), TODAY) is None
    assert days_without_visit(introduction(31, left_on=2), TODAY) is None


def test_a_member_is_asked_again_a_year_after_the_last_look() -> None:
    joined = introduction(800, joined_on=700)
    assert days_since_asked(joined, TODAY) == 700
    assert days_since_asked(introduction(800, joined_on=700, member_on=364), TODAY) is None
    assert days_since_asked(introduction(800, joined_on=700, member_on=365), TODAY) == 365
    assert days_since_asked(introduction(800, joined_on=700, left_on=10), TODAY) is None
    assert days_since_asked(introduction(800), TODAY) is None


def test_a_period_is_counted_with_its_bases() -> None:
    twice = introduction(40, first_visit_on=30, joined_on=20)
    every = [
        introduction(45),
        twice,
        replace(introduction(25, to=SINGING, joined_on=10), person_id=twice.person_id),
        introduction(900, joined_on=800),
        introduction(900, joined_on=800, member_on=100),
        introduction(900, joined_on=800, left_on=5),
    ]
    found = association_figures(every, OF, TODAY - timedelta(days=60), date.max, TODAY)
    assert found.until == TODAY
    assert (found.introduced, found.people, found.joined, found.left) == (3, 2, 1, 1)
    assert found.visited == Share(2, 3)
    assert found.members == Share(3, 4)
    assert found.by_association == {CLUB: (2, 1, 3), CHOIR: (1, 1, 1)}


def test_what_happened_after_the_period_does_not_change_its_figures() -> None:
    last = TODAY - timedelta(days=50)
    one = introduction(90, first_visit_on=40, joined_on=30, left_on=2)
    before = introduction(90, joined_on=80, left_on=2)
    found = association_figures([one, before], OF, last - timedelta(days=60), last, TODAY)
    assert found.visited == Share(1, 2)
    assert (found.joined, found.left) == (1, 0)
    assert found.members == Share(1, 1)
