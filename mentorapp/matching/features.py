"""The points of ``criteria`` for many pairs at once, the same to the last one.

What two people make of each other is looked up: a table for each two profiles, a count of bits in
common for interests and times. Sums are whole numbers, so their order does not matter.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.schemes import Criterion
from mentorapp.matching import criteria
from mentorapp.matching.bits import occupation_bits
from mentorapp.matching.columns import (
    Bits,
    PairTable,
    Profiles,
    folded,
    language_profiles,
    narrowed,
    pair_table,
    profiles,
    words,
)
from mentorapp.matching.maps import kilometres_by_hundreds
from mentorapp.reference.places import Place

Columns = Mapping[str, tuple[Any, ...]]
Points = NDArray[np.int32]
Pairs = NDArray[np.int64]


class Batch(NamedTuple):
    """Pairs to be judged: places of newcomers and mentors, and the squares of their distances."""

    newcomers: Pairs
    mentors: Pairs
    squares: NDArray[np.float64] | None


class Feature(Protocol):
    """One or more criteria over arrays."""

    def add(self, batch: Batch, points: Points) -> None:
        """Add what each pair gets, times its weight."""


class Looked(NamedTuple):
    """What stands in a table of two profiles."""

    table: PairTable

    def add(self, batch: Batch, points: Points) -> None:
        points += self.table.values.take(_both(self.table, batch))


class Waiting(NamedTuple):
    """What a newcomer brings, whoever the mentor."""

    newcomers: Points

    def add(self, batch: Batch, points: Points) -> None:
        points += self.newcomers.take(batch.newcomers)


class Interests(NamedTuple):
    """``shared`` and ``related`` are the bits of each word that are interests and groups."""

    newcomers: Sequence[Bits]
    mentors: Sequence[Bits]
    shared: Sequence[int]
    related: Sequence[int]
    values: NDArray[np.int32]

    def add(self, batch: Batch, points: Points) -> None:
        at = np.zeros(len(points), dtype=np.int64)
        for ours, theirs, shared, related in zip(*self[:4], strict=True):
            common = ours.take(batch.newcomers)
            common &= theirs.take(batch.mentors)
            if related:
                groups = np.bitwise_count(common & common.dtype.type(related))
                at += np.multiply(groups, _STEP, dtype=np.int64)
                common &= common.dtype.type(shared)
            at += np.bitwise_count(common)
        points += self.values.take(at)


class Times(NamedTuple):
    """Bits of the week and one more that says that they are known."""

    newcomers: Bits
    mentors: Bits
    values: NDArray[np.int32]

    def add(self, batch: Batch, points: Points) -> None:
        common = self.newcomers.take(batch.newcomers)
        common &= self.mentors.take(batch.mentors)
        points += self.values.take(np.bitwise_count(common))


class Occupations(NamedTuple):
    """For each profile of mentors what each occupation gets, wished for and earlier."""

    wished: Profiles
    earlier: Profiles
    mentors: Profiles
    by_wished: NDArray[np.int32]
    by_earlier: NDArray[np.int32]

    def add(self, batch: Batch, points: Points) -> None:
        theirs = self.mentors.take(batch.mentors)
        wished = self.by_wished.take(theirs + self.wished.take(batch.newcomers))
        theirs += self.earlier.take(batch.newcomers)
        points += np.maximum(wished, self.by_earlier.take(theirs), out=wished)


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
            at += table.values.take(_both(table, batch))
        points += self.values.take(at)


def _both(table: PairTable, batch: Batch) -> Pairs:
    at = table.newcomers.take(batch.newcomers)
    at += table.mentors.take(batch.mentors)
    return at


#: More than there are interests to share.
_STEP = 128


def features(times: Mapping[Criterion, int], newcomers: Columns, mentors: Columns) -> list[Feature]:
    """What counts, ``times`` as much as its weight says."""
    if not newcomers or not mentors:
        return []
    found: list[Feature] = [
        _FEATURES[criterion](newcomers, mentors, factor)
        for criterion, factor in times.items()
        if criterion in _FEATURES
    ]
    tables = [
        _TABLES[criterion](newcomers, mentors, factor)
        for criterion, factor in times.items()
        if criterion in _TABLES
    ]
    return [*(Looked(one) for one in folded(tables)), *found]


def _table(points: Sequence[int], factor: int) -> NDArray[np.int32]:
    return np.array(points, dtype=np.int32) * factor


def _languages(newcomers: Columns, mentors: Columns, factor: int) -> PairTable:
    ranks = language_ranks(newcomers["languages"], mentors["languages"])
    return ranks._replace(values=_table(criteria.BY_RANK, factor)[ranks.values])


def _ages(newcomers: Columns, mentors: Columns, factor: int) -> PairTable:
    table = age_table(newcomers, mentors)
    return table._replace(values=table.values * factor)


def _households(newcomers: Columns, mentors: Columns, factor: int) -> PairTable:
    table = household_table(newcomers, mentors)
    return table._replace(values=table.values * factor)


def _waiting(newcomers: Columns, _mentors: Columns, factor: int) -> Waiting:
    points = [criteria.waiting_points(days) for days in newcomers["waited_days"]]
    return Waiting(_table(points, factor))


def language_ranks(newcomers: Sequence[Any], mentors: Sequence[Any]) -> PairTable:
    """Rank of the level in the best common language, 0 for none."""
    ours, our_speeches = language_profiles(newcomers)
    theirs, their_speeches = language_profiles(mentors)
    ranks = np.zeros((len(our_speeches), len(their_speeches)), dtype=np.uint8)
    known = _by_speech(their_speeches)
    for speech, (rows, row_ranks) in _by_speech(our_speeches).items():
        if speech in known:
            columns, column_ranks = known[speech]
            grid = np.ix_(rows, columns)
            lower = np.minimum.outer(row_ranks, column_ranks)
            ranks[grid] = np.maximum(ranks[grid], lower)
    return pair_table(ours, theirs, ranks)


def _by_speech(
    spoken: Sequence[Mapping[str, int]],
) -> dict[str, tuple[NDArray[np.int64], NDArray[np.uint8]]]:
    """Speech -> the profiles that have it and their ranks."""
    found: dict[str, list[tuple[int, int]]] = {}
    for profile, ranks in enumerate(spoken):
        for speech, rank in ranks.items():
            found.setdefault(speech, []).append((profile, rank))
    return {
        speech: (
            np.array([profile for profile, _ in pairs], dtype=np.int64),
            np.array([rank for _, rank in pairs], dtype=np.uint8),
        )
        for speech, pairs in found.items()
    }


def age_table(newcomers: Columns, mentors: Columns) -> PairTable:
    """Points for age bands and life situations."""
    return _judged(newcomers, mentors, ("age_band", "life_situation"), _age_points)


def _age_points(mentor: tuple[int, int], newcomer: tuple[int, int]) -> int:
    return criteria.age_points(mentor[0], newcomer[0], mentor[1], newcomer[1])


def household_table(newcomers: Columns, mentors: Columns) -> PairTable:
    """Points for children."""
    return _judged(newcomers, mentors, ("child_bands",), _household_points)


def _household_points(mentor: tuple[int], newcomer: tuple[int]) -> int:
    return criteria.household_points(mentor[0], newcomer[0])


def _judged(
    newcomers: Columns, mentors: Columns, fields: tuple[str, ...], judge: Callable[..., int]
) -> PairTable:
    """A table made by judging each two profiles, of which there are few."""
    ours, our_keys = profiles(zip(*(newcomers[field] for field in fields), strict=True))
    theirs, their_keys = profiles(zip(*(mentors[field] for field in fields), strict=True))
    values = [[judge(mentor, newcomer) for mentor in their_keys] for newcomer in our_keys]
    return pair_table(ours, theirs, np.array(values, dtype=np.int32))


def _interests(newcomers: Columns, mentors: Columns, factor: int) -> Interests:
    ours, theirs, shared = narrowed(newcomers["interests"], mentors["interests"])
    our_groups, their_groups, related = narrowed(
        newcomers["interest_groups"], mentors["interest_groups"]
    )
    ours = [one | group << shared for one, group in zip(ours, our_groups, strict=True)]
    theirs = [one | group << shared for one, group in zip(theirs, their_groups, strict=True)]
    size = shared + related
    interests, groups = (1 << shared) - 1, ((1 << related) - 1) << shared
    values = [
        criteria.interest_points(at % _STEP, at // _STEP) for at in range(_STEP * (related + 1))
    ]
    return Interests(
        words(ours, size),
        words(theirs, size),
        [int(word[0]) for word in words([interests], size)],
        [int(word[0]) for word in words([groups], size)],
        _table(values, factor),
    )


def _times(newcomers: Columns, mentors: Columns, factor: int) -> Times:
    known = 1 << 31
    sides = [
        np.array([slots | known if slots else 0 for slots in side["slots"]], dtype=np.uint32)
        for side in (newcomers, mentors)
    ]
    by_common = criteria.BY_COMMON_SLOTS
    values = [criteria.MISSING, *(by_common[min(at, len(by_common) - 1)] for at in range(31))]
    return Times(sides[0], sides[1], _table(values, factor))


def _occupations(newcomers: Columns, mentors: Columns, factor: int) -> Occupations:
    groups = [0, *occupation_bits().values()]
    place = {bit: at for at, bit in enumerate(groups)}
    theirs, keys = profiles(zip(mentors["occupation"], mentors["offered_occupations"], strict=True))
    asked = np.array(groups, dtype=np.uint64)
    mine, offers = (
        np.array(side, dtype=np.uint64)[:, None] & asked for side in zip(*keys, strict=True)
    )
    wished, offered, earlier, earlier_offered = criteria.BY_OCCUPATION

    def points(own: int, other: int) -> NDArray[np.int32]:
        values = np.where(mine != 0, own, np.where(offers != 0, other, 0))
        return values.astype(np.int32).ravel() * np.int32(factor)

    return Occupations(
        wished=np.array([place[one] for one in newcomers["wished_occupation"]], dtype=np.int64),
        earlier=np.array([place[one] for one in newcomers["earlier_occupation"]], dtype=np.int64),
        mentors=theirs * len(groups),
        by_wished=points(wished, offered),
        by_earlier=points(earlier, earlier_offered),
    )


class _Way(NamedTuple):
    """How somebody gets about; ``seen`` is False where the place is hidden, None where missing."""

    seen: bool | None
    reach: int
    travels: bool


def _distance(newcomers: Columns, mentors: Columns, factor: int) -> Distance:
    our_ways, ways = profiles(map(_way, *_picked(newcomers, "hidden point reach_km travels")))
    their_ways, other_ways = profiles(map(_way, *_picked(mentors, "hidden point reach_km travels")))
    reaches = {reach for one in ways for other in other_ways if (reach := _reach(one, other)) > 0}
    longest = _longest(max(reaches, default=1))
    km = kilometres_by_hundreds(longest - 1)
    rows = [
        _row(same_place, reach, more, km)
        for reach in sorted(reaches)
        for same_place, more in _RELATIONS
    ]
    rows += [np.full(longest, hidden) for hidden in (criteria.HIDDEN, criteria.MISSING)]
    first = {reach: at * len(_RELATIONS) for at, reach in enumerate(sorted(reaches))}
    first |= {0: len(rows) - 2, -1: len(rows) - 1}
    by_way = [[longest * first[_reach(one, other)] for other in other_ways] for one in ways]
    our_areas, areas = profiles(map(_area, *_picked(newcomers, "place district")))
    their_areas, other_areas = profiles(map(_area, *_picked(mentors, "place district")))
    tables = [
        pair_table(our_ways, their_ways, np.array(by_way)),
        pair_table(our_areas, their_areas, longest * _relations(areas, other_areas)),
    ]
    values = np.concatenate(rows).astype(np.int32) * np.int32(factor)
    return Distance(folded(tables), values, longest)


def _picked(columns: Columns, fields: str) -> list[tuple[Any, ...]]:
    return [columns[field] for field in fields.split()]


def _way(hidden: bool, point: object, reach: int, travels: bool) -> _Way:
    if hidden or point is None:
        return _Way(False if hidden else None, 0, travels=False)
    return _Way(True, reach, travels)


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


def _area(place: Place | None, district: str) -> tuple[tuple[str, str] | None, str]:
    return (criteria.municipality(place), district) if place is not None else (None, "")


def _relations(
    ours: Sequence[tuple[Any, str]], theirs: Sequence[tuple[Any, str]]
) -> NDArray[np.int32]:
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


def _row(same_place: int, reach: int, more: int, km: NDArray[np.int64]) -> NDArray[np.int64]:
    """``criteria.distance_points`` for the same place and for each hundred metres."""
    square = reach * reach
    points = np.minimum(criteria.FULL * square // (square + km * km) + more, criteria.FULL)
    return np.concatenate(([same_place], points))


_TABLES: Mapping[Criterion, Callable[[Columns, Columns, int], PairTable]] = {
    Criterion.LANGUAGE: _languages,
    Criterion.AGE: _ages,
    Criterion.HOUSEHOLD: _households,
}
_FEATURES: Mapping[Criterion, Callable[[Columns, Columns, int], Feature]] = {
    Criterion.INTERESTS: _interests,
    Criterion.AVAILABILITY: _times,
    Criterion.OCCUPATION: _occupations,
    Criterion.DISTANCE: _distance,
    Criterion.WAITING: _waiting,
}
