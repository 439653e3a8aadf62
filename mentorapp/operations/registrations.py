"""A registration: a person with details and roles, made tidy, checked, and stored in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain.account_errors import OutOfScope
from mentorapp.domain.consents import Consent, check_consent
from mentorapp.domain.contact_details import ContactDetails, check_contact_details
from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.mentors import Mentor, check_mentor
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus, check_newcomer
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.people import Person, check_person
from mentorapp.domain.protection import Protection, check_storable
from mentorapp.domain.statuses import StatusChange
from mentorapp.domain.text import clean
from mentorapp.operations.intention import intention
from mentorapp.operations.places import check_postal_code
from mentorapp.reference.phones import to_e164
from mentorapp.storage import counters, records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Registration:
    """A person with everything that is registered in one go."""

    person: Person
    details: ContactDetails
    mentor: Mentor | None = None
    newcomer: Newcomer | None = None
    consents: tuple[Consent, ...] = ()


@intention
def save_new(tx: Transaction, registrations: Iterable[Registration], today: date) -> int:
    """Register many people who are all new and already tidied and checked, in one go.

    An import of 10,000 rows through ``save`` would ask the database 60,000 times.
    """
    new = list(registrations)
    numbers = counters.next_numbers(tx, NumberKind.PERSON, len(new)) if new else []
    people = [replace(one.person, number=number) for one, number in zip(new, numbers, strict=True)]
    records.add_all(tx, people)
    records.add_all(
        tx,
        [
            replace(one.details, person_id=person.id)
            for one, person in zip(new, people, strict=True)
        ],
    )
    changes: list[StatusChange] = []
    for roles in ([one.mentor for one in new], [one.newcomer for one in new]):
        held = [
            replace(role, person_id=person.id)
            for role, person in zip(roles, people, strict=True)
            if role is not None
        ]
        records.add_all(tx, held)
        for role in held:
            changes += first_steps(role, today, tx.actor)
    records.add_all(tx, changes)
    records.add_all(
        tx,
        [
            replace(consent, person_id=person.id)
            for one, person in zip(new, people, strict=True)
            for consent in one.consents
        ],
    )
    return len(new)


def check_new(registration: Registration, today: date) -> None:
    """Raise what ``save`` would raise for a new person, without asking the database."""
    person, details = registration.person, registration.details
    check_person(person, today)
    check_contact_details(details)
    check_storable(details, person.protection)
    check_postal_code(details.country, details.postal_code)
    if registration.mentor:
        check_mentor(registration.mentor, today)
    if registration.newcomer:
        check_newcomer(registration.newcomer, today)
    for consent in registration.consents:
        check_consent(consent, today)


def check_own(tx: Transaction, registration: Registration) -> None:
    """Raise OutOfScope where something stored of somebody else is handed in."""
    parts = (registration.details, registration.mentor, registration.newcomer)
    for part in (*parts, *registration.consents):
        if part is not None:
            for stored in records.stored(tx, type(part), [part.id]):
                if stored.person_id != registration.person.id:
                    raise OutOfScope


def check_household_empty(tx: Transaction, person: Person) -> None:
    """Nobody may live openly with a strictly confidential person: his address would be theirs."""
    members = records.find(tx, Person, household_id=person.household_id)
    others = [one.id for one in members if one.id != person.id]
    for details in records.find(tx, ContactDetails, person_id=others):
        try:
            check_storable(details, Protection.STRICT)
        except Refused as refused:
            raise InvalidField("protection", Problem.PROTECTED) from refused


def tidy(registration: Registration) -> Registration:
    """Names without stray characters and the phone number in its one form."""
    person, details = registration.person, registration.details
    person = replace(
        person,
        given_name=clean(person.given_name),
        family_name=clean(person.family_name),
        preferred_name=clean(person.preferred_name),
        native_name=clean(person.native_name),
        occupation=clean(person.occupation),
        notes=clean(person.notes),
    )
    details = replace(
        details,
        phone=tidy_phone(details.phone, details.country),
        email=clean(details.email),
        address=clean(details.address),
        postal_code=" ".join(details.postal_code.split()),
    )
    return replace(registration, person=person, details=details)


def tidy_phone(text: str, country: str) -> str:
    """E.164, or the text itself when it is no number, for ``check_contact_details`` to refuse."""
    return to_e164(text, country) or text.strip()


def first_steps(role: Mentor | Newcomer, today: date, actor: str) -> list[StatusChange]:
    """The status somebody is registered with.

    A newcomer who is past waiting when he is typed in has waited since he was registered.
    """
    if isinstance(role, Newcomer) and role.status not in TO_BE_PAIRED | {NewcomerStatus.REGISTERED}:
        waiting = replace(role, status=NewcomerStatus.READY)
        return [
            status_change(waiting, role.registered_on, actor),
            status_change(role, today, actor),
        ]
    return [status_change(role, role.registered_on, actor)]


def status_change(
    role: Mentor | Newcomer, day: date, actor: str, comment: str = ""
) -> StatusChange:
    """The step to the status that the role has now."""
    return StatusChange(
        subject="mentor" if isinstance(role, Mentor) else "newcomer",
        subject_id=role.id,
        status=role.status.value,
        changed_on=day,
        actor=actor,
        comment=comment,
    )
