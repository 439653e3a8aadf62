"""Facts from columns as the file has them: the same as from records, many times faster.

Ten thousand people have a few hundred different lists of languages, ways, wishes and places among
them: each is taken apart once for a run. A test holds that both ways end in the same facts.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import repeat
from operator import or_
from typing import Any, Generic, TypeVar
from uuid import UUID

from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.districts import district_of
from mentorapp.domain.languages import LOCAL_LANGUAGE, Level, Spoken
from mentorapp.domain.people import Transport, age_band, is_minor
from mentorapp.domain.protection import Protection, Purpose, may_use, strictest
from mentorapp.domain.records import ids_of
from mentorapp.matching.bits import (
    AGE_BANDS,
    CHILD_BANDS,
    GENDERS,
    LIFE_SITUATIONS,
    NOBODYS,
    SLOTS,
    bits_of,
    group_bits,
    interest_bits,
    occupation_bits,
)
from mentorapp.matching.distances import Point, located
from mentorapp.matching.facts import (
    MentorFacts,
    NewcomerFacts,
    languages_of,
    reach_of,
)
from mentorapp.reference.places import Place

#: Field -> its values, one for each person: lists as JSON, ids and dates as texts.
Raw = Mapping[str, Sequence[Any]]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Once(dict[K, V], Generic[K, V]):
    """What was made of a value, made when it is first asked for."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        self[key] = value = self._make(key)
        return value


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run knows beside its people.

    ``levels`` are the effective protections of persons who have one, ``running`` the pairings and
    sent proposals of mentors, both by the number of the id (``UUID.int``, which is ten times faster
    to look up). ``organisations`` are as stored, ``districts`` and ``country`` the office's.
    """

    today: date
    country: str
    districts: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[int, Protection] = field(default_factory=dict)
    running: Mapping[int, int] = field(default_factory=dict)
    organisations: Raw = field(default_factory=dict)


def mentors_from(raw: Raw, around: Surroundings) -> list[MentorFacts]:
    """In the order of the columns."""
    if not raw["role_id"]:
        return []
    organisations = _organisations(around.organisations)
    occupations = occupation_bits()
    from_where = [organisations[one] for one in raw["organisation_id"]]
    roles = _ids(raw["role_id"])
    local = LOCAL_LANGUAGE.get(around.country)
    # Forms for mentors seldom ask: without this nobody could be paired with those who were not.
    usual = (str(Spoken(local, Level.NATIVE)),) if local else ()
    room = [
        max(capacity - around.running.get(role.int, 0), 0)
        for capacity, role in zip(raw["capacity"], roles, strict=True)
    ]
    certificates = _Once[tuple[str | None, str | None], bool](
        lambda both: certificate_holds(_day(both[0]), _day(both[1]), around.today)
    )
    return list(
        map(
            MentorFacts,
            roles,
            *_common(raw, around, usual),
            room,
            _maybe_ids(raw["organisation_id"]),
            [occupations.get(one, 0) for one in raw["occupation_group"]],
            *zip(*from_where, strict=True),
            [
                certificates[both]
                for both in zip(
                    raw["certificate_seen_on"], raw["certificate_valid_to"], strict=True
                )
            ],
            [one is not None for one in raw["confidentiality_signed_on"]],
            [one is not None for one in raw["training_done_on"]],
        )
    )


def newcomers_from(raw: Raw, around: Surroundings) -> list[NewcomerFacts]:
    """In the order of the columns."""
    if not raw["role_id"]:
        return []
    occupations, today = occupation_bits(), around.today
    minors = _Once[int | None, bool](lambda year: is_minor(year, today))
    days = _Once[str, int](lambda text: max(0, (today - date.fromisoformat(text)).days))
    earlier = zip(raw["earlier_occupation_group"], raw["occupation_group"], strict=True)
    return list(
        map(
            NewcomerFacts,
            _ids(raw["role_id"]),
            *_common(raw, around, ()),
            [occupations.get(one, 0) for one in raw["wished_occupation_group"]],
            [occupations.get(one or other, 0) for one, other in earlier],
            _maybe_ids(raw["employer_id"]),
            _maybe_ids(raw["case_officer_id"]),
            [
                minors[year] or bool(bands and bands != "[]")
                for year, bands in zip(raw["birth_year"], raw["child_bands"], strict=True)
            ],
            [days[one] for one in raw["registered_on"]],
        )
    )


def _common(raw: Raw, around: Surroundings, usual: Sequence[str]) -> Iterator[Sequence[Any]]:
    """The fields that mentors and newcomers have alike, from ``person_id`` on."""
    persons = _ids(raw["person_id"])
    levels = effective_levels(raw["protection"], persons, around.levels)
    hides = {level: not may_use(level, Purpose.PAIRING) for level in Protection}
    by_hand = {level: level is Protection.STRICT for level in Protection}
    hidden = [hides[level] for level in levels]
    places, points = zip(*_located(raw, hidden), strict=True)
    districts = _Once[str, str](lambda code: district_of(around.districts, code))
    bands = _Once[int | None, int](lambda year: _age(year, around.today))
    ways = _made(raw["transport"], _way)
    interests, groups = _interests(raw["interests"])
    yield persons
    yield raw["number"]
    yield _maybe_ids(raw["household_id"])
    yield [by_hand[level] for level in levels]
    yield hidden
    yield places
    yield points
    yield [districts[one.code] if one is not None and around.districts else "" for one in places]
    yield [
        None if secret else km for secret, km in zip(hidden, raw["max_distance_km"], strict=True)
    ]
    yield [reach for reach, _ in ways]
    yield [travels for _, travels in ways]
    yield [GENDERS[one] for one in raw["gender"]]
    yield [GENDERS[one] for one in raw["wish_gender"]]
    yield [bands[one] for one in raw["birth_year"]]
    yield _made(raw["wish_age_bands"], lambda keys: bits_of(keys, AGE_BANDS))
    yield [LIFE_SITUATIONS[one] for one in raw["life_situation"]]
    yield _made(raw["languages"], lambda spoken: languages_of(spoken or usual))
    yield interests
    yield groups
    yield _masks(raw["availability"], SLOTS)
    homes = [bands or "[]" for bands in raw["child_bands"]]
    yield _made(homes, lambda keys: bits_of(keys, CHILD_BANDS))


def effective_levels(
    own: Sequence[str], persons: Sequence[UUID], known: Mapping[int, Protection]
) -> list[Protection]:
    """The stricter of what a person has and what the household gives, by the id's number."""
    level = _Once[str, Protection](Protection)
    if not known:
        return [level[one] for one in own]
    return [
        strictest((level[one], known.get(person.int, Protection.NONE)))
        for one, person in zip(own, persons, strict=True)
    ]


def _located(raw: Raw, hidden: Sequence[bool]) -> list[tuple[Place | None, Point | None]]:
    """Of those whose place may be known; nobody else's code is looked at."""
    return [
        located(country, code) if code and not secret else _NOWHERE
        for country, code, secret in zip(raw["country"], raw["postal_code"], hidden, strict=True)
    ]


_NOWHERE = (None, None)


def _organisations(raw: Raw) -> Mapping[str | None, tuple[int, int, int, int]]:
    """Id -> what it offers and the three things that it asks for; None asks for nothing."""
    occupations = occupation_bits()
    found: dict[str | None, tuple[int, int, int, int]] = _Once(lambda _: (0, 0, 0, 0))
    if raw:
        for one, offered, gender, ages, own in zip(*raw.values(), strict=True):
            offers = bits_of(json.loads(offered), occupations)
            asks = bits_of(json.loads(ages), AGE_BANDS)
            found[one] = offers, GENDERS[gender], asks, offers | NOBODYS if own else 0
    return found


def _age(year: int | None, today: date) -> int:
    band = age_band(year, today)
    return AGE_BANDS[band] if band else 0


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _way(ways: Sequence[str]) -> tuple[int, bool]:
    return reach_of(ways), Transport.TRAVELS in ways


def _interests(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Interests and their groups, both in one pass."""
    shift = len(interest_bits())
    groups = group_bits()
    both = {key: bit | groups.get(key, 0) << shift for key, bit in interest_bits().items()}
    masks = _masks(texts, both)
    part = (1 << shift) - 1
    return [mask & part for mask in masks], [mask >> shift for mask in masks]


def _made(texts: Sequence[str], make: Callable[[list[str]], V]) -> list[V]:
    """What is made of JSON lists, the same thing of the same text."""
    different = list(dict.fromkeys(texts))
    made = dict(zip(different, map(make, _lists(different)), strict=True))
    return [made[text] for text in texts]


def _lists(texts: Iterable[str]) -> list[list[str]]:
    """JSON lists, all of them read as one: a call for each takes five times as long."""
    found: list[list[str]] = json.loads(f"[{','.join(texts)}]")
    return found


def _masks(texts: Sequence[str], bits: Mapping[str, int]) -> list[int]:
    """JSON lists as bits; hardly two of them are alike."""
    bit = _Once[str, int](lambda _unknown: 0)
    bit.update(bits)
    look = bit.__getitem__
    return [reduce(or_, map(look, keys), 0) for keys in _lists(texts)]


def _ids(texts: Sequence[str]) -> list[UUID]:
    """With hyphens or without: both forms are in use among databases."""
    if "-" in texts[0]:
        texts = [one.replace("-", "") for one in texts]
    return ids_of(map(int, texts, repeat(16)))


def _maybe_ids(texts: Iterable[str | None]) -> list[UUID | None]:
    """Few are given, and many people have the same."""
    known = _Once[str, UUID](UUID)
    return [known[one] if one is not None else None for one in texts]
