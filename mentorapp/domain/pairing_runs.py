"""Pairing runs as they were: so that one can say later why somebody was paired, or was not.

A run is one record that lists show, and its details one more that is read when somebody asks. Names
are not kept: the details hold the ids of roles, so that what is erased is gone here too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from typing import Self
from uuid import UUID

from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.records import Record


class Goal(StrEnum):
    """What a run aims at.

    MOST: as many pairs as can be, and of those sets the best total. BEST: the best total. FAIR: as
    many pairs as can be, of those sets one whose worst pair is as good as can be, then the total.
    """

    MOST = "most"
    BEST = "best"
    FAIR = "fair"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingRun(Record):
    """One run: ``total`` sums the scores of its pairs.

    ``certified`` tells that the set was proven to be the best; ``worst`` is the lowest score of a
    pair. ``milliseconds`` are by stage (load, scores, solve, ...) and ``engine`` is the method
    that found the set.
    """

    number: int
    scheme_id: UUID
    held_at: datetime
    held_by: str
    goal: Goal
    weights: Mapping[str, str]
    pairs: int
    left_over: int
    total: int
    worst: int
    certified: bool
    engine: str
    milliseconds: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingRunDetails(Record):
    """What ``RunOutcome.to_text`` made of a run's pairs and of those it left over."""

    run_id: UUID
    outcome: str


@dataclass(frozen=True, slots=True)
class RunPair:
    """A pair of a run, by the ids of the roles."""

    newcomer_id: UUID
    mentor_id: UUID
    score: int
    locked: bool = False


@dataclass(frozen=True, slots=True)
class RunLeftOver:
    """Somebody without a pair: what stopped how many candidates, and how many were free."""

    role_id: UUID
    stopped: Mapping[Obstacle, int]
    free: int = 0


@dataclass(frozen=True, slots=True)
class RunCandidate:
    """One of the best mentors for a newcomer; ``loss`` is the least that it would cost the whole.

    The loss counts score and, for a pair less, the run's bonus: 0 for the pair that was made.
    """

    newcomer_id: UUID
    mentor_id: UUID
    score: int
    loss: int


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """All that is kept of a run."""

    pairs: Sequence[RunPair]
    left_over: Sequence[RunLeftOver]
    candidates: Sequence[RunCandidate] = ()

    def to_text(self) -> str:
        """JSON with every id once: 5,000 newcomers and their 25,000 candidates are 1 MB."""
        stored = StoredOutcome()
        at = stored.at
        stored.pairs = [
            (at(one.newcomer_id), at(one.mentor_id), one.score, int(one.locked))
            for one in self.pairs
        ]
        stored.left_over = [(at(one.role_id), one.stopped, one.free) for one in self.left_over]
        stored.candidates = [
            (at(one.newcomer_id), at(one.mentor_id), one.score, one.loss) for one in self.candidates
        ]
        return stored.to_text()

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The outcome that ``to_text`` gave."""
        stored = json.loads(text)
        ids = [UUID(hex=one) for one in stored["ids"]]
        return cls(
            tuple(RunPair(ids[n], ids[m], score, bool(k)) for n, m, score, k in stored["pairs"]),
            tuple(
                RunLeftOver(ids[at], {Obstacle(k): n for k, n in stopped.items()}, free)
                for at, stopped, free in stored["left_over"]
            ),
            tuple(RunCandidate(ids[n], ids[m], s, loss) for n, m, s, loss in stored["candidates"]),
        )


class StoredOutcome:
    """What ``RunOutcome`` is as text: every id once and its place wherever it is meant.

    For a run, which has places and no use for tens of thousands of small records.
    """

    def __init__(self) -> None:
        # By the number of the id, which is ten times faster to look up.
        self._ids: dict[int, int] = {}
        self.pairs: Sequence[tuple[int, int, int, int]] = ()
        self.left_over: Sequence[tuple[int, Mapping[Obstacle, int], int]] = ()
        self.candidates: Iterable[tuple[int, int, int, int]] = ()

    def at(self, role_id: UUID) -> int:
        """The place of an id."""
        return self._ids.setdefault(role_id.int, len(self._ids))

    def to_text(self) -> str:
        """What ``RunOutcome.from_text`` reads."""
        # One text is filled with all numbers: ``json`` takes three times as long for them, and the
        # candidates are most of an outcome.
        numbers = tuple(chain.from_iterable(self.candidates))
        candidates = ",".join(["[%d,%d,%d,%d]"] * (len(numbers) // 4)) % numbers
        pairs, left_over, ids = (
            json.dumps(rows, separators=(",", ":"))
            for rows in (self.pairs, self.left_over, [f"{number:032x}" for number in self._ids])
        )
        return (
            f'{{"pairs":{pairs},"left_over":{left_over},"candidates":[{candidates}],"ids":{ids}}}'
        )
