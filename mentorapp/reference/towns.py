"""Which names help somebody to find his way on a map: the larger postal places first.

No table of inhabitants ships; how many postal codes a place has tells well enough which is larger.
"""

from dataclasses import dataclass
from functools import cache

from mentorapp.reference.places import Place, places_of


@dataclass(frozen=True, slots=True)
class Town:
    """A postal place at its first code's point; ``codes`` is how many codes it has."""

    name: str
    latitude: float
    longitude: float
    codes: int


@cache
def towns(country: str) -> tuple[Town, ...]:
    """The postal places of a country, the largest first."""
    first: dict[tuple[str, str], Place] = {}
    codes: dict[tuple[str, str], int] = {}
    for one in places_of(country):
        key = one.place, one.municipality_code
        first.setdefault(key, one)
        codes[key] = codes.get(key, 0) + 1
    found = [Town(one.place, one.latitude, one.longitude, codes[key]) for key, one in first.items()]
    return tuple(sorted(found, key=lambda town: (-town.codes, town.name)))
