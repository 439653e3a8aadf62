"""The card about a person beside a list, which stands open on the screen."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.free_text import without_texts
from mentorapp.domain.protection import Protection
from mentorapp.operations import people
from mentorapp.operations.people import PersonFile
from mentorapp.storage.database import Transaction


def read(tx: Transaction, person_id: UUID, today: date) -> PersonFile:
    """What is known of a person, for the card.

    Of the protected it holds neither how they are reached nor what somebody wrote about them.
    """
    file = people.read(tx, person_id, today)
    if file.protection is Protection.NONE:
        return file
    held = file.registration
    return replace(
        file,
        registration=replace(
            held,
            person=without_texts(held.person),
            details=ContactDetails(person_id=person_id),
            mentor=held.mentor and without_texts(held.mentor),
            newcomer=held.newcomer and without_texts(held.newcomer),
        ),
        household=file.household and replace(file.household, label=""),
        place="",
        organisation="",
    )
