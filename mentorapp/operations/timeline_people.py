"""What the timeline tells of somebody: roles, consents, calls, talks, outcomes, contacts."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.calls import Call
from mentorapp.domain.consents import Consent
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.statuses import StatusChange
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: What a mentor has shown or done, by the field that holds its day.
CLEARANCES = {
    "certificate_seen_on": Happened.CERTIFICATE_SEEN,
    "confidentiality_signed_on": Happened.CONFIDENTIALITY_SIGNED,
    "training_done_on": Happened.TRAINING_DONE,
}


def roles(
    tx: Transaction, mentors: Sequence[Mentor], newcomers: Sequence[Newcomer]
) -> Iterator[TimelineEntry]:
    """The steps of both roles, and what a mentor has shown."""
    as_mentor = {one.id for one in mentors}
    ids = [*as_mentor, *(one.id for one in newcomers)]
    for change in records.find(tx, StatusChange, subject_id=ids):
        is_mentor = change.subject_id in as_mentor
        yield TimelineEntry(
            day=change.changed_on,
            kind=TimelineKind.STATUS,
            happened=Happened.MENTOR_STATUS if is_mentor else Happened.NEWCOMER_STATUS,
            record_id=change.id,
            values={"status": (MentorStatus if is_mentor else NewcomerStatus)(change.status)},
            text=change.comment,
            by=change.actor,
        )
    for mentor in mentors:
        for name, happened in CLEARANCES.items():
            yield from day_of(mentor, name, TimelineKind.CONSENT, happened)


def registered(person: Person, traces: Sequence[AuditEntry]) -> Iterator[TimelineEntry]:
    """That somebody without a role was entered: a role tells it with its first step."""
    for row in traces:
        if row.change == "added":
            yield TimelineEntry(
                day=row.at.astimezone().date(),
                kind=TimelineKind.STATUS,
                happened=Happened.REGISTERED,
                record_id=person.id,
            )


def consents(tx: Transaction, person_id: UUID) -> Iterator[TimelineEntry]:
    """What was agreed to, and what was taken back."""
    for one in records.find(tx, Consent, person_id=person_id):
        values = {"purpose": one.purpose, "basis": one.basis}
        kind = TimelineKind.CONSENT
        yield from day_of(one, "given_on", kind, Happened.CONSENT_GIVEN, values)
        yield from day_of(one, "withdrawn_on", kind, Happened.CONSENT_WITHDRAWN, values)


def calls(tx: Transaction, person_id: UUID) -> Iterator[TimelineEntry]:
    """The calls with somebody."""
    return map(called, records.find(tx, Call, person_id=person_id))


def called(call: Call) -> TimelineEntry:
    """A call, and whether anybody answered."""
    return TimelineEntry(
        day=call.called_on,
        kind=TimelineKind.CALL,
        happened=Happened.CALLED if call.reached else Happened.NOT_REACHED,
        record_id=call.id,
        text=call.note,
        by=call.called_by,
    )


def interviews(tx: Transaction, **about: UUID) -> Iterator[TimelineEntry]:
    """Interviews of a person or about a pairing, and what was said that may be quoted."""
    for one in records.find(tx, Interview, **about):
        yield TimelineEntry(
            day=one.held_on,
            kind=TimelineKind.INTERVIEW,
            happened=Happened.INTERVIEWED,
            record_id=one.id,
            values={"who": one.held_by},
        )
    if "person_id" in about:
        for quote in records.find(tx, Quote, **about):
            yield TimelineEntry(
                day=quote.said_on,
                kind=TimelineKind.INTERVIEW,
                happened=Happened.QUOTED,
                record_id=quote.id,
                text=quote.text,
            )


def networks(tx: Transaction, **about: UUID) -> Iterator[TimelineEntry]:
    """When the network was asked about."""
    for one in records.find(tx, NetworkCheck, **about):
        yield TimelineEntry(
            day=one.asked_on,
            kind=TimelineKind.INTERVIEW,
            happened=Happened.NETWORK_ASKED,
            record_id=one.id,
            values={"stage": one.stage},
            text=one.note,
        )


def outcomes(
    tx: Transaction, person_id: UUID, level: Protection, **about: object
) -> Iterator[TimelineEntry]:
    """What became of somebody; ``about`` narrows to an exit. Notes of the protected are left out.

    The answer itself is among the values: its sentence is that of the other lists.
    """
    found = records.find(tx, Outcome, person_id=person_id, **about)
    schemes = records.by_id(records.find(tx, Scheme, id={one.scheme_id for one in found}))
    for one in found:
        yield TimelineEntry(
            day=one.asked_on,
            kind=TimelineKind.OUTCOME,
            happened=Happened.OUTCOME_TOLD,
            record_id=one.id,
            values={"scheme": schemes[one.scheme_id], "point": one.point, "answer": one},
            text=one.note if level is Protection.NONE else "",
        )


def contacts(tx: Transaction, person_id: UUID, level: Protection) -> Iterator[TimelineEntry]:
    """Who began and ceased to help; of a strictly confidential person only in which role."""
    for one in records.find(tx, ContactPoint, person_id=person_id):
        name = "" if level is Protection.STRICT else one.name
        values = {"role": one.role, "name": name}
        kind = TimelineKind.BELONGING
        yield from day_of(one, "since", kind, Happened.CONTACT_BEGAN, values)
        yield from day_of(one, "until", kind, Happened.CONTACT_ENDED, values)


def day_of(
    record: Record,
    name: str,
    kind: TimelineKind,
    happened: Happened,
    values: Mapping[str, object] | None = None,
    text: str = "",
) -> Iterator[TimelineEntry]:
    """A line for a field that holds a day; none while it is empty."""
    day = getattr(record, name)
    if day is not None:
        yield TimelineEntry(
            day=day,
            kind=kind,
            happened=happened,
            record_id=record.id,
            told_in=name,
            values=values or {},
            text=text,
        )
