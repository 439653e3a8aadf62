"""Whom a filter would invite to an event, told before anybody is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.domain.consents import Consent, ConsentPurpose
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.districts import district_of
from mentorapp.domain.event_filters import (
    EventFilter,
    GuestRole,
    GuestTraits,
    RoleTraits,
    fits,
)
from mentorapp.domain.events import Invitation
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person, age_band
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.operations import offices
from mentorapp.operations.places import place_of
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Preview:
    """Who would be invited now, by name. ``already`` fit too, but stand on the list.

    ``place_unknown`` are protected people whom a filter by place cannot take: where they live is
    not told, so they are invited one by one.
    """

    people: tuple[Person, ...]
    already: int
    place_unknown: int


def preview(tx: Transaction, event_id: UUID, wanted: EventFilter, today: date) -> Preview:
    """Whom ``wanted`` takes. People who have ended, withdrawn or taken their consent back never."""
    invited = {one.person_id for one in records.find(tx, Invitation, event_id=event_id)}
    people = records.by_id(records.find(tx, Person))
    levels = shields.protections(tx)
    everybody = traits(tx, people, levels, today)
    hits = {one.person_id for one in everybody if fits(wanted, one)}
    anywhere = replace(wanted, municipality="", district="")
    return Preview(
        people=tuple(
            sorted(
                (people[one] for one in hits - invited),
                key=lambda person: (person.name.casefold(), person.number),
            )
        ),
        already=len(hits & invited),
        place_unknown=sum(
            one.person_id in levels and one.person_id not in invited and fits(anywhere, one)
            for one in everybody
        )
        if wanted.asks_place
        else 0,
    )


def places(tx: Transaction) -> tuple[list[str], list[str]]:
    """Municipalities people live in and the office's districts, to choose from."""
    levels = shields.protections(tx)
    found: Counter[str] = Counter()
    for details in records.find(tx, ContactDetails):
        level = levels.get(details.person_id, Protection.NONE)
        place = place_of(visible(details, level, Purpose.LIST))
        if place and place.municipality:
            found[place.municipality] += 1
    return sorted(found), list(offices.read(tx).districts)


def traits(
    tx: Transaction,
    people: Mapping[UUID, Person],
    levels: Mapping[UUID, Protection],
    today: date,
) -> list[GuestTraits]:
    """Everybody who takes part, as the filter sees them; the protected live nowhere."""
    districts = offices.read(tx).districts
    details = {one.person_id: one for one in records.find(tx, ContactDetails)}
    roles = _roles(tx)
    care = _needing_childcare(tx, people)
    gone = _consent_taken_back(tx)
    found = []
    for person_id, held in roles.items():
        person = people.get(person_id)
        if person is None or person_id in gone:
            continue
        level = levels.get(person_id, Protection.NONE)
        place = place_of(visible(details.get(person_id), level, Purpose.LIST))
        found.append(
            GuestTraits(
                person_id=person_id,
                roles=tuple(held),
                languages=frozenset(one.language for one in person.languages),
                interests=person.interests,
                gender=person.gender,
                age_band=age_band(person.birth_year, today),
                municipality=place.municipality if place else "",
                district=district_of(districts, place.code) if place else "",
                childcare=person_id in care,
            )
        )
    return found


def _roles(tx: Transaction) -> dict[UUID, list[RoleTraits]]:
    running = Counter[UUID]()
    for pairing in records.find(tx, Pairing, status=[status.value for status in RUNNING]):
        running.update((pairing.mentor_id, pairing.newcomer_id))
    found: dict[UUID, list[RoleTraits]] = {}
    for mentor in records.find(tx, Mentor):
        if mentor.status is not MentorStatus.ENDED:
            open_to_pair = mentor.status is MentorStatus.APPROVED
            found.setdefault(mentor.person_id, []).append(
                RoleTraits(
                    role=GuestRole.MENTOR,
                    schemes=mentor.schemes,
                    paired=bool(running[mentor.id]),
                    waiting=open_to_pair and running[mentor.id] < mentor.capacity,
                    trained=mentor.training_done_on is not None,
                )
            )
    for newcomer in records.find(tx, Newcomer):
        if newcomer.status is not NewcomerStatus.WITHDRAWN:
            found.setdefault(newcomer.person_id, []).append(
                RoleTraits(
                    role=GuestRole.NEWCOMER,
                    schemes=newcomer.schemes,
                    paired=bool(running[newcomer.id]),
                    waiting=newcomer.status in TO_BE_PAIRED and not running[newcomer.id],
                    former=newcomer.status is NewcomerStatus.COMPLETED,
                )
            )
    return found


def _needing_childcare(tx: Transaction, people: Mapping[UUID, Person]) -> set[UUID]:
    """Said of the household, or ticked as a barrier when the person was last asked."""
    homes = {one.id for one in records.find(tx, Household, childcare_needed=True)}
    latest: dict[UUID, BarrierCheck] = {}
    for check in sorted(records.find(tx, BarrierCheck), key=lambda one: (one.checked_on, one.id)):
        latest[check.person_id] = check
    return set(_members(people, homes)) | {
        person for person, check in latest.items() if Barrier.CHILDCARE in check.barriers
    }


def _members(people: Mapping[UUID, Person], homes: set[UUID]) -> Iterator[UUID]:
    return (one.id for one in people.values() if one.household_id in homes)


def _consent_taken_back(tx: Transaction) -> set[UUID]:
    """Nothing that stands is left to keep them in the register on."""
    kept: dict[UUID, bool] = {}
    for consent in records.find(tx, Consent, purpose=ConsentPurpose.REGISTER):
        stands = consent.withdrawn_on is None
        kept[consent.person_id] = kept.get(consent.person_id, False) or stands
    return {person for person, stands in kept.items() if not stands}


def choices(tx: Transaction) -> list[tuple[UUID, str]]:
    """Everybody by name with the number, to invite one by one."""
    return [
        (one.id, f"{one.name} ({one.number})")
        for one in sorted(
            records.find(tx, Person, anonymised_on=None), key=lambda one: (one.name, one.number)
        )
    ]
