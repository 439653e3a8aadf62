"""Facts turned about: one array for each thing that is compared, and profiles of those alike.

A profile is what several people have in common, the same languages at the same levels for one. What
two profiles make of each other is worked out once for each two of them and looked up for every
pair.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.facts import Facts

Bits = NDArray[np.unsignedinteger]
Profiles = NDArray[np.int64]

#: Bits of the longest word.
WORD = 64


class Columns:
    """The values of each field, one for each person."""

    def __init__(self, people: Sequence[Facts]) -> None:
        self._fields: dict[str, tuple[Any, ...]] = {}
        if people:
            values = zip(*people, strict=True)
            self._fields.update(zip(people[0]._fields, values, strict=True))
        self._count = len(people)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, field: str) -> tuple[Any, ...]:
        return self._fields[field]

    @cached_property
    def spoken(self) -> tuple[Profiles, list[Mapping[str, int]]]:
        """Profiles of languages: speech -> rank. Whoever shares the mapping itself is told fast."""
        mappings = self["languages"]
        known: dict[tuple[Any, ...], int] = {}
        by_identity = {}
        for identity, one in dict(zip(map(id, mappings), mappings, strict=True)).items():
            ranks = tuple(sorted((speech, rank) for speech, (rank, _) in one.items()))
            by_identity[identity] = known.setdefault(ranks, len(known))
        found = [by_identity[identity] for identity in map(id, mappings)]
        return np.array(found, dtype=np.int64), [dict(ranks) for ranks in known]

    @cached_property
    def speakers(self) -> Mapping[str, tuple[Profiles, NDArray[np.uint8]]]:
        """Speech -> the profiles of ``spoken`` that have it and their ranks."""
        found: dict[str, tuple[list[int], list[int]]] = {}
        for profile, ranks in enumerate(self.spoken[1]):
            for speech, rank in ranks.items():
                which, how_well = found.setdefault(speech, ([], []))
                which.append(profile)
                how_well.append(rank)
        return {
            speech: (np.array(which, dtype=np.int64), np.array(how_well, dtype=np.uint8))
            for speech, (which, how_well) in found.items()
        }


def profiles(keys: Iterable[Hashable]) -> tuple[Profiles, list[Any]]:
    """The profile of each person and what each profile stands for."""
    known: dict[Any, int] = {}
    found = [known.setdefault(key, len(known)) for key in keys]
    return np.array(found, dtype=np.int64), list(known)


def smallest(bits: int) -> type[np.unsignedinteger]:
    """The smallest whole number with so many bits: less memory is more speed."""
    for kind, size in ((np.uint8, 8), (np.uint16, 16), (np.uint32, 32)):
        if bits <= size:
            return kind
    return np.uint64


def words(masks: Sequence[int], bits: int) -> list[Bits]:
    """Masks of any length as arrays of at most 64 bits each; one at least."""
    found: list[Bits] = []
    for first in range(0, max(bits, 1), WORD):
        kind = smallest(bits - first)
        part = (1 << min(bits - first, WORD)) - 1
        found.append(np.array([mask >> first & part for mask in masks], dtype=kind))
    return found


class PairTable(NamedTuple):
    """What each two profiles make of each other: ``values[newcomer + mentor]`` of two people."""

    newcomers: Profiles
    mentors: Profiles
    values: NDArray[np.int32]


def pair_table(newcomers: Profiles, mentors: Profiles, values: NDArray[np.integer]) -> PairTable:
    """``values`` is (profiles of newcomers, profiles of mentors)."""
    flat = np.ascontiguousarray(values, dtype=np.int32).ravel()
    return PairTable(newcomers * values.shape[1], mentors, flat)


#: Two tables become one, and two look-ups one, as long as it stays in the processor's cache.
_SMALL = 1 << 17


def folded(tables: Iterable[PairTable]) -> list[PairTable]:
    """The same sums from fewer tables."""
    found: list[PairTable] = []
    for table in sorted(tables, key=lambda one: len(one.values)):
        both = _fold(found[-1], table) if found else None
        if both is None:
            found.append(table)
        else:
            found[-1] = both
    return found


def _fold(one: PairTable, other: PairTable) -> PairTable | None:
    newcomers, theirs = _joint(one.newcomers, other.newcomers)
    mentors, ours = _joint(one.mentors, other.mentors)
    if len(theirs[0]) * len(ours[0]) > _SMALL:
        return None
    values = [
        table.values[np.add.outer(theirs[at], ours[at])] for at, table in enumerate((one, other))
    ]
    return pair_table(newcomers, mentors, values[0] + values[1])


def _joint(one: Profiles, other: Profiles) -> tuple[Profiles, tuple[Profiles, Profiles]]:
    """Profiles of both together, and of each the two that it came from."""
    by = int(other.max(initial=0)) + 1
    joint, found = np.unique(one * by + other, return_inverse=True)
    return found.astype(np.int64), (joint // by, joint % by)
