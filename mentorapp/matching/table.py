"""The allowed pairs of a run with their scores, found block by block.

Two stages. The must-rules strike out pairs of some newcomers against all mentors, in buffers that
stay in the processor's cache and are used again; points are counted for the pairs that are left,
some thousands at a time. No array is ever newcomers times mentors large, and no single call takes
longer than some milliseconds, so that a window beside it stays awake.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.proposals import Obstacle
from mentorapp.matching.batch import Batch
from mentorapp.matching.crowd import Crowd
from mentorapp.matching.masks import Picked, Scratch
from mentorapp.matching.rules import ORDER
from mentorapp.matching.sparse import Problem

Progress = Callable[[int, int], object]

#: Pairs struck out at a time, and pairs judged at a time.
_BLOCK = 1 << 16
_BATCH = 1 << 13


def table(
    crowd: Crowd,
    capacity: Sequence[int],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Problem | None:
    """All allowed pairs; None when ``cancelled``, which is asked for every block.

    ``progress`` is told how many newcomers are done, of how many.
    """
    counts = np.zeros(crowd.newcomers, dtype=np.int64)
    found = _Found(crowd)
    rows = max(1, _BLOCK // max(crowd.mentors, 1))
    scratch = Scratch(rows, crowd.mentors)
    for first in range(0, crowd.newcomers if crowd.mentors else 0, rows):
        if cancelled is not None and cancelled():
            return None
        part = slice(first, min(first + rows, crowd.newcomers))
        allowed = scratch.of(np.bool_, part.stop - first)
        allowed[:] = crowd.open
        if crowd.where is not None:
            crowd.where.squares(part, scratch.squares(len(allowed)))
        for _, rule in crowd.rules:
            rule.strike(part, allowed, scratch)
        counts[part] = found.take(part, allowed, scratch)
        if progress is not None:
            progress(part.stop, crowd.newcomers)
    starts = np.zeros(crowd.newcomers + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    mentors, scores = found.all()
    return Problem(starts, mentors, scores, np.array(capacity, dtype=np.int64))


class _Found:
    """Pairs that wait to be judged, and those that were."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._waiting: list[Batch] = []
        self._count = 0
        self._mentors: list[NDArray[np.int32]] = []
        self._scores: list[NDArray[np.int32]] = []

    def take(self, rows: slice, allowed: NDArray[np.bool_], scratch: Scratch) -> NDArray[np.int64]:
        """The pairs that are left of a block; how many each newcomer has."""
        flat = np.flatnonzero(allowed)
        newcomers = flat // self._crowd.mentors
        mentors = flat - newcomers * self._crowd.mentors
        counts = np.bincount(newcomers, minlength=len(allowed))
        newcomers += rows.start
        squares = None
        if self._crowd.where is not None:
            squares = scratch.squares(len(allowed)).ravel().take(flat)
        self._waiting.append(Batch(newcomers, mentors, squares))
        self._count += len(flat)
        if self._count >= _BATCH:
            self._judge()
        return counts

    def _judge(self) -> None:
        batch = _joined(self._waiting)
        self._waiting, self._count = [], 0
        for first in range(0, len(batch.mentors), _BATCH):
            part = slice(first, first + _BATCH)
            one = Batch(
                batch.newcomers[part],
                batch.mentors[part],
                None if batch.squares is None else batch.squares[part],
            )
            points = np.zeros(len(one.mentors), dtype=np.int32)
            for feature in self._crowd.features:
                feature.add(one, points)
            self._mentors.append(one.mentors.astype(np.int32))
            self._scores.append(points)

    def all(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Mentors and scores of all pairs."""
        if self._count:
            self._judge()
        none = np.zeros(0, dtype=np.int32)
        return np.concatenate([none, *self._mentors]), np.concatenate([none, *self._scores])


def _joined(batches: Sequence[Batch]) -> Batch:
    if len(batches) == 1:
        return batches[0]
    squares = [one.squares for one in batches if one.squares is not None]
    return Batch(
        np.concatenate([one.newcomers for one in batches]),
        np.concatenate([one.mentors for one in batches]),
        np.concatenate(squares) if squares else None,
    )


def counted(
    crowd: Crowd, newcomers: Picked, mentors: Picked, *, by_mentor: bool = False
) -> list[Mapping[Obstacle | None, int]]:
    """How many pairs each first obstacle stops, None being free: for each newcomer or mentor."""
    chosen, others = (mentors, newcomers) if by_mentor else (newcomers, mentors)
    names: tuple[Obstacle | None, ...] = (None, *ORDER)
    counts = np.zeros((len(chosen), len(names)), dtype=np.int64)
    size = max(1, _BLOCK // max(len(others), 1))
    for first in range(0, len(chosen), size):
        part = chosen[first : first + size]
        rows, columns = (others, part) if by_mentor else (part, others)
        here = counts[first : first + size]
        free = np.ones((len(rows), len(columns)), dtype=np.bool_)
        for obstacle, rule in crowd.rules:
            stopped = rule.stops(rows, columns)
            stopped &= free
            here[:, 1 + ORDER.index(obstacle)] += _counts(stopped, by_mentor)
            free ^= stopped
        here[:, 0] = _counts(free, by_mentor)
    return [
        {names[code]: number for code, number in enumerate(row) if number}
        for row in counts.tolist()
    ]


def _counts(flags: NDArray[np.bool_], by_column: bool) -> NDArray[np.int64]:
    """How many are set in each row or column: eight at a time, five times as fast as a sum."""
    packed = np.packbits(flags.T if by_column else flags, axis=1)
    counts: NDArray[np.int64] = np.bitwise_count(packed).sum(axis=1, dtype=np.int64)
    return counts
