"""The best set of pairs where paths take too long: SciPy finds the pairs, we find the prices.

SciPy's solvers give pairs and no proof. Given pairs that are the best among some candidates, the
smallest prices that prove it follow by sweeps (Bellman and Ford): a mentor's place costs what
somebody else would gain by it. Held against all pairs, prices show which pairs were missing among
the candidates. Where few newcomers miss one, a shortest path each makes it good; else the missing
ones are added, and it is done again.
"""

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.aside import Aside
from mentorapp.matching.lines import Table
from mentorapp.matching.residual import Seats
from mentorapp.matching.selection import candidates
from mentorapp.matching.solution import Solution
from mentorapp.matching.sparse import Problem
from mentorapp.matching.watch import Watch

#: SciPy computes in doubles, which hold every whole number up to 2**53; a path's length while
#: searching can be a few times the final sum, so some room is kept.
EXACT = 2**53 // 4

#: Candidates for each newcomer and each mentor to begin with; fewer mean more rounds.
_CANDIDATES = 48
_ROUNDS = 12

#: So many newcomers are set right by a path each faster than by another round.
_FEW = 24

#: A table of this many doubles (64 MiB) may be made; what is larger stays sparse.
_TABLE = 1 << 23


def by_scipy(problem: Problem, bonus: int, watch: Watch, aside: Aside) -> Solution | None:
    """Pairs and prices, or None where no proof was found.

    The caller sees to it that every sum stays below ``EXACT`` and certifies what it gets.
    """
    newcomers, _ = problem.shape
    room = np.minimum(problem.capacity, problem.degrees)
    places = candidates(problem, _CANDIDATES, watch)
    small = newcomers * int(room.sum()) <= _TABLE
    for _ in range(_ROUNDS):
        watch.ask()
        chosen = _Pairs.of(problem, places, bonus)
        mate = aside(match_sparse, chosen.newcomers, chosen.mentors, chosen.counts, room, newcomers)
        prices = chosen.prices(mate, watch)
        if prices is None:
            return None
        missing = _missing(problem, mate, prices, bonus, watch)
        wronged = np.unique(np.searchsorted(problem.starts, missing, side="right") - 1)
        if len(wronged) <= _FEW:
            return _set_right(
                problem, Solution(mate, prices, "scipy sparse"), wronged, bonus, watch
            )
        if small and len(missing) > len(places):
            return _dense(problem, places, room, bonus, watch, aside)
        places = np.union1d(places, missing)
    return _dense(problem, places, room, bonus, watch, aside) if small else None


def _set_right(
    problem: Problem, found: Solution, wronged: NDArray[np.intp], bonus: int, watch: Watch
) -> Solution:
    """Let the newcomers who miss a pair choose again among all, one after the other.

    All others are content. So the wronged and their places are taken out, what is left is the best,
    and each who is brought back moves along one shortest path.
    """
    if not len(wronged):
        return found
    seats = Seats.empty(
        Table.of(problem), bonus, None, frozenset(), problem.capacity.copy(), found.prices.copy()
    )
    seated = np.flatnonzero(found.mate >= 0)
    mates = found.mate[seated]
    worth = problem.scores[problem.places(seated, mates)].astype(np.int64) + bonus
    for newcomer, mentor, counts in zip(
        seated.tolist(), mates.tolist(), worth.tolist(), strict=True
    ):
        seats.seat(newcomer, mentor, counts)
    holes = [(newcomer, seats.take_out(newcomer)) for newcomer in wronged.tolist()]
    for _, hole in holes:
        if hole >= 0:
            seats.room[hole] -= 1
    for newcomer, hole in holes:
        watch.ask()
        if hole >= 0:
            seats.room[hole] += 1
        seats.bring_back(newcomer, hole)
    return Solution(seats.mate.astype(np.int32), seats.prices, found.method)


def _dense(
    problem: Problem,
    places: NDArray[np.int64],
    room: NDArray[np.int64],
    bonus: int,
    watch: Watch,
    aside: Aside,
) -> Solution | None:
    """Let SciPy see the whole table, then find the prices on ever more candidates."""
    mate = aside(match_dense, problem.starts, problem.mentors, problem.scores, room, bonus)
    paired = np.flatnonzero(mate >= 0)
    made = [problem.place(int(one), int(mate[one])) for one in paired]
    places = np.union1d(places, np.array(made, dtype=np.int64))
    prices: NDArray[np.int64] | None = None
    while True:
        watch.ask()
        prices = _Pairs.of(problem, places, bonus).prices(mate, watch, prices)
        if prices is None:
            return None
        missing = _missing(problem, mate, prices, bonus, watch)
        if not len(missing):
            return Solution(mate, prices, "scipy dense")
        places = np.union1d(places, missing)


class _Pairs:
    """Some of the pairs, sorted by mentor, with what each counts."""

    def __init__(
        self,
        newcomers: NDArray[np.int32],
        mentors: NDArray[np.int32],
        counts: NDArray[np.int64],
        shape: tuple[int, int],
    ) -> None:
        self.newcomers, self.mentors, self.counts, self._shape = newcomers, mentors, counts, shape

    @classmethod
    def of(cls, problem: Problem, places: NDArray[np.int64], bonus: int) -> "_Pairs":
        newcomers = np.searchsorted(problem.starts, places, side="right") - 1
        mentors = problem.mentors[places]
        counts = problem.scores[places].astype(np.int64) + bonus
        key = mentors.astype(np.uint16) if problem.shape[1] <= 1 << 16 else mentors
        order = np.argsort(key, kind="stable")
        return cls(newcomers[order].astype(np.int32), mentors[order], counts[order], problem.shape)

    def prices(
        self, mate: NDArray[np.int32], watch: Watch, least: NDArray[np.int64] | None = None
    ) -> NDArray[np.int64] | None:
        """The smallest prices of mentors under which nobody here would rather change.

        ``least``: prices known to be no higher. None where there are no such prices, because the
        pairs of ``mate`` are not the best among these.
        """
        newcomers, mentors = self._shape
        starts = np.searchsorted(self.mentors, np.arange(mentors + 1))
        filled = starts[1:] > starts[:-1]
        begins = starts[:-1][filled]
        worth = np.zeros(newcomers, dtype=np.int64)
        made = mate[self.newcomers] == self.mentors
        worth[self.newcomers[made]] = self.counts[made]
        paired = mate >= 0
        with_whom = np.where(paired, mate, 0)
        prices = np.zeros(mentors, dtype=np.int64) if least is None else least.copy()
        for _ in range(mentors + 2):
            watch.ask()
            gains = np.where(paired, worth - prices[with_whom], 0)
            raised = prices.copy()
            if len(begins):
                offers = np.maximum.reduceat(self.counts - gains[self.newcomers], begins)
                raised[filled] = np.maximum(prices[filled], offers)
            if (raised == prices).all():
                return prices
            prices = raised
        return None


def _missing(
    problem: Problem,
    mate: NDArray[np.int32],
    prices: NDArray[np.int64],
    bonus: int,
    watch: Watch,
) -> NDArray[np.int64]:
    """The places of the pairs that would both gain by, under these prices."""
    net = bonus - prices
    found = [np.zeros(0, dtype=np.int64)]
    for first, last, span in problem.blocks():
        watch.ask()
        columns = problem.mentors[span]
        margin = problem.scores[span] + net[columns]
        lengths = problem.lengths[first:last]
        made = np.flatnonzero(np.repeat(mate[first:last], lengths) == columns)
        gains = np.zeros(last - first, dtype=np.int64)
        row = np.searchsorted(problem.starts[first : last + 1] - span.start, made, "right") - 1
        gains[row] = margin[made]
        found.append(np.flatnonzero(margin > np.repeat(gains, lengths)) + span.start)
    return np.concatenate(found)


def match_sparse(
    newcomers: NDArray[np.int32],
    mentors: NDArray[np.int32],
    counts: NDArray[np.int64],
    room: NDArray[np.int64],
    people: int,
) -> NDArray[np.int32]:
    """Each newcomer's mentor or -1, the best of these pairs, by SciPy's sparse solver.

    Every place of a mentor is a node of its own; who stays alone is paired with a node of his own.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    mate = np.full(people, -1, dtype=np.int32)
    first_place = np.concatenate(([0], np.cumsum(room)))
    places = int(first_place[-1])
    copies = room[mentors]
    who = np.repeat(newcomers, copies)
    nth = np.arange(len(who)) - np.repeat(np.cumsum(copies) - copies, copies)
    place = np.repeat(first_place[mentors], copies) + nth
    if not len(who):
        return mate
    alone = int(counts.max()) + 1
    cost = np.repeat(alone - counts, copies).astype(np.float64)
    # The scarcer side asks: its nodes are the rows.
    sides = (
        ((place, who), (places, people)) if places < people else ((who, place), (people, places))
    )
    (rows, columns), (asking, asked) = sides
    own = np.arange(asking)
    cost = np.concatenate((cost, np.full(asking, float(alone))))
    ends = (np.concatenate((rows, own)), np.concatenate((columns, asked + own)))
    graph = csr_array((cost, ends), shape=(asking, asked + asking))
    row, column = min_weight_full_bipartite_matching(graph)
    row, column = row[column < asked], column[column < asked]
    owner = np.repeat(np.arange(len(room), dtype=np.int32), room)
    if places < people:
        mate[column] = owner[row]
    else:
        mate[row] = owner[column]
    return mate


def match_dense(
    starts: NDArray[np.int64],
    mentors: NDArray[np.int32],
    scores: NDArray[np.integer],
    room: NDArray[np.int64],
    bonus: int,
) -> NDArray[np.int32]:
    """Each newcomer's mentor or -1, by SciPy's dense solver (Crouse 2016).

    A pair that is not allowed counts 0, as if both stayed alone.
    """
    from scipy.optimize import linear_sum_assignment

    people = len(starts) - 1
    table = np.zeros((people, len(room)))
    row = np.repeat(np.arange(people), np.diff(starts))
    table[row, mentors] = scores.astype(np.float64) + bonus
    owner = np.repeat(np.arange(len(room), dtype=np.int32), room)
    table = table[:, owner]
    rows, columns = linear_sum_assignment(table, maximize=True)
    real = table[rows, columns] > 0
    mate = np.full(people, -1, dtype=np.int32)
    mate[rows[real]] = owner[columns[real]]
    return mate
