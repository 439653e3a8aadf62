"""The land of the Nordic countries and of what lies around them, to paint a map on.

Natural Earth (naturalearthdata.com), public domain; see `resources/map/README.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import resources

#: Steps to the degree in the file.
_UNIT: Final = 500


@dataclass(frozen=True, slots=True)
class Land:
    """A closed line round land, or round a lake in it; ``points`` are (latitude, longitude)."""

    country: str
    points: Sequence[tuple[float, float]]


@cache
def lands() -> tuple[Land, ...]:
    """Every line, what lies around the Nordic countries first: it is painted below them."""
    text = resources.path("map/coast.tsv").read_text(encoding="utf-8")
    return tuple(_read(line) for line in text.splitlines()[1:])


def _read(line: str) -> Land:
    country, _, steps = line.partition("\t")
    points = []
    north = east = 0
    numbers = iter(map(int, steps.split()))
    for step_north, step_east in zip(numbers, numbers, strict=True):
        north, east = north + step_north, east + step_east
        points.append((north / _UNIT, east / _UNIT))
    return Land(country, points)
