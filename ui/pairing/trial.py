"""Two sets of pairs compared, without keeping either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.explanations import percent_of
from mentorapp.operations.explaining import Solved
from mentorapp.operations.pairing import PairingInput, Run
from mentorapp.operations.trial import measured
from ui.pairing.moves import MoveRow


@dataclass(frozen=True, slots=True)
class SetFigures:
    """How good a set is, in per cent of what one pair can reach."""

    pairs: int
    left_over: int
    average_percent: int
    worst_percent: int


@dataclass(frozen=True, slots=True)
class Present:
    """The set as it is: each newcomer's mentor and their score in per cent."""

    gathered: PairingInput
    run: Run
    figures: SetFigures
    pairs: Mapping[UUID, tuple[UUID, int]]


@dataclass(frozen=True, slots=True)
class Trial:
    """The present set and the one that was tried, and every newcomer whose mentor differs.

    Both are measured by the present weights; ``forbidden`` are pairs that those rule out.
    """

    now: SetFigures
    then: SetFigures
    moves: tuple[MoveRow, ...]
    forbidden: int = 0


def present_of(solved: Solved) -> Present:
    """What is needed of a set to compare another with it, free of the `Solved`."""
    full = solved.run.full_score
    scores = {one: solved.check(one, mentor).score for one, mentor in solved.pairs.items()}
    pairs = {one: (mentor, percent_of(scores[one], full)) for one, mentor in solved.pairs.items()}
    left_over = len(solved.pairing_input.newcomers) - len(pairs)
    figures = figures_of(list(scores.values()), left_over, full)
    return Present(solved.pairing_input, solved.run, figures, pairs)


def compared(present: Present, tried: Solved) -> Trial:
    """The two beside each other."""
    names, full = present.gathered.names, present.run.full_score
    seen = measured(present.run, tried.run)
    would = {
        one: (mentor, percent_of(seen.scores[one], full)) for one, mentor in tried.pairs.items()
    }
    left_over = len(present.gathered.newcomers) - len(would)
    nobody = (None, None)
    moves = []
    for newcomer in {**present.pairs, **would}:
        before, was = present.pairs.get(newcomer, nobody)
        after, is_now = would.get(newcomer, nobody)
        if before != after:
            moves.append(
                MoveRow(
                    names.get(newcomer, ""),
                    names.get(before, "") if before else "",
                    names.get(after, "") if after else "",
                    was,
                    is_now,
                )
            )
    then = figures_of(list(seen.scores.values()), left_over, full)
    return Trial(present.figures, then, tuple(moves), seen.forbidden)


def figures_of(scores: Sequence[int], left_over: int, full_score: int) -> SetFigures:
    """The figures of a set whose pairs score so."""
    total = sum(scores)
    return SetFigures(
        pairs=len(scores),
        left_over=left_over,
        average_percent=percent_of(total, full_score * max(1, len(scores))),
        worst_percent=percent_of(min(scores, default=0), full_score),
    )
