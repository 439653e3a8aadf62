"""The same done to many records at once: all of it in one transaction, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.operations import contact_points, pairings, people
from mentorapp.operations.intention import intention
from mentorapp.operations.long_work import LongWork
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

Report = Callable[[int, int], None]
Stop = Callable[[], bool]


@intention
def hand_over(
    tx: Transaction,
    ids: Sequence[UUID],
    coordinator: str,
    today: date,
    progress: Report | None = None,
    cancelled: Stop | None = None,
) -> int:
    """From today the coordinator has all these pairings; who stands in for whom ends with it.

    Returns how many there are. Raises Cancelled.
    """
    for one in LongWork(len(ids), progress, cancelled).over(ids):
        pairings.hand_over(tx, one, coordinator, today)
    return len(ids)


@intention
def hand_over_of_mentors(
    tx: Transaction,
    ids: Sequence[UUID],
    coordinator: str,
    today: date,
    progress: Report | None = None,
    cancelled: Stop | None = None,
) -> int:
    """From today the coordinator has every running pair of these mentors.

    Returns how many of them have one; the others are nobody's, and stay so. Raises Cancelled.
    """
    running = _running(tx, ids, lambda pairing: pairing.mentor_id)
    for one in LongWork(len(ids), progress, cancelled).over(ids):
        for pairing_id in running[one]:
            pairings.hand_over(tx, pairing_id, coordinator, today)
    return sum(bool(running[one]) for one in ids)


@intention
def hand_over_of_newcomers(
    tx: Transaction,
    ids: Sequence[UUID],
    coordinator: str,
    today: date,
    progress: Report | None = None,
    cancelled: Stop | None = None,
) -> int:
    """From today the coordinator has the running pairs of these newcomers, or is the contact point
    of those without. Returns how many there are. Raises Cancelled.
    """
    running = _running(tx, ids, lambda pairing: pairing.newcomer_id)
    people_of = {one.id: one.person_id for one in records.find(tx, Newcomer, id=list(ids))}
    for one in LongWork(len(ids), progress, cancelled).over(ids):
        for pairing_id in running[one]:
            pairings.hand_over(tx, pairing_id, coordinator, today)
        if not running[one]:
            contact_points.hand_over(tx, people_of[one], coordinator, today)
    return len(ids)


def _running(
    tx: Transaction, ids: Sequence[UUID], owner: Callable[[Pairing], UUID]
) -> Mapping[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {one: [] for one in ids}
    for pairing in records.find(tx, Pairing, status=list(RUNNING)):
        if owner(pairing) in found:
            found[owner(pairing)].append(pairing.id)
    return found


@intention
def set_mentor_status(
    tx: Transaction,
    ids: Sequence[UUID],
    status: MentorStatus,
    today: date,
    progress: Report | None = None,
    cancelled: Stop | None = None,
) -> int:
    """All these mentors take the same step; the one who may not stops it for all."""
    for one in LongWork(len(ids), progress, cancelled).over(ids):
        people.set_mentor_status(tx, one, status, today)
    return len(ids)


@intention
def set_newcomer_status(
    tx: Transaction,
    ids: Sequence[UUID],
    status: NewcomerStatus,
    today: date,
    progress: Report | None = None,
    cancelled: Stop | None = None,
) -> int:
    """The same for newcomers."""
    for one in LongWork(len(ids), progress, cancelled).over(ids):
        people.set_newcomer_status(tx, one, status, today)
    return len(ids)
