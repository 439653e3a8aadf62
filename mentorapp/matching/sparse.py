"""The allowed pairs with their scores, row by row: what the engine solves.

Compressed sparse rows: the pairs of newcomer ``i`` lie at ``starts[i]`` to ``starts[i + 1]``. No
array here is ever newcomers times mentors large, so 5,000 by 5,000 people take what their allowed
pairs take and no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.watch import QUIET, Watch

#: Pairs that are worked on at a time: temporaries stay in the processor's cache, and no single
#: call keeps the interpreter (and with it the window) waiting.
BLOCK = 1 << 18


@dataclass(frozen=True, eq=False)
class Problem:
    """Who may be paired with whom, what it scores, and how many each mentor takes.

    ``starts`` int64 (newcomers + 1,), ``mentors`` int32 and ``scores`` int32 or int64, one for
    each allowed pair, the mentors ascending within a newcomer's row; ``capacity`` int64 (mentors,),
    0 or more.
    """

    starts: NDArray[np.int64]
    mentors: NDArray[np.int32]
    scores: NDArray[np.integer]
    capacity: NDArray[np.int64]

    @property
    def shape(self) -> tuple[int, int]:
        """(newcomers, mentors)."""
        return len(self.starts) - 1, len(self.capacity)

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """How many pairs each newcomer has."""
        return np.diff(self.starts)

    def span(self, newcomer: int) -> slice:
        """Where a newcomer's pairs lie."""
        return slice(int(self.starts[newcomer]), int(self.starts[newcomer + 1]))

    def row(self, newcomer: int) -> tuple[NDArray[np.int32], NDArray[np.integer]]:
        """A newcomer's mentors and scores (views, not copies)."""
        span = self.span(newcomer)
        return self.mentors[span], self.scores[span]

    def place(self, newcomer: int, mentor: int) -> int:
        """Where the pair lies, -1 if it is not allowed."""
        mentors, _ = self.row(newcomer)
        at = int(np.searchsorted(mentors, mentor))
        if at == len(mentors) or mentors[at] != mentor:
            return -1
        return int(self.starts[newcomer]) + at

    def places(
        self, newcomers: NDArray[np.integer], mentors: NDArray[np.integer]
    ) -> NDArray[np.int64]:
        """Where these pairs lie, as ``place`` for many at a time."""
        low, ends = self.starts[newcomers], self.starts[newcomers + 1]
        high = ends.copy()
        if not len(self.mentors):
            return np.full(len(low), -1, dtype=np.int64)
        while (low < high).any():
            middle = (low + high) // 2
            below = (low < high) & (self.mentors[np.minimum(middle, ends - 1)] < mentors)
            low, high = np.where(below, middle + 1, low), np.where(below, high, middle)
        there = low < ends
        there[there] = self.mentors[low[there]] == mentors[there]
        return np.where(there, low, -1)

    def blocks(self) -> Iterator[tuple[int, int, slice]]:
        """Newcomers from, to, and where their pairs lie, about ``BLOCK`` pairs at a time."""
        first, newcomers = 0, len(self.starts) - 1
        while first < newcomers:
            limit = int(self.starts[first]) + BLOCK
            last = max(first + 1, int(np.searchsorted(self.starts, limit, side="right")) - 1)
            last = min(last, newcomers)
            yield first, last, slice(int(self.starts[first]), int(self.starts[last]))
            first = last

    @cached_property
    def degrees(self) -> NDArray[np.int64]:
        """How many pairs each mentor has."""
        counts = np.zeros(len(self.capacity), dtype=np.int64)
        for _, _, span in self.blocks():
            counts += np.bincount(self.mentors[span], minlength=len(counts))
        return counts

    def newcomers_of(self, first: int, last: int) -> NDArray[np.int32]:
        """The newcomer of each pair in the rows from ``first`` up to ``last``."""
        return np.repeat(np.arange(first, last, dtype=np.int32), self.lengths[first:last])

    def kept(self, keep: NDArray[np.bool_]) -> "Problem":
        """The same people with only the pairs where ``keep`` holds."""
        filled = np.flatnonzero(self.lengths)
        starts = np.zeros_like(self.starts)
        if len(filled):
            begins = self.starts[filled]
            starts[filled + 1] = np.add.reduceat(keep.view(np.int8), begins, dtype=np.int64)
        np.cumsum(starts, out=starts)
        return replace(self, starts=starts, mentors=self.mentors[keep], scores=self.scores[keep])

    def without(self, pairs: Iterable[tuple[int, int]]) -> "Problem":
        """The same without these pairs; those that are not allowed anyway are passed over."""
        places = [at for pair in pairs if (at := self.place(*pair)) >= 0]
        if not places:
            return self
        keep = np.ones(len(self.mentors), dtype=np.bool_)
        keep[places] = False
        return self.kept(keep)

    @cached_property
    def by_mentor(self) -> "Turned":
        """The same pairs mentor by mentor, made once when it is first asked for."""
        return Turned.of(self)


@dataclass(frozen=True, eq=False)
class Turned:
    """The pairs of mentor ``j`` at ``starts[j]`` to ``starts[j + 1]``, the newcomers ascending."""

    starts: NDArray[np.int64]
    newcomers: NDArray[np.int32]
    scores: NDArray[np.integer]

    @classmethod
    def of(cls, problem: Problem, watch: Watch = QUIET) -> "Turned":
        _, mentors = problem.shape
        starts = np.zeros(mentors + 1, dtype=np.int64)
        np.cumsum(problem.degrees, out=starts[1:])
        turned = np.empty(len(problem.mentors), dtype=np.int32)
        scores = np.empty(len(problem.mentors), dtype=problem.scores.dtype)
        filled = starts[:-1].copy()
        for first, last, span in problem.blocks():
            watch.ask()
            # Sixteen bits are sorted by counting, several times as fast.
            key = problem.mentors[span]
            order = np.argsort(key.astype(np.uint16) if mentors <= 1 << 16 else key, kind="stable")
            key = key[order]
            here = np.bincount(key, minlength=mentors)
            offset = filled - (np.cumsum(here) - here)
            places = np.arange(len(key)) + offset[key]
            turned[places] = problem.newcomers_of(first, last)[order]
            scores[places] = problem.scores[span][order]
            filled += here
        return cls(starts, turned, scores)

    def column(self, mentor: int) -> tuple[NDArray[np.int32], NDArray[np.integer]]:
        """A mentor's newcomers and scores (views, not copies)."""
        span = slice(int(self.starts[mentor]), int(self.starts[mentor + 1]))
        return self.newcomers[span], self.scores[span]


def from_dense(
    scores: NDArray[np.integer], allowed: NDArray[np.bool_], capacity: NDArray[np.integer]
) -> Problem:
    """The problem of two tables (newcomers, mentors) and the mentors' capacity.

    Raises ValueError where they do not fit together or are no whole numbers.
    """
    if scores.ndim != 2 or scores.shape != allowed.shape or capacity.shape != scores.shape[1:]:
        raise ValueError(f"shapes differ: {scores.shape}, {allowed.shape}, {capacity.shape}")
    for array in (scores, capacity):
        if not np.issubdtype(array.dtype, np.integer):
            raise ValueError(f"whole numbers wanted, not {array.dtype}")
    starts = np.zeros(len(scores) + 1, dtype=np.int64)
    np.cumsum(np.count_nonzero(allowed, axis=1), out=starts[1:])
    _, mentors = np.nonzero(allowed)
    whole = _signed(capacity).astype(np.int64)
    return Problem(starts, mentors.astype(np.int32), _signed(scores[allowed]), whole)


def checked(problem: Problem) -> Problem:
    """The problem itself; raises ValueError where its arrays do not fit together."""
    newcomers, mentors = problem.shape
    starts, columns = problem.starts, problem.mentors
    if newcomers < 0 or starts[0] != 0 or starts[-1] != len(columns) or (np.diff(starts) < 0).any():
        raise ValueError("the rows do not fit the pairs")
    if len(problem.scores) != len(columns):
        raise ValueError(f"{len(columns)} pairs with {len(problem.scores)} scores")
    for array in (problem.scores, problem.capacity):
        if not np.issubdtype(array.dtype, np.signedinteger):
            raise ValueError(f"whole numbers wanted, not {array.dtype}")
    if (problem.capacity < 0).any():
        raise ValueError("a capacity is negative")
    if len(columns) and not 0 <= int(columns.min()) <= int(columns.max()) < mentors:
        raise ValueError("a pair names a mentor who is not there")
    for first, last, span in problem.blocks():
        rising = np.diff(columns[span]) > 0
        breaks = starts[first + 1 : last] - span.start - 1
        rising[breaks[(breaks >= 0) & (breaks < len(rising))]] = True
        if not rising.all():
            raise ValueError("the mentors of a newcomer must ascend")
    return problem


def highest(values: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The largest value of each row of ``values``, but never below 0; an empty row has 0."""
    found = np.zeros(len(starts) - 1, dtype=np.int64)
    filled = starts[1:] > starts[:-1]
    if filled.any():
        found[filled] = np.maximum.reduceat(values, starts[:-1][filled])
    return np.maximum(found, 0, out=found)


def _signed(array: NDArray[np.integer]) -> NDArray[np.integer]:
    """As int32 or int64; ValueError where an unsigned number is too large for int64."""
    if array.dtype in (np.dtype(np.int32), np.dtype(np.int64)):
        return array
    if array.dtype == np.uint64 and int(array.max(initial=0)) > np.iinfo(np.int64).max:
        raise ValueError("scores too large for an exact sum")
    return array.astype(np.int64)
