"""People to register in one line, and the whole of an office read back."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import EndReason, Initiator, Pairing
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.operations import Transaction, offices, pairing, pairings, people, schemes, undoing
from mentorapp.operations.people import Registration
from tests.factories import TODAY, a_mentor, a_newcomer, a_person, contact_details, spoken

#: Fields of the person and of the contact details; everything else is the role's.
_PERSON = {
    "given_name", "family_name", "preferred_name", "native_name", "birth_year", "gender",
    "languages", "interests", "availability", "transport", "shares", "protection", "household_id",
    "notes", "letter_language", "occupation",
}  # fmt: skip
_DETAILS = {"phone", "email", "address", "postal_code", "country"}


def mentor(name: str = "Marit Bekkelund", **changes: Any) -> Registration:
    """A new mentor, approved, with room for two."""
    person, details, role = _parts(name, {"languages": spoken("no:native")}, changes)
    made = a_person(number=0, **person)
    return Registration(
        made,
        contact_details(person_id=made.id, **details),
        mentor=a_mentor(person_id=made.id, **role),
    )


def newcomer(name: str = "Sahra Guled", **changes: Any) -> Registration:
    """A new newcomer, ready to be paired, who speaks some Norwegian."""
    person, details, role = _parts(name, {"languages": spoken("no:B1", "so:native")}, changes)
    made = a_person(number=0, **person)
    return Registration(
        made,
        contact_details(person_id=made.id, **details),
        newcomer=a_newcomer(person_id=made.id, **role),
    )


def register(tx: Transaction, registration: Registration) -> UUID:
    """Store it; the id of the person."""
    return people.save(tx, registration, TODAY).person.id


def protect(tx: Transaction, person_id: UUID, level: Protection) -> None:
    """The address is protected from now on, and what was known of it goes."""
    held = people.read(tx, person_id, TODAY).registration
    bare = replace(held.details, phone="", email="", address="", postal_code="")
    person = replace(held.person, protection=level)
    people.save(tx, replace(held, person=person, details=bare), TODAY)


def mentor_id(tx: Transaction, **changes: Any) -> UUID:
    """A mentor in the office, by the role's id."""
    return _role(people.save(tx, mentor(**changes), TODAY).mentor).id


def newcomer_id(tx: Transaction, **changes: Any) -> UUID:
    """A newcomer in the office, by the role's id."""
    return _role(people.save(tx, newcomer(**changes), TODAY).newcomer).id


def buddy(tx: Transaction) -> UUID:
    """The id of the scheme that pairs buddies."""
    return schemes.find(tx, "buddy").id


def pair(tx: Transaction, *, on: date = TODAY, **newcomers: Any) -> Pairing:
    """A pairing of two new people, made by hand; ``newcomers`` are the newcomer's fields."""
    return pairing.pair_by_hand(
        tx, buddy(tx), mentor_id(tx), newcomer_id(tx, **newcomers), on, "Mona Elvestrand"
    )


def take_back(tx: Transaction, since: int) -> None:
    """Undo what the transaction did after it had so many changes."""
    undoing.undo(tx, tx.changes[since:])


def changed(registration: Registration, **person: Any) -> Registration:
    """The registration with another person's fields."""
    return replace(registration, person=replace(registration.person, **person))


def write_pairing_letters_alone(tx: Transaction) -> None:
    """An office that sends no other letters: for tests that count them."""
    office = offices.read(tx)
    others = frozenset(LetterKind) - frozenset(DUE_FOR_PAIRING)
    offices.save(tx, replace(office, letters_off=frozenset(kind.value for kind in others)))


def _parts(
    name: str, usual: dict[str, Any], changes: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    given, _, family = name.partition(" ")
    person = {"given_name": given, "family_name": family, "gender": Gender.WOMAN} | usual
    details: dict[str, Any] = {"phone": "", "email": "", "address": "", "postal_code": "8200"}
    role = {}
    for field, value in changes.items():
        if field in _PERSON:
            person[field] = value
        elif field in _DETAILS:
            details[field] = value
        else:
            role[field] = value
    return person, details, role


def _role(role: Mentor | Newcomer | None) -> Mentor | Newcomer:
    assert role is not None
    return role


def end_early(tx: Transaction, pairing_id: UUID, ended_on: date, today: date) -> Pairing:
    """A pair that stopped before its time."""
    return pairings.end(
        tx,
        pairing_id,
        ended_on,
        today,
        completed=False,
        reason=EndReason.NO_TIME,
        initiator=Initiator.MENTOR,
    )
