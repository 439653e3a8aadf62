"""What other weights would do, shown on somebody who waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Best:
    """The mentor who fits best, by the role's id, and how well; none where nobody fits at all."""

    mentor_id: UUID | None = None
    percent: int = 0


@dataclass(frozen=True, slots=True)
class WeightExample:
    """A newcomer's best mentor by the scheme's weights, and by those that are tried."""

    newcomer_id: UUID
    before: Best
    after: Best

    @property
    def other_mentor(self) -> bool:
        """Whether the weights decide who it is."""
        return self.before.mentor_id != self.after.mentor_id


def most_telling(examples: Sequence[WeightExample]) -> WeightExample | None:
    """The first with another mentor, else the one whose score changes most; None without any."""
    somebody = [one for one in examples if one.before.mentor_id or one.after.mentor_id]
    others = [one for one in somebody if one.other_mentor]
    if others:
        return others[0]
    return max(somebody, key=lambda one: abs(one.after.percent - one.before.percent), default=None)
