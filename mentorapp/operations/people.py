"""People and their roles: register, change, look up."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.consents import Consent
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import (
    NotFound,
    PairingStillRuns,
    StillInUse,
)
from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.protection import Protection, Purpose, check_storable, strictest, visible
from mentorapp.domain.records import Record
from mentorapp.domain.statuses import StatusChange
from mentorapp.operations import free_text, hiding, looks, ties, unfinished_forms
from mentorapp.operations.in_use import check_person_unused
from mentorapp.operations.intention import intention
from mentorapp.operations.likeness import likely_same, search
from mentorapp.operations.pairings import PairingRow, rows_of_person
from mentorapp.operations.places import place_of
from mentorapp.operations.registrations import (
    Registration,
    check_household_empty,
    check_new,
    check_own,
    first_steps,
    save_new,
    status_change,
    tidy,
    tidy_phone,
)
from mentorapp.operations.ties import TieRow
from mentorapp.storage import counters, purging, records, scopes, shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all

__all__ = [
    "PersonFile",
    "PersonSummary",
    "Registration",
    "check_new",
    "likely_same",
    "save_new",
    "search",
    "tidy",
    "tidy_phone",
]

#: Statuses of people who have left.
_LEFT = frozenset({MentorStatus.ENDED, NewcomerStatus.WITHDRAWN})

T = TypeVar("T")
Role = TypeVar("Role", Mentor, Newcomer)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that the office knows of a person. ``protection`` is the one that counts."""

    registration: Registration
    household: Household | None
    members: tuple[tuple[UUID, str], ...]
    protection: Protection
    place: str
    organisation: str
    history: tuple[StatusChange, ...]
    pairings: tuple[PairingRow, ...]
    ties: tuple[TieRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person with what a list or export may show of where he is."""

    person: Person
    details: ContactDetails | None
    mentor: Mentor | None
    newcomer: Newcomer | None
    protection: Protection


def registration(tx: Transaction, person_id: UUID) -> Registration:
    """What is registered of one person himself, as a form changes it."""
    details = _first(records.find(tx, ContactDetails, person_id=person_id))
    return Registration(
        person=records.get(tx, Person, person_id),
        details=details or ContactDetails(person_id=person_id),
        mentor=_first(records.find(tx, Mentor, person_id=person_id)),
        newcomer=_first(records.find(tx, Newcomer, person_id=person_id)),
        consents=tuple(records.find(tx, Consent, person_id=person_id)),
    )


def read(tx: Transaction, person_id: UUID, today: date) -> PersonFile:
    """Everything about one person, for his own page."""
    registered = registration(tx, person_id)
    person, mentor, newcomer = registered.person, registered.mentor, registered.newcomer
    protection = shields.protection_of(tx, person_id)
    looks.seen(tx, "people.read", [person_id])
    household = records.get(tx, Household, person.household_id) if person.household_id else None
    members = (
        records.find(tx, Person, household_id=person.household_id) if person.household_id else []
    )
    organisation = (
        records.get(tx, Organisation, mentor.organisation_id).name
        if mentor and mentor.organisation_id
        else ""
    )
    roles = [role.id for role in (mentor, newcomer) if role]
    history = records.find(tx, StatusChange, subject_id=roles)
    place = place_of(visible(registered.details, protection, Purpose.CARE))
    return PersonFile(
        registration=registered,
        household=household,
        members=tuple((one.id, one.name) for one in members if one.id != person_id),
        protection=protection,
        place=place.place if place else "",
        organisation=organisation,
        history=tuple(sorted(history, key=lambda change: (change.changed_on, change.id))),
        pairings=tuple(rows_of_person(tx, person_id, today)),
        ties=tuple(ties.of_person(tx, person_id)),
    )


@intention
def save(tx: Transaction, registration: Registration, today: date) -> Registration:
    """Register somebody new (``person.number`` is 0) or save what was changed.

    Raises InvalidField, ProtectedLocation or ChangedMeanwhile; nothing is written then.
    """
    registration = tidy(registration)
    level = _check(tx, registration, today)
    if registration.person.number == 0:
        return _save(tx, registration, level, today)
    records.get(tx, Person, registration.person.id)
    # Somebody may be gone for whoever saves this, before all of it is saved: protected now, or
    # handed to another scheme.
    with scopes.whole(tx):
        check_own(tx, registration)
        return _save(tx, registration, level, today)


def _save(
    tx: Transaction, registration: Registration, level: Protection, today: date
) -> Registration:
    if level is Protection.STRICT:
        hiding.check_texts(tx, registration)
        if hiding.begins(tx, registration.person):
            return hiding.hide(tx, registration, lambda bare: _put_all(tx, bare, today))
    return _put_all(tx, registration, today)


def _put_all(tx: Transaction, registration: Registration, today: date) -> Registration:
    person, new = registration.person, registration.person.number == 0
    if new:
        number = counters.next_numbers(tx, NumberKind.PERSON)[0]
        person = records.add(tx, replace(person, number=number))
    else:
        person = records.amend(tx, person)
    if person.protection is not Protection.NONE:
        unfinished_forms.hold_to_protection(tx)
    return Registration(
        person=person,
        details=_put(tx, replace(registration.details, person_id=person.id)),
        mentor=_put_role(tx, registration.mentor, person, today),
        newcomer=_put_role(tx, registration.newcomer, person, today),
        consents=tuple(
            _put(tx, replace(consent, person_id=person.id)) for consent in registration.consents
        ),
    )


@intention
def set_mentor_status(
    tx: Transaction, mentor_id: UUID, status: MentorStatus, today: date, comment: str = ""
) -> Mentor:
    """Take the mentor a step on, with the day and the reason kept."""
    mentor = records.get(tx, Mentor, mentor_id)
    return _set_status(tx, mentor, replace(mentor, status=status), today, comment)


@intention
def set_newcomer_status(
    tx: Transaction, newcomer_id: UUID, status: NewcomerStatus, today: date, comment: str = ""
) -> Newcomer:
    """Take the newcomer a step on, with the day and the reason kept."""
    newcomer = records.get(tx, Newcomer, newcomer_id)
    return _set_status(tx, newcomer, replace(newcomer, status=status), today, comment)


@intention
def delete(tx: Transaction, person_id: UUID) -> Registration:
    """Hide the person and his roles. Returns what was.

    Raises StillInUse while pairings stand on him or an answer to a proposal is waited for. Drafts
    that name him go too: a run makes them anew.
    """
    held = read(tx, person_id, date.max).registration
    with scopes.whole(tx):
        pairings = [
            *(records.find(tx, Pairing, mentor_id=held.mentor.id) if held.mentor else ()),
            *(records.find(tx, Pairing, newcomer_id=held.newcomer.id) if held.newcomer else ()),
        ]
    if pairings:
        raise StillInUse("person", "pairing", len(pairings))
    proposals = [
        *(records.find(tx, Proposal, mentor_id=held.mentor.id) if held.mentor else ()),
        *(records.find(tx, Proposal, newcomer_id=held.newcomer.id) if held.newcomer else ()),
    ]
    check_person_unused(tx, person_id)
    sent = [one for one in proposals if one.status is ProposalStatus.SENT]
    if sent:
        raise StillInUse("person", "proposal", len(sent))
    for draft in proposals:
        if draft.status is ProposalStatus.DRAFT:
            records.remove(tx, draft)
    if held.mentor:
        records.remove(tx, held.mentor)
    if held.newcomer:
        records.remove(tx, held.newcomer)
    records.remove(tx, held.details)
    records.remove(tx, held.person)
    return held


def all_people(tx: Transaction, purpose: Purpose = Purpose.LIST) -> list[PersonSummary]:
    """Everybody by number, with no trace of where the protected are."""
    details = {one.person_id: one for one in records.find(tx, ContactDetails)}
    mentors = {one.person_id: one for one in records.find(tx, Mentor)}
    newcomers = {one.person_id: one for one in records.find(tx, Newcomer)}
    levels = shields.protections(tx)
    looks.listed(tx, "people.all_people", levels)
    return [
        PersonSummary(
            person=person,
            details=visible(
                details.get(person.id),
                level := levels.get(person.id, Protection.NONE),
                purpose,
            ),
            mentor=mentors.get(person.id),
            newcomer=newcomers.get(person.id),
            protection=level,
        )
        for person in sorted(
            records.find(tx, Person, anonymised_on=None), key=lambda one: one.number
        )
    ]


def by_number(tx: Transaction, text: str) -> Person:
    """The person with this number; NumberMistyped, NumberOfAnotherKind or NotFound."""
    found = records.find(tx, Person, number=read_number(text, NumberKind.PERSON))
    if not found:
        raise NotFound("person", text)
    return found[0]


def name_of(tx: Transaction, person_id: UUID) -> str:
    """The person's name, as a heading; NotFound."""
    looks.seen(tx, "people.name_of", [person_id])
    return records.get(tx, Person, person_id).name


def _check(tx: Transaction, registration: Registration, today: date) -> Protection:
    """Raise what is wrong; returns the protection that will count, the household's included."""
    check_new(registration, today)
    person = registration.person
    level = person.protection
    if person.household_id:
        # Whoever moves in with a protected person is protected from that moment.
        records.get(tx, Household, person.household_id)
        levels = shields.protections(tx)
        for member in records.find(tx, Person, household_id=person.household_id):
            if member.id != person.id:
                at_home = levels.get(member.id, Protection.NONE)
                check_storable(registration.details, at_home)
                level = strictest((level, at_home))
    if person.protection is Protection.STRICT and person.household_id:
        check_household_empty(tx, person)
    return level


def _first(found: list[T]) -> T | None:
    return found[0] if found else None


def _put(tx: Transaction, record: R) -> R:
    """Insert the record, or change it when it is stored already."""
    return records.amend(tx, record) if _is_stored(tx, record) else records.add(tx, record)


def _is_stored(tx: Transaction, record: Record) -> bool:
    return bool(records.find(tx, type(record), id=record.id))


def _put_role(tx: Transaction, role: Role | None, person: Person, today: date) -> Role | None:
    if role is None:
        return None
    role = replace(role, person_id=person.id)
    stored = records.find(tx, type(role), id=role.id)
    if not stored:
        purging.make_room(tx, type(role), person.id)
        records.add(tx, role)
        records.add_all(tx, first_steps(role, today, tx.actor))
        return role
    return _set_status(tx, stored[0], role, today, "")


@knowing_all
def _check_no_pair_runs(tx: Transaction, role: Mentor | Newcomer) -> None:
    """The pairing is ended first, with its reason: that is what the figures are made of."""
    mine = {"mentor_id": role.id} if isinstance(role, Mentor) else {"newcomer_id": role.id}
    running = [one for one in records.find(tx, Pairing, **mine) if one.is_running]
    if running:
        raise PairingStillRuns(len(running))


def _set_status(tx: Transaction, stored: Role, role: Role, today: date, comment: str) -> Role:
    """Save the role; a status that differs from the stored one goes into the history.

    Raises PairingStillRuns for somebody who would leave while a pairing of his runs.
    """
    if stored.status != role.status and role.status in _LEFT:
        _check_no_pair_runs(tx, role)
    saved = records.amend(tx, role)
    if stored.status != role.status:
        change = status_change(saved, today, tx.actor, comment)
        free_text.check(tx, change, role.person_id)
        records.add(tx, change)
    return saved
