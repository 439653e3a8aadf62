"""Who should meet whom: run the engine, decide on its proposals, pair by hand.

Nothing leaves draft before a coordinator says so. A run replaces the earlier drafts of its scheme
except the locked ones; forbidden pairs are never proposed again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import (
    PairNotAllowed,
    ProposalDecided,
    Refused,
)
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairing_runs import Goal, PairingRun, PairingRunDetails
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import (
    DecidedBy,
    ForbiddenPair,
    Obstacle,
    Proposal,
    ProposalStatus,
)
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.aside import in_child
from mentorapp.matching.explanations import PairCheck
from mentorapp.matching.proposals import ProposedPair, Run, propose
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
    judged_anew,
    left_over,
    proposal_columns,
    rows_of_run,
)
from mentorapp.operations.run_records import outcome_text, run_record
from mentorapp.storage import records, shields, waiting
from mentorapp.storage.database import Transaction

__all__ = [
    "LeftOverRow",
    "PairCheck",
    "PairingInput",
    "PersonChoice",
    "ProposalRow",
    "Run",
    "check_by_hand",
    "choices",
    "drafts",
    "gather",
    "left_over",
    "mentors_not_ready",
    "rows_of_run",
]


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run as it was kept. ``full_score`` is the most one pair can reach."""

    run: PairingRun
    rows: list[ProposalRow]
    left_over: list[LeftOverRow]
    total: int
    full_score: int


@dataclass(frozen=True, slots=True)
class AcceptedAll:
    """What became of all drafts of a scheme: pairings, and drafts that stayed with the refusal."""

    agreed: list[Pairing]
    refused: list[tuple[ProposalRow, Refused]]


def solve(
    pairing_input: PairingInput,
    goal: str = Goal.MOST,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Run:
    """The best set of pairs. Touches nothing outside: for a thread of its own.

    Where it may be cancelled, what cannot stop by itself runs in a child process.
    """
    found = propose(
        pairing_input.scheme,
        pairing_input.mentors,
        pairing_input.newcomers,
        earlier=pairing_input.earlier,
        forbidden=pairing_input.forbidden,
        locked=pairing_input.locked,
        ties=pairing_input.ties,
        goal=goal,
        progress=progress,
        cancelled=cancelled,
        aside=in_child(cancelled) if cancelled is not None else None,
    )
    return replace(found, milliseconds={"load": pairing_input.milliseconds, **found.milliseconds})


@intention
def keep(tx: Transaction, pairing_input: PairingInput, run: Run) -> PairingRun:
    """Keep the run, its pairs as drafts in place of the scheme's earlier ones.

    Locked drafts stay, with what this run found of them, except those that ``lost_locks`` names.
    What is kept of those left over and of other candidates can be read later, see ``RunOutcome``.
    """
    scheme_id = pairing_input.scheme.id
    drafts_now, lost = waiting.drafts(tx, scheme_id), lost_locks(tx, run)
    locked = {
        both: one.id
        for one in drafts_now
        if one.locked and (both := (one.mentor_id, one.newcomer_id)) not in lost
    }
    staying = {*locked.values()}
    records.remove_all(
        tx, Proposal, [(one.id, one.version) for one in drafts_now if one.id not in staying]
    )
    kept = records.add(tx, run_record(tx, pairing_input, run))
    records.add(tx, PairingRunDetails(run_id=kept.id, outcome=outcome_text(run)))
    pairs: Sequence[ProposedPair] = run.pairs
    again: dict[UUID, ProposedPair] = {}
    if locked:
        there = [locked.get((pair.mentor_id, pair.newcomer_id)) for pair in run.pairs]
        again = {own: pair for own, pair in zip(there, pairs, strict=True) if own}
        pairs = [pair for own, pair in zip(there, pairs, strict=True) if not own]
    records.add_columns(tx, Proposal, proposal_columns(pairing_input, pairs, run, kept.id))
    stayed = records.find(tx, Proposal, id=list(again)) if again else []
    records.amend_all(tx, [(one, judged_anew(one, again[one.id], run, kept.id)) for one in stayed])
    return kept


def run(tx: Transaction, scheme_id: UUID, today: date, goal: str = Goal.MOST) -> RunResult:
    """Gather, solve and keep in one go, for the command line."""
    pairing_input = gather(tx, scheme_id, today)
    found = solve(pairing_input, goal)
    kept = keep(tx, pairing_input, found)
    return RunResult(
        run=kept,
        rows=drafts(tx, scheme_id, today),
        left_over=left_over(pairing_input, found),
        total=found.total,
        full_score=found.full_score,
    )


def lost_locks(tx: Transaction, run: Run) -> set[tuple[UUID, UUID]]:
    """(mentor, newcomer) of the locks that the run could not keep.

    Where no obstacle broke it, a lock of strictly confidential people is not among them: somebody
    paired them by hand, and no run would propose them again.
    """
    open_ones = [one for one in run.broken_locks if not one.obstacles]
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in open_ones}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in open_ones}))
    levels = shields.protections(tx) if open_ones else {}

    def by_hand(role: Mentor | Newcomer | None) -> bool:
        return role is not None and levels.get(role.person_id) is Protection.STRICT

    return {
        (one.mentor_id, one.newcomer_id)
        for one in run.broken_locks
        if one.obstacles
        or not (by_hand(mentors.get(one.mentor_id)) or by_hand(newcomers.get(one.newcomer_id)))
    }


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
def accept(tx: Transaction, proposal_id: UUID, today: date, coordinator: str = "") -> Pairing:
    """Both said yes: the pairing begins, with its follow-ups and its letters due.

    Raises PairNotAllowed with the musts of the day, which may have come after the draft.
    """
    against = musts_against(tx, _open(tx, proposal_id), today)
    return _accept(tx, proposal_id, against, today, coordinator)


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
) -> Pairing:
    """Pair two people chosen by a person: the only way for the strictly confidential.

    Raises PairNotAllowed with the must-rules that stand between them.
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
    return begin(tx, proposal, today, coordinator)


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
