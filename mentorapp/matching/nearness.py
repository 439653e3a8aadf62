"""The points of ``criteria.distance`` for many pairs at once.

A row of points by hundreds of metres for each way in which two people may be near: how far the one
who goes gets, and what their municipalities and districts have in common. Two small tables tell
which row holds.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching import criteria
from mentorapp.matching.batch import Batch, Points, looked_up
from mentorapp.matching.columns import Columns, PairTable, Profiles, folded, pair_table, profiles
from mentorapp.matching.maps import kilometres_by_hundreds

if TYPE_CHECKING:
    from mentorapp.reference.places import Place


class Distance(NamedTuple):
    """``tables`` add up to the row of ``values`` that holds for two people.

    A row is the points by distance: of the same place, then by hundreds of metres.
    """

    tables: Sequence[PairTable]
    values: NDArray[np.int32]
    longest: int

    def add(self, batch: Batch, points: Points) -> None:
        assert batch.squares is not None  # noqa: S101 - asked for by ``needs_squares``
        at = np.sqrt(batch.squares).astype(np.int64)
        at //= 100
        np.minimum(at, self.longest - 2, out=at)
        at += batch.squares > 0
        for table in self.tables:
            at += table.values.take(looked_up(table, batch))
        points += self.values.take(at)


class _Way(NamedTuple):
    """How somebody gets about; ``seen`` is False where the place is hidden, None where missing."""

    seen: bool | None
    reach: int
    travels: bool


def nearness(newcomers: Columns, mentors: Columns, factor: int) -> Distance:
    """``factor`` is how much the criterion counts."""
    our_ways, ways = _ways(newcomers)
    their_ways, other_ways = _ways(mentors)
    reaches = {reach for one in ways for other in other_ways if (reach := _reach(one, other)) > 0}
    longest = _longest(max(reaches, default=1))
    first = {reach: at * len(_RELATIONS) for at, reach in enumerate(sorted(reaches))}
    first |= {0: len(reaches) * len(_RELATIONS), -1: len(reaches) * len(_RELATIONS) + 1}
    by_way = [[longest * first[_reach(one, other)] for other in other_ways] for one in ways]
    our_areas, areas = _areas(newcomers)
    their_areas, other_areas = _areas(mentors)
    tables = [
        pair_table(our_ways, their_ways, np.array(by_way)),
        pair_table(our_areas, their_areas, longest * _relations(areas, other_areas)),
    ]
    values = _rows(tuple(sorted(reaches)), longest) * np.int32(factor)
    return Distance(folded(tables), values, longest)


def _ways(people: Columns) -> tuple[Profiles, list[_Way]]:
    seen = [
        None if point is None and not hidden else not hidden
        for hidden, point in zip(people["hidden"], people["point"], strict=True)
    ]
    found, keys = profiles(zip(seen, people["reach_km"], people["travels"], strict=True))
    return found, [_Way(*key) for key in keys]


def _reach(one: _Way, other: _Way) -> int:
    """Kilometres; 0 where one of the two is hidden, -1 where a place is missing."""
    if one.seen is False or other.seen is False:
        return 0
    if one.seen is None or other.seen is None:
        return -1
    return criteria.reach_of_two(one.reach, one.travels, other.reach, other.travels)


#: What two areas have in common -> points for the same place, and what is added elsewhere.
_RELATIONS = (
    (criteria.FULL, 0),
    (criteria.FULL, criteria.SAME_MUNICIPALITY),
    (criteria.FULL, criteria.SAME_DISTRICT),
    (criteria.OTHER_DISTRICT, 0),
    (criteria.OTHER_DISTRICT, criteria.SAME_MUNICIPALITY),
)


_Area = tuple[tuple[str, str] | None, str]


def _areas(people: Columns) -> tuple[Profiles, list[_Area]]:
    """Municipality and district. Whoever shares the place itself, as in a run, is told fast."""
    places: dict[int, Place | None] = dict(
        zip(map(id, people["place"]), people["place"], strict=True)
    )
    towns = {
        identity: criteria.municipality(place) if place is not None else None
        for identity, place in places.items()
    }
    return profiles(
        (towns[identity], district)
        for identity, district in zip(map(id, people["place"]), people["district"], strict=True)
    )


def _relations(ours: Sequence[_Area], theirs: Sequence[_Area]) -> NDArray[np.int32]:
    """Places in ``_RELATIONS``; 0, which adds nothing, where a place is unknown."""
    sides = []
    towns: dict[Any, int] = {}
    districts: dict[str, int] = {"": 0}
    for side in (ours, theirs):
        here = [towns.setdefault(one, len(towns)) if one else -1 for one, _ in side]
        parts = [districts.setdefault(one, len(districts)) for _, one in side]
        sides.append((np.array(here), np.array(parts)))
    (town, part), (other_town, other_part) = sides
    town, part = town[:, None], part[:, None]
    placed = (town >= 0) & (other_town >= 0)
    same_town = (town == other_town) & placed
    known = (part > 0) & (other_part > 0)
    same_part = known & (part == other_part)
    found = np.where(known, 3, 0) + same_town
    return np.where(same_part, 2, found).astype(np.int32)


def _longest(reach: int) -> int:
    """How many hundreds of metres a row needs until there are no points left for the distance."""
    # FULL * reach² < reach² + km² from here on, and a way is never shorter than its straight line.
    return 10 * (math.isqrt(criteria.FULL * reach * reach) + 1) + 2


@lru_cache(maxsize=8)
def _rows(reaches: tuple[int, ...], longest: int) -> NDArray[np.int32]:
    """A row for each reach and relation, then one for the hidden and one for a missing place."""
    km = kilometres_by_hundreds(longest - 1)
    rows = [
        _row(same_place, reach, more, km) for reach in reaches for same_place, more in _RELATIONS
    ]
    rows += [np.full(longest, points) for points in (criteria.HIDDEN, criteria.MISSING)]
    return np.concatenate(rows).astype(np.int32)


def _row(same_place: int, reach: int, more: int, km: NDArray[np.int64]) -> NDArray[np.int64]:
    """``criteria.distance_points`` for the same place and for each hundred metres."""
    square = reach * reach
    points = np.minimum(criteria.FULL * square // (square + km * km) + more, criteria.FULL)
    return np.concatenate(([same_place], points))
