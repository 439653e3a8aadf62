"""What happened to a person or a pair, day by day, and who wrote it down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.audit import AuditEntry


class TimelineKind(StrEnum):
    """What a line of the timeline is about, in the order of the filter."""

    STATUS = "status"
    PAIRING = "pairing"
    MEETING = "meeting"
    CALL = "call"
    FOLLOW_UP = "follow_up"
    LETTER = "letter"
    INTERVIEW = "interview"
    PLAN = "plan"
    PLACEMENT = "placement"
    BELONGING = "belonging"
    OUTCOME = "outcome"
    CONSENT = "consent"
    CHANGE = "change"


class Happened(StrEnum):
    """What exactly happened; each has its sentence in ``words/timeline.py``."""

    MENTOR_STATUS = "mentor_status"
    NEWCOMER_STATUS = "newcomer_status"
    PROPOSAL_SENT = "proposal_sent"
    PROPOSAL_DECLINED = "proposal_declined"
    PAIR_AGREED = "pair_agreed"
    PAIR_ACTIVE = "pair_active"
    PAIR_COMPLETED = "pair_completed"
    PAIR_ENDED_EARLY = "pair_ended_early"
    AGREEMENT_SIGNED = "agreement_signed"
    START_MEETING = "start_meeting"
    INTERPRETER_ORDERED = "interpreter_ordered"
    RESPONSIBLE = "responsible"
    MET = "met"
    TRIED_TO_MEET = "tried_to_meet"
    DROVE = "drove"
    DRIVING_THEORY = "driving_theory"
    DRIVING_TEST = "driving_test"
    CALLED = "called"
    NOT_REACHED = "not_reached"
    FOLLOW_UP_DONE = "follow_up_done"
    FOLLOW_UP_MOVED = "follow_up_moved"
    PUT_OFF = "put_off"
    LETTER_PRINTED = "letter_printed"
    INTERVIEWED = "interviewed"
    QUOTED = "quoted"
    NETWORK_ASKED = "network_asked"
    QUESTIONS_ANSWERED = "questions_answered"
    BARRIERS_ASKED = "barriers_asked"
    GOAL_SET = "goal_set"
    GOAL_JUDGED = "goal_judged"
    GOAL_CLOSED = "goal_closed"
    STEP_DONE = "step_done"
    PLACEMENT_BEGUN = "placement_begun"
    PLACEMENT_MIDWAY = "placement_midway"
    PLACEMENT_ENDED = "placement_ended"
    INVITED = "invited"
    AT_EVENT = "at_event"
    NOT_AT_EVENT = "not_at_event"
    INTRODUCED = "introduced"
    VISITED = "visited"
    JOINED = "joined"
    LEFT = "left"
    OUTCOME_TOLD = "outcome_told"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CERTIFICATE_SEEN = "certificate_seen"
    CONFIDENTIALITY_SIGNED = "confidentiality_signed"
    TRAINING_DONE = "training_done"
    CONTACT_BEGAN = "contact_began"
    CONTACT_ENDED = "contact_ended"
    REGISTERED = "registered"
    FIELDS_CHANGED = "fields_changed"
    BROUGHT_BACK = "brought_back"


#: What the clock dates, whatever day is taken for today: it has happened.
_BY_THE_CLOCK = frozenset(
    {
        Happened.LETTER_PRINTED,
        Happened.FOLLOW_UP_MOVED,
        Happened.PUT_OFF,
        Happened.REGISTERED,
        Happened.FIELDS_CHANGED,
        Happened.BROUGHT_BACK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Who wrote something down, and at which instant."""

    actor: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line. ``values`` are what its sentence names, ``text`` what somebody wrote.

    ``told_in`` is the field that tells of it, of a record that tells of several things; ``pair``
    the other half where the line is about a pair. ``by`` stands in where nothing traces who wrote
    it.
    """

    day: date
    kind: TimelineKind
    happened: Happened
    record_id: UUID
    told_in: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    text: str = ""
    pairing_id: UUID | None = None
    pairing_number: int = 0
    pair: str = ""
    by: str = ""
    noted: Trace | None = None
    changed: Trace | None = None


def newest_first(entries: Iterable[TimelineEntry], today: date) -> tuple[TimelineEntry, ...]:
    """In the order of the page; what lies ahead has not happened.

    Of one day, what was written down last comes first: ids sort by when they were made.
    """
    past = [one for one in entries if one.day <= today or one.happened in _BY_THE_CLOCK]
    order = {happened: at for at, happened in enumerate(Happened)}
    past.sort(
        key=lambda one: (one.day, one.record_id, order[one.happened]),
        reverse=True,
    )
    return tuple(past)


def traced(
    entries: Iterable[TimelineEntry], traces: Mapping[UUID, Sequence[AuditEntry]]
) -> list[TimelineEntry]:
    """Each line with who wrote it down, and who changed it last if somebody did.

    ``traces`` are the audit rows of each record, oldest first. The name goes from the record to the
    trace: what is traced needs no other name beside it.
    """
    return [_traced(entry, traces.get(entry.record_id, ())) for entry in entries]


def _traced(entry: TimelineEntry, rows: Sequence[AuditEntry]) -> TimelineEntry:
    if entry.told_in:
        telling = [row for row in rows if entry.told_in in row.fields]
        return replace(entry, noted=_trace(telling[-1])) if telling else entry
    first = next((row for row in rows if row.change == "added"), None)
    last = next((row for row in reversed(rows) if row.change == "changed"), None)
    return replace(
        entry,
        noted=_trace(first) if first else None,
        changed=_trace(last) if last and (first is None or last.at != first.at) else None,
    )


def _trace(row: AuditEntry) -> Trace:
    return Trace(actor=row.actor, at=row.at)
