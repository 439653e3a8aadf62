"""Everybody of a run as arrays: the must-rules and the points that count, ready to be compared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.people import AgeBand
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Criterion
from mentorapp.matching import criteria, features
from mentorapp.matching.batch import Feature
from mentorapp.matching.columns import (
    WORD,
    Bits,
    Columns,
    PairTable,
    Profiles,
    smallest,
    words,
)
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.maps import Limits, Map
from mentorapp.matching.masks import (
    Allows,
    InCommon,
    Listed,
    NoPoints,
    Picked,
    Stops,
    bars,
)
from mentorapp.matching.rules import ORDER, PairIds, Rulebook

#: Obstacle -> its bit in what ``Crowd.obstacles`` tells, in the order in which they are looked for.
BITS: Mapping[Obstacle, int] = {obstacle: 1 << at for at, obstacle in enumerate(ORDER)}

_Flags = tuple[Stops, Stops]


@dataclass(frozen=True, slots=True)
class Crowd:
    """``rules`` are in the order of ``ORDER``; ``where`` is None where no distance is looked at.

    ``open`` are the mentors whom something else than a rule about themselves can stop (room, a
    signature): the others are nobody's and left out of the table from the start.
    """

    newcomers: int
    mentors: int
    rules: Sequence[tuple[Obstacle, Allows]]
    features: Sequence[Feature]
    where: Map | None
    open: Stops

    def obstacles(self, newcomers: Picked, mentors: Picked) -> NDArray[np.uint32]:
        """(newcomers, mentors): the bits of all that stands between chosen people; see ``BITS``.

        As large as that: ask for blocks, of a hundred newcomers and all mentors for one.
        """
        found = np.zeros((len(newcomers), len(mentors)), dtype=np.uint32)
        for obstacle, rule in self.rules:
            found |= rule.stops(newcomers, mentors) * np.uint32(BITS[obstacle])
        return found


def crowd(
    mentors: Sequence[MentorFacts],
    newcomers: Sequence[NewcomerFacts],
    book: Rulebook,
    multipliers: Mapping[Criterion, int],
) -> Crowd:
    """``multipliers`` is what each criterion counts; see ``scores.multipliers``."""
    ours, theirs = Columns(newcomers), Columns(mentors)
    where = None
    if ours and theirs and book.distance_counts:
        where = Map(ours["point"], theirs["point"])
    flags = _flags(ours, theirs, book) if ours and theirs else {}
    rules: list[tuple[Obstacle, Allows]] = [
        (obstacle, rule) for obstacle, pairs in flags.items() for rule in bars(pairs)
    ]
    if ours and theirs:
        rules += _listed(ours, theirs, book)
        rules += _by_scheme(ours, theirs, book, where)
    nobodys = np.zeros(len(mentors), dtype=np.bool_)
    for pairs in flags.values():
        for newcomer, mentor in pairs:
            if newcomer.all():
                nobodys |= mentor
    rules.sort(key=lambda one: BITS[one[0]])
    return Crowd(
        newcomers=len(newcomers),
        mentors=len(mentors),
        rules=rules,
        features=features.features(multipliers, ours, theirs),
        where=where,
        open=~nobodys,
    )


def _flags(ours: Columns, theirs: Columns, book: Rulebook) -> dict[Obstacle, list[_Flags]]:
    """What one asks for and the other lacks; ``ours`` are the newcomers'."""
    every = np.ones(len(ours), dtype=np.bool_)
    each = np.ones(len(theirs), dtype=np.bool_)

    def newcomer(field: str) -> Stops:
        return np.array(ours[field], dtype=np.bool_)

    def mentor(field: str) -> Stops:
        return np.array(theirs[field], dtype=np.bool_)

    by_hand = [(newcomer("by_hand"), each), (every, mentor("by_hand"))]
    found = {
        Obstacle.BY_HAND_ONLY: by_hand,
        Obstacle.ORGANISATION_WISH: [
            *_turned_about(_against(theirs["only_gender"], ours["gender"], _GENDERS)),
            *_turned_about(_against(theirs["only_age_bands"], ours["age_band"], _AGES)),
            *_turned_about(_by_wish(theirs["only_occupations"], ours["wished_occupation"])),
        ],
        Obstacle.MENTOR_GENDER_WISH: _turned_about(
            _against(theirs["wish_gender"], ours["gender"], _GENDERS)
        ),
        Obstacle.NEWCOMER_GENDER_WISH: _against(ours["wish_gender"], theirs["gender"], _GENDERS),
        Obstacle.MENTOR_AGE_WISH: _turned_about(
            _against(theirs["wish_age_bands"], ours["age_band"], _AGES)
        ),
        Obstacle.NEWCOMER_AGE_WISH: _against(ours["wish_age_bands"], theirs["age_band"], _AGES),
        Obstacle.CERTIFICATE_MISSING: [(newcomer("with_minors"), ~mentor("certificate"))],
        Obstacle.MENTOR_FULL: [(every, ~mentor("room"))],
    }
    if book.requires_confidentiality:
        found[Obstacle.CONFIDENTIALITY_MISSING] = [(every, ~mentor("confidentiality"))]
    if book.requires_training:
        found[Obstacle.TRAINING_MISSING] = [(every, ~mentor("training"))]
    if Criterion.DISTANCE in book.musts:
        seen, known = ~newcomer("hidden"), ~mentor("hidden")
        lost = np.array([one is None for one in ours["point"]]) & seen
        missing = np.array([one is None for one in theirs["point"]]) & known
        found[Obstacle.DISTANCE_UNKNOWN] = [(lost, known), (seen, missing)]
    return found


_GENDERS = 3
_AGES = len(AgeBand)


def _against(wishes: Sequence[int], what_is: Sequence[int], bits: int) -> list[_Flags]:
    """Of each thing that can be: who wishes for something else, and who is it.

    What is not known meets nobody's wish.
    """
    if not any(wishes):
        return []
    wished, found = np.array(wishes), np.array(what_is)
    wishes_anything = wished != 0
    flags = [
        (wishes_anything & (wished >> at & 1 == 0), found >> at & 1 == 1) for at in range(bits)
    ]
    return [*flags, (wishes_anything, found == 0)]


def _by_wish(wishes: Sequence[int], what_is: Sequence[int]) -> list[_Flags]:
    """The same for wishes of which there are few different ones, and many things that can be."""
    found = np.array(what_is, dtype=np.uint64)
    return [
        (np.array([one == wish for one in wishes]), (found & np.uint64(wish)) == 0)
        for wish in sorted({*wishes} - {0})
    ]


def _turned_about(flags: Iterable[_Flags]) -> list[_Flags]:
    return [(is_so, wishes) for wishes, is_so in flags]


def _by_scheme(
    ours: Columns, theirs: Columns, book: Rulebook, where: Map | None
) -> list[tuple[Obstacle, Allows]]:
    """What the scheme's musts and the distance stop."""
    rules: list[tuple[Obstacle, Allows]] = []
    if Criterion.LANGUAGE in book.musts:
        rules.append((Obstacle.NO_COMMON_LANGUAGE, _spoken(ours, theirs)))
    limits = (*ours["max_km"], *theirs["max_km"])
    far = book.far_km()
    if where is not None and (far is not None or any(one is not None for one in limits)):
        rule = Limits(where, ours["max_km"], theirs["max_km"], far)
        rules.append((Obstacle.TOO_FAR, rule))
    if Criterion.AVAILABILITY in book.musts:
        rules.append((Obstacle.NO_COMMON_TIME, _in_common(ours["slots"], theirs["slots"])))
    if Criterion.INTERESTS in book.musts:
        common = _in_common(ours["interests"], theirs["interests"])
        rules.append((Obstacle.NO_COMMON_INTEREST, common))
    if Criterion.OCCUPATION in book.musts:
        wanted = [
            one | other
            for one, other in zip(
                ours["wished_occupation"], ours["earlier_occupation"], strict=True
            )
        ]
        there = [
            one | other
            for one, other in zip(theirs["occupation"], theirs["offered_occupations"], strict=True)
        ]
        rules.append((Obstacle.NO_COMMON_OCCUPATION, _in_common(wanted, there)))
    others: tuple[tuple[Criterion, Callable[[Columns, Columns], PairTable]], ...] = (
        (Criterion.AGE, features.age_table),
        (Criterion.HOUSEHOLD, features.household_table),
    )
    rules += [
        (Obstacle.OTHER_CRITERION, NoPoints(table(ours, theirs)))
        for criterion, table in others
        if criterion in book.musts
    ]
    return rules


def _in_common(ours: Sequence[int], theirs: Sequence[int]) -> InCommon:
    bits = max(*ours, *theirs).bit_length()
    return InCommon(words(ours, bits), words(theirs, bits))


def _spoken(ours: Columns, theirs: Columns) -> InCommon:
    """Speeches that carry a conversation, as bits: of those that both sides have."""
    sides = [
        {
            speech: enough
            for speech, (profiles, ranks) in side.speakers.items()
            if len(enough := profiles[ranks >= criteria.ENOUGH_TO_TALK])
        }
        for side in (ours, theirs)
    ]
    both = sorted(sides[0].keys() & sides[1].keys())
    parts = [both[first : first + WORD] for first in range(0, max(len(both), 1), WORD)]
    return InCommon(
        *(
            [_having(speakers, part, side) for part in parts]
            for speakers, side in zip(sides, (ours, theirs), strict=True)
        )
    )


def _having(speakers: Mapping[str, Profiles], speeches: Sequence[str], side: Columns) -> Bits:
    """A bit for each speech, for each person of a side."""
    profiles, known = side.spoken
    kind = smallest(len(speeches))
    found = np.zeros(len(known), dtype=kind)
    for at, speech in enumerate(speeches):
        found[speakers[speech]] |= kind(1 << at)
    return found[profiles]


def _listed(ours: Columns, theirs: Columns, book: Rulebook) -> list[tuple[Obstacle, Allows]]:
    """Pairs that are kept apart for who they are."""
    persons, guests = theirs["person_id"], ours["person_id"]
    found = {
        Obstacle.SAME_PERSON: _met(guests, persons),
        Obstacle.SAME_HOUSEHOLD: _met(ours["household_id"], theirs["household_id"]),
        Obstacle.RELATIVE: _named(book.relatives, persons, guests),
        Obstacle.LANDLORD: _named(book.landlords, persons, guests),
        Obstacle.OTHER_TIE: _named(book.other_ties, persons, guests),
        Obstacle.FORBIDDEN_PAIR: _named(book.forbidden, theirs["role_id"], ours["role_id"]),
        Obstacle.EARLIER_PAIR: _named(book.earlier, theirs["role_id"], ours["role_id"]),
        Obstacle.CASE_OFFICER: _met(ours["case_officer_id"], persons),
        Obstacle.EMPLOYER: _met(ours["employer_id"], theirs["organisation_id"]),
    }
    return [(obstacle, _pairs(pairs)) for obstacle, pairs in found.items() if pairs]


_Ids = Sequence[UUID | None]
_number = attrgetter("int")


def _places(ids: _Ids, wanted: AbstractSet[int]) -> Mapping[int, Sequence[int]]:
    """Where those who are wanted stand, by the number of the id: a UUID's own hash is slow."""
    found: dict[int, list[int]] = {}
    for place, one in enumerate(ids):
        if one is not None and one.int in wanted:
            found.setdefault(one.int, []).append(place)
    return found


def _met(newcomers: _Ids, mentors: _Ids) -> list[tuple[int, int]]:
    both = set(map(_number, filter(None, newcomers))) & set(map(_number, filter(None, mentors)))
    if not both:
        return []
    rows, columns = _places(newcomers, both), _places(mentors, both)
    return [(row, column) for one in both for row in rows[one] for column in columns[one]]


def _named(pairs: PairIds, mentors: _Ids, newcomers: _Ids) -> list[tuple[int, int]]:
    if not pairs:
        return []
    columns = _places(mentors, {mentor.int for mentor, _ in pairs})
    rows = _places(newcomers, {newcomer.int for _, newcomer in pairs})
    return [
        (row, column)
        for mentor, newcomer in pairs
        for row in rows.get(newcomer.int, ())
        for column in columns.get(mentor.int, ())
    ]


def _pairs(pairs: Iterable[tuple[int, int]]) -> Listed:
    both = np.array(sorted(pairs), dtype=np.int64)
    return Listed(both[:, 0].copy(), both[:, 1].copy())
