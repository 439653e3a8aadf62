"""Outcomes: what became of those who ended, at exit and up to seven years on.

Asker saw that the number in work or education falls after five to seven years; KVINFO asks at exit,
after one and after five years.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem, ProtectedLocation
from mentorapp.domain.pairings import months_later
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.text import NOTE_LIMIT, check_length

#: A question is put so long before its day.
AHEAD = timedelta(days=14)
#: Nobody works more than all hours of a week.
MOST_WEEKLY_MINUTES = 7 * 24 * 60


class OutcomePoint(StrEnum):
    """When somebody is asked, counted from the exit."""

    EXIT = "exit"
    MONTHS_3 = "months_3"
    YEAR_1 = "year_1"
    YEAR_2 = "year_2"
    YEAR_3 = "year_3"
    YEAR_4 = "year_4"
    YEAR_5 = "year_5"
    YEAR_6 = "year_6"
    YEAR_7 = "year_7"

    @property
    def months(self) -> int:
        """How many months after the exit."""
        return _MONTHS[self]


_MONTHS = dict(zip(OutcomePoint, (0, 3, 12, 24, 36, 48, 60, 72, 84), strict=True))


class OutcomeStatus(StrEnum):
    """What the person does. UNKNOWN was asked for and not found out."""

    WORK = "work"
    SUBSIDISED = "subsidised_work"
    EDUCATION = "education"
    COURSE = "course"
    NEITHER = "neither"
    MOVED = "moved"
    UNKNOWN = "unknown"


#: Work with hours and relevance.
WORKING = frozenset({OutcomeStatus.WORK, OutcomeStatus.SUBSIDISED})
#: An answer was written down, and yet nobody knows what the person does.
NOT_KNOWN = frozenset({OutcomeStatus.UNKNOWN, OutcomeStatus.MOVED})


class Relevance(StrEnum):
    """Whether the work uses what the person can."""

    NOT_ASKED = "not_asked"
    RELEVANT = "relevant"
    NOT_RELEVANT = "not_relevant"


class OutcomeSource(StrEnum):
    """Who told it."""

    PERSON = "person"
    MENTOR = "mentor"
    CASE_OFFICER = "case_officer"
    EMPLOYER = "employer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """One answer for one point after one exit from one scheme.

    ``weekly_minutes`` of work where there is any. ``exit_on`` is the exit the point is counted
    from: somebody who starts again and ends again has a new one.
    """

    person_id: UUID
    scheme_id: UUID
    exit_on: date
    point: OutcomePoint
    status: OutcomeStatus
    weekly_minutes: int | None = None
    relevance: Relevance = Relevance.NOT_ASKED
    source: OutcomeSource = OutcomeSource.PERSON
    asked_on: date
    note: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the answer tells what the person does; moved away and not found out do not."""
        return self.status not in NOT_KNOWN


def due_on(exit_on: date, point: OutcomePoint) -> date:
    """The day the question is due."""
    return months_later(exit_on, point.months)


def check_outcome(outcome: Outcome, today: date, protection: Protection) -> None:
    """Raise InvalidField at the first field that cannot be right.

    A note could tell where a protected person is (ProtectedLocation): the status has to do.
    """
    if outcome.asked_on > today:
        raise InvalidField("asked_on", Problem.IN_FUTURE, outcome.asked_on.isoformat())
    first = max(outcome.exit_on, due_on(outcome.exit_on, outcome.point) - AHEAD)
    if outcome.asked_on < first:
        raise InvalidField("asked_on", Problem.BEFORE_START, outcome.asked_on.isoformat())
    hours = outcome.weekly_minutes
    if hours is not None and not 0 < hours <= MOST_WEEKLY_MINUTES:
        raise InvalidField("weekly_minutes", Problem.OUT_OF_RANGE, f"{hours / 60:g}")
    check_length("note", outcome.note, NOTE_LIMIT)
    if outcome.note and protection is not Protection.NONE:
        raise ProtectedLocation("note")
