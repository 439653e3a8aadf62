"""What only the audit tells: fields that were changed, and what was put off, by whom and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.postponements import Postponement
from mentorapp.domain.records import Record
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind, Trace
from mentorapp.operations.timeline_pairs import Pair, beside
from mentorapp.operations.timeline_people import CLEARANCES
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

_Traces = Mapping[UUID, Sequence[AuditEntry]]

#: Fields whose change another line tells, as long as they hold something: what was taken away again
#: is told here.
_TOLD: Mapping[type[Record], frozenset[str]] = {
    Mentor: frozenset({"status", "certificate_seen_by"}),
    Newcomer: frozenset({"status"}),
    Pairing: frozenset(
        {
            "status",
            "started_on",
            "ended_on",
            "end_reason",
            "end_initiator",
            "end_note",
            "agreement_signed_on",
            "start_meeting_at",
            "interpreter_ordered_on",
        }
    ),
}


def fields(watched: Mapping[UUID, Record], traces: _Traces) -> Iterator[TimelineEntry]:
    """One line for each save that changed something no other line tells, and for each return.

    What one save changed in several records (a person, the contact details) is one line.
    """
    saves: dict[tuple[object, str], list[AuditEntry]] = defaultdict(list)
    for record_id in watched:
        for row in traces.get(record_id, ()):
            saves[row.at, row.actor].append(row)
    for rows in saves.values():
        names = [
            name
            for row in rows
            if row.change == "changed"
            for name in row.fields
            if name not in _told(watched[row.record_id])
        ]
        kind = TimelineKind.CHANGE
        if names:
            told = _line(rows[0], kind, Happened.FIELDS_CHANGED)
            yield replace(told, values={"fields": tuple(dict.fromkeys(names))})
        elif any(row.change == "restored" for row in rows):
            yield _line(rows[0], kind, Happened.BROUGHT_BACK)


def moved(
    follow_ups: Iterable[FollowUp], traces: _Traces, pairs: Mapping[UUID, Pair]
) -> Iterator[TimelineEntry]:
    """Follow-ups that were put off."""
    for one in follow_ups:
        for row in traces.get(one.id, ()):
            if row.change == "changed" and "due" in row.fields:
                told = _line(row, TimelineKind.FOLLOW_UP, Happened.FOLLOW_UP_MOVED)
                yield beside(pairs[one.pairing_id], replace(told, values={"about": one.kind}))


def put_off(tx: Transaction, subjects: Mapping[UUID, Pair | None]) -> Iterator[TimelineEntry]:
    """Lines of Today about these subjects that were put off with a reason."""
    found = records.by_id(records.find(tx, Postponement, subject_id=list(subjects)))
    for row in records.traces(tx, *found):
        if row.change != "added":
            continue
        one = found[row.record_id]
        told = replace(
            _line(row, TimelineKind.FOLLOW_UP, Happened.PUT_OFF),
            values={"about": one.kind, "until": one.until},
            text=one.reason,
        )
        pair = subjects[one.subject_id]
        yield told if pair is None else beside(pair, told)


def _told(record: Record) -> frozenset[str]:
    told = _TOLD.get(type(record), frozenset())
    if isinstance(record, Mentor):
        return told | {name for name in CLEARANCES if getattr(record, name) is not None}
    if isinstance(record, Pairing):
        return frozenset(name for name in told if getattr(record, name) not in (None, ""))
    return told


def _line(row: AuditEntry, kind: TimelineKind, happened: Happened) -> TimelineEntry:
    return TimelineEntry(
        day=row.at.astimezone().date(),
        kind=kind,
        happened=happened,
        record_id=row.record_id,
        noted=Trace(actor=row.actor, at=row.at),
    )
