"""Who should meet whom: decide on what a run proposed (``proposing``), pair by hand.

Nothing leaves draft before a coordinator says so; forbidden pairs are never proposed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import (
    PairNotAllowed,
    ProposalDecided,
    Refused,
)
from mentorapp.domain.pairings import PERSONS, Pairing, Sides
from mentorapp.domain.proposals import (
    DecidedBy,
    ForbiddenPair,
    Obstacle,
    Proposal,
    ProposalStatus,
)
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.explanations import PairCheck
from mentorapp.matching.proposals import Run
from mentorapp.operations import households
from mentorapp.operations.beginnings import CANNOT_BEGIN, begin
from mentorapp.operations.candidates import (
    PairingInput,
    gather,
    mentors_not_ready,
)
from mentorapp.operations.choices import PersonChoice, choices
from mentorapp.operations.intention import intention
from mentorapp.operations.musts import (
    check_by_hand,
    musts_against,
    musts_against_each,
    not_overruled,
)
from mentorapp.operations.proposal_rows import (
    OPEN,
    LeftOverRow,
    ProposalRow,
    drafts,
    left_over,
    rows_of_run,
)
from mentorapp.operations.proposing import RunResult, keep, run, solve
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

__all__ = [
    "LeftOverRow",
    "PairCheck",
    "PairingInput",
    "PersonChoice",
    "ProposalRow",
    "Run",
    "RunResult",
    "check_by_hand",
    "choices",
    "drafts",
    "gather",
    "keep",
    "left_over",
    "mentors_not_ready",
    "rows_of_run",
    "run",
    "solve",
]


@dataclass(frozen=True, slots=True)
class AcceptedAll:
    """What became of all drafts of a scheme: pairings, and drafts that stayed with the refusal."""

    agreed: list[Pairing]
    refused: list[tuple[ProposalRow, Refused]]


@intention
def lock(tx: Transaction, proposal_id: UUID, locked: bool) -> Proposal:
    """Keep this draft in later runs, or let go of it."""
    return records.amend(tx, replace(_open(tx, proposal_id), locked=locked))


@intention
def discard(tx: Transaction, proposal_id: UUID, today: date, reason: str = "") -> Proposal:
    """Drop the proposal; a later run may make it again."""
    return _decide(tx, proposal_id, ProposalStatus.DISCARDED, today, DecidedBy.COORDINATOR, reason)


@intention
def undo_discard(tx: Transaction, proposal: Proposal) -> Proposal:
    """Bring back what ``discard`` returned, as a draft."""
    return records.amend(
        tx,
        replace(
            proposal,
            status=ProposalStatus.DRAFT,
            decided_on=None,
            decided_by=None,
            decision_reason="",
        ),
    )


@intention
def forbid(tx: Transaction, proposal_id: UUID, today: date, reason: str = "") -> ForbiddenPair:
    """Drop the proposal and never make it again."""
    proposal = _decide(
        tx, proposal_id, ProposalStatus.DISCARDED, today, DecidedBy.COORDINATOR, reason
    )
    return forbid_pair(tx, proposal.mentor_id, proposal.newcomer_id, today, reason)


@intention
def forbid_pair(
    tx: Transaction, mentor_id: UUID, newcomer_id: UUID, today: date, reason: str = ""
) -> ForbiddenPair:
    """These two are never proposed to each other; what is proposed and undecided is dropped."""
    for one in records.find(tx, Proposal, mentor_id=mentor_id, newcomer_id=newcomer_id):
        if one.status in OPEN:
            discard(tx, one.id, today, reason)
    known = records.find(tx, ForbiddenPair, mentor_id=mentor_id, newcomer_id=newcomer_id)
    if known:
        return known[0]
    return records.add(
        tx,
        ForbiddenPair(
            mentor_id=mentor_id, newcomer_id=newcomer_id, reason=reason, forbidden_on=today
        ),
    )


@intention
def allow_again(tx: Transaction, mentor_id: UUID, newcomer_id: UUID) -> None:
    """Undo ``forbid``."""
    for one in records.find(tx, ForbiddenPair, mentor_id=mentor_id, newcomer_id=newcomer_id):
        records.remove(tx, one)


@intention
def send(tx: Transaction, proposal_id: UUID) -> Proposal:
    """The two are being asked; the proposal waits for their answer."""
    proposal = _open(tx, proposal_id)
    return records.amend(tx, replace(proposal, status=ProposalStatus.SENT))


@intention
def decline(
    tx: Transaction, proposal_id: UUID, today: date, by: DecidedBy, reason: str
) -> Proposal:
    """Somebody said no; the newcomer waits on."""
    return _decide(tx, proposal_id, ProposalStatus.DECLINED, today, by, reason)


@intention
def accept(
    tx: Transaction,
    proposal_id: UUID,
    today: date,
    coordinator: str = "",
    sides: Sides = PERSONS,
) -> Pairing:
    """Both said yes: the pairing begins, with its follow-ups and its letters due.

    Raises PairNotAllowed with the musts of the day, which may have come after the draft, and what
    ``households.set_sides`` does.
    """
    against = musts_against(tx, _open(tx, proposal_id), today)
    return _standing(tx, _accept(tx, proposal_id, against, today, coordinator), sides)


@intention
def accept_all(tx: Transaction, scheme_id: UUID, today: date, coordinator: str = "") -> AcceptedAll:
    """Accept every draft of the scheme, except of those who became strictly confidential since:
    they are paired one by one, by somebody who knows. What ``accept`` would refuse stays a draft.
    """
    rows = [
        row
        for row in drafts(tx, scheme_id, today)
        if row.proposal.status is ProposalStatus.DRAFT and row.protection is not Protection.STRICT
    ]
    against = musts_against_each(tx, scheme_id, [row.proposal for row in rows], today)
    accepted = AcceptedAll([], [])
    for row in rows:
        one = row.proposal.id
        try:
            accepted.agreed.append(_accept(tx, one, against[one], today, coordinator))
        except CANNOT_BEGIN as refused:
            accepted.refused.append((row, refused))
    return accepted


def _accept(
    tx: Transaction,
    proposal_id: UUID,
    against: Sequence[Obstacle],
    today: date,
    coordinator: str,
) -> Pairing:
    """Begun before it is decided: what is refused leaves nothing written."""
    begun = begin(tx, _open(tx, proposal_id), today, coordinator, against)
    _decide(tx, proposal_id, ProposalStatus.ACCEPTED, today, DecidedBy.COORDINATOR, "")
    return begun


@intention
def pair_by_hand(
    tx: Transaction,
    scheme_id: UUID,
    mentor_id: UUID,
    newcomer_id: UUID,
    today: date,
    coordinator: str = "",
    sides: Sides = PERSONS,
) -> Pairing:
    """Pair two people chosen by a person: the only way for the strictly confidential.

    Raises PairNotAllowed with the must-rules that stand between them, and what
    ``households.set_sides`` does.
    """
    check = check_by_hand(tx, scheme_id, mentor_id, newcomer_id, today)
    against = not_overruled(check.obstacles)
    if against:
        raise PairNotAllowed(tuple(one.value for one in against))
    for draft in records.find(tx, Proposal, newcomer_id=newcomer_id, scheme_id=scheme_id):
        if draft.status in OPEN:
            discard(tx, draft.id, today)
    proposal = records.add(
        tx,
        Proposal(
            scheme_id=scheme_id,
            mentor_id=mentor_id,
            newcomer_id=newcomer_id,
            status=ProposalStatus.ACCEPTED,
            score=check.score,
            reasons=check.reasons,
            points={criterion.value: points for criterion, points in check.points.items()},
            weights=records.get(tx, Scheme, scheme_id).weights,
            by_hand=True,
            proposed_on=today,
            decided_on=today,
            decided_by=DecidedBy.COORDINATOR,
        ),
    )
    return _standing(tx, begin(tx, proposal, today, coordinator), sides)


def _standing(tx: Transaction, pairing: Pairing, sides: Sides) -> Pairing:
    """The pair with who stands on each side, so that both are written or nothing."""
    return pairing if sides == PERSONS else households.set_sides(tx, pairing.id, *sides)


def _open(tx: Transaction, proposal_id: UUID) -> Proposal:
    proposal = records.get(tx, Proposal, proposal_id)
    if proposal.status not in OPEN:
        raise ProposalDecided(proposal.status)
    return proposal


def _decide(
    tx: Transaction,
    proposal_id: UUID,
    status: ProposalStatus,
    today: date,
    by: DecidedBy,
    reason: str,
) -> Proposal:
    return records.amend(
        tx,
        replace(
            _open(tx, proposal_id),
            status=status,
            decided_on=today,
            decided_by=by,
            decision_reason=reason,
        ),
    )
