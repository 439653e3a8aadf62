"""The largest possible worst score at the largest number of pairs, and the proof that it is.

A bottleneck assignment (Gross 1959): as many pairs as ever, made only of pairs that score at least
so much, found by halving. That it cannot be more is proven by a cover (Kőnig 1931): some newcomers
and some mentors, of whom every pair with a better score has one, and who together have places for
fewer pairs than are made.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.aside import Aside
from mentorapp.matching.sparse import Problem
from mentorapp.matching.watch import Watch


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Prices of 0 or 1: every pair that scores more than ``above`` has at least one at 1."""

    above: int
    newcomers: NDArray[np.int64]
    mentors: NDArray[np.int64]

    def value(self, capacity: NDArray[np.int64]) -> int:
        """No more pairs than this score more than ``above``, in any set of pairs."""
        return int(self.newcomers.sum()) + int(capacity @ self.mentors)

    def holds(self, problem: Problem, number: int) -> bool:
        """Whether it proves that ``number`` pairs cannot all score more than ``above``."""
        for first, last, span in problem.blocks():
            price = self.newcomers[problem.newcomers_of(first, last)]
            price = price + self.mentors[problem.mentors[span]]
            if ((problem.scores[span] > self.above) & (price < 1)).any():
                return False
        return self.value(problem.capacity) < number


def best_worst_score(
    problem: Problem, number: int, worst: int, watch: Watch, aside: Aside
) -> Cover:
    """The cover whose ``above`` is the largest possible worst score of ``number`` pairs.

    ``worst`` is the worst score of some set of so many pairs.
    """
    above, mate = aside(
        raise_worst,
        problem.starts,
        problem.mentors,
        problem.scores,
        problem.capacity,
        number,
        worst,
    )
    watch.ask()
    return _cover(problem, above, mate)


def raise_worst(
    starts: NDArray[np.int64],
    mentors: NDArray[np.int32],
    scores: NDArray[np.integer],
    capacity: NDArray[np.int64],
    number: int,
    worst: int,
) -> tuple[int, NDArray[np.int32]]:
    """The largest worst score of ``number`` pairs; and a largest set of pairs that score more."""
    newcomers = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    low, high = worst, int(scores.max())
    over = np.full(len(starts) - 1, -1, dtype=np.int32)
    while low < high:
        middle = low + (high - low + 1) // 2
        good = np.flatnonzero(scores >= middle)
        mate = _most_pairs(newcomers[good], mentors[good], capacity, len(starts) - 1)
        if np.count_nonzero(mate >= 0) == number:
            made = mate[newcomers[good]] == mentors[good]
            low = int(scores[good][made].min())
        else:
            high, over = middle - 1, mate
    return low, over


def _most_pairs(
    newcomers: NDArray[np.int32],
    mentors: NDArray[np.int32],
    capacity: NDArray[np.int64],
    people: int,
) -> NDArray[np.int32]:
    """Each newcomer's mentor or -1 in a largest set of pairs (Hopcroft and Karp 1973)."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    room = np.minimum(capacity, np.bincount(mentors, minlength=len(capacity)))
    first_place = np.concatenate(([0], np.cumsum(room)))
    copies = room[mentors]
    who = np.repeat(newcomers, copies)
    nth = np.arange(len(who)) - np.repeat(np.cumsum(copies) - copies, copies)
    place = np.repeat(first_place[mentors], copies) + nth
    shape = (people, int(first_place[-1]))
    if not len(who):
        return np.full(people, -1, dtype=np.int32)
    graph = csr_array((np.ones(len(who), dtype=np.int8), (who, place)), shape=shape)
    found = maximum_bipartite_matching(graph, perm_type="column")
    owner = np.repeat(np.arange(len(room), dtype=np.int32), room)
    return np.where(found >= 0, owner[found], -1).astype(np.int32)


def _cover(problem: Problem, above: int, mate: NDArray[np.int32]) -> Cover:
    """From a largest set of pairs above a score: whoever an alternating walk does not reach."""
    newcomers, mentors = problem.shape
    guests: list[list[int]] = [[] for _ in range(mentors)]
    for newcomer in np.flatnonzero(mate >= 0).tolist():
        guests[int(mate[newcomer])].append(newcomer)
    seen = (problem.capacity == 0).astype(np.int64)
    alone = np.ones(newcomers, dtype=np.int64)
    to_see = np.flatnonzero(mate < 0).tolist()
    alone[to_see] = 0
    while to_see:
        asked, scores = problem.row(to_see.pop())
        asked = asked[scores > above]
        for mentor in asked[seen[asked] == 0].tolist():
            seen[mentor] = 1
            for guest in guests[mentor]:
                if alone[guest]:
                    alone[guest] = 0
                    to_see.append(guest)
    return Cover(above, alone, seen)
