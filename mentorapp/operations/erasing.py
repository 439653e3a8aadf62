"""Erasing somebody: all that is stored of him goes for good, with the pairs he was in.

What it was is not kept anywhere, not for Undo and not in Deleted; a backup of before that is
restored some day loses him again (``restoring``).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.people import Person
from mentorapp.domain.personal_data import PERSONAL, DataCategory
from mentorapp.domain.retention_errors import AlreadyAnonymous
from mentorapp.operations import second_person
from mentorapp.operations.anonymising import protect_home
from mentorapp.operations.intention import asking, intention
from mentorapp.operations.retained import (
    Erased,
    check_may_go,
    leave_out,
    look_through,
    pairings_of,
    words_of,
)
from mentorapp.storage import belongings, deletions, mentions, records, scopes, shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.purging import Rows

_CATEGORIES = {deletions.table_of(kind): kept for kind, kept in PERSONAL.items()}


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of somebody. Counts are of records.

    ``goes`` is what erasing removes, ``stays`` what would be left of it, without names, were he
    made anonymous. ``elsewhere`` are texts about others in which his whole name stands.
    """

    number: int
    name: str
    goes: Mapping[DataCategory, int]
    stays: Mapping[DataCategory, int]
    pairs: int
    elsewhere: int


@asking(Right.RETENTION)
def preview(tx: Transaction, person_id: UUID) -> Preview:
    """What goes and what stays. Raises AlreadyAnonymous."""
    person = records.get(tx, Person, person_id)
    if person.anonymised_on is not None:
        raise AlreadyAnonymous
    return _preview(tx, person)


@scopes.knowing_all
def _preview(tx: Transaction, person: Person) -> Preview:
    person_id = person.id
    rows = belongings.of_person(tx, person_id)
    hidden = belongings.deleted_of(tx, rows)
    goes, stays = Counter[DataCategory](), Counter[DataCategory]()
    for table, ids in rows.items():
        kept = _CATEGORIES.get(table)
        if kept is None:
            continue
        goes[kept.category] += len(ids)
        if kept.stays is not None:
            stays[kept.category] += len(ids - hidden.get(table, set()))
    return Preview(
        number=person.number,
        name=person.name,
        goes=dict(goes),
        stays={one: many for one, many in stays.items() if many},
        pairs=len(pairings_of(tx, person_id)),
        elsewhere=sum(map(len, _elsewhere(tx, person, rows).values())),
    )


@asking(Right.RETENTION)
def check(tx: Transaction, person_id: UUID) -> None:
    """Raise what ``erase`` would be refused for, before anybody is asked whether he means it."""
    check_may_go(tx, records.get(tx, Person, person_id).id)


@intention
def erase(tx: Transaction, person_id: UUID) -> Erased:
    """Remove somebody with all that is about him. Raises PairingStillRuns, OnHold, and
    SecondPersonNeeded for somebody with a protected address.
    """
    person = records.get(tx, Person, person_id)
    check_may_go(tx, person_id)
    second_person.check_all(tx, shields.protection_of(tx, person_id))
    return _erase(tx, person)


@scopes.knowing_all
def _erase(tx: Transaction, person: Person) -> Erased:
    secrets = words_of(tx, person)
    protect_home(tx, person)
    rows = belongings.of_person(tx, person.id)
    gone = belongings.remove(tx, rows)
    leave_out(tx, secrets)
    tx.changes.clear()  # nothing may bring it back
    return look_through(tx, person, sum(map(len, gone.values())), secrets)


def _elsewhere(tx: Transaction, person: Person, rows: Rows) -> Mapping[str, set[UUID]]:
    found = mentions.written_in(tx, words_of(tx, person))
    left = {table: ids - rows.get(table, set()) for table, ids in found.items()}
    return {table: ids for table, ids in left.items() if ids}
