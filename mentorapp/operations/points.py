"""How much each criterion can give to a score."""

from collections.abc import Mapping

from mentorapp.matching.criteria import FULL
from mentorapp.matching.scores import multipliers


def most_points(weights: Mapping[str, str]) -> dict[str, int]:
    """The most that each criterion that counts can give, by its value; together the full score."""
    return {criterion.value: FULL * times for criterion, times in multipliers(weights).items()}
