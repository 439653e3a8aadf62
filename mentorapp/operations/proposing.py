"""A pairing run: solve beside the database, and keep what was found as drafts.

A run replaces the earlier drafts of its scheme except the locked ones.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairing_runs import Goal, PairingRun, PairingRunDetails
from mentorapp.domain.proposals import Proposal
from mentorapp.domain.protection import Protection
from mentorapp.matching.aside import in_child
from mentorapp.matching.proposals import ProposedPair, Run, propose
from mentorapp.operations.candidates import PairingInput, gather
from mentorapp.operations.intention import intention
from mentorapp.operations.proposal_rows import (
    LeftOverRow,
    ProposalRow,
    drafts,
    judged_anew,
    left_over,
    proposal_columns,
)
from mentorapp.operations.run_records import outcome_text, run_record
from mentorapp.storage import records, shields, waiting
from mentorapp.storage.database import Transaction


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

    Locked drafts stay, with what this run found of them, except those that ``_lost_locks`` names.
    What is kept of those left over and of other candidates can be read later, see ``RunOutcome``.
    """
    scheme_id = pairing_input.scheme.id
    drafts_now, lost = waiting.drafts(tx, scheme_id), _lost_locks(tx, run)
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


def _lost_locks(tx: Transaction, run: Run) -> set[tuple[UUID, UUID]]:
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
