"""The proof that a set of pairs is the best: prices, in whole numbers, that nobody can beat.

Linear programming duality (Egerváry 1931; Kuhn 1955). Give every newcomer ``i`` a price ``u[i]``
and every mentor's place a price ``v[j]``, none below 0, so that ``u[i] + v[j]`` is at least what
the pair counts (score + bonus) for every allowed pair. Then no set of pairs can count more than
the sum of all ``u`` and of ``capacity * v``. A set that counts exactly as much is therefore one of
the best. With whole numbers the two are equal or not: there is no tolerance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.sparse import Problem, highest
from mentorapp.matching.watch import QUIET, Watch


@dataclass(frozen=True, slots=True, eq=False)
class Certificate:
    """What was found when a set of pairs was held against its prices.

    ``newcomer_prices`` are the smallest that suit the mentors' prices. ``value`` is what the pairs
    count, ``limit`` what no set can exceed; ``holds`` if the pairs are a legal set and the two are
    the same.
    """

    newcomer_prices: NDArray[np.int64]
    value: int
    limit: int
    holds: bool


def certify(
    problem: Problem,
    mate: NDArray[np.int32],
    mentor_prices: NDArray[np.int64],
    bonus: int,
    watch: Watch = QUIET,
) -> Certificate:
    """Hold a set of pairs against prices, in one pass over all allowed pairs.

    ``mate`` (newcomers,) is the mentor of each newcomer or -1, ``mentor_prices`` (mentors,).
    """
    prices = np.zeros(len(mate), dtype=np.int64)
    value = made = 0
    for first, last, span in problem.blocks():
        watch.ask()
        columns = problem.mentors[span]
        margin = problem.scores[span] + (bonus - mentor_prices)[columns]
        prices[first:last] = highest(margin, problem.starts[first : last + 1] - span.start)
        taken = np.flatnonzero(np.repeat(mate[first:last], problem.lengths[first:last]) == columns)
        value += int(problem.scores[span][taken].sum(dtype=np.int64)) + bonus * len(taken)
        made += len(taken)
    limit = int(prices.sum()) + int(problem.capacity @ mentor_prices)
    paired = mate[mate >= 0]
    full = np.bincount(paired, minlength=len(problem.capacity)) > problem.capacity
    legal = made == len(paired) and not full.any() and not (mentor_prices < 0).any()
    return Certificate(prices, value, limit, legal and value == limit)
