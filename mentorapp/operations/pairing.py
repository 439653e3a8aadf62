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
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
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
from mentorapp.matching.assignment import Goal
from mentorapp.matching.explanations import PairCheck, explain_pair
from mentorapp.matching.proposals import Run, propose
from mentorapp.operations.beginnings import begin
from mentorapp.operations.candidates import (
    PairingInput,
    earlier_pairs,
    forbidden_pairs,
    gather,
    gather_pair,
    mentors_not_ready,
    ties,
    wants,
)
from mentorapp.operations.intention import intention
from mentorapp.operations.proposal_rows import (
    OPEN,
    LeftOverRow,
    ProposalRow,
    drafts,
    left_over,
    proposal_of,
    rows_of_run,
)
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction

__all__ = [
    "LeftOverRow",
    "PairCheck",
    "PairingInput",
    "ProposalRow",
    "Run",
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
    """A whole run. ``full_score`` is the most one pair can reach."""

    rows: list[ProposalRow]
    left_over: list[LeftOverRow]
    total: int
    full_score: int


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody to choose when pairing by hand; ``free`` is how many a mentor can still take."""

    role_id: UUID
    person_id: UUID
    number: int
    name: str
    status: MentorStatus | NewcomerStatus
    free: int = 0


def solve(
    pairing_input: PairingInput,
    goal: Goal = "most",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Run:
    """The best set of pairs. Touches nothing outside: for a thread of its own."""
    return propose(
        pairing_input.scheme,
        pairing_input.mentors,
        pairing_input.newcomers,
        today=pairing_input.today,
        earlier=pairing_input.earlier,
        forbidden=pairing_input.forbidden,
        locked=pairing_input.locked,
        ties=pairing_input.ties,
        goal=goal,
        progress=progress,
        cancelled=cancelled,
    )


@intention
def keep(tx: Transaction, pairing_input: PairingInput, run: Run, today: date) -> list[ProposalRow]:
    """Keep the run as drafts in place of the scheme's earlier ones; locked drafts stay."""
    scheme_id = pairing_input.scheme.id
    locked = set()
    for draft in records.find(tx, Proposal, scheme_id=scheme_id, status=ProposalStatus.DRAFT):
        if draft.locked:
            locked.add((draft.mentor_id, draft.newcomer_id))
        else:
            records.remove(tx, draft)
    records.add_all(
        tx,
        [
            proposal_of(pairing_input, pair, run)
            for pair in run.pairs
            if (pair.mentor.role.id, pair.newcomer.role.id) not in locked
        ],
    )
    return drafts(tx, scheme_id, today)


def run(tx: Transaction, scheme_id: UUID, today: date, goal: Goal = "most") -> RunResult:
    """Gather, solve and keep in one go, for the command line."""
    pairing_input = gather(tx, scheme_id, today)
    found = solve(pairing_input, goal)
    return RunResult(
        rows=keep(tx, pairing_input, found, today),
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


def choices(tx: Transaction, scheme_id: UUID) -> tuple[list[PersonChoice], list[PersonChoice]]:
    """Mentors and newcomers of the scheme who could be paired by hand."""
    scheme = records.get(tx, Scheme, scheme_id)
    running = tallies.running_by_mentor(tx)
    mentors = [
        one for one in records.find(tx, Mentor, status=MentorStatus.APPROVED) if wants(one, scheme)
    ]
    newcomers = [
        one
        for one in records.find(tx, Newcomer, status=[status.value for status in TO_BE_PAIRED])
        if wants(one, scheme)
    ]
    people = people_behind(tx, mentors, newcomers)

    def choice(role: Mentor | Newcomer, free: int) -> PersonChoice:
        person = people[role.person_id]
        return PersonChoice(role.id, person.id, person.number, person.name, role.status, free)

    return (
        [choice(one, one.capacity - running.get(one.id, 0)) for one in mentors],
        [choice(one, 0) for one in newcomers],
    )


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
        earlier=earlier_pairs(tx),
        forbidden=forbidden_pairs(tx),
        ties=ties(tx),
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
