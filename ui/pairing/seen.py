"""What the set at hand tells of everybody in the two lists, as far as it is known yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from mentorapp.domain.blocking import main_obstacle
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.operations.without_pair import WithoutPair


@dataclass(slots=True)
class Seen:
    """Looked at by the columns of both lists, and changed as answers come.

    ``percents`` are the scores with the person one looks from, None while there is none; ``moved``
    are newcomers whom the last decision gave another mentor.
    """

    without: WithoutPair | None = None
    percents: Mapping[UUID, int] | None = None
    from_newcomer: bool = True
    moved: frozenset[UUID] = field(default_factory=frozenset)

    def left_over(self, role_id: UUID) -> LeftOver | None:
        """What stops how many candidates of somebody without a pair; None for all others."""
        if self.without is None:
            return None
        return self.without.newcomers.get(role_id) or self.without.mentors.get(role_id)

    def obstacle(self, role_id: UUID) -> Obstacle | None:
        """What stops somebody most; None as ``main_obstacle``, and for who can have a pair."""
        left = self.left_over(role_id)
        return main_obstacle(left) if left is not None else None
