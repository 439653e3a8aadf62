"""How a pairing begins: the checks of the day, and all that follows from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import (
    AlreadyPaired,
    MentorFull,
    NewcomerAlreadyPaired,
    NotReadyToPair,
    PairNotAllowed,
)
from mentorapp.domain.follow_up import planned_follow_ups
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing, Responsibility, check_pairing, months_later
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Obstacle, Proposal, points_without_location, without_location
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.statuses import StatusChange
from mentorapp.operations import pairings
from mentorapp.storage import counters, records, tallies
from mentorapp.storage.database import Transaction

#: What ``begin`` refuses, before anything is written.
CANNOT_BEGIN = (NotReadyToPair, AlreadyPaired, NewcomerAlreadyPaired, MentorFull, PairNotAllowed)


def begin(
    tx: Transaction,
    proposal: Proposal,
    today: date,
    coordinator: str,
    against: Sequence[Obstacle] = (),
) -> Pairing:
    """The pairing with all that follows from it; the checks are made against what is stored now.

    ``against`` are the musts of today that stand between the two: any of them refuses the pair.

    An empty ``coordinator`` is whoever is at the keyboard, if the office knows him by that name,
    else its usual one: a login name has no business on a letter.
    """
    mentor = records.get(tx, Mentor, proposal.mentor_id)
    newcomer = records.get(tx, Newcomer, proposal.newcomer_id)
    _check_ready(tx, mentor, newcomer, proposal.scheme_id)
    if against:
        raise PairNotAllowed(tuple(one.value for one in against))
    scheme = records.get(tx, Scheme, proposal.scheme_id)
    level = pairings.protection_of(tx, mentor, newcomer)
    pairing = Pairing(
        number=counters.next_numbers(tx, NumberKind.PAIRING)[0],
        proposal_id=proposal.id,
        scheme_id=scheme.id,
        mentor_id=mentor.id,
        newcomer_id=newcomer.id,
        agreed_on=today,
        planned_end=months_later(today, scheme.usual_months),
        score=proposal.score,
        reasons=without_location(proposal.reasons, level),
        points=points_without_location(proposal.points, level),
        weights=proposal.weights,
    )
    check_pairing(pairing, today)
    _add(tx, pairing, scheme, coordinator or _at_hand(tx))
    if newcomer.status is not NewcomerStatus.PAIRED:
        _mark_paired(tx, newcomer, today)
    return pairing


def _add(tx: Transaction, pairing: Pairing, scheme: Scheme, coordinator: str) -> None:
    """Store a new pairing with its follow-ups, its first status and who is responsible."""
    records.add(tx, pairing)
    records.add_all(tx, planned_follow_ups(pairing, scheme))
    pairings.note_status(tx, pairing, pairing.agreed_on)
    if coordinator:
        records.add(
            tx,
            Responsibility(
                pairing_id=pairing.id, coordinator=coordinator, from_date=pairing.agreed_on
            ),
        )


def _at_hand(tx: Transaction) -> str:
    names = [name for office in records.find(tx, Office) for name in office.coordinators]
    return tx.actor if tx.actor in names else next(iter(names), "")


def _mark_paired(tx: Transaction, newcomer: Newcomer, day: date) -> None:
    """The newcomer no longer waits."""
    records.amend(tx, replace(newcomer, status=NewcomerStatus.PAIRED))
    records.add(
        tx,
        StatusChange(
            subject="newcomer",
            subject_id=newcomer.id,
            status=NewcomerStatus.PAIRED.value,
            changed_on=day,
            actor=tx.actor,
        ),
    )


def _check_ready(tx: Transaction, mentor: Mentor, newcomer: Newcomer, scheme_id: UUID) -> None:
    if mentor.status is not MentorStatus.APPROVED:
        raise NotReadyToPair("mentor", mentor.status, _name(tx, mentor))
    if newcomer.status not in TO_BE_PAIRED | {NewcomerStatus.PAIRED}:
        raise NotReadyToPair("newcomer", newcomer.status, _name(tx, newcomer))
    for other in records.find(tx, Pairing, newcomer_id=newcomer.id):
        if not other.is_running or other.scheme_id != scheme_id:
            continue
        if other.mentor_id == mentor.id:
            raise AlreadyPaired(other.number)
        raise NewcomerAlreadyPaired(other.number, _name(tx, newcomer))
    running = tallies.running_by_mentor(tx).get(mentor.id, 0)
    if running >= mentor.capacity:
        raise MentorFull(mentor.capacity, _name(tx, mentor))


def _name(tx: Transaction, role: Mentor | Newcomer) -> str:
    return records.get(tx, Person, role.person_id).name
