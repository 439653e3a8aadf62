"""What everything would cost: exact losses and gains from an optimal set of pairs, by one search.

The loss of forcing a pair is its reduced cost, what the two prices come to above what it counts,
and on top the length of the shortest way that moves the surplus guest to where he is missed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.residual import FAR, Seats
from mentorapp.matching.selection import Rows
from mentorapp.matching.sparse import BLOCK

#: Of a long row this many pairs are looked at to bound what the best of them cost.
_SAMPLE = 64


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """Of each person in ``others``: pairs lost and score lost (negative: won), both exact.

    Under "best" a loss is of the total alone, and ``pairs`` is 0.
    """

    others: NDArray[np.int64]
    pairs: NDArray[np.int64]
    total: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """For each person the best of the other side, best first; all arrays are (people, k).

    ``others`` is -1 where a person has fewer. ``pairs`` and ``total`` are what forcing the pair
    loses at the least.
    """

    others: NDArray[np.int64]
    pairs: NDArray[np.int64]
    total: NDArray[np.int64]


def regrets(seats: Seats, newcomer: int) -> Losses:
    """What it would cost to give a newcomer each of his mentors who has room, exactly."""
    mentors, worth = seats.line(newcomer)
    room = seats.room[mentors] > 0
    mentors, worth = mentors[room], worth[room]
    present, nobody = int(seats.mate[newcomer]), len(seats.prices)
    # He himself need not be taken out: every way over him goes over the target.
    lengths = _ways_to(seats, present if present >= 0 else nobody)
    gain = int(seats.gains()[newcomer])
    return _losses(mentors, gain + seats.prices[mentors] - worth + lengths[mentors], seats.bonus)


def regrets_of_mentor(seats: Seats, mentor: int) -> Losses:
    """What it would cost to give a mentor each of his newcomers who is not locked, exactly.

    Whoever comes leaves a place, and the ways from the mentor tell how it is filled best: one
    search for all of them.
    """
    newcomers, worth = seats.column(mentor)
    free = np.full(len(newcomers), bool(seats.room[mentor]))
    free &= ~np.isin(newcomers, list(seats.apart))
    newcomers, worth = newcomers[free], worth[free]
    present = seats.mate[newcomers]
    lengths = seats.ways(mentor, -1, None).length
    moved = lengths[np.where(present >= 0, present, len(seats.prices))]
    gains = seats.gains()[newcomers]
    return _losses(newcomers, gains + seats.prices[mentor] - worth + moved, seats.bonus)


def place_costs(seats: Seats) -> Losses:
    """What it would cost if each mentor had one place less: the largest prices that prove."""
    nobody = len(seats.prices)
    full = (seats.counts >= seats.room) & (seats.room > 0)
    lengths = _ways_to(seats, nobody)[:nobody]
    cost = np.where(full, seats.prices + np.where(full, lengths, 0), 0)
    return _losses(np.arange(nobody), cost, seats.bonus)


def place_gains(seats: Seats) -> Losses:
    """What one place more with each mentor would bring, as gains: the smallest prices."""
    nobody = len(seats.prices)
    lengths = seats.ways(nobody, -1, None).length[:nobody]
    return _losses(np.arange(nobody), np.maximum(seats.prices - lengths, 0), seats.bonus)


def _losses(others: NDArray[np.integer], loss: NDArray[np.int64], bonus: int) -> Losses:
    return Losses(others.astype(np.int64), *split(loss, bonus))


def split(loss: NDArray[np.int64], bonus: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs and score in a sum of both; a score is always less than half the bonus."""
    if not bonus:
        return np.zeros_like(loss), loss
    pairs = (loss + bonus // 2) // bonus
    return pairs, loss - pairs * bonus


def _ways_to(seats: Seats, target: int) -> NDArray[np.int64]:
    """The lengths of the shortest ways from every mentor and, last, from nobody to ``target``."""
    nobody = len(seats.prices)
    gains = seats.gains()
    # Whoever has no mentor to leave is counted with one who is nowhere.
    whence = np.where(seats.mate >= 0, seats.mate, nobody + 1)
    alone = seats.mate < 0
    alone[list(seats.apart)] = False
    free = np.flatnonzero(seats.counts < seats.room)
    any_alone = bool(alone.any())
    length = np.full(nobody + 2, FAR, dtype=np.int64)
    length[target] = 0
    ahead = length.copy()
    while True:
        at = int(ahead.argmin())
        here = int(ahead[at])
        if here >= FAR:
            return length[: nobody + 1]
        before = length.copy()
        if at == nobody:
            np.minimum.at(length, whence, gains + here)
            length[free] = np.minimum(length[free], here)
        else:
            newcomers, worth = seats.column(at)
            there = here + int(seats.prices[at])
            net = there - worth
            np.minimum.at(length, whence[newcomers], net + gains[newcomers])
            if any_alone:
                waits = net[alone[newcomers]]
                length[nobody] = min(int(length[nobody]), int(waits.min(initial=FAR)))
            if seats.counts[at] > 0:
                length[nobody] = min(int(length[nobody]), there)
        length[nobody + 1] = FAR
        ahead[at] = FAR
        nearer = np.flatnonzero(length < before)
        ahead[nearer] = length[nearer]


def best_others(
    rows: Rows, own: NDArray[np.int64], others: NDArray[np.int64], bonus: int, k: int
) -> Candidates:
    """For each row the ``k`` pairs with the lowest reduced cost.

    ``own`` are the prices of the rows' people, ``others`` of those in them.
    """
    people = len(rows.starts) - 1
    found = np.full((people, k), -1, dtype=np.int64)
    costs = np.zeros((people, k), dtype=np.int64)
    first = 0
    while first < people:
        last = int(np.searchsorted(rows.starts, rows.starts[first] + BLOCK, side="right")) - 1
        last = min(max(last, first + 1), people)
        starts = rows.starts[first : last + 1] - rows.starts[first]
        span = slice(int(rows.starts[first]), int(rows.starts[last]))
        asked, lengths = rows.asked[span], np.diff(starts)
        cost = (others - bonus)[asked] - rows.scores[span]
        limit = np.full(last - first, FAR, dtype=np.int64)
        long = np.flatnonzero(lengths > _SAMPLE)
        if len(long) and k <= _SAMPLE:
            # As many of the row as wanted are not above the k-th of a sample of it.
            steps = (np.arange(_SAMPLE)[None, :] * lengths[long][:, None]) // _SAMPLE
            sample = cost[starts[:-1][long][:, None] + steps]
            limit[long] = np.partition(sample, k - 1, axis=1)[:, k - 1]
        near = np.flatnonzero(cost <= np.repeat(limit, lengths))
        row = np.searchsorted(starts, near, side="right") - 1
        order = np.lexsort((cost[near], row))
        near, row = near[order], row[order]
        rank = np.arange(len(near)) - np.searchsorted(row, np.arange(last - first))[row]
        chosen, row, rank = near[rank < k], row[rank < k] + first, rank[rank < k]
        found[row, rank] = asked[chosen]
        costs[row, rank] = cost[chosen] + own[row]
        first = last
    return Candidates(found, *split(costs, bonus))
