"""Finding people by what somebody half remembers, and people who may be one and the same."""

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.people import Person
from mentorapp.domain.text import folded
from mentorapp.operations.registrations import tidy_phone
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def search(tx: Transaction, text: str, limit: int = 20) -> list[Person]:
    """People whose name or number contains every word of the text, diacritics aside."""
    words = folded(text).split()
    found = [
        person
        for person in records.find(tx, Person)
        if all(
            word in folded(f"{person.name} {person.preferred_name} {person.native_name}")
            or str(person.number).startswith(word)
            for word in words
        )
    ]
    return sorted(found, key=lambda person: (folded(person.name), person.number))[:limit]


def likely_same(tx: Transaction, person: Person, details: ContactDetails) -> list[Person]:
    """Others with the same phone or e-mail, or the same name and year of birth."""
    phone = tidy_phone(details.phone, details.country)
    same = set()
    if phone:
        same |= {one.person_id for one in records.find(tx, ContactDetails, phone=phone)}
    if details.email:
        same |= {one.person_id for one in records.find(tx, ContactDetails, email=details.email)}
    name = folded(person.name)
    return [
        other
        for other in records.find(tx, Person)
        if other.id != person.id
        and (
            other.id in same
            or (
                name
                and folded(other.name) == name
                and (
                    other.birth_year == person.birth_year
                    or None in (other.birth_year, person.birth_year)
                )
            )
        )
    ]
