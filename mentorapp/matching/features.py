"""The points of ``criteria`` for many pairs at once, the same to the last one.

What two people make of each other is looked up: a table for each two profiles, a count of bits in
common for interests and times. Sums are whole numbers, so their order does not matter.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.schemes import Criterion
from mentorapp.matching import criteria
from mentorapp.matching.batch import Batch, Feature, Points, looked_up
from mentorapp.matching.bits import occupation_bits
from mentorapp.matching.columns import (
    Bits,
    Columns,
    PairTable,
    Profiles,
    folded,
    pair_table,
    profiles,
    words,
)
from mentorapp.matching.nearness import nearness
from mentorapp.reference.interests import interest_groups


class Looked(NamedTuple):
    """What stands in a table of two profiles."""

    table: PairTable

    def add(self, batch: Batch, points: Points) -> None:
        points += self.table.values.take(looked_up(self.table, batch))


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
    ranks = language_ranks(newcomers, mentors)
    return ranks._replace(values=_table(criteria.BY_RANK, factor)[ranks.values])


def _ages(newcomers: Columns, mentors: Columns, factor: int) -> PairTable:
    table = age_table(newcomers, mentors)
    return table._replace(values=table.values * factor)


def _households(newcomers: Columns, mentors: Columns, factor: int) -> PairTable:
    table = household_table(newcomers, mentors)
    return table._replace(values=table.values * factor)


def _waiting(newcomers: Columns, _mentors: Columns, factor: int) -> Waiting:
    points = {days: criteria.waiting_points(days) for days in {*newcomers["waited_days"]}}
    return Waiting(_table([points[days] for days in newcomers["waited_days"]], factor))


def language_ranks(newcomers: Columns, mentors: Columns) -> PairTable:
    """Rank of the level in the best common language, 0 for none."""
    ours, our_speeches = newcomers.spoken
    theirs, their_speeches = mentors.spoken
    ranks = np.zeros((len(our_speeches), len(their_speeches)), dtype=np.uint8)
    known = mentors.speakers
    for speech, (rows, row_ranks) in newcomers.speakers.items():
        if speech in known:
            columns, column_ranks = known[speech]
            grid = np.ix_(rows, columns)
            lower = np.minimum.outer(row_ranks, column_ranks)
            ranks[grid] = np.maximum(ranks[grid], lower)
    return pair_table(ours, theirs, ranks)


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
    # As many bits as somebody has: few offices have words of their own, and less is faster.
    shared = max(*newcomers["interests"], *mentors["interests"]).bit_length()
    related = len(interest_groups())
    size = shared + related
    sides = [
        words([one | two << shared for one, two in zip(*pairs, strict=True)], size)
        for pairs in ((side["interests"], side["interest_groups"]) for side in (newcomers, mentors))
    ]
    interests, groups = (1 << shared) - 1, ((1 << related) - 1) << shared
    values = [
        criteria.interest_points(at % _STEP, at // _STEP) for at in range(_STEP * (related + 1))
    ]
    return Interests(
        sides[0],
        sides[1],
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


_TABLES: Mapping[Criterion, Callable[[Columns, Columns, int], PairTable]] = {
    Criterion.LANGUAGE: _languages,
    Criterion.AGE: _ages,
    Criterion.HOUSEHOLD: _households,
}
_FEATURES: Mapping[Criterion, Callable[[Columns, Columns, int], Feature]] = {
    Criterion.INTERESTS: _interests,
    Criterion.AVAILABILITY: _times,
    Criterion.OCCUPATION: _occupations,
    Criterion.DISTANCE: nearness,
    Criterion.WAITING: _waiting,
}
