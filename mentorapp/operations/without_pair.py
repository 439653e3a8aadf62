"""Who has nobody in the solved set and why, and how well one person fits everybody else.

Free of the database, as ``explaining`` is; the engine is loaded with the first question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.proposals import LeftOver
from mentorapp.operations.explaining import Solved


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutPair:
    """Newcomers, and mentors with room, who have nobody in the best set; by role id."""

    newcomers: Mapping[UUID, LeftOver]
    mentors: Mapping[UUID, LeftOver]


def without_pair(solved: Solved) -> WithoutPair:
    """Everybody who has nobody as the set stands, with what stopped how many."""
    from mentorapp.matching import overview

    return WithoutPair(
        newcomers={one.role_id: one for one in overview.newcomers_without(solved.asked)},
        mentors={one.role_id: one for one in overview.mentors_without(solved.asked)},
    )


def percents_of(solved: Solved, role_id: UUID) -> Mapping[UUID, int]:
    """The score with everybody of the other side whom no must keeps away, in per cent.

    Nobody fits whoever is paired by hand only.
    """
    from mentorapp.matching import overview

    return overview.percents_of(solved.asked, role_id)
