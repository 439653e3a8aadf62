"""Putting together what the engine looks at: who is ready for a scheme, and what keeps pairs apart.

The place of a protected person never leaves this module: the engine is given none.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import compress
from time import perf_counter
from typing import Self
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.districts import district_of
from mentorapp.domain.households import Household
from mentorapp.domain.languages import LOCAL_LANGUAGE, Level, Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person, full_name
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.taking_part import Had, takes_part
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.facts import Facts, MentorFacts, NewcomerFacts
from mentorapp.matching.raw_facts import Raw, Surroundings, mentors_from, newcomers_from
from mentorapp.matching.rules import PairIds, Ties
from mentorapp.operations import offices
from mentorapp.operations.places import place_of
from mentorapp.operations.roles import person_ids
from mentorapp.reference.places import Place
from mentorapp.storage import records, shields, tallies, waiting
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, kw_only=True)
class PairingInput:
    """Everything a run needs, free of the database: it may be solved on any thread.

    ``mentors`` and ``newcomers`` are by their persons' numbers; ``spelled`` are the columns of role
    ids, given and family names that ``names`` is made of. Pairs are
    (mentor id, newcomer id). Newcomers whose proposal was sent are not in the run, and their
    mentors' room is taken. ``country`` is the office's, ``milliseconds`` what it took to gather.
    """

    scheme: Scheme
    today: date
    mentors: Sequence[MentorFacts]
    newcomers: Sequence[NewcomerFacts]
    spelled: Sequence[tuple[Iterable[UUID], Iterable[str], Iterable[str]]]
    earlier: PairIds
    forbidden: PairIds
    locked: PairIds
    ties: Ties
    country: str = "NO"
    milliseconds: int = 0

    @cached_property
    def names(self) -> Mapping[UUID, str]:
        """Everybody's name by role id."""
        return {
            role_id: full_name(given, family)
            for columns in self.spelled
            for role_id, given, family in zip(*columns, strict=True)
        }

    def with_weights(self, weights: Mapping[str, str]) -> Self:
        """The same people in a scheme that weighs otherwise."""
        return replace(self, scheme=replace(self.scheme, weights=weights))


@dataclass(frozen=True, slots=True)
class _Known:
    people: Mapping[UUID, Person]
    places: Mapping[UUID, Place | None]
    levels: Mapping[UUID, Protection]
    households: Mapping[UUID, Household]
    organisations: Mapping[UUID, Organisation]
    running: Mapping[UUID, int]
    country: str
    districts: Mapping[str, str]

    def household(self, person: Person) -> Household | None:
        return self.households.get(person.household_id) if person.household_id else None

    def district(self, person: Person) -> str:
        place = self.places.get(person.id)
        return district_of(self.districts, place.code) if place else ""


def gather(tx: Transaction, scheme_id: UUID, today: date) -> PairingInput:
    """All approved mentors of the scheme and the newcomers who take part, with the pairs to keep
    apart.
    """
    since = perf_counter()
    scheme = records.get(tx, Scheme, scheme_id)
    office = offices.read(tx)
    sent = waiting.sent(tx)
    running = {one.int: number for one, number in tallies.running_by_mentor(tx).items()}
    for _, mentor, _ in sent:
        running[mentor.int] = running.get(mentor.int, 0) + 1
    around = Surroundings(
        today=today,
        country=office.country,
        districts=office.districts,
        levels={one.int: level for one, level in shields.protections(tx).items()},
        running=running,
        organisations=waiting.organisations(tx),
    )
    taken = {newcomer for one, _, newcomer in sent if one == scheme_id}
    raw_mentors = _of_scheme(waiting.mentors(tx), scheme)
    raw_newcomers = _taking_part(tx, waiting.newcomers(tx, scheme.id, scheme.key), scheme)
    mentors = mentors_from(raw_mentors, around)
    newcomers = newcomers_from(raw_newcomers, around)
    return PairingInput(
        scheme=scheme,
        today=today,
        mentors=mentors,
        newcomers=[one for one in newcomers if one.role_id not in taken] if taken else newcomers,
        spelled=[_spelled(raw_mentors, mentors), _spelled(raw_newcomers, newcomers)],
        earlier=waiting.earlier_pairs(tx),
        forbidden=waiting.forbidden_pairs(tx),
        ties=waiting.ties(tx),
        locked=waiting.locked(tx, scheme_id),
        country=office.country,
        milliseconds=round(1000 * (perf_counter() - since)),
    )


def _of_scheme(raw: Raw, scheme: Scheme) -> Raw:
    """Those who are open to the scheme; see ``wants``."""
    open_to = {
        text: not (keys := json.loads(text)) or scheme.key in keys for text in {*raw["schemes"]}
    }
    return _kept(raw, [open_to[text] for text in raw["schemes"]])


def _taking_part(tx: Transaction, raw: Raw, scheme: Scheme) -> Raw:
    """The newcomers whom the rule of ``domain.taking_part`` lets in."""
    keys = {one.id: one.key for one in records.find(tx, Scheme)}
    had = {
        newcomer: Had(completed=frozenset(keys[one] for one in completed))
        for newcomer, completed in waiting.completed(tx).items()
    }
    if not had and NewcomerStatus.PAIRED.value not in raw["status"]:
        return _of_scheme(raw, scheme)
    nothing = Had()
    named = {text: frozenset(json.loads(text)) for text in {*raw["schemes"]}}
    return _kept(
        raw,
        [
            takes_part(NewcomerStatus(status), named[text], scheme.key, had.get(newcomer, nothing))
            for newcomer, status, text in zip(
                raw["role_id"], raw["status"], raw["schemes"], strict=True
            )
        ],
    )


def _kept(raw: Raw, keep: Sequence[bool]) -> Raw:
    if all(keep):
        return raw
    return {field: tuple(compress(values, keep)) for field, values in raw.items()}


def _spelled(
    raw: Raw, facts: Sequence[Facts]
) -> tuple[Iterable[UUID], Iterable[str], Iterable[str]]:
    return [one.role_id for one in facts], raw["given_name"], raw["family_name"]


def mentors_not_ready(tx: Transaction, scheme_id: UUID) -> int:
    """How many mentors of the scheme a run passes over because nobody has approved them yet."""
    scheme = records.get(tx, Scheme, scheme_id)
    not_yet = [MentorStatus.APPLIED.value, MentorStatus.INTERVIEWED.value]
    return sum(wants(one, scheme) for one in records.find(tx, Mentor, status=not_yet))


def wants(role: Mentor | Newcomer, scheme: Scheme) -> bool:
    """Whoever named no scheme is open to all of them."""
    return not role.schemes or scheme.key in role.schemes


def gather_pair(
    tx: Transaction, mentor_id: UUID, newcomer_id: UUID, today: date
) -> tuple[MentorCandidate, NewcomerCandidate]:
    """Two people as the engine sees them, whatever their status."""
    mentor = records.get(tx, Mentor, mentor_id)
    newcomer = records.get(tx, Newcomer, newcomer_id)
    known = _known(tx, [mentor], [newcomer])
    return mentor_candidate(known, mentor), newcomer_candidate(known, newcomer, today)


def mentor_candidate(known: _Known, mentor: Mentor) -> MentorCandidate:
    """The mentor with what the organisation can offer."""
    person = _speaking(known.people[mentor.person_id], known.country)
    organisation = (
        known.organisations.get(mentor.organisation_id) if mentor.organisation_id else None
    )
    return MentorCandidate(
        role=mentor,
        person=person,
        protection=known.levels.get(person.id, Protection.NONE),
        place=known.places.get(person.id),
        district=known.district(person),
        household=known.household(person),
        running=known.running.get(mentor.id, 0),
        organisation=organisation,
    )


def _organisations(tx: Transaction) -> dict[UUID, Organisation]:
    """As registered, and offering the occupations they look for somebody in."""
    wanted = waiting.wanted_occupations(tx)
    return {
        one.id: replace(one, occupations=one.occupations | wanted.get(one.id, frozenset()))
        for one in records.find(tx, Organisation)
    }


def _speaking(person: Person, country: str) -> Person:
    """A mentor whose languages nobody asked for is taken to speak the country's own: forms for
    mentors seldom ask, and without this nobody could be paired with him.
    """
    local = LOCAL_LANGUAGE.get(country)
    if person.languages or local is None:
        return person
    return replace(person, languages=frozenset({Spoken(local, Level.NATIVE)}))


def newcomer_candidate(known: _Known, newcomer: Newcomer, today: date) -> NewcomerCandidate:
    """The newcomer with the days waited."""
    person = known.people[newcomer.person_id]
    return NewcomerCandidate(
        role=newcomer,
        person=person,
        protection=known.levels.get(person.id, Protection.NONE),
        place=known.places.get(person.id),
        district=known.district(person),
        household=known.household(person),
        waited_days=max(0, (today - newcomer.registered_on).days),
    )


def _known(tx: Transaction, mentors: list[Mentor], newcomers: list[Newcomer]) -> _Known:
    ids = person_ids(mentors, newcomers)
    levels = shields.protections(tx)
    office = offices.read(tx)
    running = tallies.running_by_mentor(tx)
    people = records.by_id(records.find(tx, Person, id=ids))
    homes = {person.household_id for person in people.values() if person.household_id}
    return _Known(
        people=people,
        places={
            details.person_id: place_of(
                visible(details, levels.get(details.person_id, Protection.NONE), Purpose.PAIRING)
            )
            for details in records.find(tx, ContactDetails, person_id=ids)
        },
        levels=levels,
        households=records.by_id(records.find(tx, Household, id=homes)),
        organisations=_organisations(tx),
        running=running,
        country=office.country,
        districts=office.districts,
    )
