"""Distances of many pairs at once, to the metre and without a sine; see ``distances``."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.distances import RADIUS_M, Point, kilometres
from mentorapp.matching.masks import Picked, Scratch, Stops

#: A product of matrices with more multiplications than this goes to several threads, which wait
#: for each other longer than they compute where another program has the processor.
_ONE_THREAD = 1 << 18
_TERMS = 5


class Map:
    """The squares of the straight lines between newcomers and mentors, in metres.

    Written as one product: x² + y² + z² of the one, minus twice the products, plus those of the
    other. Whoever has no place is 0 metres from everybody, so that no limit stops him.
    """

    def __init__(self, newcomers: Sequence[Point | None], mentors: Sequence[Point | None]) -> None:
        ours, theirs = _points(newcomers), _points(mentors)
        there, known = ours.any(axis=1), theirs.any(axis=1)
        self.newcomers = np.column_stack((-2 * ours, np.square(ours).sum(axis=1), there))
        self.mentors = np.ascontiguousarray(
            np.column_stack((theirs, known, np.square(theirs).sum(axis=1))).T
        )

    def squares(self, rows: slice, out: NDArray[np.float64]) -> None:
        """(rows, mentors) into ``out``."""
        _product(self.newcomers[rows], self.mentors, out)

    def among(self, newcomers: Picked, mentors: Picked) -> NDArray[np.float64]:
        """(newcomers, mentors) of chosen people."""
        found = np.empty((len(newcomers), len(mentors)))
        _product(self.newcomers[newcomers], self.mentors[:, mentors], found)
        return found


def _product(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], out: NDArray[np.float64]
) -> None:
    step = max(1, _ONE_THREAD // (_TERMS * max(theirs.shape[1], 1)))
    for first in range(0, len(ours), step):
        part = slice(first, first + step)
        np.matmul(ours[part], theirs, out=out[part])


def _points(points: Sequence[Point | None]) -> NDArray[np.float64]:
    flat = [one if one is not None else (0, 0, 0) for one in points]
    return np.array(flat, dtype=np.float64).reshape(len(flat), 3)


class Limits:
    """Too far is beyond the stricter limit of the two, or ``far_km`` where neither has one."""

    def __init__(
        self,
        where: Map,
        newcomers: Sequence[int | None],
        mentors: Sequence[int | None],
        far_km: int | None,
    ) -> None:
        self.where = where
        square = {km: farthest(km) for km in {*newcomers, *mentors}}
        self.newcomers = np.array([square[km] for km in newcomers], dtype=np.float64)
        self.mentors = np.array([square[km] for km in mentors], dtype=np.float64)
        unlimited = np.isinf(self.mentors)
        self.without = np.where(unlimited, farthest(far_km), self.mentors)
        self.differs = far_km is not None and bool(unlimited.any())

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:
        squares = scratch.squares(len(allowed))
        near = scratch.of(np.bool_, len(allowed), 1)
        limits = self.newcomers[rows]
        np.less_equal(squares, limits[:, None], out=near)
        allowed &= near
        np.less_equal(squares, self.mentors, out=near)
        if self.differs:
            for row in np.flatnonzero(np.isinf(limits)):
                np.less_equal(squares[row], self.without, out=near[row])
        allowed &= near

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        limits = self.newcomers[newcomers, None]
        theirs = np.where(np.isinf(limits), self.without[mentors], self.mentors[mentors])
        return self.where.among(newcomers, mentors) > np.minimum(limits, theirs)


def farthest(km: int | None) -> float:
    """The largest square that is still so many kilometres; infinite without a limit."""
    if km is None:
        return np.inf
    if km == 0:
        return 0.0
    hundreds = 10 * km  # a straight line is a little shorter than the way along the ground
    while kilometres(hundreds) <= km and hundreds < 127_420:
        hundreds += 1
    return float((100 * hundreds) ** 2 - 1)


def kilometres_by_hundreds(count: int) -> NDArray[np.int64]:
    """``distances.kilometres`` of the first ``count`` hundreds of metres."""
    lines = np.minimum(np.arange(count) * 100 / (2 * RADIUS_M), 1.0)
    arcs = 2 * RADIUS_M * np.arcsin(lines)
    return np.maximum(1, np.rint(arcs / 1000)).astype(np.int64)
