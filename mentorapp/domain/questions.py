"""Questions: whom to ask now what became of him or her, and for which point after the exit."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.exits import Exit
from mentorapp.domain.outcomes import AHEAD, Outcome, OutcomePoint, OutcomeStatus, due_on
from mentorapp.domain.pairings import months_later

#: The last one stays on it for so many months.
LAST_MONTHS = 12
#: No question is open longer: an answer to it was asked for within these days.
OPEN_FOR = AHEAD + timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Question:
    """To be asked on ``due``; days late are negative before it."""

    left: Exit
    point: OutcomePoint
    due: date

    def days_late(self, today: date) -> int:
        """How long it has been due."""
        return (today - self.due).days


def points_reached(left: Exit, today: date) -> tuple[OutcomePoint, ...]:
    """The points whose day has come."""
    return tuple(point for point in OutcomePoint if due_on(left.exit_on, point) <= today)


def point_now(left: Exit, today: date) -> OutcomePoint | None:
    """The point to ask for today: the last one whose two weeks of notice have begun.

    One question at a time: what nobody asked for after three months is not asked for after a year,
    when nobody would remember. The last one lapses after a year.
    """
    begun = [point for point in OutcomePoint if due_on(left.exit_on, point) - AHEAD <= today]
    last = OutcomePoint.YEAR_7
    if not begun:
        return None
    if today > months_later(due_on(left.exit_on, last), LAST_MONTHS):
        return None
    return begun[-1]


def questions(
    exits: Iterable[Exit], answers: Collection[Outcome], today: date
) -> tuple[Question, ...]:
    """Every question to be asked now, the one that is longest due first.

    Who has moved away is not asked again after that exit.
    """
    answered = {(one.person_id, one.scheme_id, one.exit_on, one.point) for one in answers}
    moved = {
        Exit(one.person_id, one.scheme_id, one.exit_on)
        for one in answers
        if one.status is OutcomeStatus.MOVED
    }
    found = []
    for left in exits:
        point = point_now(left, today)
        if point is None or left in moved:
            continue
        if (left.person_id, left.scheme_id, left.exit_on, point) not in answered:
            found.append(Question(left, point, due_on(left.exit_on, point)))
    return tuple(sorted(found, key=lambda one: (one.due, one.left)))
