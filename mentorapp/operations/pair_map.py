"""Which postal places newcomers wait in, where mentors have room, and the pairs between them.

A place stands for everybody who lives there: no home has a dot of its own. Whoever has a protected
address, or lives with somebody who has, is left out here, and with him every pair he is in: what
draws or lists the map never learns of them, but for how many are missing.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.pairings import RUNNING
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.taking_part import NOTHING_HAD, Had, takes_part
from mentorapp.operations import offices, schemes
from mentorapp.operations.places import place_of
from mentorapp.reference.places import Place, distance_km, middle_of, place
from mentorapp.storage import on_map, records, shields, tallies
from mentorapp.storage.database import Transaction
from mentorapp.storage.on_map import Bond, Standing


class Shown(StrEnum):
    """What a map can show."""

    WAITING = "waiting"
    FREE = "free"
    PAIRS = "pairs"
    PROPOSALS = "proposals"


@dataclass(frozen=True, slots=True)
class Dweller:
    """Somebody in a place; ``room`` is how many more a mentor can take, 0 for a newcomer."""

    person_id: UUID
    number: int
    name: str
    days: int
    room: int = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A running pair (``number``), or one that is proposed; ``km`` is between the places.

    ``mentor_at`` and ``newcomer_at`` are indices of the map's places.
    """

    id: UUID
    kind: Shown
    number: int
    mentor: Dweller
    newcomer: Dweller
    mentor_at: int
    newcomer_at: int
    km: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A postal place with who is in it, and the pairs that have an end there."""

    place: Place
    waiting: tuple[Dweller, ...]
    free: tuple[Dweller, ...]
    pairs: tuple[Bound, ...]
    proposals: tuple[Bound, ...]

    def many(self, shown: Collection[Shown]) -> int:
        """How much of this there is."""
        return sum(len(self.of(kind)) for kind in shown)

    def of(self, kind: Shown) -> tuple[Dweller, ...] | tuple[Bound, ...]:
        """The people or pairs of a kind."""
        found: tuple[Dweller, ...] | tuple[Bound, ...] = getattr(self, kind.value)
        return found


@dataclass(frozen=True, slots=True)
class PairMap:
    """Places, the largest first. ``home`` is the office's own place, if it told its postal code.

    ``people_missing`` and ``pairs_missing`` are left out since an address is protected, or since
    nobody knows where somebody lives: which of the two, and who, is not told.
    """

    spots: tuple[Spot, ...]
    pairs: tuple[Bound, ...]
    proposals: tuple[Bound, ...]
    people_missing: int
    pairs_missing: int
    home: Place | None
    country: str
    schemes: tuple[Scheme, ...]
    scheme_id: UUID | None


_Key = tuple[str, str, str]


@dataclass(slots=True)
class _Gathered:
    """A place while people are put into it."""

    place: Place
    waiting: list[Dweller] = field(default_factory=list)
    free: list[Dweller] = field(default_factory=list)
    ends: list[Bond] = field(default_factory=list)

    @property
    def rank(self) -> tuple[int, str]:
        return -len(self.waiting) - len(self.free) - len(self.ends), self.place.place


@dataclass(frozen=True, slots=True)
class _People:
    """Everybody by role, and the place of those who may be shown."""

    standing: Mapping[UUID, Standing]
    places: Mapping[UUID, Place]
    days: Callable[[Standing], int]
    room: Mapping[UUID, int]

    def dweller(self, role_id: UUID) -> Dweller:
        one = self.standing[role_id]
        room = max(0, one.capacity - self.room.get(role_id, 0))
        return Dweller(one.person_id, one.number, one.name, self.days(one), room)

    def places_of(self, bond: Bond) -> tuple[Place, Place] | None:
        """Of mentor and newcomer; None when either is not shown."""
        one, other = self.places.get(bond.mentor_id), self.places.get(bond.newcomer_id)
        return (one, other) if one is not None and other is not None else None


def read(tx: Transaction, scheme_id: UUID | None, today: date) -> PairMap:
    """The map of a scheme; of all that are in use together when none is named."""
    office = offices.read(tx)
    active = schemes.all_schemes(tx, active_only=True)
    chosen = [records.get(tx, Scheme, scheme_id)] if scheme_id is not None else active
    mentors, newcomers = on_map.mentors(tx), on_map.newcomers(tx)
    every, drafts = on_map.pairings(tx), on_map.proposals(tx)
    running = [one for one in every if one.status in RUNNING]
    people = _people(tx, [*mentors, *newcomers], today)
    waiting = _waiting(newcomers, chosen, _had(every, schemes.all_schemes(tx)))
    free = [
        one.role_id
        for one in mentors
        if one.status is MentorStatus.APPROVED
        and one.capacity > people.room.get(one.role_id, 0)
        and any(not one.schemes or scheme.key in one.schemes for scheme in chosen)
    ]
    of_these = {scheme.id for scheme in chosen}
    pairs = [one for one in running if one.scheme_id in of_these]
    proposals = [one for one in drafts if one.scheme_id in of_these]
    spots, bounds = _put(people, waiting, free, [*pairs, *proposals])
    concerned = {
        people.standing[role].person_id: role in people.places
        for role in (*waiting, *free, *_halves((*pairs, *proposals)))
    }
    return PairMap(
        spots=spots,
        pairs=tuple(one for one in bounds if one.kind is Shown.PAIRS),
        proposals=tuple(one for one in bounds if one.kind is Shown.PROPOSALS),
        people_missing=sum(not there for there in concerned.values()),
        pairs_missing=sum(people.places_of(one) is None for one in (*pairs, *proposals)),
        home=place(office.country, office.postal_code) if office.postal_code else None,
        country=office.country,
        schemes=tuple(active),
        scheme_id=scheme_id,
    )


def _people(tx: Transaction, everybody: Collection[Standing], today: date) -> _People:
    levels = shields.protections(tx)
    last = tallies.last_paired(tx)

    def days(one: Standing) -> int:
        since = max(one.registered_on, last.get(one.role_id, one.registered_on))
        return max(0, (today - since).days)

    places = {}
    for one in everybody:
        level = levels.get(one.person_id, Protection.NONE)
        found = place_of(visible(one.details, level, Purpose.LIST))
        if found is not None:
            places[one.role_id] = found
    return _People(
        {one.role_id: one for one in everybody}, places, days, tallies.running_by_mentor(tx)
    )


def _had(pairings: Iterable[Bond], every: Iterable[Scheme]) -> Mapping[UUID, Had]:
    """The schemes that newcomers are in or have completed."""
    keys = {scheme.id: scheme.key for scheme in every}
    found: dict[UUID, Had] = {}
    for one in pairings:
        had, key = found.get(one.newcomer_id, NOTHING_HAD), {keys[one.scheme_id]}
        found[one.newcomer_id] = (
            replace(had, running=had.running | key)
            if one.status in RUNNING
            else replace(had, completed=had.completed | key)
        )
    return found


def _waiting(
    newcomers: Iterable[Standing], chosen: Collection[Scheme], had: Mapping[UUID, Had]
) -> list[UUID]:
    return [
        one.role_id
        for one in newcomers
        if isinstance(one.status, NewcomerStatus)
        and any(
            takes_part(one.status, one.schemes, scheme.key, had.get(one.role_id, NOTHING_HAD))
            for scheme in chosen
        )
    ]


def _halves(bonds: Iterable[Bond]) -> Iterable[UUID]:
    return (role for one in bonds for role in (one.mentor_id, one.newcomer_id))


def _put(
    people: _People, waiting: Iterable[UUID], free: Iterable[UUID], bonds: Iterable[Bond]
) -> tuple[tuple[Spot, ...], list[Bound]]:
    """Everybody in his place, the places ordered; nobody without a place that may be shown."""
    gathered: dict[_Key, _Gathered] = {}

    def at(one: Place) -> _Gathered:
        key = _key(one)
        if key not in gathered:
            latitude, longitude = middle_of(one)
            gathered[key] = _Gathered(replace(one, code="", latitude=latitude, longitude=longitude))
        return gathered[key]

    for role in waiting:
        if role in people.places:
            at(people.places[role]).waiting.append(people.dweller(role))
    for role in free:
        if role in people.places:
            at(people.places[role]).free.append(people.dweller(role))
    shown = [(bond, two) for bond in bonds if (two := people.places_of(bond)) is not None]
    for bond, two in shown:
        for end in {_key(one): one for one in two}.values():
            at(end).ends.append(bond)
    ordered = sorted(gathered.values(), key=lambda one: one.rank)
    number = {_key(one.place): index for index, one in enumerate(ordered)}
    bounds = {
        bond.id: _bound(people, bond, number[_key(two[0])], number[_key(two[1])], two)
        for bond, two in shown
    }
    return tuple(_spot(one, bounds) for one in ordered), list(bounds.values())


def _key(one: Place) -> _Key:
    return one.country, one.municipality_code, one.place


def _bound(
    people: _People, bond: Bond, mentor_at: int, newcomer_at: int, two: tuple[Place, Place]
) -> Bound:
    one, other = (
        replace(end, latitude=middle[0], longitude=middle[1])
        for end, middle in zip(two, map(middle_of, two), strict=True)
    )
    return Bound(
        id=bond.id,
        kind=Shown.PAIRS if bond.status in RUNNING else Shown.PROPOSALS,
        number=bond.number,
        mentor=people.dweller(bond.mentor_id),
        newcomer=people.dweller(bond.newcomer_id),
        mentor_at=mentor_at,
        newcomer_at=newcomer_at,
        km=round(distance_km(one, other)),
    )


def _spot(gathered: _Gathered, bounds: Mapping[UUID, Bound]) -> Spot:
    ends = [bounds[bond.id] for bond in gathered.ends]
    return Spot(
        place=gathered.place,
        waiting=_longest_first(gathered.waiting),
        free=_longest_first(gathered.free),
        pairs=tuple(one for one in ends if one.kind is Shown.PAIRS),
        proposals=tuple(one for one in ends if one.kind is Shown.PROPOSALS),
    )


def _longest_first(people: Iterable[Dweller]) -> tuple[Dweller, ...]:
    return tuple(sorted(people, key=lambda one: (-one.days, one.number)))
