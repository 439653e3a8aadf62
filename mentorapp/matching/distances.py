"""Kilometres between two places, exactly: whole numbers in, whole numbers out.

A place is a point of the sphere in whole metres. The square of the straight line between two points
is a whole number below 2**53 then, the same in Python's integers, in doubles and in a product of
matrices, whatever the order of its sums: one pair and a table of all pairs cannot disagree.

The points of the Norwegian register are one for each postal place, so that two addresses in the
same town are 0 km apart. That is made a rule here: all codes of a postal place share one point, the
same point is the same place, and any other is at least 1 km away.
"""

import math
from functools import lru_cache

from mentorapp.reference.places import Place, middle_of, place

Point = tuple[int, int, int]

RADIUS_M = 6_371_000


@lru_cache(maxsize=10_000)
def point_of(place: Place) -> Point:
    """Metres from the middle of the earth."""
    latitude, longitude = map(math.radians, middle_of(place))
    ring = RADIUS_M * math.cos(latitude)
    return (
        round(ring * math.cos(longitude)),
        round(ring * math.sin(longitude)),
        round(RADIUS_M * math.sin(latitude)),
    )


@lru_cache(maxsize=30_000)
def located(country: str, postal_code: str) -> tuple[Place | None, Point | None]:
    """Place and point of a code, by one look-up: a run asks for each person's."""
    found = place(country, postal_code)
    return found, point_of(found) if found is not None else None


def between(one: Point | None, other: Point | None) -> int | None:
    """Whole kilometres, 0 for the same place; None when one is missing or nobody may know it."""
    if one is None or other is None:
        return None
    line = (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2
    return kilometres(math.isqrt(line) // 100) if line else 0


@lru_cache(maxsize=10_000)
def kilometres(hundreds: int) -> int:
    """Along the ground, for a straight line of so many hundred metres; never less than 1."""
    arc = 2 * RADIUS_M * math.asin(min(1.0, hundreds * 100 / (2 * RADIUS_M)))
    return max(1, round(arc / 1000))
