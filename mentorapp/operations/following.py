"""The drafts follow a decision at once: whoever moves for it is written in the same intention.

A locked or a forbidden pair leaves another best set. It is worked out beside the database from the
set that is solved already; here the drafts become that set, and ``undo`` makes them again exactly
what they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.explanations import Effect, Move
from mentorapp.domain.proposals import ForbiddenPair, Proposal, ProposalStatus
from mentorapp.domain.run_errors import NotInRun
from mentorapp.operations import pairing
from mentorapp.operations.explaining import Solved, apply_forbid, apply_lock, counted
from mentorapp.operations.intention import intention
from mentorapp.operations.pairing_runs import last_run_id
from mentorapp.operations.proposal_rows import LeftOverRow
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What a decision does to the drafts; ``moves`` are told against the drafts as they were.

    ``left_over`` are those who have nobody any more.
    """

    effect: Effect
    moves: tuple[Move, ...]
    removed: tuple[Proposal, ...]
    added: tuple[Proposal, ...]
    left_over: tuple[LeftOverRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What was written, for ``undo``."""

    removed: tuple[Proposal, ...]
    added: tuple[Proposal, ...]
    locked: Proposal | None = None
    discarded: Proposal | None = None
    forbidden: ForbiddenPair | None = None


def open_drafts(tx: Transaction, scheme_id: UUID) -> list[Proposal]:
    """The drafts of the scheme as they are, to be handed to ``after_lock`` and ``after_forbid``."""
    return records.find(tx, Proposal, scheme_id=scheme_id, status=ProposalStatus.DRAFT)


def check_in_run(solved: Solved, *role_ids: UUID) -> None:
    """Raise NotInRun when the solved set does not know one of them."""
    if not all(one in solved.numbers for one in role_ids):
        raise NotInRun


def after_lock(
    solved: Solved, drafts: Sequence[Proposal], newcomer_id: UUID, mentor_id: UUID
) -> Following:
    """Lock the pair in the solved set. A draft of the pair that there is already stays."""
    check_in_run(solved, newcomer_id, mentor_id)
    before = dict(solved.pairs)
    effect = apply_lock(solved, newcomer_id, mentor_id)
    return _following(solved, before, effect, drafts, locked=(newcomer_id, mentor_id))


def after_forbid(
    solved: Solved, drafts: Sequence[Proposal], newcomer_id: UUID, mentor_id: UUID
) -> Following:
    """Forbid the pair in the solved set; its draft is left to ``forbid``."""
    check_in_run(solved, newcomer_id, mentor_id)
    before = dict(solved.pairs)
    effect = apply_forbid(solved, newcomer_id, mentor_id)
    return _following(solved, before, effect, drafts, forbidden=(newcomer_id, mentor_id))


@intention
def lock(tx: Transaction, following: Following, proposal_id: UUID | None) -> Followed:
    """Lock the draft, or the new one of a pair that was not proposed; the others follow."""
    locked = pairing.lock(tx, proposal_id, locked=True) if proposal_id is not None else None
    added = _replace(tx, following)
    return Followed(removed=following.removed, added=added, locked=locked)


@intention
def forbid(
    tx: Transaction, following: Following, proposal_id: UUID, today: date, reason: str = ""
) -> Followed:
    """Drop the draft and never make it again; the others follow."""
    discarded = pairing.discard(tx, proposal_id, today, reason)
    forbidden = pairing.forbid_pair(tx, discarded.mentor_id, discarded.newcomer_id, today, reason)
    added = _replace(tx, following)
    return Followed(
        removed=following.removed,
        added=added,
        discarded=discarded,
        forbidden=forbidden,
    )


@intention
def rule_out(
    tx: Transaction,
    following: Following,
    newcomer_id: UUID,
    mentor_id: UUID,
    today: date,
    reason: str = "",
) -> Followed:
    """The same for two who are not proposed to each other."""
    forbidden = pairing.forbid_pair(tx, mentor_id, newcomer_id, today, reason)
    return Followed(removed=following.removed, added=_replace(tx, following), forbidden=forbidden)


@intention
def undo(tx: Transaction, followed: Followed) -> None:
    """Everything as it was. Raises ChangedMeanwhile when one of the drafts was decided since."""
    for one in followed.added:
        records.remove(tx, one)
    for one in followed.removed:
        records.restore(tx, one)
    if followed.locked is not None:
        pairing.lock(tx, followed.locked.id, locked=False)
    if followed.forbidden is not None:
        records.remove(tx, followed.forbidden)
    if followed.discarded is not None:
        pairing.undo_discard(tx, followed.discarded)


def _replace(tx: Transaction, following: Following) -> tuple[Proposal, ...]:
    """What was added: drafts of the run whose set the decision changed."""
    for one in following.removed:
        records.remove(tx, one)
    if not following.added:
        return ()
    run_id = last_run_id(tx, following.added[0].scheme_id)
    added = tuple(replace(one, run_id=run_id) for one in following.added)
    records.add_all(tx, added)
    return added


def _following(
    solved: Solved,
    before: Mapping[UUID, UUID],
    effect: Effect,
    drafts: Sequence[Proposal],
    locked: tuple[UUID, UUID] | None = None,
    forbidden: tuple[UUID, UUID] | None = None,
) -> Following:
    """Drafts that are pairs of the set before move with it; any others give way to the new set.

    A proposal that was discarded is not made again unless its newcomer moves. A locked draft of
    somebody whom the decision is not about stays, unless an obstacle broke its lock.
    """
    after = solved.pairs
    there = {one.newcomer_id: one for one in drafts}
    if all(before.get(newcomer) == one.mentor_id for newcomer, one in there.items()):
        moved = [move.newcomer_id for move in effect.moves]
    else:
        moved = list({**there, **after})
    if locked is not None and locked[0] not in moved:
        moved.append(locked[0])
    decided = (locked or forbidden or (None,))[0]
    moves, removed, added = [], [], []
    for newcomer in moved:
        draft, mentor = there.get(newcomer), after.get(newcomer)
        had = draft.mentor_id if draft is not None else None
        if had == mentor or (draft is not None and newcomer != decided and _holds(solved, draft)):
            continue
        moves.append(Move(newcomer, had, mentor))
        if draft is not None and (newcomer, had) != forbidden:
            removed.append(draft)
        if mentor is not None:
            added.append(_draft(solved, newcomer, mentor, locked=(newcomer, mentor) == locked))
    return Following(
        effect=effect,
        moves=tuple(moves),
        removed=tuple(removed),
        added=tuple(added),
        left_over=tuple(
            _left_over(solved, move.newcomer_id)
            for move in moves
            if move.after is None and move.newcomer_id in solved.numbers
        ),
    )


def _holds(solved: Solved, draft: Proposal) -> bool:
    broken = any(
        lock.obstacles
        for lock in solved.run.broken_locks
        if (lock.mentor_id, lock.newcomer_id) == (draft.mentor_id, draft.newcomer_id)
    )
    return draft.locked and not broken


def _left_over(solved: Solved, newcomer_id: UUID) -> LeftOverRow:
    newcomers = solved.pairing_input.newcomers
    return LeftOverRow(
        left_over=counted(solved, newcomer_id),
        number=solved.numbers[newcomer_id],
        name=solved.names[newcomer_id],
        waited_days=next(one.waited_days for one in newcomers if one.role_id == newcomer_id),
    )


def _draft(solved: Solved, newcomer_id: UUID, mentor_id: UUID, *, locked: bool) -> Proposal:
    check, scheme = solved.check(newcomer_id, mentor_id), solved.pairing_input.scheme
    return Proposal(
        scheme_id=scheme.id,
        mentor_id=mentor_id,
        newcomer_id=newcomer_id,
        score=check.score,
        reasons=check.reasons,
        points={criterion.value: points for criterion, points in check.points.items()},
        weights=scheme.weights,
        locked=locked,
        proposed_on=solved.pairing_input.today,
    )
