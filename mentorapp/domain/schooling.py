"""Newcomers by gender and schooling: whom an offer for women with little schooling is for."""

from collections import Counter
from collections.abc import Iterable

from mentorapp.domain.newcomers import Education
from mentorapp.domain.people import Gender

#: Ten years of school at the most, finished or not begun.
LITTLE = frozenset({Education.NONE, Education.PRIMARY})


def has_little_schooling(education: Education) -> bool:
    """Whether it is known to be little; unknown is not."""
    return education in LITTLE


def by_schooling(
    people: Iterable[tuple[Gender, Education]],
) -> dict[tuple[Gender, Education], int]:
    """How many of each gender have each level, every combination there can be, nought too.

    Those whose level nobody asked for stand under UNKNOWN, so that the counts add up to everybody.
    """
    counted = Counter(people)
    return {(gender, level): counted[gender, level] for gender in Gender for level in Education}
