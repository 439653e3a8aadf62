"""Meetings: log one, mend one, take one back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.meetings import Meeting, check_meeting
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.protection import check_place
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, pairings
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def log(tx: Transaction, meeting: Meeting, today: date) -> Meeting:
    """Record a meeting that has taken place; the first one with contact starts the pairing.

    Handing in the same meeting (by id) twice writes it once, so that a retry is safe.
    """
    stored = records.find(tx, Meeting, id=meeting.id)
    if stored:
        return stored[0]
    meeting, pairing = _checked(tx, meeting, today)
    added = records.add(tx, replace(meeting, logged_by=meeting.logged_by or tx.actor))
    if added.counts:
        _begin(tx, pairing, added.held_on, today)
    return added


def read(tx: Transaction, meeting_id: UUID) -> Meeting:
    """One meeting; NotFound."""
    return records.get(tx, Meeting, meeting_id)


@intention
def amend(tx: Transaction, meeting: Meeting, today: date) -> Meeting:
    """Mend what was mistyped."""
    meeting, _ = _checked(tx, meeting, today)
    return records.amend(tx, meeting)


@intention
def remove(tx: Transaction, meeting_id: UUID) -> Meeting:
    """Take a meeting back; returns it, for ``restore``.

    A pairing that it had begun has begun with the next one, or has only been agreed again.
    """
    meeting = records.get(tx, Meeting, meeting_id)
    records.remove(tx, meeting)
    pairing = records.get(tx, Pairing, meeting.pairing_id)
    if pairing.status is PairingStatus.ACTIVE and pairing.started_on == meeting.held_on:
        others = [one for one in records.find(tx, Meeting, pairing_id=pairing.id) if one.counts]
        if others:
            first = min(one.held_on for one in others)
            records.amend(tx, replace(pairing, started_on=first))
        else:
            agreed = replace(pairing, status=PairingStatus.AGREED, started_on=None)
            pairings.note_status(tx, records.amend(tx, agreed), meeting.held_on)
    return meeting


@intention
def restore(tx: Transaction, meeting: Meeting) -> Meeting:
    """Undo ``remove``."""
    restored = records.restore(tx, meeting)
    if restored.counts:
        pairing = records.get(tx, Pairing, restored.pairing_id)
        _begin(tx, pairing, restored.held_on, restored.held_on)
    return restored


def _begin(tx: Transaction, pairing: Pairing, held_on: date, today: date) -> None:
    """The first meeting starts the pairing; one from before, typed later, moves its start back."""
    if pairing.status is PairingStatus.AGREED:
        pairings.started(tx, pairing.id, today, on=held_on)
    elif pairing.started_on is not None and held_on < pairing.started_on:
        records.amend(tx, replace(pairing, started_on=held_on))


def _checked(tx: Transaction, meeting: Meeting, today: date) -> tuple[Meeting, Pairing]:
    meeting = replace(meeting, place=clean(meeting.place), notes=clean(meeting.notes))
    pairing = records.get(tx, Pairing, meeting.pairing_id)
    check_meeting(meeting, pairing, today)
    check_place(meeting.place, pairings.protection(tx, pairing))
    free_text.check(tx, meeting, *pairings.both(tx, pairing))
    return meeting, pairing
