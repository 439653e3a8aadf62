"""The allowed pairs of a problem that changes: rows and columns that are exchanged, never written.

Copies share every row that was not exchanged, so that a copy is cheap.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.sparse import Problem, Turned

#: The other side's people, ascending, and the scores of the pairs with them.
Line = tuple[NDArray[np.int32], NDArray[np.int64]]

_Raw = tuple[NDArray[np.int32], NDArray[np.integer]]


@dataclass(slots=True, eq=False)
class Table:
    """Pairs by newcomer and, once asked for, by mentor: always the same pairs.

    ``base`` is the problem the rows began as, or were last gathered to; ``stale`` are the newcomers
    whose row is another one by now.
    """

    base: Problem
    rows: list[_Raw]
    mentors: int
    columns: list[_Raw] | None = None
    stale: frozenset[int] = frozenset()

    @classmethod
    def of(cls, problem: Problem) -> "Table":
        newcomers, mentors = problem.shape
        return cls(problem, [problem.row(index) for index in range(newcomers)], mentors)

    @property
    def shape(self) -> tuple[int, int]:
        """(newcomers, mentors)."""
        return len(self.rows), self.mentors

    def copy(self) -> "Table":
        columns = None if self.columns is None else list(self.columns)
        return replace(self, rows=list(self.rows), columns=columns)

    def row(self, newcomer: int) -> _Raw:
        return self.rows[newcomer]

    def column(self, mentor: int) -> _Raw:
        return self._sides()[mentor]

    def score(self, newcomer: int, mentor: int) -> int | None:
        """None if the pair is not allowed."""
        mentors, scores = self.rows[newcomer]
        at = int(np.searchsorted(mentors, mentor))
        if at == len(mentors) or mentors[at] != mentor:
            return None
        return int(scores[at])

    def put(self, newcomer: int, mentor: int, score: int | None) -> None:
        """Give one pair another score, or forbid it with None."""
        self._put_in_row(newcomer, mentor, score)
        if self.columns is not None:
            self.columns[mentor] = _with(self.columns[mentor], newcomer, score)

    def set_row(self, newcomer: int, line: Line) -> None:
        if self.columns is not None:
            for mentor in self.rows[newcomer][0].tolist():
                self.columns[mentor] = _with(self.columns[mentor], newcomer, None)
            for mentor, score in zip(line[0].tolist(), line[1].tolist(), strict=True):
                self.columns[mentor] = _with(self.columns[mentor], newcomer, score)
        self.rows[newcomer] = line
        self.stale |= {newcomer}

    def set_column(self, mentor: int, line: Line) -> None:
        for newcomer in self._sides()[mentor][0].tolist():
            self._put_in_row(newcomer, mentor, None)
        for newcomer, score in zip(line[0].tolist(), line[1].tolist(), strict=True):
            self._put_in_row(newcomer, mentor, score)
        self._sides()[mentor] = line

    def add_newcomer(self) -> int:
        """A newcomer without pairs; his number."""
        self.rows.append((np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)))
        self.stale |= {len(self.rows) - 1}
        return len(self.rows) - 1

    def add_mentor(self) -> int:
        """A mentor without pairs; his number."""
        self._sides().append((np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)))
        self.mentors += 1
        return self.mentors - 1

    def gathered(self, capacity: NDArray[np.int64]) -> Problem:
        """All rows as one problem, which becomes the new base."""
        if self.stale or len(capacity) != self.base.shape[1]:
            starts = np.zeros(len(self.rows) + 1, dtype=np.int64)
            np.cumsum([len(mentors) for mentors, _ in self.rows], out=starts[1:])
            mentors, scores = self.base.mentors[:0], self.base.scores[:0]
            if self.rows:
                mentors = np.concatenate([row[0] for row in self.rows])
                scores = np.concatenate([row[1] for row in self.rows])
            self.base = Problem(starts, mentors.astype(np.int32, copy=False), scores, capacity)
            self.stale = frozenset()
            self.rows = [self.base.row(index) for index in range(len(self.rows))]
            return self.base
        return Problem(self.base.starts, self.base.mentors, self.base.scores, capacity)

    def _put_in_row(self, newcomer: int, mentor: int, score: int | None) -> None:
        self.rows[newcomer] = _with(self.rows[newcomer], mentor, score)
        self.stale |= {newcomer}

    def _sides(self) -> list[_Raw]:
        if self.columns is None:
            problem = self.gathered(np.zeros(self.mentors, dtype=np.int64))
            turned = Turned.of(problem)
            self.columns = [turned.column(mentor) for mentor in range(self.mentors)]
        return self.columns


def line_of(people: NDArray[np.integer], scores: NDArray[np.integer], of: int) -> Line:
    """A row or column as a table keeps it: ascending.

    ``of`` is how many people the other side has. Raises ValueError for lengths that differ, people
    who are not there or are named twice.
    """
    if people.shape != scores.shape or people.ndim != 1:
        raise ValueError(f"shapes differ: {people.shape}, {scores.shape}")
    order = np.argsort(people, kind="stable")
    sorted_people = people[order]
    if len(people) and not 0 <= int(sorted_people[0]) <= int(sorted_people[-1]) < of:
        raise ValueError("a pair names somebody who is not there")
    if (np.diff(sorted_people) == 0).any():
        raise ValueError("somebody is named twice")
    return sorted_people.astype(np.int32), scores[order].astype(np.int64)


def _with(line: _Raw, who: int, score: int | None) -> _Raw:
    """A row or column with the pair with ``who`` put in, changed, or, with None, taken out."""
    people, scores = line
    at = int(np.searchsorted(people, who))
    there = at < len(people) and people[at] == who
    after = at + 1 if there else at
    if score is None:
        if not there:
            return line
        middle: tuple[list[int], list[int]] = ([], [])
    else:
        middle = ([who], [score])
    kind = np.int64 if score is not None else scores.dtype
    return (
        np.concatenate((people[:at], np.array(middle[0], dtype=np.int32), people[after:])),
        np.concatenate((scores[:at], np.array(middle[1], dtype=kind), scores[after:])),
    )
