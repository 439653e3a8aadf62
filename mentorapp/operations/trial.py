"""A run with other weights beside the present one."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.explanations import Effect, Move
from mentorapp.domain.pairing_runs import Goal
from mentorapp.matching.proposals import Run
from mentorapp.matching.rules import obstacles
from mentorapp.matching.scores import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Two runs held against each other: pairs that differ, numbers and totals.

    Both totals are under the weights of the present run, so that they can be compared;
    ``full_score`` is the most one pair can reach under those.
    """

    moves: tuple[Move, ...]
    pairs_present: int
    pairs_tried: int
    total_present: int
    total_tried: int
    full_score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A set of pairs as other weights see it: each newcomer's score, and pairs those forbid."""

    scores: Mapping[UUID, int]
    forbidden: int


def measured(present: Run, tried: Run) -> Measured:
    """The pairs of ``tried`` under the weights and musts of ``present``, of the same people."""
    basis = tried.basis
    if basis is None or present.basis is None:
        raise ValueError("a run that was cancelled cannot be compared")
    people = [(basis.mentors[pair.mentor], basis.newcomers[pair.newcomer]) for pair in tried.pairs]
    return Measured(
        scores={
            newcomer.role_id: judge(present.weights, mentor, newcomer).score
            for mentor, newcomer in people
        },
        forbidden=sum(
            bool(obstacles(mentor, newcomer, present.basis.book)) for mentor, newcomer in people
        ),
    )


def compare(present: Run, tried: Run) -> Trial:
    """What the other weights would change. Both runs are of the same people."""
    was = {pair.newcomer_id: pair.mentor_id for pair in present.pairs}
    would = {pair.newcomer_id: pair.mentor_id for pair in tried.pairs}
    seen = measured(present, tried)
    newcomers = present.basis.newcomers if present.basis is not None else ()
    return Trial(
        moves=tuple(
            Move(one.role_id, was.get(one.role_id), would.get(one.role_id))
            for one in newcomers
            if was.get(one.role_id) != would.get(one.role_id)
        ),
        pairs_present=len(was),
        pairs_tried=len(would),
        total_present=present.total,
        total_tried=sum(seen.scores.values()),
        full_score=present.full_score,
    )


def effect_of_decisions(without: Run, decided: Run) -> Effect:
    """What locks and bans do to the set that would be best without them; weights are the same."""
    trial, fair, basis = compare(without, decided), decided.goal is Goal.FAIR, decided.basis
    return Effect(
        pairs_before=trial.pairs_present,
        pairs_after=trial.pairs_tried,
        total_before=trial.total_present,
        total_after=trial.total_tried,
        full_score=trial.full_score,
        moves=trial.moves,
        certified=basis is not None and basis.assignment.certified,
        worst_before=without.worst if fair else None,
        worst_after=decided.worst if fair else None,
    )
