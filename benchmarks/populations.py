"""Whole offices to pair, the same ones for the same seed, with all that pairing looks at.

Three scenarios, which differ in how many of all pairs are allowed:

- ``city``: everybody lives in Oslo or not farther from it than 40 km; 27 or 28 %;
- ``country``: spread over Norway's towns, more where more people live; 2 %;
- ``online``: nobody has to go anywhere or to be free at the same time, and nobody wishes; all.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import accumulate
from typing import Final, Literal, get_args
from uuid import UUID

from benchmarks.crowd import SEED, TODAY, an_id, arrived_name, drawing, local_name
from benchmarks.traits import (
    free_times,
    level,
    occupation,
    some_interests,
    some_occupations,
    tongue,
    wished_ages,
    wished_gender,
)
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Gender, LifeSituation, Person, Transport
from mentorapp.domain.proposals import ForbiddenPair
from mentorapp.domain.schemes import Criterion, Scheme, Weight
from mentorapp.operations.registrations import Registration
from mentorapp.reference.places import distance_km, places_of

Scenario = Literal["city", "country", "online"]
SCENARIOS: Final[tuple[Scenario, ...]] = get_args(Scenario)

#: The parts of Oslo, as an office there could write them down.
DISTRICTS: Final = {
    "Sentrum": "0001-0199",
    "Vest": "0200-0399",
    "Nord": "0400-0599",
    "Øst": "0600-0699, 0900-1099",
    "Nordvest": "0700-0899",
    "Sør": "1100-1299",
}

_KILOMETRES = (10, 20, 30, 40, 50)
_ORGANISATIONS = 40
_CITY_KM = 40
_TOWN_CODES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """An office's people before they are stored; ``earlier`` pairs have met and ended."""

    scheme: Scheme
    districts: dict[str, str]
    organisations: tuple[Organisation, ...]
    households: tuple[Household, ...]
    mentors: tuple[Registration, ...]
    newcomers: tuple[Registration, ...]
    earlier: tuple[Pairing, ...]
    forbidden: tuple[ForbiddenPair, ...]


@dataclass(frozen=True, slots=True)
class _Codes:
    """``weights`` are summed up, as ``random.choices`` likes them."""

    codes: tuple[str, ...]
    weights: tuple[float, ...]

    def one(self, draw: random.Random) -> str:
        return draw.choices(self.codes, cum_weights=self.weights)[0]


@dataclass(frozen=True, slots=True)
class _World:
    """What every person is drawn with; ``households`` grows while people are drawn."""

    draw: random.Random
    demanding: bool
    codes: _Codes
    organisations: Sequence[Organisation]
    households: list[Household]


def population(
    scenario: Scenario, mentor_count: int, newcomer_count: int, seed: int = SEED
) -> Population:
    """Six of ten mentors take one newcomer, three take two and one three: 1.5 places each."""
    draw = drawing(seed)
    demanding = scenario != "online"
    organisations = tuple(_organisation(draw, at, demanding) for at in range(_ORGANISATIONS))
    world = _World(draw, demanding, _codes(scenario), organisations, [])
    capacities = [3 if at % 10 == 9 else 2 if at % 10 > 5 else 1 for at in range(mentor_count)]
    draw.shuffle(capacities)
    mentors = tuple(_mentor(world, at, capacity) for at, capacity in enumerate(capacities))
    newcomers = tuple(_newcomer(world, mentor_count + at) for at in range(newcomer_count))
    scheme = _scheme(draw, scenario)
    pairs = [
        (draw.choice(mentors).mentor, draw.choice(newcomers).newcomer)
        for _pair in range(newcomer_count // 50 if demanding else 0)
    ]
    known = [(mentor.id, newcomer.id) for mentor, newcomer in pairs if mentor and newcomer]
    return Population(
        scheme=scheme,
        districts=DISTRICTS if scenario == "city" else {},
        organisations=organisations,
        households=tuple(world.households),
        mentors=mentors,
        newcomers=newcomers,
        earlier=tuple(_earlier(draw, scheme, *pair) for pair in known[::2]),
        forbidden=tuple(
            ForbiddenPair(id=an_id(draw), mentor_id=one, newcomer_id=other, forbidden_on=TODAY)
            for one, other in dict.fromkeys(known[1::2])
        ),
    )


def _scheme(draw: random.Random, scenario: Scenario) -> Scheme:
    """Three musts where people have to come together; online none is left."""
    demand = Weight.HIGH if scenario == "online" else Weight.MUST
    weights = {
        Criterion.LANGUAGE: demand,
        Criterion.AVAILABILITY: demand,
        Criterion.DISTANCE: Weight.OFF if scenario == "online" else Weight.MUST,
        Criterion.INTERESTS: Weight.HIGH,
        Criterion.OCCUPATION: Weight.MEDIUM,
        Criterion.WAITING: Weight.MEDIUM,
        Criterion.AGE: Weight.LOW,
        Criterion.HOUSEHOLD: Weight.LOW,
    }
    return Scheme(
        id=an_id(draw),
        key="benchmark",
        names={"en": "Benchmark"},
        mentor_titles={},
        newcomer_titles={},
        weights={criterion.value: weight.value for criterion, weight in weights.items()},
    )


@cache
def _codes(scenario: Scenario) -> _Codes:
    """Postal codes to draw from: a place has the more of them the more people live there.

    Country-wide only towns, so that nobody is alone, and the large ones have somewhat fewer people
    than they have codes, many of which are of post boxes.
    """
    everywhere = list(places_of("NO"))
    codes = Counter((one.place, one.municipality_code) for one in everywhere)
    if scenario == "city":
        town = next(one for one in everywhere if one.place == "Oslo")
        near = [one.code for one in everywhere if distance_km(one, town) <= _CITY_KM]
        return _Codes(tuple(near), tuple(range(1, len(near) + 1)))
    counts = {one.code: codes[one.place, one.municipality_code] for one in everywhere}
    towns = [code for code, count in counts.items() if count >= _TOWN_CODES]
    return _Codes(tuple(towns), tuple(accumulate(counts[code] ** -0.25 for code in towns)))


def _organisation(draw: random.Random, at: int, demanding: bool) -> Organisation:
    """One in eight is a women's network, whose mentors meet women alone; one in four is a trade's,
    whose mentors meet those who want to work in it.
    """
    return Organisation(
        id=an_id(draw),
        name=f"Organisasjon {at + 1}",
        promised_mentors=draw.randint(1, 30),
        interests=some_interests(draw, 2, 4),
        occupations=some_occupations(draw, draw.randint(1, 4)),
        only_gender=Gender.WOMAN if demanding and at % 8 == 7 else Gender.NOT_GIVEN,
        only_own_occupations=demanding and at % 4 == 2,
    )


def _mentor(world: _World, at: int, capacity: int) -> Registration:
    draw = world.draw
    birth_year = draw.randint(1950, 2004)
    languages = {"no": level(draw, (0, 0, 0, 4, 5, 6, 85))}
    for chance in (0.4, 0.3):
        if draw.random() < chance:
            languages.setdefault(tongue(draw), level(draw, (10, 20, 20, 15, 15, 10, 10)))
    if draw.random() < 0.85:
        languages.setdefault("en", level(draw, (0, 8, 17, 35, 25, 12, 3)))
    person = _person(world, local_name(draw), birth_year, languages)
    cleared = TODAY - timedelta(days=draw.randint(1, 300))
    role = Mentor(
        id=an_id(draw),
        person_id=person.id,
        organisation_id=draw.choice(world.organisations).id if draw.random() < 0.4 else None,
        capacity=capacity,
        wish_gender=wished_gender(draw, person.gender, 0.10 * world.demanding),
        wish_age_bands=wished_ages(draw, birth_year, 0.05 * world.demanding),
        max_distance_km=draw.choice(_KILOMETRES),
        certificate_seen_on=cleared if draw.random() < 0.7 or not world.demanding else None,
        confidentiality_signed_on=cleared,
        training_done_on=cleared if draw.random() < 0.8 else None,
        status=MentorStatus.APPROVED,
        registered_on=TODAY - timedelta(days=draw.randint(1, 900)),
    )
    return Registration(person, _details(draw, person, at, world.codes), mentor=role)


def _newcomer(world: _World, at: int) -> Registration:
    """More than half speak Norwegian well enough to talk, and English as many."""
    draw = world.draw
    birth_year = draw.randint(2008, 2012) if draw.random() < 0.06 else draw.randint(1958, 2007)
    languages = {tongue(draw): Level.NATIVE}
    if draw.random() < 0.85:
        languages.setdefault("no", level(draw, (35, 35, 20, 8, 2, 0, 0)))
    if draw.random() < 0.65:
        languages.setdefault("en", level(draw, (12, 28, 30, 20, 10, 0, 0)))
    if draw.random() < 0.6:
        languages.setdefault(tongue(draw), level(draw, (10, 20, 25, 25, 20, 0, 0)))
    person = _person(world, arrived_name(draw), birth_year, languages)
    role = Newcomer(
        id=an_id(draw),
        person_id=person.id,
        wish_gender=wished_gender(draw, person.gender, 0.25 * world.demanding),
        wish_age_bands=wished_ages(draw, birth_year, 0.05 * world.demanding),
        max_distance_km=draw.choice(_KILOMETRES),
        earlier_occupation_group=occupation(draw, 0.7),
        wished_occupation_group=occupation(draw, 0.8),
        registered_on=TODAY - timedelta(days=min(int(draw.expovariate(1 / 90)), 600)),
        status=NewcomerStatus.READY,
    )
    return Registration(person, _details(draw, person, at, world.codes), newcomer=role)


def _person(
    world: _World, name: tuple[str, str], birth_year: int, languages: dict[str, Level]
) -> Person:
    draw = world.draw
    return Person(
        id=an_id(draw),
        given_name=name[0],
        family_name=name[1],
        birth_year=birth_year,
        gender=draw.choices(tuple(Gender), (49, 49, 1, 1))[0],
        languages=frozenset(Spoken(code, at) for code, at in languages.items()),
        interests=some_interests(draw, 3, 8),
        occupation_group=occupation(draw, 0.85),
        availability=free_times(draw),
        transport=frozenset(way for way in Transport if draw.random() < 0.35),
        life_situation=draw.choice(tuple(LifeSituation)),
        household_id=_household(world, name[1]) if draw.random() < 0.35 else None,
    )


def _household(world: _World, label: str) -> UUID:
    bands = world.draw.sample(tuple(ChildBand), world.draw.randint(1, 2))
    home = Household(id=an_id(world.draw), label=label, child_bands=frozenset(bands))
    world.households.append(home)
    return home.id


def _details(draw: random.Random, person: Person, at: int, codes: _Codes) -> ContactDetails:
    return ContactDetails(
        id=an_id(draw),
        person_id=person.id,
        phone=f"+47{40_000_000 + at}",
        email=f"person{at}@example.com",
        address=f"Storgata {at + 1}",
        postal_code=codes.one(draw),
    )


def _earlier(draw: random.Random, scheme: Scheme, mentor_id: UUID, newcomer_id: UUID) -> Pairing:
    return Pairing(
        id=an_id(draw),
        scheme_id=scheme.id,
        mentor_id=mentor_id,
        newcomer_id=newcomer_id,
        status=PairingStatus.COMPLETED,
        agreed_on=TODAY - timedelta(days=400),
        started_on=TODAY - timedelta(days=390),
        ended_on=TODAY - timedelta(days=120),
    )
