"""Which method solves a problem, and when it is given up for another.

Paths come first: on real tables they are faster than any library and need none. What they cost on
the hard families (as many places as people, ties, scores that are a sum of two people's worth)
cannot be foreseen, so their work is counted, never timed: the same data take the same method on
every machine. When it is spent SciPy takes over. What it finds is certified, or the paths go on
without a limit; they are exact whatever the numbers.
"""

import numpy as np

from mentorapp.matching.aside import Aside, in_place
from mentorapp.matching.certificate import Certificate, certify
from mentorapp.matching.library import EXACT, by_scipy
from mentorapp.matching.paths import Paths
from mentorapp.matching.selection import Rows
from mentorapp.matching.solution import Solution
from mentorapp.matching.sparse import Problem, Turned, highest
from mentorapp.matching.watch import QUIET, Watch

#: Below this many people on the scarcer side paths are over before SciPy is loaded.
_FEW = 200

#: Between these shares of places to newcomers a problem is tight, which is where paths are slow.
_TIGHT = (0.6, 1.25)

#: Where places are scarce and more than this share of all pairs allowed, too.
_DENSE = 0.5


def solve(
    problem: Problem, bonus: int, watch: Watch = QUIET, aside: Aside = in_place
) -> tuple[Solution, Certificate]:
    """The pairs that count most, each counting its score and ``bonus``, which is above 0.

    Every pair of ``problem`` must count more than 0 and every mentor in it have room.
    """
    watch.ask()
    low, high = int(problem.scores.min(initial=0)), int(problem.scores.max(initial=0))
    most = max(high, -low) + bonus
    fits = most * max(1, problem.shape[0]) < EXACT
    limit = budget(problem) if fits else None
    found = None if limit == 0 else by_paths(problem, bonus, watch, limit)
    if found is None:
        found = by_scipy(problem, bonus, watch, aside)
        if found is not None:
            proof = certify(problem, found.mate, found.prices, bonus, watch)
            if proof.holds:
                return found, proof
        found = by_paths(problem, bonus, watch, None)
    if found is None:
        raise AssertionError("paths without a budget always end")
    return found, certify(problem, found.mate, found.prices, bonus, watch)


def budget(problem: Problem) -> int:
    """How much work paths may spend before SciPy takes over; a unit takes about 0.3 µs.

    A quarter to a half of what SciPy's dense solver would take, and nothing where paths are slow.
    """
    newcomers = int(np.count_nonzero(problem.lengths))
    places = int(np.minimum(problem.capacity, newcomers).sum())
    scarce = min(newcomers, places)
    if scarce <= _FEW:
        return 400 * _FEW
    dense = len(problem.mentors) > _DENSE * problem.shape[0] * problem.shape[1]
    if places < _TIGHT[1] * newcomers and (dense or places > _TIGHT[0] * newcomers):
        return 0
    return int(2.5 * (newcomers * places) ** 0.75)


def by_paths(problem: Problem, bonus: int, watch: Watch, limit: int | None) -> Solution | None:
    """By augmenting paths from the scarcer side; None when the work exceeded ``limit``."""
    newcomers, mentors = problem.shape
    # One place more than a mentor can use shows that places with him are free.
    room = np.minimum(problem.capacity, problem.degrees + 1)
    if int(room.sum()) >= int(np.count_nonzero(problem.lengths)):
        kinds, places = list(range(newcomers)), room.tolist()
        asking = Paths(Rows.of(problem), kinds, places, bonus, watch, limit)
        if not asking.solve():
            return None
        return Solution(np.array(asking.mate, dtype=np.int32), asking.prices, "paths")
    owner = np.repeat(np.arange(mentors), room)
    turned = Turned.of(problem, watch)
    asking = Paths(Rows.of(turned), owner.tolist(), [1] * newcomers, bonus, watch, limit)
    if not asking.solve():
        return None
    guests = np.array(asking.mate)
    mate = np.full(newcomers, -1, dtype=np.int32)
    mate[guests[guests >= 0]] = owner[guests >= 0]
    margin = turned.scores + (bonus - asking.prices)[turned.newcomers]
    return Solution(mate, highest(margin, turned.starts), "paths")
