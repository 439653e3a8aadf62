"""What is open with a person or a pair: the lines of Today that are about them.

The first of them is the next step. Asked of Today itself, so that page and list never disagree.
"""

from datetime import date
from uuid import UUID

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.operations import callees, follow_up, pairings
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def of_pairing(tx: Transaction, pairing_id: UUID, today: date) -> tuple[Attention, ...]:
    """The lines about a pair, the most urgent first; none when nothing is due."""
    return tuple(line for line in follow_up.today_list(tx, today) if line.pairing_id == pairing_id)


def of_person(tx: Transaction, person_id: UUID, today: date) -> tuple[Attention, ...]:
    """The lines about somebody and his pairs; that he waits for a mentor comes last.

    Today tells of the longest waiting only: here it is told of everybody.
    """
    pairs = {row.id for row in pairings.rows_of_person(tx, person_id, today)}
    proposed = _proposals(tx, person_id)
    lines = [
        line
        for line in follow_up.today_list(tx, today)
        if line.pairing_id in pairs
        or line.person_id == person_id
        or (line.kind in callees.OF_PERSONS and line.subject_id == person_id)
        or line.subject_id in proposed
    ]
    if not any(line.kind is AttentionKind.WAITING for line in lines):
        lines += _waiting(tx, person_id, today)
    return tuple(lines)


def _proposals(tx: Transaction, person_id: UUID) -> set[UUID]:
    mentors = [one.id for one in records.find(tx, Mentor, person_id=person_id)]
    newcomers = [one.id for one in records.find(tx, Newcomer, person_id=person_id)]
    sent = ProposalStatus.SENT
    return {
        one.id
        for one in (
            *records.find(tx, Proposal, mentor_id=mentors, status=sent),
            *records.find(tx, Proposal, newcomer_id=newcomers, status=sent),
        )
    }


def _waiting(tx: Transaction, person_id: UUID, today: date) -> list[Attention]:
    person = records.get(tx, Person, person_id)
    return [
        Attention(
            kind=AttentionKind.WAITING,
            severity=Severity.CALM,
            who=person.name,
            days=(today - one.registered_on).days,
            subject_id=person_id,
        )
        for one in records.find(tx, Newcomer, person_id=person_id)
        if one.status in TO_BE_PAIRED
    ]
