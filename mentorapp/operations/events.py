"""Events: register, change, cancel, list, and what somebody has been to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mentorapp.domain.errors import NotFound
from mentorapp.domain.event_attention import event_attention
from mentorapp.domain.event_errors import AttendanceNoted
from mentorapp.domain.event_figures import EventFacts, EventFigures, GuestFacts, event_figures
from mentorapp.domain.events import (
    NAMELESS,
    Answer,
    Attendance,
    Event,
    EventCounts,
    EventKind,
    Invitation,
    check_event,
    counts,
    reserves,
)
from mentorapp.domain.follow_up import Attention
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import clean, folded
from mentorapp.operations import looks, training
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import counters, records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the list. ``past`` once its last day is over."""

    id: UUID
    event: Event
    counts: EventCounts
    project: str
    past: bool


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest of an event by name; ``number`` is 0 for a guest of a service.

    ``reserve`` is the place among those for whom there is no seat yet, from 1; 0 for the others.
    """

    id: UUID
    invitation: Invitation
    name: str
    number: int
    protected: bool
    reserve: int


@dataclass(frozen=True, slots=True)
class EventFile:
    """All about one event; guests by name."""

    event: Event
    counts: EventCounts
    guests: tuple[GuestRow, ...]
    organisation: str
    project: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One event in a person's history; ``place`` is empty when the person is protected."""

    id: UUID
    event_id: UUID
    number: int
    name: str
    kind: EventKind
    starts_at: datetime
    place: str
    answer: Answer
    attendance: Attendance
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Deleted:
    """An event with its guests, for ``restore``."""

    event: Event
    invitations: tuple[Invitation, ...]


def rows(tx: Transaction, today: date) -> list[EventRow]:
    """Every event, the newest first."""
    guests: dict[UUID, list[Invitation]] = defaultdict(list)
    for invitation in records.find(tx, Invitation):
        guests[invitation.event_id].append(invitation)
    projects = dict(project_choices(tx))
    return [
        EventRow(
            id=event.id,
            event=event,
            counts=counts(event, guests[event.id]),
            project=projects.get(event.project_id, "") if event.project_id else "",
            past=event.last_day < today,
        )
        for event in sorted(
            records.find(tx, Event), key=lambda one: (one.starts_at, one.number), reverse=True
        )
    ]


def read(tx: Transaction, event_id: UUID) -> EventFile:
    """One event with its guests; NotFound."""
    event = records.get(tx, Event, event_id)
    invitations = records.find(tx, Invitation, event_id=event_id)
    people = records.by_id(
        records.find(tx, Person, id={one.person_id for one in invitations if one.person_id})
    )
    levels = shields.protections(tx)
    looks.listed(tx, "events.read", people)
    waiting = {one.id: at for at, one in enumerate(reserves(event, invitations), start=1)}

    def row(one: Invitation) -> GuestRow:
        person = people.get(one.person_id) if one.person_id else None
        return GuestRow(
            id=one.id,
            invitation=one,
            name=person.name if person else one.guest,
            number=person.number if person else 0,
            protected=person is not None and person.id in levels,
            reserve=waiting.get(one.id, 0),
        )

    organisation = (
        records.get(tx, Organisation, event.organisation_id).name if event.organisation_id else ""
    )
    return EventFile(
        event=event,
        counts=counts(event, invitations),
        guests=tuple(sorted(map(row, invitations), key=lambda one: (folded(one.name), one.number))),
        organisation=organisation,
        project=dict(project_choices(tx)).get(event.project_id, "") if event.project_id else "",
    )


def by_number(tx: Transaction, text: str) -> Event:
    """The event with this number; NumberMistyped, NumberOfAnotherKind or NotFound."""
    found = records.find(tx, Event, number=read_number(text, NumberKind.EVENT))
    if not found:
        raise NotFound("event", text)
    return found[0]


def project_choices(tx: Transaction) -> list[tuple[UUID, str]]:
    """Named projects an event can be tagged with, by name."""
    return sorted(
        ((one.id, one.name) for one in records.find(tx, Project)), key=lambda one: folded(one[1])
    )


def of_person(tx: Transaction, person_id: UUID) -> list[Visit]:
    """The events somebody was invited to, the newest first.

    Where the events of a protected person are is left out: it would tell where he will be.
    """
    hidden = shields.protection_of(tx, person_id) is not Protection.NONE
    invitations = records.find(tx, Invitation, person_id=person_id)
    events = records.by_id(records.find(tx, Event, id={one.event_id for one in invitations}))
    visits = [
        Visit(
            id=one.id,
            event_id=event.id,
            number=event.number,
            name=event.name,
            kind=event.kind,
            starts_at=event.starts_at,
            place="" if hidden else event.place,
            answer=one.answer,
            attendance=one.attendance,
            cancelled=event.cancelled_on is not None,
        )
        for one in invitations
        if (event := events.get(one.event_id))
    ]
    return sorted(visits, key=lambda one: (one.starts_at, one.number), reverse=True)


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> EventFigures:
    """What the events of a period come to; see ``EventFigures`` for each figure's definition."""
    guests: dict[UUID, list[GuestFacts]] = defaultdict(list)
    for one in records.find(tx, Invitation):
        named = one.id if one.guest == NAMELESS else (folded(one.guest), folded(one.service))
        who = one.person_id or named
        guests[one.event_id].append(GuestFacts(who, one.answer, one.attendance, one.service))
    facts = [
        EventFacts(
            kind=event.kind,
            day=event.day,
            last_day=event.last_day,
            guests=guests[event.id],
            childcare=event.childcare,
        )
        for event in records.find(tx, Event, cancelled_on=None)
    ]
    return event_figures(facts, first, last, today)


def attention(tx: Transaction, today: date) -> list[Attention]:
    """Answers to ask for and attendance to note, for the list of the day."""
    found = (event_attention(row.event, row.counts, today) for row in rows(tx, today))
    return [one for one in found if one is not None]


@intention
def save(tx: Transaction, event: Event, today: date) -> Event:
    """Register a new event (its number is 0) or change one.

    Another kind or day changes what those who were there have as training.
    """
    event = replace(
        event,
        name=clean(event.name),
        place=clean(event.place),
        description=clean(event.description),
    )
    check_event(event, today)
    if not event.number:
        number = counters.next_numbers(tx, NumberKind.EVENT)[0]
        return records.add(tx, replace(event, number=number))
    noted = _present(tx, event.id)
    if noted and (event.day > today or event.cancelled_on is not None):
        raise AttendanceNoted(len(noted))
    saved = records.amend(tx, event)
    for invitation in noted:
        training.settle(tx, saved, invitation)
    return saved


@intention
def cancel(tx: Transaction, event_id: UUID, today: date) -> Event:
    """It does not take place; it stays in the log with those who were invited.

    Raises AttendanceNoted when somebody was there.
    """
    return save(tx, replace(records.get(tx, Event, event_id), cancelled_on=today), today)


@intention
def uncancel(tx: Transaction, event_id: UUID, today: date) -> Event:
    """It takes place after all."""
    return save(tx, replace(records.get(tx, Event, event_id), cancelled_on=None), today)


@intention
def delete(tx: Transaction, event_id: UUID) -> Deleted:
    """Take an event registered by mistake away with its invitations; returns what was.

    Raises AttendanceNoted when somebody was there: what took place is kept.
    """
    noted = _present(tx, event_id)
    if noted:
        raise AttendanceNoted(len(noted))
    event = records.get(tx, Event, event_id)
    invitations = records.find(tx, Invitation, event_id=event_id)
    records.remove_all(tx, Invitation, [(one.id, one.version) for one in invitations])
    records.remove(tx, event)
    return Deleted(event, tuple(invitations))


@intention
def restore(tx: Transaction, deleted: Deleted) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, deleted.event)
    for invitation in deleted.invitations:
        records.restore(tx, invitation)


def _present(tx: Transaction, event_id: UUID) -> Sequence[Invitation]:
    return records.find(tx, Invitation, event_id=event_id, attendance=Attendance.PRESENT)
