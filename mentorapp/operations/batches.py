"""The same done to many records at once: all of it in one transaction, or nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.operations import pairings, people
from mentorapp.operations.intention import intention
from mentorapp.operations.long_work import LongWork
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
