from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorapp.domain.absences import Absence, StandIn, check_absence, stand_in_for
from mentorapp.domain.errors import InvalidField, Problem

FIRST, LAST, DAY = date(2026, 11, 20), date(2026, 11, 27), timedelta(days=1)
AWAY = Absence(coordinator="Mona", stand_in="Jon", from_date=FIRST, to_date=LAST)


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        (FIRST - DAY, None),
        (FIRST, StandIn("Jon", LAST)),
        (LAST, StandIn("Jon", LAST)),
        (LAST + DAY, None),
    ],
)
def test_the_stand_in_answers_from_the_first_to_the_last_day(
    day: date, answers: StandIn | None
) -> None:
    assert stand_in_for("Mona", [AWAY], day) == answers
    assert stand_in_for("Åse", [AWAY], day) is None


def test_without_a_last_day_the_absence_goes_on() -> None:
    open_end = replace(AWAY, to_date=None)
    assert stand_in_for("Mona", [open_end], date(2030, 1, 1)) == StandIn("Jon")


def test_of_two_absences_the_one_that_began_last_counts() -> None:
    later = replace(AWAY, stand_in="Åse", from_date=FIRST + DAY)
    assert stand_in_for("Mona", [later, AWAY], LAST) == StandIn("Åse", LAST)


def test_whoever_was_named_for_the_pair_goes_before_unless_away_too() -> None:
    other = Absence(coordinator="Åse", stand_in="Per", from_date=FIRST)
    assert stand_in_for("Mona", [AWAY], FIRST, "Åse") == StandIn("Åse", LAST)
    assert stand_in_for("Mona", [AWAY, other], FIRST, "Åse") == StandIn("Jon", LAST)
    assert stand_in_for("Mona", [AWAY], FIRST - DAY, "Åse") is None


def test_for_a_stand_in_who_is_away_too_the_next_one_answers() -> None:
    jon = Absence(coordinator="Jon", stand_in="Åse", from_date=LAST - DAY, to_date=LAST + DAY)
    ase = Absence(coordinator="Åse", stand_in="Per", from_date=LAST)
    assert stand_in_for("Mona", [AWAY, jon, ase], LAST - 2 * DAY) == StandIn("Jon", LAST)
    assert stand_in_for("Mona", [AWAY, jon, ase], LAST - DAY) == StandIn("Åse", LAST)
    assert stand_in_for("Mona", [AWAY, jon, ase], LAST, "Jon") == StandIn("Per", LAST)


def test_nobody_answers_while_all_who_stand_in_for_each_other_are_away() -> None:
    jon = Absence(coordinator="Jon", stand_in="Åse", from_date=FIRST)
    for last in ("Mona", "Jon"):
        ase = Absence(coordinator="Åse", stand_in=last, from_date=FIRST)
        assert stand_in_for("Mona", [AWAY, jon, ase], LAST) == StandIn("", LAST)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"coordinator": " "}, "coordinator", Problem.MISSING),
        ({"stand_in": ""}, "stand_in", Problem.MISSING),
        ({"stand_in": "x" * 500}, "stand_in", Problem.TOO_LONG),
        ({"stand_in": "Mona"}, "stand_in", Problem.SAME_PERSON),
        ({"to_date": FIRST - DAY}, "to_date", Problem.BEFORE_START),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_absence(replace(AWAY, **changes))  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.problem) == (field, problem)
