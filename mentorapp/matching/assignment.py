"""The best set of pairs for a table of scores, found exactly.

The assignment problem with capacities: every mentor is put up once for each free place, and SciPy's
shortest augmenting paths (Crouse 2016, "On implementing 2D rectangular assignment algorithms") find
the largest total. A pair that is not allowed has the value 0, as if both stayed alone; since every
allowed pair is worth more than that, what is left after taking out such pairs is the best set.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Goal = Literal["most", "best"]

#: SciPy computes in doubles, which hold every whole number up to 2**53; a path's cost while
#: searching can be a few times the final sum, so some room is kept.
_EXACT = 2**53 // 4


@dataclass(frozen=True, slots=True)
class Assignment:
    """``pairs`` are (newcomer, mentor) rows and columns, sorted; ``total`` is their score.

    ``bonus`` is what each pair counted beside its score, so that another pair always outweighs
    better scores; 0 for the goal "best".
    """

    pairs: list[tuple[int, int]]
    total: int
    bonus: int


def assign(
    scores: "NDArray[np.integer]",
    allowed: "NDArray[np.bool_]",
    capacity: "NDArray[np.integer]",
    *,
    goal: Goal = "most",
    locked: Iterable[tuple[int, int]] = (),
    forbidden: Iterable[tuple[int, int]] = (),
) -> Assignment:
    """The best pairs: with "most" as many as can be and of those the best, with "best" the best.

    ``scores`` and ``allowed`` are (newcomers, mentors), ``capacity`` (mentors,); each newcomer gets
    at most one mentor. With "best" a pair with a score of 0 or less adds nothing and is not made.
    Locked pairs are taken first and use up capacity. Equal input gives equal output; which of
    equally good sets it is follows from the order of rows and columns, so sort people first.
    Raises ValueError for arrays that do not fit together, a locked pair that is not allowed or
    finds no room, and scores so large that sums would no longer be exact.
    """
    import numpy as np

    _check(scores, allowed, capacity)
    still, room = allowed.copy(), capacity.astype(np.int64)
    for row, column in forbidden:
        still[row, column] = False
    pairs = _take_locked(locked, still, room)
    if goal == "best":
        still &= scores > 0
    # More places than newcomers who may come would only make the table wider.
    places = np.minimum(room, still.sum(axis=0))
    rows = np.flatnonzero((still & (places > 0)).any(axis=1))
    columns = np.repeat(np.arange(len(room)), places)
    bonus = 0
    if len(rows) and len(columns):
        grid = np.ix_(rows, columns)
        bonus = _bonus(scores[grid], still[grid], goal)
        pairs += _solve(scores, still, rows, columns, bonus)
    pairs.sort()
    return Assignment(pairs, sum(int(scores[pair]) for pair in pairs), bonus)


def _check(
    scores: "NDArray[np.integer]", allowed: "NDArray[np.bool_]", capacity: "NDArray[np.integer]"
) -> None:
    import numpy as np

    if scores.ndim != 2 or scores.shape != allowed.shape or capacity.shape != scores.shape[1:]:
        raise ValueError(f"shapes differ: {scores.shape}, {allowed.shape}, {capacity.shape}")
    for array in (scores, capacity):
        if not np.issubdtype(array.dtype, np.integer):
            raise ValueError(f"whole numbers wanted, not {array.dtype}")
    if (capacity < 0).any():
        raise ValueError("a capacity is negative")


def _take_locked(
    locked: Iterable[tuple[int, int]], still: "NDArray[np.bool_]", room: "NDArray[np.int64]"
) -> list[tuple[int, int]]:
    """Take the locked pairs out of ``still`` and ``room``, which are changed in place."""
    pairs = sorted(set(locked))
    for row, column in pairs:
        if not still[row, column]:
            raise ValueError(f"locked pair {row, column} is not allowed or its newcomer locked")
        if room[column] == 0:
            raise ValueError(f"locked pair {row, column} finds no room")
        still[row, :] = False
        room[column] -= 1
    return pairs


def _bonus(scores: "NDArray[np.integer]", still: "NDArray[np.bool_]", goal: Goal) -> int:
    """More than all that k pairs could lose when one more is made; ValueError if too large."""
    if not still.any():
        return 0
    low, high = int(scores[still].min()), int(scores[still].max())
    most = min(scores.shape)
    bonus = most * (high - low) + max(-low, 0) + 1 if goal == "most" else 0
    if most * max(high + bonus, -low) >= _EXACT:
        raise ValueError("scores too large for an exact sum")
    return bonus


def _solve(
    scores: "NDArray[np.integer]",
    still: "NDArray[np.bool_]",
    rows: "NDArray[np.intp]",
    columns: "NDArray[np.intp]",
    bonus: int,
) -> list[tuple[int, int]]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # 0.6 s, paid only when pairing

    grid = np.ix_(rows, columns)
    values = np.where(still[grid], scores[grid].astype(np.int64) + bonus, 0)
    found_rows, found_columns = linear_sum_assignment(values, maximize=True)
    return [
        (int(rows[row]), int(columns[column]))
        for row, column in zip(found_rows, found_columns, strict=True)
        if still[rows[row], columns[column]]
    ]
