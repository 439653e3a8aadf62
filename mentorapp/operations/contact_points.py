"""Contact points: who helps a newcomer with what, and where two services do the same.

Mentors and coordinators of running pairings are read off the pairings, so that nothing is typed
twice and nothing is out of date after a hand-over.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.absences import Absence, stand_in_for
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.contact_points import (
    ContactPoint,
    ContactRole,
    DoubleContact,
    check_contact_point,
    double_contacts,
    shown,
)
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing, Responsibility
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, letter_texts, offices
from mentorapp.operations.intention import intention
from mentorapp.operations.registrations import tidy_phone
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.letter_languages import letter_words

_ORDER = (ContactRole.COORDINATOR, ContactRole.MENTOR)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One who helps. With a ``pairing_number`` it is read off that pairing and cannot be edited."""

    contact: ContactPoint
    pairing_number: int = 0
    pairing_id: UUID | None = None

    @property
    def id(self) -> UUID:
        """Of the contact point, or of what it was read off."""
        return self.contact.id

    @property
    def derived(self) -> bool:
        """Read off a pairing, not typed."""
        return self.pairing_number != 0


@intention
def save(tx: Transaction, contact: ContactPoint, today: date) -> ContactPoint:
    """Note who helps, or change it."""
    country = offices.read(tx).country
    contact = replace(
        contact,
        name=clean(contact.name),
        service=clean(contact.service),
        phone=tidy_phone(contact.phone, country),
        email=clean(contact.email),
        stand_in=clean(contact.stand_in),
        stand_in_phone=tidy_phone(contact.stand_in_phone, country),
    )
    records.get(tx, Person, contact.person_id)
    check_contact_point(contact, shields.protection_of(tx, contact.person_id), today)
    free_text.check(tx, contact, contact.person_id)
    if records.find(tx, ContactPoint, id=contact.id):
        return records.amend(tx, contact)
    return records.add(tx, contact)


@intention
def end(tx: Transaction, contact_id: UUID, on: date, today: date) -> ContactPoint:
    """From ``on`` the contact helps no more; it stays in the history."""
    stored = records.get(tx, ContactPoint, contact_id)
    level = shields.protection_of(tx, stored.person_id)
    # Somebody hidden since it was typed: what tells where goes with the first change.
    contact = replace(shown(stored, level, Purpose.CARE), until=on)
    check_contact_point(contact, level, today)
    return records.amend(tx, contact)


@intention
def hand_over(tx: Transaction, person_id: UUID, coordinator: str, today: date) -> ContactPoint:
    """From today the coordinator is the contact point; who was before stays on record.

    The same coordinator once more changes nothing.
    """
    before = [
        one
        for one in records.find(tx, ContactPoint, person_id=person_id)
        if one.role is ContactRole.COORDINATOR and one.holds_on(today)
    ]
    same = next((one for one in before if one.name == coordinator), None)
    for one in before:
        if one is not same:
            end(tx, one.id, max(today, one.since), today)
    fresh = ContactPoint(
        person_id=person_id, role=ContactRole.COORDINATOR, name=coordinator, since=today
    )
    return same or save(tx, fresh, today)


@intention
def remove(tx: Transaction, contact_id: UUID) -> ContactPoint:
    """Delete one that was typed by mistake; returns it, for ``restore``."""
    contact = records.get(tx, ContactPoint, contact_id)
    records.remove(tx, contact)
    return contact


@intention
def restore(tx: Transaction, contact: ContactPoint) -> ContactPoint:
    """Undo ``remove``."""
    return records.restore(tx, contact)


def of_person(
    tx: Transaction, person_id: UUID, today: date, purpose: Purpose = Purpose.CARE
) -> list[ContactRow]:
    """Who helps somebody: those responsible first, ended ones last.

    For any other purpose than care nothing is told of a protected person that says where he is.
    """
    level = shields.protection_of(tx, person_id)
    typed = [
        ContactRow(shown(one, level, purpose))
        for one in records.find(tx, ContactPoint, person_id=person_id)
    ]
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    derived = off_pairings(tx, newcomers, today, purpose)[person_id]
    return sorted([*derived, *typed], key=lambda row: _place(row.contact, today))


def all_typed(tx: Transaction) -> list[ContactPoint]:
    """Every contact point that was typed, to find one by its handle. Stays in the office."""
    return records.find(tx, ContactPoint)


def doubles_of(tx: Transaction, person_id: UUID, today: date) -> list[DoubleContact]:
    """Where two services do the same for somebody today."""
    typed = records.find(tx, ContactPoint, person_id=person_id)
    return [one for one in double_contacts(typed) if one.holds_on(today)]


def off_pairings(
    tx: Transaction, newcomers: Collection[Newcomer], day: date, purpose: Purpose = Purpose.CARE
) -> Mapping[UUID, list[ContactRow]]:
    """Coordinators and mentors of the pairings that ran on ``day``, by the newcomer's person.

    On paper for the newcomer a mentor has the first name alone, as in letters.
    """
    persons = {one.id: one.person_id for one in newcomers}
    running = [
        one
        for one in records.find(tx, Pairing, newcomer_id=set(persons))
        if one.agreed_on <= day and (one.ended_on is None or one.ended_on > day)
    ]
    found: dict[UUID, list[ContactRow]] = defaultdict(list)
    if not running:
        return found
    office = offices.read(tx)
    by_pairing = {one.id: one for one in running}
    absences = records.find(tx, Absence)
    for held in records.find(tx, Responsibility, pairing_id=set(by_pairing)):
        if held.from_date <= day and (held.to_date is None or held.to_date > day):
            pairing = by_pairing[held.pairing_id]
            person_id = persons[pairing.newcomer_id]
            away = stand_in_for(held.coordinator, absences, day, held.stand_in)
            stand_in = away.name if away else held.stand_in
            contact = ContactPoint(
                id=held.id,
                person_id=person_id,
                role=ContactRole.COORDINATOR,
                name=held.coordinator,
                service=office.name,
                phone=office.phone,
                email=office.email,
                since=held.from_date,
                stand_in=stand_in,
                stand_in_phone=office.phone if stand_in else "",
            )
            found[person_id].append(ContactRow(contact, pairing.number, pairing.id))
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in running}))
    people = people_behind(tx, list(mentors.values()), [])
    details = {
        one.person_id: one for one in records.find(tx, ContactDetails, person_id=set(people))
    }
    levels = shields.protections(tx)
    for pairing in running:
        mentor = people[mentors[pairing.mentor_id].person_id]
        told = visible(
            details.get(mentor.id),
            levels.get(mentor.id, Protection.NONE),
            Purpose.OTHER_HALF,
            mentor.shares,
        )
        person_id = persons[pairing.newcomer_id]
        contact = ContactPoint(
            id=pairing.id,
            person_id=person_id,
            role=ContactRole.MENTOR,
            name=mentor.called if purpose is Purpose.OWN_LETTER else mentor.name,
            phone=told.phone if told else "",
            email=told.email if told else "",
            since=pairing.agreed_on,
        )
        found[person_id].append(ContactRow(contact, pairing.number, pairing.id))
    return found


def _place(contact: ContactPoint, today: date) -> tuple[bool, int, date, UUID]:
    rank = _ORDER.index(contact.role) if contact.role in _ORDER else len(_ORDER)
    return (not contact.holds_on(today) and contact.since <= today, rank, contact.since, contact.id)


def helping(tx: Transaction, person: Person, today: date) -> list[ContactPoint]:
    """Who helps somebody today, as his own paper tells it: of a protected person's contacts the
    name and role alone.
    """
    own = free_text.own_paper(tx, person)
    return [
        replace(
            row.contact,
            name=own.text(row.contact.name, of_people=True),
            stand_in=own.text(row.contact.stand_in, of_people=True),
        )
        for row in of_person(tx, person.id, today, Purpose.OWN_LETTER)
        if row.contact.holds_on(today)
    ]


def card_pdf(tx: Transaction, person_id: UUID, today: date) -> bytes:
    """The card for the person, in the language of his letters, else in the office's.

    Raises NothingToPrint when nobody helps.
    """
    from mentorapp.reports.contact_card import contact_card

    person = records.get(tx, Person, person_id)
    contacts = helping(tx, person, today)
    if not contacts:
        raise NothingToPrint("contact_point")
    office, texts, kind = offices.read(tx), letter_texts.read(tx), LetterKind.WHO_IS_WHO
    usual = office.language
    wished = person.letter_language.value
    language, _text, beside = texts.chosen(kind, wished, usual, STANDARD_SET)
    return contact_card(
        free_text.own_paper(tx, person).name,
        contacts,
        office,
        letter_words(language),
        today,
        Words(beside[0]) if beside else None,
    )
