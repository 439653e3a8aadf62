"""Protecting once more, after a backup of before was restored, whoever was protected since."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails, without_where
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Shield, strictest
from mentorapp.operations import free_text, hiding, unfinished_forms
from mentorapp.operations.anonymising import protect_home
from mentorapp.storage import purging, records, shields
from mentorapp.storage.database import Transaction

Levels = Mapping[UUID, Protection]


def protect_again(tx: Transaction, wanted: Mapping[UUID, Shield]) -> int:
    """Raise everybody to the level he had; gives how many. Nobody's protection falls, and whoever
    was protected by living with somebody is so again, as long as they live together.

    Of whom it is strictly confidential nothing that tells where stays, the deleted included.
    """
    levels = shields.with_deleted(tx)
    there = records.stored(tx, Person, wanted.keys())
    known = [one for one in there if one.anonymised_on is None]
    rising = [one for one in known if wanted[one.id].level.rank > _level(levels, one).rank]
    for person in rising:
        levels[person.id] = wanted[person.id].level
    for person in rising:
        _protect(tx, person.id, levels, wanted[person.id].own)
    _make_own(tx, {one.id: wanted[one.id] for one in known}, levels)
    if rising:
        unfinished_forms.hold_to_protection(tx)
    return len(rising)


def _protect(tx: Transaction, person_id: UUID, levels: Levels, own: Protection) -> None:
    (person,) = records.stored(tx, Person, [person_id])
    level = levels[person_id]
    home = _home(tx, person, levels)
    if level is Protection.STRICT:
        _leave_places_out(tx, person, home)
        (person,) = records.stored(tx, Person, [person_id])
    if person.household_id != home:
        protect_home(tx, person)
    _save(tx, person, replace(person, household_id=home, protection=_higher(person, own)))


def _make_own(tx: Transaction, wanted: Mapping[UUID, Shield], levels: Levels) -> None:
    """What no home gives to somebody is his own: they do not live together in the backup."""
    now = shields.with_deleted(tx)
    for person in records.stored(tx, Person, wanted.keys()):
        level = _level(levels, person)
        given = _level(now, person).rank >= level.rank
        own = _higher(person, wanted[person.id].own if given else level)
        if own is not person.protection:
            _save(tx, person, replace(person, protection=own))


def _save(tx: Transaction, was: Person, now: Person) -> None:
    if was.deleted_at is None:
        records.amend(tx, now)
    else:
        records.reword_hidden(tx, [(was, now)])


def _higher(person: Person, own: Protection) -> Protection:
    return strictest((person.protection, own))


def _home(tx: Transaction, person: Person, levels: Levels) -> UUID | None:
    """Whom the person lived with when the backup was made, if they were protected since as well.

    Whoever was not lived elsewhere by then: he would lose his address for her sake.
    """
    together = _members(tx, person)
    apart = any(_level(levels, one).rank < levels[person.id].rank for one in together)
    return None if apart else person.household_id


def _members(tx: Transaction, person: Person) -> Iterable[Person]:
    home = person.household_id
    return records.find(tx, Person, household_id=home) if home is not None else ()


def _leave_places_out(tx: Transaction, person: Person, home: UUID | None) -> None:
    tx.hides_places = True
    named = free_text.places(tx, [person.id])
    hiding.take_out(tx, [person.id], home, named)
    details = records.find(tx, ContactDetails, person_id=person.id)
    records.amend_all(tx, [(one, without_where(one)) for one in details])
    purging.forget_merged_into(tx, person.id)


def _level(levels: Levels, person: Person) -> Protection:
    return levels.get(person.id, Protection.NONE)
