"""Making somebody anonymous: what statistics count stays, and nothing else.

The row keeps its internal id, which stands on no paper, so that pairs and meetings still count.
It loses its number: that one stands on letters.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.households import Household
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.named_places import LEFT_OUT
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.personal_data import PERSONAL, anonymous
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.retention_errors import AlreadyAnonymous, HasNotLeft, NotInStatistics
from mentorapp.operations import competences, outcome_facts, second_person
from mentorapp.operations.intention import asking, intention
from mentorapp.operations.places import place_of
from mentorapp.operations.retained import Erased, check_may_go, leave_out, look_through, words_of
from mentorapp.reference.places import places_of
from mentorapp.storage import belongings, deletions, records, scopes, shields, stored_files
from mentorapp.storage.anonymous_people import lowest_number, note_anonymised
from mentorapp.storage.database import Transaction
from mentorapp.storage.purging import Rows

_LEFT = frozenset({MentorStatus.ENDED, NewcomerStatus.COMPLETED, NewcomerStatus.WITHDRAWN})


@intention
def anonymise(tx: Transaction, person_id: UUID, today: date) -> Erased:
    """Take everything away that tells who somebody is; figures stay as they are.

    Raises PairingStillRuns, HasNotLeft, OnHold, AlreadyAnonymous, NotInStatistics for somebody who
    took back the consent to them, and SecondPersonNeeded for somebody with a protected address. It
    cannot be undone.
    """
    check(tx, person_id, today)
    second_person.check_all(tx, shields.protection_of(tx, person_id))
    return _anonymise(tx, records.get(tx, Person, person_id), today)


@asking(Right.RETENTION)
def check(tx: Transaction, person_id: UUID, today: date) -> None:
    """Raise what ``anonymise`` would be refused for."""
    person = records.get(tx, Person, person_id)
    if person.anonymised_on is not None:
        raise AlreadyAnonymous
    check_may_go(tx, person_id)
    _check_has_left(tx, person_id)
    if person_id in outcome_facts.withdrawn(tx, today):
        raise NotInStatistics


@intention
def anonymise_again(tx: Transaction, person_ids: Collection[UUID], today: date) -> int:
    """The same for people who were so before a backup was restored; gives how many."""
    found = records.find(tx, Person, id=person_ids, anonymised_on=None)
    for person in found:
        _anonymise(tx, person, today)
    return len(found)


def _check_has_left(tx: Transaction, person_id: UUID) -> None:
    roles: list[Mentor | Newcomer] = [
        *records.find(tx, Mentor, person_id=person_id),
        *records.find(tx, Newcomer, person_id=person_id),
    ]
    if any(one.status not in _LEFT for one in roles):
        raise HasNotLeft


@scopes.knowing_all
def _anonymise(tx: Transaction, person: Person, today: date) -> Erased:
    secrets = words_of(tx, person)
    level = shields.protection_of(tx, person.id)
    protect_home(tx, person)
    rows = belongings.of_person(tx, person.id)
    gone = belongings.remove(tx, _going(tx, rows, level))
    letters = _empty(tx, rows, level, today)
    stored_files.remove(tx, letters)
    _leave_home(tx, person)
    leave_out(tx, secrets)
    note_anonymised(tx, person.id)
    tx.changes.clear()  # nothing may bring it back
    return look_through(tx, person, sum(map(len, gone.values())), secrets)


def _going(tx: Transaction, rows: Rows, level: Protection) -> Rows:
    """What goes as a whole: kinds that no figure counts, and all that was deleted before."""
    going = belongings.deleted_of(tx, rows)
    for kind, kept in PERSONAL.items():
        table = deletions.table_of(kind)
        whole = kept.stays is None or (kind is ContactDetails and level is not Protection.NONE)
        if whole and table in rows:
            going[table] = rows[table]
    return going


def _empty(tx: Transaction, rows: Rows, level: Protection, today: date) -> set[UUID]:
    """Empty what stays; gives the letters, whose pages go."""
    _work_out_gaps(tx, rows)
    for kind, kept in PERSONAL.items():
        ids = rows.get(deletions.table_of(kind), set())
        if kept.stays is None or not ids:
            continue
        stored = records.find(tx, kind, id=ids)
        records.amend_all(tx, [(one, _without(tx, one, level, today)) for one in stored])
        names = {name for name in kind.__dataclass_fields__ if name != "id"}
        deletions.forget_fields(tx, ids, {kind: names})
    return rows.get(deletions.table_of(LetterIssued), set())


def _work_out_gaps(tx: Transaction, rows: Rows) -> None:
    """What a card lacks follows from what will not be there any more: it is written down."""
    ids = rows.get(deletions.table_of(CompetenceCard), set())
    cards = records.find(tx, CompetenceCard, id=ids)
    if not cards:
        return
    gaps = {row.id: frozenset(row.gaps) for row in competences.counted(tx)}
    told = [(one, replace(one, gaps=gaps.get(one.person_id, one.gaps))) for one in cards]
    records.amend_all(tx, told)


def _without(tx: Transaction, record: Record, level: Protection, today: date) -> Record:
    bare = anonymous(record)
    match bare:
        case Person():
            return replace(
                bare,
                given_name=LEFT_OUT,
                number=lowest_number(tx) - 1,
                household_id=None,
                protection=level,
                anonymised_on=today,
            )
        case ContactDetails():
            return replace(bare, postal_code=municipality_code(bare))
        case Newcomer():
            return replace(bare, employer_id=None, case_officer_id=None)
    return bare


def municipality_code(details: ContactDetails) -> str:
    """One postal code for everybody in the municipality: figures are told by no smaller place."""
    found = place_of(details)
    if found is None or not found.municipality_code:
        return ""
    codes = (
        one for one in places_of(found.country) if one.municipality_code == found.municipality_code
    )
    return min(one.code for one in codes)


def protect_home(tx: Transaction, person: Person) -> None:
    """Whoever was protected by living with this person stays so by himself."""
    if person.household_id is None:
        return
    home = records.find(tx, Person, household_id=person.household_id)
    levels = shields.protections(tx)
    changes = [(one, replace(one, protection=levels[one.id])) for one in home if one.id in levels]
    records.amend_all(tx, [(was, now) for was, now in changes if was.id != person.id])


def _leave_home(tx: Transaction, person: Person) -> None:
    """A household's label is a family's name; it goes with the last who lived there."""
    if person.household_id is None or records.find(tx, Person, household_id=person.household_id):
        return
    for home in records.find(tx, Household, id=person.household_id):
        records.amend(tx, replace(home, label=LEFT_OUT))
