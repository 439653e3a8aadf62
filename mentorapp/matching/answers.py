"""Why her, why not me, and what would help: the questions that a run answers.

Costs are exact (see ``costs``), the same in a list of candidates as in the answer to "why not".
Strictly confidential people are nobody's candidate and nobody's remedy, and are asked about by
their own "by hand only" alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import numpy as np

from mentorapp.domain.explanations import Candidate, PairCheck, Remedy, WhyNot
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.matching import costs
from mentorapp.matching.crowd import BITS
from mentorapp.matching.left_over import mentors_counted, newcomers_left_over
from mentorapp.matching.openings import Openings
from mentorapp.matching.remedies import remedies_for
from mentorapp.matching.rules import too_far
from mentorapp.matching.solved import SolvedRun
from mentorapp.matching.trying import full_of_locks, try_lock

#: Newcomers at a time whose obstacles with everybody are looked at.
_BLOCK = 64

#: People with the fewest obstacles who are judged to find the best of them.
_LOOKED_AT = 100


def why_not(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> WhyNot:
    """The musts between two people or, without any, what it would do to make them a pair."""
    row, column = solved.rows[newcomer_id], solved.columns[mentor_id]
    check = solved.check_at(row, column)
    present = (row, column) in solved.standing.pairs
    if not present and not check.obstacles and full_of_locks(solved, row, column):
        check = replace(check, obstacles=(Obstacle.MENTOR_FULL,))
    effect = None
    if present:
        effect = solved.effect(solved.standing, solved.standing, "")
    elif not check.obstacles and not check.by_hand_only:
        effect = try_lock(solved, newcomer_id, mentor_id)
    return WhyNot(
        newcomer_id=newcomer_id,
        mentor_id=mentor_id,
        check=check,
        effect=effect,
        present=present,
        too_far=too_far(solved.mentors[column], solved.newcomers[row], solved.book),
    )


def candidates_for_newcomer(
    solved: SolvedRun, newcomer_id: UUID, k: int = 5
) -> tuple[Candidate, ...]:
    """The ``k`` mentors who would cost the whole least, the present one among them.

    Where there are fewer, those follow whom the fewest obstacles keep away. Where nobody is to get
    a very poor match, mentors who would make one come last, with what they would do to the
    poorest pair.
    """
    row = solved.rows[newcomer_id]
    if solved.newcomers[row].by_hand:
        return ()
    present = {column for one, column in solved.standing.pairs if one == row}
    found = [
        _candidate(solved.mentors[column].role_id, solved.check_at(row, column), column in present,
                   cost)
        for column, cost in costs.of_mentors(solved, row, k)
    ]  # fmt: skip
    return (*found, *_kept_away(solved, row, None, k - len(found)))


def candidates_for_mentor(solved: SolvedRun, mentor_id: UUID, k: int = 5) -> tuple[Candidate, ...]:
    """The newcomers whom a mentor has, and those who would cost the whole least, ``k`` in all."""
    column = solved.columns[mentor_id]
    if solved.mentors[column].by_hand:
        return ()
    present = {row for row, other in solved.standing.pairs if other == column}
    found = [
        _candidate(solved.newcomers[row].role_id, solved.check_at(row, column), row in present,
                   cost)
        for row, cost in costs.of_newcomers(solved, column, max(k, len(present)))
    ]  # fmt: skip
    found.sort(key=lambda one: not one.present)
    return (*found, *_kept_away(solved, None, column, k - len(found)))


def remedies(solved: SolvedRun, newcomer_id: UUID) -> tuple[Remedy, ...]:
    """What would get this newcomer a mentor, what is proven to first, then the smallest effort."""
    row = solved.rows[newcomer_id]
    masks = solved.masks(np.array([row]))
    return remedies_for(_openings(solved), solved.newcomers[row], masks[0], _best(solved, row))


def counted(solved: SolvedRun, newcomer_id: UUID) -> LeftOver:
    """What stops how many mentors from a newcomer, whether he has one or not."""
    row = solved.rows[newcomer_id]
    others = set(range(len(solved.newcomers))) - {row}
    (found,) = newcomers_left_over(solved.crowd, solved.newcomers, others)
    return found


def counted_for_mentor(solved: SolvedRun, mentor_id: UUID) -> LeftOver:
    """What stops how many newcomers from a mentor, whether she has one or not."""
    (found,) = mentors_counted(solved.crowd, solved.mentors, [solved.columns[mentor_id]])
    return found


def left_over(
    solved: SolvedRun,
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[tuple[LeftOver, tuple[Remedy, ...]]]:
    """Everybody without a pair as it stands, in the order of the run; nobody when cancelled.

    With what stopped how many mentors, and what would help.
    """
    paired = {row for row, _ in solved.standing.pairs}
    rows = [row for row in range(len(solved.newcomers)) if row not in paired]
    counts = newcomers_left_over(solved.crowd, solved.newcomers, paired)
    openings = _openings(solved)
    found: list[tuple[LeftOver, tuple[Remedy, ...]]] = []
    for first in range(0, len(rows), _BLOCK):
        if cancelled is not None and cancelled():
            return []
        part = rows[first : first + _BLOCK]
        masks = solved.masks(np.array(part))
        for row, mask, left in zip(part, masks, counts[first : first + _BLOCK], strict=True):
            helping = remedies_for(openings, solved.newcomers[row], mask, _best(solved, row))
            found.append((left, helping))
        if progress is not None:
            progress(min(first + _BLOCK, len(rows)), len(rows))
    return found


def _candidate(
    role_id: UUID, check: PairCheck, present: bool, cost: costs.Cost | None = None
) -> Candidate:
    pairs_lost, worst_lost, score_lost = cost or (0, 0, 0)
    return Candidate(
        role_id=role_id,
        score=check.score,
        full_score=check.full_score,
        reasons=check.reasons,
        points=check.points,
        obstacles=check.obstacles,
        pairs_lost=pairs_lost,
        score_lost=score_lost,
        worst_lost=worst_lost,
        present=present,
    )


def _kept_away(
    solved: SolvedRun, row: int | None, column: int | None, wanted: int
) -> Iterator[Candidate]:
    """The ``wanted`` people of the other side whom the fewest obstacles keep away, best first."""
    if wanted <= 0:
        return
    rows = np.arange(len(solved.newcomers)) if row is None else np.array([row])
    columns = np.arange(len(solved.mentors)) if column is None else np.array([column])
    masks = solved.crowd.obstacles(rows, columns).ravel()
    nobodys = BITS[Obstacle.BY_HAND_ONLY] | BITS[Obstacle.SAME_PERSON]
    some = np.flatnonzero((masks != 0) & (masks & nobodys == 0))
    near = some[np.argsort(np.bitwise_count(masks[some]), kind="stable")][:_LOOKED_AT]
    checks = []
    for place in near.tolist():
        check = solved.check_at(place if row is None else row, place if column is None else column)
        role_id = (solved.newcomers if row is None else solved.mentors)[place].role_id
        checks.append((len(check.obstacles), -check.score, role_id, check))
    for _, _, role_id, check in sorted(checks, key=lambda one: one[:2])[:wanted]:
        yield _candidate(role_id, check, present=False)


def _openings(solved: SolvedRun) -> Openings:
    return Openings(solved.mentors, solved.book, solved.standings)


def _best(solved: SolvedRun, row: int) -> int | None:
    """The mentor who scores best of those whom nothing keeps from a newcomer."""
    problem = solved.standing.problem
    mentors, scores = problem.row(row)
    return int(mentors[np.argmax(scores)]) if len(mentors) else None
