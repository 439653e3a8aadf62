"""Who is known already: what the rows of a list of people are compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.consents import Consent
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.imports import ImportKind, RowReading
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import Places
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.text import folded
from mentorapp.operations import free_text, offices
from mentorapp.operations.import_homes import Homes
from mentorapp.operations.registrations import Registration
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are compared with; grows by the rows that were read."""

    kind: ImportKind
    country: str
    letter_language: LetterLanguage
    today: date
    people: dict[UUID, Registration]
    levels: dict[UUID, Protection]
    organisations: dict[str, Organisation]
    homes: Homes
    places: Places
    by_name: dict[str, list[UUID]]
    by_phone: dict[str, list[UUID]]
    by_email: dict[str, list[UUID]]

    def add(self, one: Registration) -> None:
        """Let later rows be compared with this one too."""
        person, details = one.person, one.details
        self.people[person.id] = one
        self.by_name.setdefault(folded(person.name), []).append(person.id)
        if details.phone:
            self.by_phone.setdefault(details.phone, []).append(person.id)
        if details.email:
            self.by_email.setdefault(folded(details.email), []).append(person.id)

    def level(self, person: Person) -> Protection:
        """The protection that counts for somebody, the household's included."""
        return strictest(
            (
                person.protection,
                self.levels.get(person.id, Protection.NONE),
                self.homes.level(person.household_id),
            )
        )


def everybody(
    tx: Transaction, kind: ImportKind, readings: Sequence[RowReading], today: date
) -> Known:
    """Read once for a whole file."""
    details = {one.person_id: one for one in records.find(tx, ContactDetails)}
    mentors = {one.person_id: one for one in records.find(tx, Mentor)}
    newcomers = {one.person_id: one for one in records.find(tx, Newcomer)}
    consents: dict[UUID, list[Consent]] = {}
    for consent in records.find(tx, Consent):
        consents.setdefault(consent.person_id, []).append(consent)
    levels = dict(shields.protections(tx))
    people = records.find(tx, Person, anonymised_on=None)
    office = offices.read(tx)
    known = Known(
        kind=kind,
        country=office.country,
        letter_language=office.letter_language,
        today=today,
        people={},
        levels=levels,
        organisations={folded(one.name): one for one in records.find(tx, Organisation)},
        homes=Homes.of(tx, people, levels, readings),
        places=free_text.places(tx, ()),
        by_name={},
        by_phone={},
        by_email={},
    )
    for person in people:
        known.add(
            Registration(
                person=person,
                details=details.get(person.id)
                or ContactDetails(person_id=person.id, country=office.country),
                mentor=mentors.get(person.id),
                newcomer=newcomers.get(person.id),
                consents=tuple(consents.get(person.id, ())),
            )
        )
    return known


def matches(known: Known, row: Registration) -> tuple[UUID | None, list[UUID]]:
    """The one who surely is the same, and those who likely are."""
    name = folded(row.person.name)
    named = known.by_name.get(name, [])
    reachable = [
        *(known.by_phone.get(row.details.phone, []) if row.details.phone else []),
        *(known.by_email.get(folded(row.details.email), []) if row.details.email else []),
    ]
    same, likely = [], []
    for one in dict.fromkeys((*named, *reachable)):
        stored = known.people[one]
        year, contact = _compare(stored, row)
        if one not in named:
            likely.append(one)
        elif contact > 0 or (year > 0 and contact == 0):
            same.append(one)
        elif year == 0 or (year > 0 and contact < 0):
            likely.append(one)
    if len(same) == 1:
        return same[0], []
    return None, [*same, *likely]


def agrees(stored: Registration, row: Registration) -> bool:
    """Nothing in the row contradicts the stored one, and both are known by the same things."""
    return folded(stored.person.name) == folded(row.person.name) and min(_compare(stored, row)) >= 0


def _compare(stored: Registration, row: Registration) -> tuple[int, int]:
    """Year of birth and contact: 1 agrees, -1 contradicts, 0 is not known on both sides."""
    pairs = [
        (stored.details.phone, row.details.phone),
        (folded(stored.details.email), folded(row.details.email)),
    ]
    told = [(a, b) for a, b in pairs if a and b]
    contact = 0 if not told else 1 if any(a == b for a, b in told) else -1
    years = (stored.person.birth_year, row.person.birth_year)
    year = 0 if None in years else 1 if years[0] == years[1] else -1
    return year, contact
