"""What keeps two people from being one, and what both have of the same thing."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from mentorapp.domain.associations import Introduction
from mentorapp.domain.events import Attendance, Invitation
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.merging import CannotMerge, MergeObstacle
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.ties import Tie
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def check_can_be_one(tx: Transaction, first_id: UUID, second_id: UUID) -> None:
    """Raise CannotMerge for two of whom one was something to the other, or who have two of
    what there can be one of.
    """
    for obstacle in _obstacles(tx, first_id, second_id):
        raise CannotMerge(obstacle)


def _obstacles(tx: Transaction, first_id: UUID, second_id: UUID) -> Iterator[MergeObstacle]:
    both = [first_id, second_id]
    if first_id == second_id:
        yield MergeObstacle.SAME_RECORD
        return
    mentors = [one.id for one in records.find(tx, Mentor, person_id=both)]
    newcomers = records.find(tx, Newcomer, person_id=both)
    ids = [one.id for one in newcomers]
    open_ones = (ProposalStatus.DRAFT, ProposalStatus.SENT)
    two = {"mentor_id": mentors, "newcomer_id": ids}
    pairings = records.find(tx, Pairing, **two)
    proposals = records.find(tx, Proposal, **two, status=list(open_ones))
    if pairings or proposals:
        yield MergeObstacle.PAIR
    if any(one.case_officer_id in both for one in newcomers):
        yield MergeObstacle.CASE_OFFICER
    led = records.find(tx, Introduction, person_id=both)
    if any(one.introduced_by_id in both for one in led):
        yield MergeObstacle.INTRODUCED
    running = [one for one in records.find(tx, Pairing, newcomer_id=ids) if one.is_running]
    if _has_doubles((one.scheme_id,) for one in running):
        yield MergeObstacle.TWO_PAIRINGS
    answers = records.find(tx, Outcome, person_id=both)
    if _has_doubles((one.scheme_id, one.exit_on, one.point) for one in answers):
        yield MergeObstacle.TWO_ANSWERS


def _has_doubles(found: Iterator[tuple[Any, ...]]) -> bool:
    seen = list(found)
    return len(set(seen)) < len(seen)


def has_running(tx: Transaction, role: Mentor | Newcomer) -> bool:
    """Whether a pairing of the role runs."""
    name = "mentor_id" if isinstance(role, Mentor) else "newcomer_id"
    return any(one.is_running for one in records.find(tx, Pairing, **{name: role.id}))


def drop_doubles(tx: Transaction, first_id: UUID, second_id: UUID) -> None:
    """Hide what both have of the same thing: a tie to one person, an invitation to one event.

    A tie between the two goes too. Of two invitations the one stays that tells more.
    """
    kept: dict[UUID, Tie] = {}
    for tie in (*_ties(tx, first_id), *_ties(tx, second_id)):
        other = ({tie.person_id, tie.other_id} - {first_id, second_id}) or {first_id}
        (end,) = other
        if end == first_id:
            if tie.id not in kept:
                kept[tie.id] = tie
                records.remove(tx, tie)
        elif end in kept:
            records.remove(tx, tie)
        else:
            kept[end] = tie
    first = {one.event_id: one for one in records.find(tx, Invitation, person_id=first_id)}
    for invitation in records.find(tx, Invitation, person_id=second_id):
        if invitation.event_id in first:
            twice = (first[invitation.event_id], invitation)
            records.remove(tx, min(twice, key=_tells))


def _ties(tx: Transaction, person_id: UUID) -> list[Tie]:
    return [
        *records.find(tx, Tie, person_id=person_id),
        *records.find(tx, Tie, other_id=person_id),
    ]


def _tells(invitation: Invitation) -> tuple[bool, bool, bool]:
    return (
        invitation.attendance is Attendance.PRESENT,
        invitation.attendance is not Attendance.NOT_NOTED,
        invitation.answered_on is not None,
    )
