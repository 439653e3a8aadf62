"""Telephone calls: noted in one step, shown wherever the person or the pair is."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.calls import Call, check_call
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, pairings
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def note(tx: Transaction, call: Call, today: date) -> Call:
    """Record a call; who called is who is at work, unless it says so.

    Raises InvalidField, also for a note that tells where a strictly confidential person is.
    """
    records.get(tx, Person, call.person_id)
    call = replace(call, note=clean(call.note), called_by=call.called_by or tx.actor)
    check_call(call, today)
    free_text.check(tx, call, *_concerned(tx, call))
    return records.add(tx, call)


@intention
def remove(tx: Transaction, call_id: UUID) -> Call:
    """Take back a call that was noted by mistake."""
    call = records.get(tx, Call, call_id)
    records.remove(tx, call)
    return call


def of_person(tx: Transaction, person_id: UUID) -> list[Call]:
    """The calls with somebody, the latest first."""
    return _latest_first(records.find(tx, Call, person_id=person_id))


def of_pairing(tx: Transaction, pairing_id: UUID) -> list[Call]:
    """The calls about a pair, the latest first."""
    return _latest_first(records.find(tx, Call, pairing_id=pairing_id))


def _latest_first(calls: list[Call]) -> list[Call]:
    return sorted(calls, key=lambda call: (call.called_on, call.id), reverse=True)


def _concerned(tx: Transaction, call: Call) -> tuple[UUID, ...]:
    """Whom the note can tell of: both of a pair."""
    if call.pairing_id is None:
        return (call.person_id,)
    return (call.person_id, *pairings.both(tx, records.get(tx, Pairing, call.pairing_id)))
