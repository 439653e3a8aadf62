"""Somebody becomes strictly confidential: what was written before loses its places too."""

from collections.abc import Callable, Collection
from dataclasses import replace
from uuid import UUID

from mentorapp.domain.contact_details import WHERE, ContactDetails, without_where
from mentorapp.domain.free_text import check_no_place, without_named_places
from mentorapp.domain.households import Household
from mentorapp.domain.named_places import Places, without_places
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import free_text, quoted_pages
from mentorapp.operations.registrations import Registration
from mentorapp.storage import deletions, letters_forgotten, purging, records, shields
from mentorapp.storage.database import Transaction


def begins(tx: Transaction, person: Person) -> bool:
    """Whether somebody becomes strictly confidential by saving this person, who then is.

    That is the person, or whoever lives where he moves in.
    """
    if person.number == 0:
        return person.household_id is not None
    moves = records.get(tx, Person, person.id).household_id != person.household_id
    return moves or shields.protection_of(tx, person.id) is not Protection.STRICT


def hide(
    tx: Transaction, registration: Registration, save: Callable[[Registration], Registration]
) -> Registration:
    """Save it without places, and take them out of all that was written about the household.

    Places are looked up first: once it is saved, nobody knows any more where the person lived.
    """
    tx.hides_places = True
    person = registration.person
    people = with_household(tx, [person.id], person.household_id)
    named = free_text.places(tx, people)
    saved = save(
        replace(
            registration,
            person=without_named_places(person, named),
            mentor=registration.mentor and without_named_places(registration.mentor, named),
            newcomer=registration.newcomer and without_named_places(registration.newcomer, named),
        )
    )
    take_out(tx, people, person.household_id, named)
    for one in people:
        purging.forget_merged_into(tx, one)
    return saved


def with_household(
    tx: Transaction, person_ids: Collection[UUID], household_id: UUID | None
) -> set[UUID]:
    """These people and everybody who lives in that household."""
    at_home = records.find(tx, Person, household_id=household_id) if household_id else []
    return {*person_ids, *(one.id for one in at_home)}


def take_out(
    tx: Transaction, person_ids: Collection[UUID], household_id: UUID | None, named: Places
) -> None:
    """Leave the places out of all that was written about these people and their household.

    What was deleted, and could be brought back, loses them too.
    """
    gone = records.find_hidden(tx, Person, household_id=household_id) if household_id else []
    everyone = {*person_ids, *(one.id for one in gone)}
    free_text.take_out(tx, everyone, named)
    hidden = records.find_hidden(tx, ContactDetails, person_id=everyone)
    records.reword_hidden(tx, [(one, without_where(one)) for one in hidden])
    details = {one.id for one in (*hidden, *records.find(tx, ContactDetails, person_id=everyone))}
    deletions.forget_fields(tx, details, {ContactDetails: WHERE})
    for home in records.find(tx, Household, id={household_id} - {None}):
        records.amend(tx, replace(home, label=without_places(home.label, named)))
    letters_forgotten.forget(tx, everyone)
    quoted_pages.forget(tx)


def check_texts(tx: Transaction, registration: Registration) -> None:
    """Raise InvalidField where what is new of somebody strictly confidential names a place.

    Who becomes so with this may still have the texts from before: they lose their places.
    """
    person = registration.person
    if person.number and shields.protection_of(tx, person.id) is not Protection.STRICT:
        return
    named = free_text.places(tx, [person.id])
    for record in (person, registration.mentor, registration.newcomer):
        if record is not None:
            check_no_place(record, named)
