"""Who should meet whom: run the engine, decide on its proposals, pair by hand.

Nothing leaves draft before a coordinator says so. A run replaces the earlier drafts of its scheme
except the locked ones; forbidden pairs are never proposed again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import (
    PairNotAllowed,
    ProposalDecided,
)
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
from mentorapp.matching.explanations import PairCheck, explain_pair
from mentorapp.matching.proposals import Run, propose
from mentorapp.operations.beginnings import begin
from mentorapp.operations.candidates import (
    PairingInput,
    gather,
    gather_pair,
    mentors_not_ready,
)
from mentorapp.operations.choices import PersonChoice, choices
from mentorapp.operations.intention import intention
from mentorapp.operations.proposal_rows import (
    OPEN,
    LeftOverRow,
    ProposalRow,
    drafts,
    left_over,
    proposal_columns,
    rows_of_run,
)
from mentorapp.operations.run_records import outcome_text, run_record
from mentorapp.storage import records, waiting
from mentorapp.storage.database import Transaction

__all__ = [
    "LeftOverRow",
    "PairCheck",
    "PairingInput",
    "PersonChoice",
    "ProposalRow",
    "Run",
    "choices",
    "drafts",
    "gather",
    "left_over",
    "mentors_not_ready",
    "rows_of_run",
]

#: What a coordinator may overrule by hand: capacity is not among them, it has its own refusal.
_BY_HAND_ALLOWED = frozenset({Obstacle.BY_HAND_ONLY, Obstacle.MENTOR_FULL})


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run as it was kept. ``full_score`` is the most one pair can reach."""

    run: PairingRun
    rows: list[ProposalRow]
    left_over: list[LeftOverRow]
    total: int
    full_score: int


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

    Locked drafts stay. What is kept of those left over and of other candidates can be read later,
    see ``RunOutcome``.
    """
    scheme_id = pairing_input.scheme.id
    drafts_now = waiting.drafts(tx, scheme_id)
    records.remove_all(
        tx, Proposal, [(one.id, one.version) for one in drafts_now if not one.locked]
    )
    locked = {(one.mentor_id, one.newcomer_id) for one in drafts_now if one.locked}
    kept = records.add(tx, run_record(tx, pairing_input, run))
    records.add(tx, PairingRunDetails(run_id=kept.id, outcome=outcome_text(run)))
    pairs = [
        pair for pair in run.pairs if not locked or (pair.mentor_id, pair.newcomer_id) not in locked
    ]
    records.add_columns(tx, Proposal, proposal_columns(pairing_input, pairs, run, kept.id))
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
    """Both said yes: the pairing begins, with its follow-ups and its letters due."""
    proposal = _decide(tx, proposal_id, ProposalStatus.ACCEPTED, today, DecidedBy.COORDINATOR, "")
    return begin(tx, proposal, today, coordinator)


@intention
def accept_all(
    tx: Transaction, scheme_id: UUID, today: date, coordinator: str = ""
) -> list[Pairing]:
    """Accept every draft of the scheme, except of those who became strictly confidential since:
    they are paired one by one, by somebody who knows.
    """
    return [
        accept(tx, row.proposal.id, today, coordinator)
        for row in drafts(tx, scheme_id, today)
        if row.proposal.status is ProposalStatus.DRAFT and row.protection is not Protection.STRICT
    ]


def check_by_hand(
    tx: Transaction, scheme_id: UUID, mentor_id: UUID, newcomer_id: UUID, today: date
) -> PairCheck:
    """What speaks for and against two people whom somebody chose."""
    mentor, newcomer = gather_pair(tx, mentor_id, newcomer_id, today)
    return explain_pair(
        records.get(tx, Scheme, scheme_id),
        mentor,
        newcomer,
        today=today,
        earlier=waiting.earlier_pairs(tx),
        forbidden=waiting.forbidden_pairs(tx),
        ties=waiting.ties(tx),
    )


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
    against = [one for one in check.obstacles if one not in _BY_HAND_ALLOWED]
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
