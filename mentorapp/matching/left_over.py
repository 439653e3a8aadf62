"""Who got nobody in a run, and what stopped how many."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.matching.crowd import Crowd
from mentorapp.matching.facts import Facts, MentorFacts, NewcomerFacts
from mentorapp.matching.table import counted

#: The person's own other role is no candidate, nor is anybody who is paired by hand only.
_NOT_COUNTED = frozenset({Obstacle.SAME_PERSON, Obstacle.BY_HAND_ONLY})


def newcomers_left_over(
    crowd: Crowd, newcomers: Sequence[NewcomerFacts], paired: Collection[int]
) -> tuple[LeftOver, ...]:
    """Newcomers without a mentor; ``paired`` are places among them."""
    rows = [row for row in range(len(newcomers)) if row not in paired]
    counts = counted(crowd, np.array(rows, dtype=np.int64), np.arange(crowd.mentors))
    return tuple(
        _left_over(newcomers[row], found, crowd.mentors)
        for row, found in zip(rows, counts, strict=True)
    )


def idle_mentors(
    crowd: Crowd, mentors: Sequence[MentorFacts], paired: Collection[int]
) -> tuple[LeftOver, ...]:
    """Mentors with room who got nobody in this run; ``paired`` are places among them."""
    columns = [column for column, one in enumerate(mentors) if one.room and column not in paired]
    return mentors_counted(crowd, mentors, columns)


def mentors_counted(
    crowd: Crowd, mentors: Sequence[MentorFacts], columns: Sequence[int]
) -> tuple[LeftOver, ...]:
    """What stops how many newcomers from the mentors at these places."""
    chosen = np.array(columns, dtype=np.int64)
    counts = counted(crowd, np.arange(crowd.newcomers), chosen, by_mentor=True)
    return tuple(
        _left_over(mentors[column], found, crowd.newcomers)
        for column, found in zip(columns, counts, strict=True)
    )


def _left_over(facts: Facts, found: Mapping[Obstacle | None, int], candidates: int) -> LeftOver:
    """Each candidate counts once, under the first obstacle.

    Strictly confidential candidates are not counted for others: they were never in the run, and
    their number is nobody's business. For such a person BY_HAND_ONLY stands alone.
    """
    if facts.by_hand:
        stopped = {Obstacle.BY_HAND_ONLY: candidates}
        return LeftOver(person_id=facts.person_id, role_id=facts.role_id, stopped=stopped)
    stopped = {
        obstacle: number
        for obstacle, number in found.items()
        if obstacle is not None and obstacle not in _NOT_COUNTED
    }
    return LeftOver(
        person_id=facts.person_id,
        role_id=facts.role_id,
        stopped=stopped,
        free=found.get(None, 0),
    )
