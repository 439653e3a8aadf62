"""Outcomes: what became of those who ended, at exit and up to seven years on.

Asker saw that the number in work or education falls after five to seven years; KVINFO asks at exit,
after one and after five years.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


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


class OutcomeStatus(StrEnum):
    """What the person does. UNKNOWN was asked for and not found out."""

    WORK = "work"
    SUBSIDISED = "subsidised_work"
    EDUCATION = "education"
    COURSE = "course"
    NEITHER = "neither"
    MOVED = "moved"
    UNKNOWN = "unknown"


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
