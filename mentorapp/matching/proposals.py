"""The front door: pair a scheme's people. ``explanations`` beside it looks at one pair or person.

Draft proposals come out; nothing here decides, stores or knows where a protected person lives.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.proposals import LeftOver, Obstacle, Reason
from mentorapp.domain.schemes import Criterion, Scheme
from mentorapp.matching.assignment import Goal, assign
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate, in_order
from mentorapp.matching.explanations import PairCheck, check_pair
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, mentor_facts, newcomer_facts
from mentorapp.matching.left_over import idle_mentors, newcomers_left_over
from mentorapp.matching.rules import PairIds, Rulebook, Ties, rulebook
from mentorapp.matching.scores import Progress, Table, build_table, full_score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NO_PAIRS: PairIds = frozenset()
_NO_TIES: Ties = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPair:
    """Two people who should meet; ``points`` is what each criterion adds to the score."""

    mentor: MentorCandidate
    newcomer: NewcomerCandidate
    score: int
    reasons: tuple[Reason, ...]
    points: Mapping[Criterion, int]
    locked: bool = False


@dataclass(frozen=True, slots=True)
class BrokenLock:
    """A locked pair that could not be kept.

    No obstacles: one of them is not in the run, or the newcomer is locked to somebody else too.
    """

    mentor_id: UUID
    newcomer_id: UUID
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run found. ``total`` is the sum of the scores, ``full_score`` the most for one pair.

    ``idle_mentors`` have room and got nobody in this run. A run that was cancelled is empty.
    """

    pairs: tuple[ProposedPair, ...] = ()
    left_over: tuple[LeftOver, ...] = ()
    idle_mentors: tuple[LeftOver, ...] = ()
    broken_locks: tuple[BrokenLock, ...] = ()
    total: int = 0
    full_score: int = 0
    weights: Mapping[str, str]
    cancelled: bool = False


def propose(  # noqa: PLR0913 - what a run is made of
    scheme: Scheme,
    mentors: Collection[MentorCandidate],
    newcomers: Collection[NewcomerCandidate],
    *,
    today: date,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    locked: PairIds = _NO_PAIRS,
    ties: Ties = _NO_TIES,
    goal: Goal = "most",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Run:
    """The best set of pairs, why each, and who is left over and why.

    ``mentors`` and ``newcomers`` are those who are ready for the scheme, in any order. Pairs are
    (mentor role id, newcomer role id); hand in no ``earlier`` where they may meet again. Locked
    pairs are kept, strictly confidential people among them (somebody paired them by hand), unless
    an obstacle has come up: those are told as broken. ``progress`` and ``cancelled`` are called
    once for each newcomer.
    """
    pool = _Pool.of(scheme, mentors, newcomers, rulebook(scheme, earlier, forbidden, ties), today)
    full = full_score(scheme.weights)
    table = build_table(
        scheme.weights, pool.mentor_facts, pool.newcomer_facts, pool.book, progress, cancelled
    )
    if table is None:
        return Run(weights=scheme.weights, full_score=full, cancelled=True)
    kept, broken = pool.sort_locks(locked)
    chosen = assign(*_with_locks(table, kept, pool), pool.rooms(), goal=goal, locked=kept).pairs
    by_lock = set(kept)
    pairs = tuple(pool.proposed(row, column, (row, column) in by_lock) for row, column in chosen)
    return Run(
        pairs=pairs,
        left_over=newcomers_left_over(table, pool.newcomer_facts, {row for row, _ in chosen}),
        idle_mentors=idle_mentors(table, pool.mentor_facts, {column for _, column in chosen}),
        broken_locks=broken,
        total=sum(pair.score for pair in pairs),
        full_score=full,
        weights=scheme.weights,
    )


@dataclass(frozen=True, slots=True)
class _Pool:
    """Everybody in a run, sorted by number so that the order handed in changes nothing."""

    scheme: Scheme
    mentors: Sequence[MentorCandidate]
    newcomers: Sequence[NewcomerCandidate]
    mentor_facts: Sequence[MentorFacts]
    newcomer_facts: Sequence[NewcomerFacts]
    book: Rulebook

    @classmethod
    def of(
        cls,
        scheme: Scheme,
        mentors: Collection[MentorCandidate],
        newcomers: Collection[NewcomerCandidate],
        book: Rulebook,
        today: date,
    ) -> "_Pool":
        in_line = sorted(mentors, key=in_order), sorted(newcomers, key=in_order)
        return cls(
            scheme,
            *in_line,
            [mentor_facts(one, today) for one in in_line[0]],
            [newcomer_facts(one, today) for one in in_line[1]],
            book,
        )

    def rooms(self) -> "NDArray[np.int64]":
        import numpy as np

        return np.array([facts.room for facts in self.mentor_facts], dtype=np.int64)

    def check(self, row: int, column: int) -> PairCheck:
        return check_pair(
            self.scheme, self.mentor_facts[column], self.newcomer_facts[row], self.book
        )

    def proposed(self, row: int, column: int, locked: bool) -> ProposedPair:
        check = self.check(row, column)
        return ProposedPair(
            mentor=self.mentors[column],
            newcomer=self.newcomers[row],
            score=check.score,
            reasons=check.reasons,
            points=check.points,
            locked=locked,
        )

    def sort_locks(self, locked: PairIds) -> tuple[list[tuple[int, int]], tuple[BrokenLock, ...]]:
        """Rows and columns of the locked pairs that hold, and the others with what broke them."""
        columns = {facts.role_id: place for place, facts in enumerate(self.mentor_facts)}
        rows = {facts.role_id: place for place, facts in enumerate(self.newcomer_facts)}
        room = [facts.room for facts in self.mentor_facts]
        kept: dict[int, int] = {}
        here = {pair for pair in locked if pair[0] in columns and pair[1] in rows}
        broken = [BrokenLock(*pair, ()) for pair in sorted(locked - here)]
        # By the people's numbers: when two claim the same room, the same one always gets it.
        for row, column in sorted((rows[newcomer], columns[mentor]) for mentor, newcomer in here):
            found = self.check(row, column).obstacles
            if not found and not room[column]:
                found = (Obstacle.MENTOR_FULL,)
            if found or row in kept:
                ids = self.mentor_facts[column].role_id, self.newcomer_facts[row].role_id
                broken.append(BrokenLock(*ids, found))
            else:
                kept[row] = column
                room[column] -= 1
        return sorted(kept.items()), tuple(broken)


def _with_locks(
    table: Table, kept: Sequence[tuple[int, int]], pool: _Pool
) -> tuple["NDArray[np.int64]", "NDArray[np.bool_]"]:
    """Scores and allowed pairs, with locked pairs allowed that only a hand can make."""
    scores, allowed = table.scores.copy(), table.stopped == 0
    for row, column in kept:
        allowed[row, column] = True
        scores[row, column] = pool.check(row, column).score
    return scores, allowed
