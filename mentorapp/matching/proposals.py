"""The front door: pair a scheme's people. ``explanations`` beside it looks at one pair or person.

Draft proposals come out; nothing here decides, stores or knows where a protected person lives.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.proposals import LeftOver, Obstacle, Reason
from mentorapp.domain.schemes import Criterion, Scheme
from mentorapp.matching.facts import Facts, MentorFacts, NewcomerFacts
from mentorapp.matching.rules import PairIds, Rulebook, Ties, obstacles, rulebook
from mentorapp.matching.scores import Judgement, all_judged, full_score, multipliers

if TYPE_CHECKING:
    from mentorapp.matching.aside import Aside
    from mentorapp.matching.assignment import Assignment
    from mentorapp.matching.crowd import Crowd
    from mentorapp.matching.sparse import Problem

Progress = Callable[[int, int], object]

_NO_PAIRS: PairIds = frozenset()
_NO_TIES: Ties = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPair:
    """Two people who should meet; ``points`` is what each criterion adds to the score.

    ``newcomer`` and ``mentor`` are their places in the run's basis, the ids those of their roles.
    """

    newcomer: int
    mentor: int
    newcomer_id: UUID
    mentor_id: UUID
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Basis:
    """What a run was made of: enough to ask it further and to change it.

    ``mentors`` and ``newcomers`` are by number; ``problem`` has their places as columns and rows,
    the locked pairs among its pairs. ``locked`` are the locks that were kept, by places.
    """

    mentors: Sequence[MentorFacts]
    newcomers: Sequence[NewcomerFacts]
    book: Rulebook
    crowd: "Crowd"
    problem: "Problem"
    assignment: "Assignment"
    locked: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run found. ``total`` is the sum of the scores, ``full_score`` the most for one pair.

    The set of pairs is proven to be the best for its ``goal``; ``engine`` is the method that found
    it, ``milliseconds`` are by stage. ``candidates`` are, for each newcomer who is not locked, the
    mentors who would cost the whole least: (newcomer, mentor, score, least loss), where a loss
    counts score and the bonus for a pair less. A run that was cancelled is empty, without a basis.
    """

    pairs: tuple[ProposedPair, ...] = ()
    left_over: tuple[LeftOver, ...] = ()
    broken_locks: tuple[BrokenLock, ...] = ()
    candidates: Sequence[tuple[int, int, int, int]] = ()
    total: int = 0
    full_score: int = 0
    weights: Mapping[str, str]
    goal: Goal = Goal.MOST
    engine: str = ""
    milliseconds: Mapping[str, int] = field(default_factory=dict, compare=False)
    cancelled: bool = False
    basis: Basis | None = field(default=None, repr=False, compare=False)

    @property
    def worst(self) -> int:
        """The lowest score of a pair; 0 without pairs."""
        return min((pair.score for pair in self.pairs), default=0)

    @property
    def idle_mentors(self) -> tuple[LeftOver, ...]:
        """Mentors with room who got nobody in this run, counted when it is asked for."""
        from mentorapp.matching.left_over import idle_mentors

        if self.basis is None:
            return ()
        busy = {pair.mentor for pair in self.pairs}
        return idle_mentors(self.basis.crowd, self.basis.mentors, busy)


def propose(  # noqa: PLR0913 - what a run is made of
    scheme: Scheme,
    mentors: Collection[MentorFacts],
    newcomers: Collection[NewcomerFacts],
    *,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    locked: PairIds = _NO_PAIRS,
    ties: Ties = _NO_TIES,
    goal: str = Goal.MOST,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    aside: "Aside | None" = None,
) -> Run:
    """The best set of pairs, why each, and who is left over and why.

    ``mentors`` and ``newcomers`` are those who are ready for the scheme, in any order. Pairs are
    (mentor role id, newcomer role id); hand in no ``earlier`` where they may meet again. Locked
    pairs are kept, strictly confidential people among them (somebody paired them by hand), unless
    an obstacle has come up: those are told as broken. ``progress`` is told (done, of) and
    ``cancelled`` asked many times a second. ``aside`` is for ``assign_sparse``.
    """
    from mentorapp.matching.crowd import crowd
    from mentorapp.matching.others import best_candidates
    from mentorapp.matching.table import table
    from mentorapp.matching.watch import Stopped

    pool = _Pool(
        scheme,
        sorted(mentors, key=_in_order),
        sorted(newcomers, key=_in_order),
        rulebook(scheme, earlier, forbidden, ties),
        multipliers(scheme.weights),
    )
    aim, full, clock = Goal(goal), full_score(scheme.weights), _Clock()
    everybody = crowd(pool.mentors, pool.newcomers, pool.book, pool.counting)
    rooms = [one.room for one in pool.mentors]
    # Half the way is the table, the other half the solving.
    first, second = _halves(progress, len(pool.newcomers))
    problem = table(everybody, rooms, first, cancelled)
    if problem is None:
        return Run(weights=scheme.weights, full_score=full, goal=aim, cancelled=True)
    clock.stop("scores")
    kept, broken = pool.sort_locks(locked)
    problem = _with_locks(problem, kept, pool)
    try:
        found = _proven(problem, aim, kept, second, cancelled, aside)
    except Stopped:
        return Run(weights=scheme.weights, full_score=full, goal=aim, cancelled=True)
    clock.stop("solve")
    by_lock = set(kept)
    pairs = pool.proposed(found.pairs, by_lock)
    clock.stop("reasons")
    left = pool.left_over(everybody, {row for row, _ in found.pairs})
    clock.stop("left_over")
    others = best_candidates(problem, found, kept)
    clock.stop("candidates")
    return Run(
        pairs=pairs,
        left_over=left,
        broken_locks=broken,
        candidates=others,
        total=found.total,
        full_score=full,
        weights=scheme.weights,
        goal=aim,
        engine=found.method,
        milliseconds=clock.stages,
        basis=Basis(
            mentors=pool.mentors,
            newcomers=pool.newcomers,
            book=pool.book,
            crowd=everybody,
            problem=problem,
            assignment=found,
            locked=kept,
        ),
    )


def _in_order(facts: Facts) -> tuple[int, int]:
    """By nothing but the person: the order in which people come changes no pair."""
    return facts.number, facts.role_id.int


class _Clock:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, int] = {}
        self._since = perf_counter()

    def stop(self, stage: str) -> None:
        now = perf_counter()
        self.stages[stage] = round(1000 * (now - self._since))
        self._since = now


def _halves(progress: Progress | None, count: int) -> tuple[Progress | None, Progress | None]:
    if progress is None:
        return None, None
    return (
        lambda done, _of: progress(done, 2 * count),
        lambda done, of: progress(count + count * done // max(of, 1), 2 * count),
    )


def _proven(
    problem: "Problem",
    goal: Goal,
    locked: Sequence[tuple[int, int]],
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
    aside: "Aside | None",
) -> "Assignment":
    """The best set. One that is not proven is a bug of ours and never shown as the best."""
    from mentorapp.matching.assignment import assign_sparse

    found = assign_sparse(
        problem,
        goal=goal.value,
        locked=locked,
        cancelled=cancelled,
        progress=progress,
        aside=aside,
    )
    if not found.certified:
        raise AssertionError(f"no proof for what {found.method} found, {problem.shape}")
    return found


@dataclass(frozen=True, slots=True)
class _Pool:
    """Everybody in a run."""

    scheme: Scheme
    mentors: Sequence[MentorFacts]
    newcomers: Sequence[NewcomerFacts]
    book: Rulebook
    counting: Mapping[Criterion, int]

    def judged(self, pairs: Sequence[tuple[int, int]]) -> list[Judgement]:
        """Of rows and columns."""
        mentors = [self.mentors[column] for _, column in pairs]
        return all_judged(self.counting, mentors, [self.newcomers[row] for row, _ in pairs])

    def proposed(
        self, pairs: Sequence[tuple[int, int]], locked: Collection[tuple[int, int]]
    ) -> tuple[ProposedPair, ...]:
        return tuple(
            ProposedPair(
                newcomer=pair[0],
                mentor=pair[1],
                newcomer_id=self.newcomers[pair[0]].role_id,
                mentor_id=self.mentors[pair[1]].role_id,
                score=found.score,
                reasons=found.reasons,
                points=found.points,
                locked=pair in locked,
            )
            for pair, found in zip(pairs, self.judged(pairs), strict=True)
        )

    def left_over(self, everybody: "Crowd", paired: set[int]) -> tuple[LeftOver, ...]:
        from mentorapp.matching.left_over import newcomers_left_over

        return newcomers_left_over(everybody, self.newcomers, paired)

    def sort_locks(self, locked: PairIds) -> tuple[list[tuple[int, int]], tuple[BrokenLock, ...]]:
        """Rows and columns of the locked pairs that hold, and the others with what broke them."""
        if not locked:
            return [], ()
        columns = {facts.role_id: place for place, facts in enumerate(self.mentors)}
        rows = {facts.role_id: place for place, facts in enumerate(self.newcomers)}
        room = [facts.room for facts in self.mentors]
        kept: dict[int, int] = {}
        here = {pair for pair in locked if pair[0] in columns and pair[1] in rows}
        broken = [BrokenLock(*pair, ()) for pair in sorted(locked - here)]
        # By the people's numbers: when two claim the same room, the same one always gets it.
        for row, column in sorted((rows[newcomer], columns[mentor]) for mentor, newcomer in here):
            found = self.obstacles(row, column)
            if not found and not room[column]:
                found = (Obstacle.MENTOR_FULL,)
            if found or row in kept:
                ids = self.mentors[column].role_id, self.newcomers[row].role_id
                broken.append(BrokenLock(*ids, found))
            else:
                kept[row] = column
                room[column] -= 1
        return sorted(kept.items()), tuple(broken)

    def obstacles(self, row: int, column: int) -> tuple[Obstacle, ...]:
        """What stands between two people whom somebody paired by hand."""
        found = obstacles(self.mentors[column], self.newcomers[row], self.book)
        return tuple(one for one in found if one is not Obstacle.BY_HAND_ONLY)


def _with_locks(problem: "Problem", kept: Sequence[tuple[int, int]], pool: _Pool) -> "Problem":
    """With locked pairs allowed that only a hand can make."""
    import numpy as np

    from mentorapp.matching.sparse import Problem

    missing = [pair for pair in kept if problem.place(*pair) < 0]
    if not missing:
        return problem
    at = [
        int(problem.starts[row]) + int(np.searchsorted(problem.row(row)[0], column))
        for row, column in missing
    ]
    scores = [found.score for found in pool.judged(missing)]
    more = np.bincount([row + 1 for row, _ in missing], minlength=len(problem.starts))
    return Problem(
        problem.starts + np.cumsum(more),
        np.insert(problem.mentors, at, [column for _, column in missing]),
        np.insert(problem.scores, at, scores),
        problem.capacity,
    )
