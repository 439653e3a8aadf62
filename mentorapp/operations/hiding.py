"""Somebody becomes strictly confidential: what was written before loses its places too."""

from collections.abc import Callable
from dataclasses import replace

from mentorapp.domain.free_text import check_no_place, without_named_places
from mentorapp.domain.households import Household
from mentorapp.domain.named_places import without_places
from mentorapp.domain.people import Person
from mentorapp.operations import free_text
from mentorapp.operations.registrations import Registration
from mentorapp.storage import purging, records
from mentorapp.storage.database import Transaction


def hide(
    tx: Transaction, registration: Registration, save: Callable[[Registration], Registration]
) -> Registration:
    """Save it without places, and take them out of all that was written about the household.

    Places are looked up first: once it is saved, nobody knows any more where the person lived.
    """
    tx.hides_places = True
    person = registration.person
    people = {person.id}
    if person.household_id:
        at_home = records.find(tx, Person, household_id=person.household_id)
        people |= {one.id for one in at_home}
    named = free_text.places(tx, people)
    saved = save(
        replace(
            registration,
            person=without_named_places(person, named),
            mentor=registration.mentor and without_named_places(registration.mentor, named),
            newcomer=registration.newcomer and without_named_places(registration.newcomer, named),
        )
    )
    free_text.take_out(tx, people, named)
    purging.forget_merged_into(tx, person.id)
    for home in records.find(tx, Household, id={person.household_id} - {None}):
        records.amend(tx, replace(home, label=without_places(home.label, named)))
    return saved


def check_texts(tx: Transaction, registration: Registration) -> None:
    """Raise InvalidField where the registration of somebody strictly confidential names a place."""
    named = free_text.places(tx, [registration.person.id])
    for record in (registration.person, registration.mentor, registration.newcomer):
        if record is not None:
            check_no_place(record, named)
