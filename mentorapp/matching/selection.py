"""The best pairs of every row, chosen without sorting the rows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.sparse import BLOCK, Problem, Turned
from mentorapp.matching.watch import Watch

#: Of a long row this many scores, evenly spread, are looked at to guess where its best begin.
_SAMPLE = 64

_BELOW_ALL = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Pairs row by row, of newcomers or of mentors: who is asked, and the scores."""

    starts: NDArray[np.int64]
    asked: NDArray[np.int32]
    scores: NDArray[np.integer]

    @classmethod
    def of(cls, source: Problem | Turned) -> "Rows":
        asked = source.mentors if isinstance(source, Problem) else source.newcomers
        return cls(source.starts, asked, source.scores)

    def row(self, index: int) -> tuple[NDArray[np.int32], NDArray[np.integer]]:
        span = slice(int(self.starts[index]), int(self.starts[index + 1]))
        return self.asked[span], self.scores[span]


def thresholds(rows: Rows, wanted: int) -> NDArray[np.int64]:
    """For each row a score that about ``wanted`` of its pairs reach.

    Guessed from an even sample of the row, so the same data always give the same thresholds. A row
    not longer than twice that is wanted whole: the lowest number there is.
    """
    lengths = np.diff(rows.starts)
    found = np.full(len(lengths), _BELOW_ALL, dtype=np.int64)
    long = np.flatnonzero(lengths > 2 * wanted)
    if not len(long):
        return found
    steps = (np.arange(_SAMPLE)[None, :] * lengths[long][:, None]) // _SAMPLE
    sample = np.sort(rows.scores[rows.starts[long][:, None] + steps], axis=1)
    above = -(-_SAMPLE * wanted // lengths[long])
    found[long] = sample[np.arange(len(long)), np.clip(_SAMPLE - above, 0, _SAMPLE - 1)]
    return found


def reaching(rows: Rows, limits: NDArray[np.int64], watch: Watch) -> NDArray[np.int64]:
    """The places of all pairs that reach their row's limit, ascending."""
    found = []
    lengths = np.diff(rows.starts)
    first = 0
    limits = np.maximum(limits, np.iinfo(rows.scores.dtype).min).astype(rows.scores.dtype)
    while first < len(lengths):
        watch.ask()
        last = int(np.searchsorted(rows.starts, rows.starts[first] + BLOCK, side="right")) - 1
        last = min(max(last, first + 1), len(lengths))
        begin, end = int(rows.starts[first]), int(rows.starts[last])
        limit = np.repeat(limits[first:last], lengths[first:last])
        found.append(np.flatnonzero(rows.scores[begin:end] >= limit) + begin)
        first = last
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def best_of_rows(
    rows: Rows, wanted: int, bonus: int, watch: Watch
) -> tuple[list[tuple[list[int], list[int]]], list[bool]]:
    """The best of each row, best first: who is asked, and what each counts; and whether it is all.

    Among equals each row begins with another one, so that not everybody asks the same.
    """
    limits = thresholds(rows, wanted)
    places = reaching(rows, limits, watch)
    watch.ask()
    row = np.searchsorted(rows.starts, places, side="right") - 1
    places, row, cut = _fewer_ties(rows, places, row, limits, wanted)
    scores, asked = rows.scores[places].astype(np.int64), rows.asked[places]
    last = int(asked.max(initial=0)) + 1
    watch.ask()
    order = np.lexsort(((asked - row) % last, -scores, row))
    ends = np.searchsorted(row, np.arange(len(limits) + 1)).tolist()
    asked, counts = asked[order], scores[order] + bonus
    lists: list[tuple[list[int], list[int]]] = []
    for first in range(0, len(limits), 1024):
        watch.ask()
        last = min(first + 1024, len(limits))
        begin, end = ends[first], ends[last]
        names, worth = asked[begin:end].tolist(), counts[begin:end].tolist()
        lists += [
            (names[a - begin : b - begin], worth[a - begin : b - begin])
            for a, b in zip(ends[first:last], ends[first + 1 : last + 1], strict=True)
        ]
    whole = limits == _BELOW_ALL
    whole[cut] = False
    return lists, whole.tolist()


def _fewer_ties(
    rows: Rows,
    places: NDArray[np.int64],
    row: NDArray[np.intp],
    limits: NDArray[np.int64],
    wanted: int,
) -> tuple[NDArray[np.int64], NDArray[np.intp], list[int]]:
    """Leave out some of those who just reach the limit, where they are very many; and where."""
    counts = np.bincount(row, minlength=len(limits))
    cut = np.flatnonzero(counts > 8 * wanted).tolist()
    if not cut:
        return places, row, []
    ends = np.concatenate(([0], np.cumsum(counts)))
    keep = np.ones(len(places), dtype=np.bool_)
    for index in cut:
        begin, end = int(ends[index]), int(ends[index + 1])
        equal = np.flatnonzero(rows.scores[places[begin:end]] == limits[index]) + begin
        surplus = min(len(equal), end - begin - wanted)
        keep[np.roll(equal, -index)[len(equal) - surplus :]] = False
    return places[keep], row[keep], cut


def candidates(problem: Problem, wanted: int, watch: Watch) -> NDArray[np.int64]:
    """The places of about the ``wanted`` best pairs of every newcomer and of every mentor.

    Where very many equals just reach a limit only some are taken, other ones for each newcomer.
    """
    _, mentors = problem.shape
    by_newcomer = thresholds(Rows.of(problem), wanted)
    by_mentor = _mentor_thresholds(problem, wanted)
    found = [np.zeros(0, dtype=np.int64)]
    for first, last, span in problem.blocks():
        watch.ask()
        columns, scores = problem.mentors[span], problem.scores[span]
        limit = np.repeat(by_newcomer[first:last], problem.lengths[first:last])
        np.minimum(limit, by_mentor[columns], out=limit)
        near = np.flatnonzero(scores >= limit)
        if len(near) > 8 * wanted * (last - first):
            newcomers = problem.newcomers_of(first, last)[near]
            window = (columns[near] - newcomers) % mentors < 2 * wanted
            near = near[(scores[near] > limit[near]) | window]
        found.append(near + span.start)
    return np.concatenate(found)


def _mentor_thresholds(problem: Problem, wanted: int) -> NDArray[np.int64]:
    """As ``thresholds`` for mentors, from a scattered sample of all pairs."""
    _, mentors = problem.shape
    pairs = len(problem.mentors)
    found = np.full(mentors, _BELOW_ALL, dtype=np.int64)
    size = min(pairs, _SAMPLE * mentors)
    # Fibonacci hashing: scattered without pattern, and the same on every machine.
    at = (np.arange(size, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(24)
    places = (at % np.uint64(max(pairs, 1))).astype(np.int64)
    asked, scores = problem.mentors[places], problem.scores[places]
    order = np.lexsort((scores, asked))
    ends = np.searchsorted(asked[order], np.arange(mentors), side="right")
    share = -(-wanted * size // max(pairs, 1))
    enough = np.bincount(asked, minlength=mentors) > 2 * share
    found[enough] = scores[order][ends[enough] - share]
    return found
