"""On what somebody is kept, purpose by purpose: giving a basis, and taking it back.

Taking back the one for being registered puts the person on the list of what is due, on that day.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis, check_consent
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import Person
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def give(
    tx: Transaction,
    person_id: UUID,
    purpose: ConsentPurpose,
    basis: LegalBasis,
    day: date,
    today: date,
) -> Consent:
    """The basis from that day on, also of somebody who took it back before. Raises NotFound, and
    InvalidField for a day in the future.
    """
    records.get(tx, Person, person_id)
    given = Consent(person_id=person_id, purpose=purpose, basis=basis, given_on=day)
    check_consent(given, today)
    standing = _standing(tx, person_id, purpose)
    if standing is not None:
        return records.amend(tx, replace(standing, basis=basis, given_on=day))
    return records.add(tx, given)


@intention
def withdraw(
    tx: Transaction, person_id: UUID, purpose: ConsentPurpose, day: date, today: date
) -> Consent:
    """It was taken back that day. Raises NotFound, and InvalidField where there is none, and for a
    day in the future or before it was given.
    """
    records.get(tx, Person, person_id)
    standing = _standing(tx, person_id, purpose)
    if standing is None:
        raise InvalidField("consents", Problem.MISSING)
    back = replace(standing, withdrawn_on=day)
    check_consent(back, today)
    return records.amend(tx, back)


def due_to_go(tx: Transaction, person_id: UUID) -> bool:
    """Whether the latest word about being registered was to take the consent back."""
    found = records.find(tx, Consent, person_id=person_id, purpose=ConsentPurpose.REGISTER)
    last = max(found, key=said_on, default=None)
    return last is not None and last.withdrawn_on is not None


def said_on(consent: Consent) -> tuple[date, UUID]:
    """By which the latest word is found, of several about one purpose."""
    return consent.withdrawn_on or consent.given_on, consent.id


def _standing(tx: Transaction, person_id: UUID, purpose: ConsentPurpose) -> Consent | None:
    """The latest that was not taken back; of two people who were one there may be several."""
    found = records.find(tx, Consent, person_id=person_id, purpose=purpose, withdrawn_on=None)
    return max(found, key=lambda one: one.given_on, default=None)
