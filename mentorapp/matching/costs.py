"""What it would cost the whole to make a pair: exact for everybody whom a list of candidates shows.

Under "most" and "best" one search tells it of all. Under "fair" the search keeps the worst score
where it is. That is the truth of pairs that score more and cost none of the others: were a better
worst score possible with such a pair, it would be without. Of the others it is not known, since
giving way a little in the worst score may save a pair; those who are to be shown are tried one by
one, each solved from the start.
"""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from mentorapp.matching.margins import Losses
from mentorapp.matching.solved import SolvedRun
from mentorapp.matching.standing import Standing


class Cost(NamedTuple):
    """What the whole loses, below 0 wins: what counts most first.

    ``pairs`` is 0 under "best", and ``worst``, of the poorest pair's score, but for "fair".
    """

    pairs: int
    worst: int
    score: int


_NOTHING = Cost(0, 0, 0)


class _Side(NamedTuple):
    """One person who is asked for: places of the other side are told apart by these."""

    losses: Callable[[Standing], Losses]
    pair: Callable[[int], tuple[int, int]]
    present: Collection[int]


def of_mentors(solved: SolvedRun, row: int, k: int) -> list[tuple[int, Cost]]:
    """The ``k`` mentors, by column, who would cost least, a newcomer's present one among them.

    Cheapest first. A pair that is locked is let go for each of the others. Under "fair" the ``k``
    are chosen by what they cost at the least.
    """
    standing = solved.standing
    present = {column for one, column in standing.pairs if one == row}
    locked = dict(standing.locked)
    if row in locked:
        standing = standing.copy()
        standing.unlock(row, locked[row])
    side = _Side(lambda one: one.regrets(row), lambda column: (row, column), present)
    # What letting go has brought is no merit of the other mentors.
    return _cheapest(side, standing, _between(solved.standing, standing), k)


def of_newcomers(solved: SolvedRun, column: int, k: int) -> list[tuple[int, Cost]]:
    """The newcomers, by row, whom a mentor has, and those not locked who would cost least.

    ``k`` in all, cheapest first; under "fair" as for ``of_mentors``.
    """
    present = {row for row, other in solved.standing.pairs if other == column}
    side = _Side(lambda one: one.regrets_of_mentor(column), lambda row: (row, column), present)
    return _cheapest(side, solved.standing, _NOTHING, k)


def _cheapest(side: _Side, standing: Standing, spent: Cost, k: int) -> list[tuple[int, Cost]]:
    costs = _by_person(side.losses(standing))
    sure = set(costs)
    if standing.worst is not None:
        scores = _scores(side, standing, costs)
        costs = {one: cost for one, cost in costs.items() if not cost.pairs}
        sure = {one for one in costs if scores[one] > standing.worst}
        if len(costs) < k:
            costs = _bounds(side, standing) | costs
    costs = {one: _sum(cost, spent) for one, cost in costs.items()}
    for one in side.present:
        costs[one] = _NOTHING
    sure.update(side.present)
    order = sorted(costs, key=lambda one: (one not in side.present, costs[one], one))
    chosen = order[: max(k, 0)]
    for one in chosen:
        if one not in sure:
            change = standing.price_of(*side.pair(one))
            cost = Cost(change.pairs_lost, change.worst_lost, change.total_lost)
            costs[one] = _sum(cost, spent)
    chosen.sort(key=lambda one: (costs[one], one not in side.present, one))
    return [(one, costs[one]) for one in chosen]


def _bounds(side: _Side, standing: Standing) -> dict[int, Cost]:
    """Everybody who may be had, whatever he does to the worst score, with the least he may cost.

    The pairs are exact: how many there are is not a matter of the worst score.
    """
    loose = Standing.of(standing.problem, goal="most", locked=standing.locked)
    costs = _by_person(side.losses(loose))
    scores, worst = _scores(side, standing, costs), standing.lowest or 0
    more = standing.total - loose.total
    return {
        one: Cost(cost.pairs, max(worst - scores[one], 0), cost.score + more)
        for one, cost in costs.items()
    }


def _scores(side: _Side, standing: Standing, people: Collection[int]) -> Mapping[int, int]:
    problem = standing.problem
    return {one: int(problem.scores[problem.place(*side.pair(one))]) for one in people}


def _by_person(found: Losses) -> dict[int, Cost]:
    costs = zip(found.others.tolist(), found.pairs.tolist(), found.total.tolist(), strict=True)
    return {one: Cost(pairs, 0, score) for one, pairs, score in costs}


def _between(before: Standing, after: Standing) -> Cost:
    worst = 0
    if before.lowest is not None and after.lowest is not None:
        worst = before.lowest - after.lowest
    pairs = 0 if before.goal == "best" else before.number - after.number
    return Cost(pairs, worst, before.total - after.total)


def _sum(one: Cost, other: Cost) -> Cost:
    return Cost(one.pairs + other.pairs, one.worst + other.worst, one.score + other.score)
