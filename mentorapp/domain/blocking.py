"""What stands most in the way of somebody without a pair, so that each can be counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping

from mentorapp.domain.proposals import LeftOver, Obstacle

#: Obstacles that are told with the same words, whoever's they are.
_LIKE: Mapping[Obstacle, Obstacle] = {
    Obstacle.MENTOR_GENDER_WISH: Obstacle.NEWCOMER_GENDER_WISH,
    Obstacle.MENTOR_AGE_WISH: Obstacle.NEWCOMER_AGE_WISH,
    Obstacle.LANDLORD: Obstacle.OTHER_TIE,
    Obstacle.RELATIVE: Obstacle.OTHER_TIE,
}


def main_obstacle(left_over: LeftOver) -> Obstacle | None:
    """What stops most of somebody's candidates; None where some were free and went to others.

    Of a strictly confidential person it is that the pair is made by hand, and nothing else.
    """
    if Obstacle.BY_HAND_ONLY in left_over.stopped:
        return Obstacle.BY_HAND_ONLY
    if left_over.free:
        return None
    counts: Counter[Obstacle] = Counter()
    for obstacle, number in left_over.stopped.items():
        counts[_LIKE.get(obstacle, obstacle)] += number
    return max(counts, key=lambda one: (counts[one], one.value)) if counts else None


def counted_once(left_over: Iterable[LeftOver]) -> list[tuple[Obstacle | None, int]]:
    """How many each obstacle stops most, the greatest number first; None as ``main_obstacle``."""
    counts = Counter(map(main_obstacle, left_over))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))
