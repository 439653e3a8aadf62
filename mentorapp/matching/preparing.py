"""What is left to solve when locked and forbidden pairs are taken out, and what a pair counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.sparse import Problem

if TYPE_CHECKING:
    from mentorapp.matching.assignment import Goal

#: Sums stay below a quarter of what int64 holds: a path's length is a few of them.
_LARGEST = 2**63 // 4


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A problem made ready.

    ``open`` has the pairs that may be made: not forbidden, and of newcomers who are not locked;
    its capacity is what the locked pairs leave. ``live`` of these only such as can be made to
    advantage: the mentor has room, and under "best" the score is above 0.
    """

    open: Problem
    live: Problem
    bonus: int
    locked: tuple[tuple[int, int], ...]
    locked_total: int


def prepare(
    problem: Problem,
    goal: "Goal",
    locked: Iterable[tuple[int, int]],
    forbidden: Iterable[tuple[int, int]],
) -> Prepared:
    """Take out what is settled already.

    Raises ValueError for a locked pair that is not allowed or finds no room, and for scores whose
    sums would not fit into int64.
    """
    newcomers, _ = problem.shape
    problem = problem.without(forbidden)
    bonus = bonus_for(problem, goal)
    room = np.minimum(problem.capacity, newcomers)
    pairs = tuple(sorted(set(locked)))
    total = _take(problem, pairs, room)
    rest = replace(problem, capacity=room)
    if pairs:
        keep = np.ones(len(problem.mentors), dtype=np.bool_)
        for newcomer, _ in pairs:
            keep[problem.span(newcomer)] = False
        rest = rest.kept(keep)
    return Prepared(rest, live_part(rest, goal), bonus, pairs, total)


def live_part(problem: Problem, goal: "Goal") -> Problem:
    """Only the pairs that can be made to advantage."""
    keep = np.ones(len(problem.mentors), dtype=np.bool_)
    for _, _, span in problem.blocks():
        keep[span] = (problem.capacity > 0)[problem.mentors[span]]
        if goal == "best":
            keep[span] &= problem.scores[span] > 0
    return problem if keep.all() else problem.kept(keep)


def bonus_for(problem: Problem, goal: "Goal") -> int:
    """What each pair of a problem counts beside its score; see ``bonus_of``."""
    low, high = int(problem.scores.min(initial=0)), int(problem.scores.max(initial=0))
    return bonus_of(goal, problem.shape[0], low, high)


def bonus_of(goal: "Goal", newcomers: int, low: int, high: int) -> int:
    """What a pair must count beside its score so that one more pair outweighs all scores.

    ``low`` and ``high`` are the smallest and the largest score, and 0 is between them: no two sets
    of pairs differ in their totals by more than all newcomers times high - low. More than twice
    that, so that a sum of both can be taken apart; and for growing twice as much again, rounded up
    to a power of two. 0 for the goal "best". Raises ValueError where sums
    would not fit into int64.
    """
    bonus = 0 if goal == "best" else 1 << (4 * (newcomers * (high - low) + 1)).bit_length()
    if (newcomers + 1) * (max(high, -low) + bonus) >= _LARGEST:
        raise ValueError("scores too large for an exact sum")
    return bonus


def _take(problem: Problem, pairs: tuple[tuple[int, int], ...], room: NDArray[np.int64]) -> int:
    """Take the pairs out of ``room``, which is changed in place; what they score together."""
    total, taken = 0, set()
    for newcomer, mentor in pairs:
        place = problem.place(newcomer, mentor)
        if place < 0 or newcomer in taken:
            raise ValueError(
                f"locked pair {newcomer, mentor} is not allowed or its newcomer locked"
            )
        if room[mentor] == 0:
            raise ValueError(f"locked pair {newcomer, mentor} finds no room")
        taken.add(newcomer)
        room[mentor] -= 1
        total += int(problem.scores[place])
    return total


def with_full(
    prepared: Prepared,
    prices: NDArray[np.int64],
    newcomer_prices: NDArray[np.int64],
    bonus: int,
) -> NDArray[np.int64]:
    """The prices with those of mentors without room: what a place with them would be worth."""
    problem = prepared.open
    prices = prices.copy()
    for first, last, span in problem.blocks():
        full = np.flatnonzero((problem.capacity == 0)[problem.mentors[span]])
        if len(full):
            mentors = problem.mentors[span][full]
            newcomers = problem.newcomers_of(first, last)[full]
            worth = problem.scores[span][full] + (bonus - newcomer_prices[newcomers])
            np.maximum.at(prices, mentors, worth)
    return prices
