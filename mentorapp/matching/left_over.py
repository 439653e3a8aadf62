"""Who got nobody in a run, and what stopped how many."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.matching.facts import Facts, MentorFacts, NewcomerFacts
from mentorapp.matching.scores import OBSTACLE_CODES, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The person's own other role is no candidate, nor is anybody who is paired by hand only.
_NOT_COUNTED = frozenset({Obstacle.SAME_PERSON, Obstacle.BY_HAND_ONLY})


def newcomers_left_over(
    table: Table, newcomers: Sequence[NewcomerFacts], paired: set[int]
) -> tuple[LeftOver, ...]:
    """Newcomers without a mentor; ``paired`` are rows of the table."""
    return tuple(
        _left_over(facts, table.stopped[row])
        for row, facts in enumerate(newcomers)
        if row not in paired
    )


def idle_mentors(
    table: Table, mentors: Sequence[MentorFacts], paired: set[int]
) -> tuple[LeftOver, ...]:
    """Mentors with room who got nobody in this run; ``paired`` are columns of the table."""
    return tuple(
        _left_over(facts, table.stopped[:, column])
        for column, facts in enumerate(mentors)
        if column not in paired and facts.room
    )


def _left_over(facts: Facts, stopped: "NDArray[np.uint8]") -> LeftOver:
    """Each candidate counts once, under the first obstacle.

    Strictly confidential candidates are not counted for others: they were never in the run, and
    their number is nobody's business. For such a person BY_HAND_ONLY stands alone.
    """
    import numpy as np

    if facts.by_hand:
        counts = {Obstacle.BY_HAND_ONLY: len(stopped)}
        return LeftOver(person_id=facts.person_id, role_id=facts.role_id, stopped=counts)
    by_code = np.bincount(stopped, minlength=len(OBSTACLE_CODES) + 1)
    counts = {
        obstacle: int(by_code[code])
        for obstacle, code in OBSTACLE_CODES.items()
        if by_code[code] and obstacle not in _NOT_COUNTED
    }
    return LeftOver(
        person_id=facts.person_id, role_id=facts.role_id, stopped=counts, free=int(by_code[0])
    )
