"""Whom a line of Today is about, with what one needs to call them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.calls import Call
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.domain.free_text import without_texts
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.operations import calls, pairings
from mentorapp.reference.phones import readable
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: Lines whose ``subject_id`` is a person.
OF_PERSONS = frozenset(
    {
        AttentionKind.CERTIFICATE,
        AttentionKind.WAITING,
        AttentionKind.OUTCOME,
        AttentionKind.PLAN_STEP,
        AttentionKind.NO_COORDINATOR,
    }
)


@dataclass(frozen=True, slots=True)
class Callee:
    """``phone`` is as one reads it, empty for the protected, as is the note of
    ``last_call``: the list stands open on the screen.

    ``interpreter`` is the code of the language to order an interpreter for, empty for none.
    """

    person_id: UUID
    name: str
    is_mentor: bool
    protection: Protection
    phone: str
    interpreter: str
    last_call: Call | None


def of_line(tx: Transaction, line: Attention) -> tuple[Callee, ...]:
    """What one needs to call each of ``person_ids``."""
    return tuple(of_person(tx, one) for one in person_ids(tx, line))


def of_pairing(tx: Transaction, pairing_id: UUID) -> tuple[Callee, ...]:
    """Both of a pair, the newcomer first."""
    return tuple(of_person(tx, one) for one in _both(tx, pairing_id))


def person_ids(tx: Transaction, line: Attention) -> Iterator[UUID]:
    """Those a line is about, the newcomer first; none for a line about no people."""
    if line.kind is AttentionKind.PROPOSAL:
        proposal = records.get(tx, Proposal, line.subject_id)
        yield records.get(tx, Newcomer, proposal.newcomer_id).person_id
        yield records.get(tx, Mentor, proposal.mentor_id).person_id
    elif line.pairing_id is not None:
        yield from _both(tx, line.pairing_id)
    elif line.person_id is not None:
        yield line.person_id
    elif line.kind in OF_PERSONS:
        yield line.subject_id


def _both(tx: Transaction, pairing_id: UUID) -> Iterator[UUID]:
    yield from reversed(pairings.both(tx, records.get(tx, Pairing, pairing_id)))


def of_person(tx: Transaction, person_id: UUID) -> Callee:
    """Somebody; a protected phone stands in the person's form alone."""
    person = records.get(tx, Person, person_id)
    level = shields.protection_of(tx, person_id)
    stored = records.find(tx, ContactDetails, person_id=person_id)
    details = visible(stored[0] if stored else None, level, Purpose.LIST)
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    needed = next((one for one in newcomers if one.needs_interpreter), None)
    noted = calls.of_person(tx, person_id)
    if level is not Protection.NONE:
        noted = [without_texts(one) for one in noted]
    return Callee(
        person_id=person_id,
        name=person.name,
        is_mentor=not newcomers,
        protection=level,
        phone=readable(details.phone, details.country) if details else "",
        interpreter=needed.interpreter_language if needed else "",
        last_call=noted[0] if noted else None,
    )
