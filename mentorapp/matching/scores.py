"""Weights in words made numbers, one pair judged, and the table of all pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentorapp.domain.proposals import Obstacle, Reason
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.matching.criteria import AGAINST, FULL, JUDGES
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.rules import Rulebook, first_obstacle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A must that is met still tells better pairs from worse, so it counts like high.
MULTIPLIERS: Mapping[Weight, int] = {
    Weight.MUST: 4,
    Weight.HIGH: 4,
    Weight.MEDIUM: 2,
    Weight.LOW: 1,
    Weight.OFF: 0,
}

#: In ``Table.stopped``: 0 is allowed, k is the k-th obstacle of the enum, counted from 1.
OBSTACLE_CODES: Mapping[Obstacle, int] = {
    obstacle: place for place, obstacle in enumerate(Obstacle, start=1)
}

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One pair: the sum, what each criterion adds to it, and the reasons with their points."""

    score: int
    points: Mapping[Criterion, int]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All pairs: both arrays are (newcomers, mentors).

    ``scores`` (int64) is 0 where ``stopped`` (uint8, see ``OBSTACLE_CODES``) is not.
    """

    scores: "NDArray[np.int64]"
    stopped: "NDArray[np.uint8]"


def multipliers(weights: Mapping[str, str]) -> dict[Criterion, int]:
    """What counts, in the order in which reasons are told; what is off is left out."""
    found = {
        criterion: MULTIPLIERS[Weight(weights.get(criterion.value, Weight.OFF.value))]
        for criterion in JUDGES
    }
    return {criterion: times for criterion, times in found.items() if times}


def full_score(weights: Mapping[str, str]) -> int:
    """The score of a pair that fits in everything that counts."""
    return FULL * sum(multipliers(weights).values())


def judge(
    weights: Mapping[str, str],
    mentor: MentorFacts,
    newcomer: NewcomerFacts,
) -> Judgement:
    """Score and reasons of one pair, whether it is allowed or not."""
    points: dict[Criterion, int] = {}
    reasons: list[Reason] = []
    for criterion, times in multipliers(weights).items():
        scored, reason = JUDGES[criterion](mentor, newcomer)
        points[criterion] = scored * times
        if reason is not None:
            reasons.append(replace(reason, points=scored * times))
    reasons.sort(key=lambda reason: reason.kind in AGAINST)
    return Judgement(sum(points.values()), points, tuple(reasons))


def build_table(  # the seam behind which the whole table can be made faster
    weights: Mapping[str, str],
    mentors: Sequence[MentorFacts],
    newcomers: Sequence[NewcomerFacts],
    book: Rulebook,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table | None:
    """The table of all pairs; None when ``cancelled``, which is asked once for each newcomer."""
    import numpy as np

    scores = np.zeros((len(newcomers), len(mentors)), dtype=np.int64)
    stopped = np.zeros((len(newcomers), len(mentors)), dtype=np.uint8)
    counting = [(JUDGES[criterion], times) for criterion, times in multipliers(weights).items()]
    for row, newcomer in enumerate(newcomers):
        if cancelled is not None and cancelled():
            return None
        for column, mentor in enumerate(mentors):
            obstacle = first_obstacle(mentor, newcomer, book)
            if obstacle is not None:
                stopped[row, column] = OBSTACLE_CODES[obstacle]
            else:
                scores[row, column] = sum(times * of(mentor, newcomer)[0] for of, times in counting)
        if progress is not None:
            progress(row + 1, len(newcomers))
    return Table(scores, stopped)
