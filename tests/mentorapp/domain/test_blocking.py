from uuid import uuid4

import pytest

from mentorapp.domain.blocking import counted_once, main_obstacle
from mentorapp.domain.proposals import LeftOver, Obstacle


def left(free: int = 0, **stopped: int) -> LeftOver:
    return LeftOver(
        person_id=uuid4(),
        role_id=uuid4(),
        stopped={Obstacle(name): number for name, number in stopped.items()},
        free=free,
    )


@pytest.mark.parametrize(
    ("one", "main"),
    [
        (left(too_far=4, no_common_time=2), Obstacle.TOO_FAR),
        # Three wishes about gender stop more than two distances, though neither side's do alone.
        (
            left(too_far=2, mentor_gender_wish=1, newcomer_gender_wish=2),
            Obstacle.NEWCOMER_GENDER_WISH,
        ),
        (left(free=1, too_far=4), None),
        (left(by_hand_only=5), Obstacle.BY_HAND_ONLY),
        (left(), None),
    ],
)
def test_what_stops_most_of_the_candidates_is_the_main_obstacle(
    one: LeftOver, main: Obstacle | None
) -> None:
    assert main_obstacle(one) is main


def test_everybody_is_counted_once_and_the_greatest_number_comes_first() -> None:
    people = [left(free=1), left(too_far=3), left(too_far=1), left(no_common_time=3, too_far=1)]
    counts = counted_once(people)
    assert counts[0] == (Obstacle.TOO_FAR, 2)
    assert sum(number for _obstacle, number in counts) == len(people)
