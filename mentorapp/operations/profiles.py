"""What is registered of two people, beside each other, as one looks at a pair.

Where either of them has a protected address nothing tells where anybody is: no place, no distance.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.districts import district_of
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Gender, LifeSituation, Person, age_band
from mentorapp.domain.profiles import Profiles, Side, Trait, TraitLine, compared
from mentorapp.domain.protection import Protection, Purpose, strictest, visible
from mentorapp.matching.facts import speech_of
from mentorapp.operations import looks, offices
from mentorapp.operations.places import place_of
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class _One:
    person: Person
    role: Mentor | Newcomer
    household: Household | None
    place: str
    band: str
    occupations: tuple[str, ...]
    km: int | None

    @property
    def children(self) -> list[str]:
        return sorted(self.household.child_bands) if self.household else []


def profiles(tx: Transaction, newcomer_id: UUID, mentor_id: UUID, today: date) -> Profiles:
    """The two beside each other; NotFound when one of them is gone."""
    newcomer = records.get(tx, Newcomer, newcomer_id)
    mentor = records.get(tx, Mentor, mentor_id)
    people = [records.get(tx, Person, one.person_id) for one in (newcomer, mentor)]
    levels = shields.protections(tx)
    looks.seen(tx, "profiles.profiles", [one.id for one in people])
    level = strictest(levels.get(one.id, Protection.NONE) for one in people)
    wished = (newcomer.wished_occupation_group, newcomer.earlier_occupation_group)
    one = _one(tx, people[0], newcomer, wished, level, today)
    other = _one(tx, people[1], mentor, (), level, today)
    return Profiles(
        newcomer=one.person.name,
        mentor=other.person.name,
        lines=tuple(line for line in _lines(one, other) if line.newcomer or line.mentor),
    )


def _one(
    tx: Transaction,
    person: Person,
    role: Mentor | Newcomer,
    more_occupations: Iterable[str],
    level: Protection,
    today: date,
) -> _One:
    band = age_band(person.birth_year, today)
    told = [*more_occupations, person.occupation_group]
    return _One(
        person=person,
        role=role,
        household=records.get(tx, Household, person.household_id) if person.household_id else None,
        place=_place(tx, person, level),
        band=band.value if band else "",
        occupations=tuple(dict.fromkeys(one for one in told if one)),
        km=role.max_distance_km if level is Protection.NONE else None,
    )


def _place(tx: Transaction, person: Person, level: Protection) -> str:
    """Post town and district; "" where either of the two is protected."""
    if level is not Protection.NONE:
        return ""
    for details in records.find(tx, ContactDetails, person_id=person.id):
        found = place_of(visible(details, level, Purpose.PAIRING))
        if found is not None:
            district = district_of(offices.read(tx).districts, found.code)
            return ", ".join(part for part in (found.place, district) if part)
    return ""


def _lines(one: _One, other: _One) -> list[TraitLine]:
    mine, theirs = one.person, other.person

    def line(trait: Trait, newcomer: Iterable[str], mentor: Iterable[str]) -> TraitLine:
        return compared(
            trait, (value for value in newcomer if value), (value for value in mentor if value)
        )

    return [
        compared(
            Trait.LANGUAGES,
            _languages(mine),
            _languages(theirs),
            same=lambda code: speech_of(code)[0],
        ),
        line(Trait.INTERESTS, sorted(mine.interests), sorted(theirs.interests)),
        line(
            Trait.TIMES, map(str, sorted(mine.availability)), map(str, sorted(theirs.availability))
        ),
        line(Trait.OCCUPATION, one.occupations, other.occupations),
        line(Trait.AGE, [one.band], [other.band]),
        line(Trait.GENDER, _gender(mine), _gender(theirs)),
        line(Trait.SITUATION, _situation(mine), _situation(theirs)),
        line(Trait.CHILDREN, one.children, other.children),
        line(Trait.PLACE, [one.place], [other.place]),
        TraitLine(trait=Trait.WISHES, newcomer=_wishes(one, other), mentor=_wishes(other, one)),
    ]


def _languages(person: Person) -> list[str]:
    """The best spoken first."""
    return [str(one) for one in sorted(person.languages, key=lambda one: (-one.level.rank, one))]


def _gender(person: Person) -> list[str]:
    return [] if person.gender is Gender.NOT_GIVEN else [person.gender.value]


def _situation(person: Person) -> list[str]:
    given = person.life_situation
    return [] if given is LifeSituation.NOT_GIVEN else [given.value]


def _wishes(one: _One, other: _One) -> Side:
    """``gender:woman``, ``age:26_35`` and ``km:10``; those that the other meets are shared.

    Whether somebody lives within the distance is the must-rules' to say.
    """
    shared: list[str] = []
    own: list[str] = []
    if one.role.wish_gender is not Gender.NOT_GIVEN:
        met = other.person.gender is one.role.wish_gender
        (shared if met else own).append(f"gender:{one.role.wish_gender.value}")
    bands = sorted(band.value for band in one.role.wish_age_bands)
    if bands:
        (shared if other.band in bands else own).extend(f"age:{band}" for band in bands)
    if one.km is not None:
        own.append(f"km:{one.km}")
    return Side(shared=tuple(shared), own=tuple(own))
