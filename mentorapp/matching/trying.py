"""What a change would do to a solved run: lock, forbid, without somebody, places, a wish, a remedy.

What is tried is tried on a copy and nothing is kept; what is applied, ``solved`` follows. The set
after every change is the best one, found from the old one by the engine.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.availability import Slot
from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.explanations import Effect, Remedy, RemedyKind, WishChange
from mentorapp.domain.proposals import Obstacle
from mentorapp.matching.bits import SLOTS, bits_of
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.rules import first_obstacle
from mentorapp.matching.scores import judge
from mentorapp.matching.solved import SolvedRun
from mentorapp.matching.standing import Standing

#: Changes a set of pairs; returns what found the new one.
_Edit = Callable[[Standing], str]
_Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def try_lock(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """What it would do to make the two a pair. PairNotAllowed with the musts between them."""
    return _tried(solved, _locking(solved, newcomer_id, mentor_id))


def apply_lock(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Make the two a pair that stays. PairNotAllowed with the musts between them."""
    return _applied(solved, _locking(solved, newcomer_id, mentor_id))


def apply_unlock(solved: SolvedRun, newcomer_id: UUID) -> Effect:
    """Let the newcomer's pair be like any other again, if it is locked."""
    return _applied(solved, lambda standing: _unlock(standing, solved.rows[newcomer_id]))


def try_forbid(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """What it would do to rule the pair out."""
    return _tried(solved, _forbidding(solved, newcomer_id, mentor_id))


def apply_forbid(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Rule the pair out, a locked one too."""
    pair = (mentor_id, newcomer_id)
    solved.book = replace(solved.book, forbidden=solved.book.forbidden | {pair})
    return _applied(solved, _forbidding(solved, newcomer_id, mentor_id))


def apply_allow(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> Effect:
    """Undo ``apply_forbid``; what else stands between the two keeps them apart."""
    row, column = solved.rows[newcomer_id], solved.columns[mentor_id]
    pair = (mentor_id, newcomer_id)
    solved.book = replace(solved.book, forbidden=solved.book.forbidden - {pair})
    check = solved.check_at(row, column)
    if check.obstacles or check.by_hand_only:
        return solved.effect(solved.standing, solved.standing, "")
    return _applied(solved, lambda standing: standing.allow(row, column, check.score).method)


def try_without(solved: SolvedRun, role_id: UUID) -> Effect:
    """What it would do if a newcomer or a mentor were not in the run."""
    if role_id in solved.rows:
        row = solved.rows[role_id]
        return _tried(solved, lambda standing: standing.remove_newcomer(row).method)
    column = solved.columns[role_id]
    return _tried(solved, lambda standing: standing.remove_mentor(column).method)


def try_capacity(solved: SolvedRun, mentor_id: UUID, places: int) -> Effect:
    """What it would do if a mentor took so many newcomers in this run, beside those who run on.

    PairNotAllowed where locked pairs need more places.
    """
    column = solved.columns[mentor_id]
    if places < sum(other == column for _, other in solved.standing.locked):
        raise PairNotAllowed((Obstacle.MENTOR_FULL.value,))
    mentor = solved.mentors[column]._replace(room=places)
    if solved.mentors[column].room and places:
        return _tried(solved, lambda standing: standing.set_capacity(column, places).method)
    return _tried(solved, lambda standing: _as_mentor(solved, standing, mentor))


def try_wish(solved: SolvedRun, newcomer_id: UUID, change: WishChange) -> Effect:
    """What it would do if a newcomer wished otherwise.

    Of a protected newcomer no distance counts, so none can be changed.
    """
    newcomer = _wishing(solved.newcomers[solved.rows[newcomer_id]], change)
    return _tried(solved, lambda standing: _as_newcomer(solved, standing, newcomer))


def try_remedy(solved: SolvedRun, newcomer_id: UUID, remedy: Remedy) -> Effect | None:
    """What a remedy would do; None for one whose outcome nobody can know before it is tried."""
    row = solved.rows[newcomer_id]
    newcomer = _wishing(solved.newcomers[row], wish_of(remedy))
    if remedy.kind in OF_THE_NEWCOMER:
        return _tried(solved, lambda standing: _as_newcomer(solved, standing, newcomer))
    column = solved.columns.get(remedy.mentor_id) if remedy.mentor_id else None
    if column is None:
        return None
    if remedy.kind is RemedyKind.ORGANISATION:
        score = solved.check_at(row, column).score
        return _tried(solved, lambda standing: standing.allow(row, column, score).method)
    mentor = _remedied(solved.mentors[column], remedy)
    if mentor is None:
        return None
    if remedy.kind is not RemedyKind.BOTH_DISTANCE:
        return _tried(solved, lambda standing: _as_mentor(solved, standing, mentor))
    mentors = [*solved.mentors]
    mentors[column] = mentor

    def both(standing: Standing) -> str:
        _as_mentor(solved, standing, mentor)
        return _as_newcomer(solved, standing, newcomer, mentors)

    return _tried(solved, both)


def try_together(solved: SolvedRun, changes: Sequence[tuple[UUID, Remedy]]) -> Effect | None:
    """What the remedies of several newcomers at once would do; None where nobody can know it."""
    newcomers, mentors = [*solved.newcomers], [*solved.mentors]
    rows: set[int] = set()
    columns: set[int] = set()
    allowed: list[tuple[int, int]] = []
    for newcomer_id, remedy in changes:
        row = solved.rows[newcomer_id]
        column = solved.columns.get(remedy.mentor_id) if remedy.mentor_id else None
        if remedy.kind in OF_THE_NEWCOMER or remedy.kind is RemedyKind.BOTH_DISTANCE:
            newcomers[row] = _wishing(newcomers[row], wish_of(remedy))
            rows.add(row)
        if remedy.kind in OF_THE_NEWCOMER or column is None:
            continue
        mentor = _remedied(mentors[column], remedy)
        if remedy.kind is RemedyKind.ORGANISATION:
            allowed.append((row, column))
        elif mentor is not None:
            mentors[column] = mentor
            columns.add(column)
    if not (rows or columns or allowed):
        return None

    def all_of_them(standing: Standing) -> str:
        said = [_as_mentor(solved, standing, mentors[one], newcomers) for one in sorted(columns)]
        said += [_as_newcomer(solved, standing, newcomers[one], mentors) for one in sorted(rows)]
        for row, column in allowed:
            score = judge(solved.weights, mentors[column], newcomers[row]).score
            said.append(standing.allow(row, column, score).method)
        return said[-1]

    return _tried(solved, all_of_them)


def wish_of(remedy: Remedy) -> WishChange:
    """What a newcomer would wish otherwise with this remedy: nothing, where it is not his."""
    kind = remedy.kind
    far = kind in {RemedyKind.NEWCOMER_DISTANCE, RemedyKind.BOTH_DISTANCE}
    times = remedy.values if kind is RemedyKind.NEWCOMER_TIME else ()
    return WishChange(
        max_km=remedy.amount if far else None,
        more_slots=frozenset(Slot.parse(one) for one in times),
        any_gender=kind is RemedyKind.NEWCOMER_GENDER,
        any_age=kind is RemedyKind.NEWCOMER_AGE,
    )


OF_THE_NEWCOMER = frozenset(
    {
        RemedyKind.NEWCOMER_TIME,
        RemedyKind.NEWCOMER_DISTANCE,
        RemedyKind.NEWCOMER_GENDER,
        RemedyKind.NEWCOMER_AGE,
    }
)


def _remedied(mentor: MentorFacts, remedy: Remedy) -> MentorFacts | None:
    changes: Mapping[RemedyKind, Mapping[str, Any]] = {
        RemedyKind.CAPACITY: {"room": mentor.room + 1},
        RemedyKind.CERTIFICATE: {"certificate": True},
        RemedyKind.CONFIDENTIALITY: {"confidentiality": True},
        RemedyKind.TRAINING: {"training": True},
        RemedyKind.MENTOR_DISTANCE: {"max_km": remedy.amount},
        RemedyKind.BOTH_DISTANCE: {"max_km": remedy.amount},
        RemedyKind.MENTOR_GENDER: {"wish_gender": 0},
        RemedyKind.MENTOR_AGE: {"wish_age_bands": 0},
    }
    change = changes.get(remedy.kind)
    return None if change is None else mentor._replace(**change)


def _wishing(newcomer: NewcomerFacts, change: WishChange) -> NewcomerFacts:
    return newcomer._replace(
        max_km=newcomer.max_km if newcomer.hidden or change.max_km is None else change.max_km,
        slots=newcomer.slots | bits_of(map(str, change.more_slots), SLOTS),
        wish_gender=0 if change.any_gender else newcomer.wish_gender,
        wish_age_bands=0 if change.any_age else newcomer.wish_age_bands,
    )


def _as_newcomer(
    solved: SolvedRun,
    standing: Standing,
    newcomer: NewcomerFacts,
    mentors: Sequence[MentorFacts] | None = None,
) -> str:
    """Put a newcomer who changed in the place of the one who was; what is locked stays locked."""
    row = solved.rows[newcomer.role_id]
    locked = dict(standing.locked).get(row)
    pairs = [
        (column, judge(solved.weights, mentor, newcomer).score)
        for column, mentor in enumerate(mentors or solved.mentors)
        if column == locked or first_obstacle(mentor, newcomer, solved.book) is None
    ]
    return standing.change_newcomer(row, _arrays(pairs)).method


def _as_mentor(
    solved: SolvedRun,
    standing: Standing,
    mentor: MentorFacts,
    newcomers: Sequence[NewcomerFacts] | None = None,
) -> str:
    """The same for a mentor, with the places that he has now."""
    column = solved.columns[mentor.role_id]
    locked = {row for row, other in standing.locked if other == column}
    pairs = [
        (row, judge(solved.weights, mentor, newcomer).score)
        for row, newcomer in enumerate(newcomers or solved.newcomers)
        if row in locked or first_obstacle(mentor, newcomer, solved.book) is None
    ]
    standing.change_mentor(column, _arrays(pairs))
    return standing.set_capacity(column, mentor.room).method


def _arrays(pairs: Sequence[tuple[int, int]]) -> _Pairs:
    both = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _locking(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> _Edit:
    row, column = solved.rows[newcomer_id], solved.columns[mentor_id]
    check = solved.check_at(row, column)
    against = [Obstacle.BY_HAND_ONLY] if check.by_hand_only else list(check.obstacles)
    if not against and full_of_locks(solved, row, column):
        against = [Obstacle.MENTOR_FULL]
    if against:
        raise PairNotAllowed(tuple(one.value for one in against))

    def lock(standing: Standing) -> str:
        if (row, column) not in standing.locked:
            _unlock(standing, row)
        return standing.lock(row, column).method

    return lock


def full_of_locks(solved: SolvedRun, row: int, column: int) -> bool:
    """Whether every place with a mentor is taken by pairs that are locked, this one not."""
    locked = solved.standing.locked
    taken = sum(other == column for one, other in locked if one != row)
    return taken >= solved.mentors[column].room


def _forbidding(solved: SolvedRun, newcomer_id: UUID, mentor_id: UUID) -> _Edit:
    row, column = solved.rows[newcomer_id], solved.columns[mentor_id]

    def forbid(standing: Standing) -> str:
        if (row, column) in standing.locked:
            standing.unlock(row, column)
        return standing.forbid(row, column).method

    return forbid


def _unlock(standing: Standing, row: int) -> str:
    locked = dict(standing.locked)
    return standing.unlock(row, locked[row]).method if row in locked else ""


def _tried(solved: SolvedRun, edit: _Edit) -> Effect:
    copy = solved.standing.copy()
    method = edit(copy)
    return solved.effect(solved.standing, copy, method)


def _applied(solved: SolvedRun, edit: _Edit) -> Effect:
    before = solved.standing.copy()
    method = edit(solved.standing)
    solved.changed()
    return solved.effect(before, solved.standing, method)
