"""What stands in the way of removing somebody, and by what he is found in the file."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import PairingStillRuns
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.retention import DecisionKind, RetentionDecision
from mentorapp.domain.retention_errors import KeptLonger, OnHold
from mentorapp.operations import quoted_pages
from mentorapp.storage import deletions, mentions, records, scopes, stored_files
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Erased:
    """That it is done: so many records went, and in ``looked`` fields of what is left the name,
    phone, e-mail and address were looked for and found in none but ``found``.
    """

    number: int
    records: int
    looked: int
    found: int


def pairings_of(tx: Transaction, person_id: UUID) -> list[Pairing]:
    """All pairs somebody was in, in either role."""
    mentors = [one.id for one in records.find(tx, Mentor, person_id=person_id)]
    newcomers = [one.id for one in records.find(tx, Newcomer, person_id=person_id)]
    return [
        *records.find(tx, Pairing, mentor_id=mentors),
        *records.find(tx, Pairing, newcomer_id=newcomers),
    ]


@scopes.knowing_all
def check_may_go(tx: Transaction, person_id: UUID) -> None:
    """Raise PairingStillRuns, and OnHold where it was decided that all stays for now."""
    pairs = pairings_of(tx, person_id)
    running = [one for one in pairs if one.is_running]
    if running:
        raise PairingStillRuns(len(running))
    check_no_hold(tx, person_id, *(one.id for one in pairs))


@scopes.knowing_all
def check_no_hold(tx: Transaction, *subject_ids: UUID) -> None:
    """Raise OnHold for the first hold on one of these."""
    held = {"subject_id": subject_ids, "kind": DecisionKind.HOLD, "lifted_on": None}
    for one in records.find(tx, RetentionDecision, **held):
        raise OnHold(one.reason)


def check_not_kept(tx: Transaction, subject_id: UUID) -> None:
    """Raise OnHold, and KeptLonger while it was decided to keep it and that day has not come."""
    check_no_hold(tx, subject_id)
    today = tx.now.astimezone().date()
    with scopes.whole(tx):
        standing = records.find(tx, RetentionDecision, subject_id=subject_id, lifted_on=None)
    for one in standing:
        if one.until is not None and one.until > today:
            raise KeptLonger(one.until, one.reason)


def words_of(tx: Transaction, person: Person) -> list[str]:
    """What names nobody else: the whole name, phone, e-mail and address, as they are stored."""
    found = [
        person.name if person.given_name and person.family_name else "",
        person.native_name if " " in person.native_name else "",
        f"{person.preferred_name} {person.family_name}" if person.preferred_name else "",
    ]
    for home in records.find(tx, ContactDetails, person_id=person.id):
        found += [home.phone, home.email, home.address]
    return [one for one in dict.fromkeys(map(str.strip, found)) if len(one) > 4]


def leave_out(tx: Transaction, secrets: Collection[str]) -> None:
    """Leave these out of all that was written about others; printed pages that have them go.

    What belongs to somebody who is still here, a family's phone or a name that two have, stays.
    """
    secrets = _of_nobody_else(tx, secrets)
    letters = deletions.table_of(LetterIssued)
    naming = mentions.written_in(tx, secrets).get(letters, set())
    mentions.leave_out(tx, secrets)
    stored_files.remove(tx, naming)
    quoted_pages.forget(tx)


def look_through(tx: Transaction, person: Person, gone: int, secrets: Collection[str]) -> Erased:
    """Look through the whole office for what is to stand nowhere any more."""
    found, looked = mentions.count(tx, secrets)
    return Erased(person.number, gone, looked, found)


def _of_nobody_else(tx: Transaction, secrets: Collection[str]) -> list[str]:
    held = {one.name for one in records.find(tx, Person)}
    for home in records.find(tx, ContactDetails):
        held |= {home.phone, home.email, home.address}
    return [one for one in secrets if one not in held]
