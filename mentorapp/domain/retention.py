"""How long what is kept of people is kept, and what comes after.

The periods are proposals (`docs/privacy.md` tells where from); each office sets its own. Nothing is
ever removed by itself: a coordinator sees what is due and decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length

#: The worklist looks so far ahead.
DAYS_AHEAD = 60
#: No longer than ten years.
MOST_MONTHS = 120


class RetentionKind(StrEnum):
    """What falls due together."""

    WITHDRAWN = "withdrawn"
    """Somebody took back the consent to being registered."""
    APPLICATION = "application"
    """Somebody left before there was any pair."""
    NOTES = "notes"
    """What was written about a pair that has ended: notes, talks, places of meeting."""
    CLEARANCES = "clearances"
    """Who saw a mentor's police certificate and when, and the signed declaration."""
    NEWCOMER = "newcomer"
    """A newcomer who has left."""
    MENTOR = "mentor"
    """A mentor who has left: kept longer, as mentors come back."""
    OTHER = "other"
    """Somebody without a role, as those who live with a newcomer."""
    GUESTS = "guests"
    """Names of an event's guests who are nobody of the register."""
    LOG = "log"
    """The oldest lines of the log; a year of them at a time."""


#: Months after the day that counts.
STANDARD_MONTHS: Mapping[RetentionKind, int] = MappingProxyType(
    {
        RetentionKind.WITHDRAWN: 0,
        RetentionKind.APPLICATION: 6,
        RetentionKind.NOTES: 12,
        RetentionKind.CLEARANCES: 0,
        RetentionKind.NEWCOMER: 24,
        RetentionKind.MENTOR: 36,
        RetentionKind.OTHER: 24,
        RetentionKind.GUESTS: 12,
        RetentionKind.LOG: 24,
    }
)
#: The law gives the day, so that no office can choose another.
FIXED = frozenset({RetentionKind.WITHDRAWN})
#: Due with the person; the other kinds take only a part of what is kept.
OF_PERSONS = frozenset(RetentionKind) - {
    RetentionKind.NOTES,
    RetentionKind.CLEARANCES,
    RetentionKind.GUESTS,
    RetentionKind.LOG,
}
#: Or somebody could do what he likes today and have no trace of it tomorrow.
LEAST_MONTHS = MappingProxyType({RetentionKind.LOG: 12})


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule(Record):
    """The office's own period for a kind; ``changed_by`` and ``changed_on`` answer for it."""

    kind: RetentionKind
    months: int
    changed_on: date
    changed_by: str = ""


class DecisionKind(StrEnum):
    """What was decided instead of removing something."""

    EXTEND = "extend"
    HOLD = "hold"
    """Nothing is removed until the hold is lifted: a complaint, a court case, an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionDecision(Record):
    """Something is kept longer. ``until`` is None for a hold; ``lifted_on`` ends either.

    ``subject_id`` is the person, the pairing for its notes, the event for its guests, or the office
    for its log.
    """

    subject_id: UUID
    kind: DecisionKind
    until: date | None = None
    reason: str
    decided_on: date
    decided_by: str = ""
    lifted_on: date | None = None


class Standing(StrEnum):
    """Where something stands on the worklist."""

    DUE = "due"
    SOON = "soon"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Due:
    """Something falls due: ``since`` is the day it counts from."""

    kind: RetentionKind
    subject_id: UUID
    since: date
    due_on: date
    standing: Standing
    reason: str = ""


def months_for(kind: RetentionKind, rules: Iterable[RetentionRule]) -> int:
    """The office's own period, else the proposed one."""
    own = (one.months for one in rules if one.kind is kind and kind not in FIXED)
    return next(own, STANDARD_MONTHS[kind])


def due(
    kind: RetentionKind,
    subject_id: UUID,
    since: date,
    months: int,
    decisions: Iterable[RetentionDecision],
    today: date,
) -> Due | None:
    """How it stands; None while it is not due within ``DAYS_AHEAD``. A hold always shows."""
    standing = [one for one in decisions if one.lifted_on is None]
    hold = next((one for one in standing if one.kind is DecisionKind.HOLD), None)
    extended = max(
        (one for one in standing if one.until is not None),
        key=lambda one: one.until or date.min,
        default=None,
    )
    due_on = months_later(since, months)
    if extended is not None and extended.until is not None:
        due_on = max(due_on, extended.until)
    if hold is not None:
        return Due(kind, subject_id, since, due_on, Standing.HELD, hold.reason)
    if due_on > today + timedelta(days=DAYS_AHEAD):
        return None
    reason = extended.reason if extended else ""
    state = Standing.DUE if due_on <= today else Standing.SOON
    return Due(kind, subject_id, since, due_on, state, reason)


def check_rule(rule: RetentionRule) -> None:
    """Raise InvalidField for a period the law does not leave open, or that cannot be."""
    least = LEAST_MONTHS.get(rule.kind, 0)
    if rule.kind in FIXED or not least <= rule.months <= MOST_MONTHS:
        allowed = f"{least}–{MOST_MONTHS}"
        raise InvalidField("months", Problem.OUT_OF_RANGE, str(rule.months), allowed)


def check_decision(decision: RetentionDecision, today: date) -> None:
    """Raise InvalidField: a reason is always given, and an extension ends some day."""
    if not decision.reason.strip():
        raise InvalidField("reason", Problem.MISSING)
    check_length("reason", decision.reason, NAME_LIMIT)
    if decision.kind is DecisionKind.HOLD:
        return
    if decision.until is None:
        raise InvalidField("until", Problem.MISSING)
    if not today < decision.until <= months_later(today, MOST_MONTHS):
        raise InvalidField("until", Problem.OUT_OF_RANGE, decision.until.isoformat())
