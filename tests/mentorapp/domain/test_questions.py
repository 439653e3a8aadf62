from datetime import date, timedelta

import pytest

from mentorapp.domain.exits import Exit
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus, due_on
from mentorapp.domain.questions import point_now, points_reached, questions
from mentorapp.domain.records import new_id

LEFT = Exit(new_id(), new_id(), date(2019, 3, 31))


def answer(point: OutcomePoint, status: OutcomeStatus = OutcomeStatus.WORK) -> Outcome:
    return Outcome(
        person_id=LEFT.person_id,
        scheme_id=LEFT.scheme_id,
        exit_on=LEFT.exit_on,
        point=point,
        status=status,
        asked_on=due_on(LEFT.exit_on, point),
    )


def asked(today: date, *answers: Outcome) -> list[OutcomePoint]:
    return [one.point for one in questions([LEFT], answers, today)]


def test_the_points_are_counted_in_months_from_the_exit() -> None:
    assert [due_on(date(2019, 11, 30), point) for point in list(OutcomePoint)[:3]] == [
        date(2019, 11, 30),
        date(2020, 2, 29),
        date(2020, 11, 30),
    ]
    assert due_on(LEFT.exit_on, OutcomePoint.YEAR_7) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("today", "point"),
    [
        (date(2019, 3, 31), OutcomePoint.EXIT),
        (date(2019, 6, 15), OutcomePoint.EXIT),
        (date(2019, 6, 16), OutcomePoint.MONTHS_3),
        (date(2020, 3, 16), OutcomePoint.MONTHS_3),
        (date(2020, 3, 17), OutcomePoint.YEAR_1),
        (date(2027, 3, 31), OutcomePoint.YEAR_7),
        (date(2027, 4, 1), None),
    ],
)
def test_one_point_at_a_time_is_asked_for_from_two_weeks_before_its_day(
    today: date, point: OutcomePoint | None
) -> None:
    assert point_now(LEFT, today) == point
    assert asked(today) == ([point] if point else [])


def test_what_is_answered_is_not_asked_again_until_the_next_point() -> None:
    today = date(2020, 4, 1)
    told = answer(OutcomePoint.YEAR_1)

    assert asked(today, told) == []
    assert asked(today.replace(year=2021), told) == [OutcomePoint.YEAR_2]


def test_who_was_not_found_is_asked_at_the_next_point_and_who_moved_is_not() -> None:
    later = date(2021, 4, 1)

    assert asked(later, answer(OutcomePoint.YEAR_1, OutcomeStatus.UNKNOWN)) == [OutcomePoint.YEAR_2]
    assert asked(later, answer(OutcomePoint.YEAR_1, OutcomeStatus.MOVED)) == []


def test_the_longest_due_comes_first() -> None:
    later = Exit(new_id(), LEFT.scheme_id, LEFT.exit_on + timedelta(days=5))
    found = questions([later, LEFT], [], date(2020, 4, 1))

    assert [one.left for one in found] == [LEFT, later]
    assert [one.days_late(date(2020, 4, 1)) for one in found] == [1, -4]


def test_reached_are_the_points_whose_day_has_come() -> None:
    assert points_reached(LEFT, date(2020, 3, 30)) == (OutcomePoint.EXIT, OutcomePoint.MONTHS_3)
    assert len(points_reached(LEFT, date(2026, 3, 31))) == len(OutcomePoint)
