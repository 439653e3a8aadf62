"""Pairings: the pair, from the agreement to the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, PairingClosed, Problem
from mentorapp.domain.proposals import Reason
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


class PairingStatus(StrEnum):
    """AGREED until the first meeting is logged or the start is recorded."""

    AGREED = "agreed"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"


RUNNING = frozenset({PairingStatus.AGREED, PairingStatus.ACTIVE})


class EndReason(StrEnum):
    """Why a pair stopped before its time."""

    MOVED = "moved"
    WORK_OR_STUDY = "work_or_study"
    NO_TIME = "no_time"
    ILLNESS_OR_FAMILY = "personal_reasons"
    DID_NOT_FIT = "did_not_fit"
    NO_CONTACT = "no_contact"
    OTHER = "other"


class Initiator(StrEnum):
    """Who wanted to stop."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"
    BOTH = "both"
    OFFICE = "office"


class Side(StrEnum):
    """Who stands on a side of a pair: one person, or all who live with that person."""

    PERSON = "person"
    HOUSEHOLD = "household"


#: Who stands on the mentor's and on the newcomer's side.
Sides = tuple[Side, Side]
PERSONS: Sides = (Side.PERSON, Side.PERSON)


class Fit(StrEnum):
    """How the two get on, asked after some weeks."""

    UNKNOWN = "unknown"
    GOOD = "good"
    DECIDING = "still_deciding"
    NOT_GOOD = "not_good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Record):
    """A mentor and a newcomer in a scheme.

    ``start_meeting_at`` is the wall clock of the place, without zone: an appointment stays at ten
    o'clock whatever happens to summer time. ``score``, ``reasons``, ``points`` and ``weights`` are
    the proposal's, kept as they were.
    """

    number: int = 0
    proposal_id: UUID | None = None
    scheme_id: UUID
    mentor_id: UUID
    newcomer_id: UUID
    status: PairingStatus = PairingStatus.AGREED
    agreed_on: date
    agreement_signed_on: date | None = None
    start_meeting_at: datetime | None = None
    start_meeting_place: str = ""
    interpreter_ordered_on: date | None = None
    started_on: date | None = None
    planned_end: date | None = None
    ended_on: date | None = None
    end_reason: EndReason | None = None
    end_initiator: Initiator | None = None
    end_note: str = ""
    fit: Fit = Fit.UNKNOWN
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, str] = field(default_factory=dict)
    mentor_side: Side = Side.PERSON
    newcomer_side: Side = Side.PERSON
    project_id: UUID | None = None
    notes: str = ""

    @property
    def is_running(self) -> bool:
        """Agreed or active."""
        return self.status in RUNNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Record):
    """Which coordinator had the pairing from when to when (None: still), and who stands in."""

    pairing_id: UUID
    coordinator: str
    from_date: date
    to_date: date | None = None
    stand_in: str = ""


def months_later(day: date, months: int) -> date:
    """The same day of the month ``months`` on, or the last one there is (31 January + 1)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def check_running(pairing: Pairing) -> None:
    """Raise PairingClosed when the pairing has ended."""
    if not pairing.is_running:
        raise PairingClosed(pairing.number)


def check_pairing(pairing: Pairing, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    for name in ("agreed_on", "agreement_signed_on", "started_on", "ended_on"):
        day = getattr(pairing, name)
        if day is not None and day > today:
            raise InvalidField(name, Problem.IN_FUTURE, day.isoformat())
    for name in ("planned_end", "ended_on"):
        day = getattr(pairing, name)
        if day is not None and day < pairing.agreed_on:
            raise InvalidField(name, Problem.BEFORE_START, day.isoformat())
    if pairing.planned_end is not None and pairing.planned_end > months_later(today, 120):
        raise InvalidField("planned_end", Problem.TOO_FAR_AHEAD, pairing.planned_end.isoformat())
    check_length("start_meeting_place", pairing.start_meeting_place, NAME_LIMIT)
