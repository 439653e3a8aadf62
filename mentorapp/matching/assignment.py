"""The best set of pairs for a table of scores, found exactly and proven.

The front door of the engine: ``assign`` for tables, ``assign_sparse`` for the allowed pairs alone.
``solving`` chooses the method, ``certificate`` holds the proof, ``standing`` changes a solved
problem while one looks. numpy is loaded when pairing begins, SciPy only where paths take too long.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mentorapp.matching.aside import Aside
    from mentorapp.matching.fairness import Cover
    from mentorapp.matching.preparing import Prepared
    from mentorapp.matching.sparse import Problem
    from mentorapp.matching.watch import Watch

#: "most": as many pairs as can be, and of those sets the best total. "best": the best total; pairs
#: that score 0 or less add nothing and are not made. "fair": as many as can be, then the largest
#: possible worst score, then the best total.
Goal = Literal["most", "best", "fair"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """``pairs`` are (newcomer, mentor), sorted, locked ones among them; ``total`` is their score.

    ``bonus`` is what each pair counted beside its score, so that another pair always outweighs
    better scores; 0 for the goal "best".

    The proof: ``newcomer_prices`` and ``mentor_prices`` (int64, none below 0) are such that for
    every allowed pair that is not forbidden, of a newcomer who is not locked, the two prices come
    to at least score + bonus, while all newcomers' prices and every mentor's price times the places
    that locked pairs left him come to exactly what the pairs that are not locked count.
    ``certified`` says that this was checked. A locked newcomer has the price 0. Under "fair" it
    holds for the pairs that score at least ``worst``; ``cover`` proves that so many pairs cannot
    all score more. ``worst`` is the worst score of the pairs that are not locked, None without
    such a pair or under another goal.

    ``method`` names the solver: "paths", "scipy sparse" or "scipy dense".
    """

    pairs: list[tuple[int, int]]
    total: int
    bonus: int
    certified: bool
    newcomer_prices: "NDArray[np.int64]" = field(compare=False, repr=False)
    mentor_prices: "NDArray[np.int64]" = field(compare=False, repr=False)
    method: str = "paths"
    worst: int | None = None
    cover: "Cover | None" = field(default=None, compare=False, repr=False)


def assign(
    scores: "NDArray[np.integer]",
    allowed: "NDArray[np.bool_]",
    capacity: "NDArray[np.integer]",
    *,
    goal: Goal = "most",
    locked: Iterable[tuple[int, int]] = (),
    forbidden: Iterable[tuple[int, int]] = (),
) -> Assignment:
    """The best pairs of a whole table; see ``assign_sparse``.

    ``scores`` and ``allowed`` are (newcomers, mentors), ``capacity`` (mentors,).
    """
    from mentorapp.matching.sparse import from_dense

    problem = from_dense(scores, allowed, capacity)
    return assign_sparse(problem, goal=goal, locked=locked, forbidden=forbidden)


def assign_sparse(
    problem: "Problem",
    *,
    goal: Goal = "most",
    locked: Iterable[tuple[int, int]] = (),
    forbidden: Iterable[tuple[int, int]] = (),
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], object] | None = None,
    aside: "Aside | None" = None,
) -> Assignment:
    """The best pairs among the allowed ones; each newcomer gets at most one mentor.

    Locked pairs are taken first and use up capacity. Equal input gives equal pairs, on every
    machine; which of equally good sets it is follows from the order of people, so sort them first.
    ``aside`` runs what holds the interpreter or cannot be stopped, see ``aside.in_child``; in place
    when left out. Raises ValueError for arrays that do not fit together, a locked pair that is not
    allowed or finds no room, and sums that int64 would not hold; ``watch.Stopped`` when cancelled.
    """
    from mentorapp.matching.aside import in_place
    from mentorapp.matching.preparing import prepare
    from mentorapp.matching.sparse import checked
    from mentorapp.matching.watch import Watch

    prepared = prepare(checked(problem), goal, locked, forbidden)
    return solve_prepared(prepared, goal, Watch(cancelled, progress), aside or in_place)


def solve_prepared(prepared: "Prepared", goal: Goal, watch: "Watch", aside: "Aside") -> Assignment:
    """The best pairs of a problem that was made ready."""
    from dataclasses import replace

    import numpy as np

    from mentorapp.matching.certificate import certify
    from mentorapp.matching.fairness import best_worst_score
    from mentorapp.matching.preparing import with_full
    from mentorapp.matching.solving import solve

    bonus = prepared.bonus
    found, proof = solve(prepared.live, bonus, watch, aside)
    cover, proven = None, proof.holds
    if goal == "fair" and (found.mate >= 0).any():
        number = int(np.count_nonzero(found.mate >= 0))
        worst = worst_score(prepared.live, found.mate)
        cover = best_worst_score(prepared.live, number, worst, watch, aside)
        prepared = replace(
            prepared,
            open=prepared.open.kept(prepared.open.scores >= cover.above),
            live=prepared.live.kept(prepared.live.scores >= cover.above),
        )
        proven &= cover.holds(prepared.open, number)
        found, proof = solve(prepared.live, bonus, watch, aside)
        proven &= int(np.count_nonzero(found.mate >= 0)) == number
    prices = found.prices
    if prepared.open is not prepared.live:
        prices = with_full(prepared, prices, proof.newcomer_prices, bonus)
        proof = certify(prepared.open, found.mate, prices, bonus, watch)
    paired = np.flatnonzero(found.mate >= 0)
    pairs = list(zip(paired.tolist(), found.mate[paired].tolist(), strict=True))
    return Assignment(
        pairs=sorted([*pairs, *prepared.locked]),
        total=proof.value - bonus * len(pairs) + prepared.locked_total,
        bonus=bonus,
        certified=proven and proof.holds,
        newcomer_prices=proof.newcomer_prices,
        mentor_prices=prices,
        method=found.method,
        worst=cover.above if cover else None,
        cover=cover,
    )


def worst_score(problem: "Problem", mate: "NDArray[np.int32]") -> int:
    """The lowest score among the pairs of ``mate``, of which there is at least one."""
    import numpy as np

    paired = np.flatnonzero(mate >= 0).tolist()
    return min(int(problem.scores[problem.place(one, int(mate[one]))]) for one in paired)
