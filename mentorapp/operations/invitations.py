"""Guests of events: invite them, note what they answer and who was there."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.event_errors import (
    AlreadyInvited,
    AttendanceNoted,
    EventIsCancelled,
    NobodyToInvite,
)
from mentorapp.domain.event_filters import EventFilter
from mentorapp.domain.events import Answer, Attendance, Event, Invitation, check_invitation
from mentorapp.domain.people import Person
from mentorapp.domain.text import clean, folded
from mentorapp.operations import guests, training
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def invite(
    tx: Transaction,
    event_id: UUID,
    wanted: EventFilter,
    today: date,
    only: Collection[UUID] | None = None,
) -> list[Invitation]:
    """Invite all whom the filter takes and who are not invited yet; see ``guests.preview``.

    ``only`` are the people chosen among them. Raises NobodyToInvite when that is nobody.
    """
    event = _open_event(tx, event_id)
    found = [
        one
        for one in guests.preview(tx, event_id, wanted, today).people
        if only is None or one.id in only
    ]
    if not found:
        raise NobodyToInvite
    made = [
        Invitation(event_id=event.id, person_id=one.id, invited_on=_invited_on(event, today))
        for one in found
    ]
    records.add_all(tx, made)
    return made


@intention
def invite_person(tx: Transaction, event_id: UUID, person_id: UUID, today: date) -> Invitation:
    """Invite one person. Raises AlreadyInvited."""
    event = _open_event(tx, event_id)
    person = records.get(tx, Person, person_id)
    if records.find(tx, Invitation, event_id=event_id, person_id=person_id):
        raise AlreadyInvited(person.name)
    invitation = Invitation(
        event_id=event_id, person_id=person_id, invited_on=_invited_on(event, today)
    )
    return records.add(tx, invitation)


@intention
def invite_guest(
    tx: Transaction, event_id: UUID, guest: str, service: str, today: date
) -> Invitation:
    """Invite somebody who is not in the register, such as NAV's people. Raises AlreadyInvited."""
    event = _open_event(tx, event_id)
    invitation = Invitation(
        event_id=event_id,
        guest=clean(guest),
        service=_known_service(tx, clean(service)),
        invited_on=_invited_on(event, today),
    )
    check_invitation(invitation, event, today)
    there = records.find(tx, Invitation, event_id=event_id, person_id=None)
    key = folded(invitation.guest), folded(invitation.service)
    if any((folded(one.guest), folded(one.service)) == key for one in there):
        raise AlreadyInvited(invitation.guest)
    return records.add(tx, invitation)


def services(tx: Transaction) -> list[str]:
    """The services guests have come from, to choose from."""
    found = {one.service for one in records.find(tx, Invitation, person_id=None)}
    return sorted(filter(None, found), key=folded)


@intention
def answer(
    tx: Transaction, invitation_id: UUID, said: Answer, today: date, on: date | None = None
) -> Invitation:
    """Note what the guest answered, on which day (today); NONE takes it back."""
    invitation = records.get(tx, Invitation, invitation_id)
    if said is invitation.answer and on is None:
        return invitation
    told = None if said is Answer.NONE else on or today
    return _save(tx, replace(invitation, answer=said, answered_on=told), today)


@intention
def note(tx: Transaction, invitation_id: UUID, attendance: Attendance, today: date) -> Invitation:
    """Note whether the guest was there; NOT_NOTED takes it back.

    At a training for mentors this is what the mentor's training is.
    """
    invitation = records.get(tx, Invitation, invitation_id)
    return _save(tx, replace(invitation, attendance=attendance), today)


@intention
def note_yes_present(tx: Transaction, event_id: UUID, today: date) -> list[Invitation]:
    """All who said yes and of whom nothing is noted were there. Returns them as they were."""
    before = records.find(
        tx, Invitation, event_id=event_id, answer=Answer.YES, attendance=Attendance.NOT_NOTED
    )
    for one in before:
        note(tx, one.id, Attendance.PRESENT, today)
    return before


@intention
def put_back(tx: Transaction, before: Sequence[Invitation], today: date) -> None:
    """Undo: answer and attendance of these guests as they were handed in."""
    for one in before:
        now = records.get(tx, Invitation, one.id)
        _save(
            tx,
            replace(
                now,
                answer=one.answer,
                answered_on=one.answered_on,
                attendance=one.attendance,
                letter_on=one.letter_on,
            ),
            today,
        )


@intention
def letters_printed(tx: Transaction, ids: Sequence[UUID], today: date) -> list[Invitation]:
    """The letters to these guests were printed. Returns the invitations as they were."""
    before = records.find(tx, Invitation, id=ids)
    records.amend_all(tx, [(one, replace(one, letter_on=today)) for one in before])
    return before


@intention
def withdraw(tx: Transaction, invitation_id: UUID) -> Invitation:
    """Take a guest off the list; returns what was.

    Raises AttendanceNoted for somebody who was there: that is taken back first.
    """
    held = records.get(tx, Invitation, invitation_id)
    if held.attendance is Attendance.PRESENT:
        raise AttendanceNoted(1)
    records.remove(tx, held)
    return held


@intention
def restore(tx: Transaction, invitations: Sequence[Invitation]) -> None:
    """Undo ``withdraw``: hand in what it returned."""
    for one in invitations:
        records.restore(tx, one)


@intention
def uninvite(tx: Transaction, invitations: Sequence[Invitation]) -> None:
    """Undo ``invite``. Raises ChangedMeanwhile when one of them has answered since."""
    records.remove_all(tx, Invitation, [(one.id, one.version) for one in invitations])


def _save(tx: Transaction, invitation: Invitation, today: date) -> Invitation:
    event = records.get(tx, Event, invitation.event_id)
    check_invitation(invitation, event, today)
    return training.settle(tx, event, records.amend(tx, invitation))


def _open_event(tx: Transaction, event_id: UUID) -> Event:
    event = records.get(tx, Event, event_id)
    if event.cancelled_on is not None:
        raise EventIsCancelled(event.number)
    return event


def _invited_on(event: Event, today: date) -> date:
    """For an event of before that is typed in later: not after it began."""
    return min(today, event.day)


def _known_service(tx: Transaction, typed: str) -> str:
    """As it was written first, so that "nav" and "NAV" are one service in the figures."""
    return next((one for one in services(tx) if folded(one) == folded(typed)), typed)
