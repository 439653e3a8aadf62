"""Finding people by what somebody half remembers, and people who may be one and the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.people import Person
from mentorapp.domain.text import folded
from mentorapp.operations.registrations import tidy_phone
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: Of so many who share a name or a number: a switchboard's number is shared by all who work there.
_MOST_OF_ONE = 20


def search(tx: Transaction, text: str, limit: int = 20) -> list[Person]:
    """People whose name or number contains every word of the text, diacritics aside."""
    words = folded(text).split()
    found = [
        person
        for person in records.find(tx, Person, anonymised_on=None)
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
        for other in records.find(tx, Person, anonymised_on=None)
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


@dataclass(frozen=True, slots=True)
class Alike:
    """Two who may be one and the same, and by what: ``name``, ``phone`` or ``email``."""

    first: Person
    second: Person
    by: str


def duplicates(tx: Transaction, most: int = 200) -> list[Alike]:
    """Pairs of people who may be one, the surest first; the one registered first stands first.

    The same name with no other year of birth, or the same phone or e-mail with the same first name:
    families share numbers.
    """
    people = {one.id: one for one in records.find(tx, Person, anonymised_on=None)}
    found: dict[tuple[UUID, UUID], str] = {}

    def note(ids: Iterable[UUID], by: str) -> None:
        known = sorted((people[one] for one in ids if one in people), key=lambda one: one.number)
        for one, other in combinations(known[:_MOST_OF_ONE], 2):
            if _may_be_one(one, other, by):
                found.setdefault((one.id, other.id), by)

    for by, ids in _reached_alike(tx):
        note(ids, by)
    called: dict[str, list[UUID]] = defaultdict(list)
    for person in people.values():
        called[folded(person.name)].append(person.id)
    for ids in called.values():
        note(ids, "name")
    return [Alike(people[one], people[other], by) for (one, other), by in found.items()][:most]


def _may_be_one(one: Person, other: Person, by: str) -> bool:
    if by != "name":
        return folded(one.given_name) == folded(other.given_name)
    return one.birth_year == other.birth_year or None in (one.birth_year, other.birth_year)


def _reached_alike(tx: Transaction) -> Iterator[tuple[str, list[UUID]]]:
    """By what, and whom one reaches so."""
    reached: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for details in records.find(tx, ContactDetails):
        for by, text in (("phone", details.phone), ("email", details.email.casefold())):
            if text:
                reached[by, text].append(details.person_id)
    for (by, _text), ids in reached.items():
        yield by, ids
