"""Free text about people with a protected address: what is refused, what is left out on paper."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.free_text import check_no_place
from mentorapp.domain.named_places import Places, phrase, phrases, streets, without_places
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import Record
from mentorapp.operations import offices
from mentorapp.operations.places import place_of
from mentorapp.reference.place_names import everyday_places, place_names, postal_codes
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


def check(
    tx: Transaction, record: Record, *person_ids: UUID, level: Protection = Protection.NONE
) -> None:
    """Raise InvalidField when a text of the record tells where a strictly confidential person is.

    ``person_ids`` are those whom the record is about, both halves where it is of a pair. ``level``
    is a protection that is about to be stored.
    """
    levels = shields.protections(tx)
    stored = (levels.get(one, Protection.NONE) for one in person_ids)
    if strictest((level, *stored)) is Protection.STRICT:
        check_no_place(record, places(tx, person_ids))


def places(tx: Transaction, person_ids: Collection[UUID]) -> Places:
    """What names a place for these people.

    The places and municipalities of the country, the office's districts, every organisation (a
    school, a workplace), and what is stored of where they live.
    """
    office = offices.read(tx)
    homes = records.find(tx, ContactDetails, person_id=person_ids)
    countries = {office.country, *(home.country for home in homes)}
    organisations = phrases(one.name for one in records.find(tx, Organisation))
    towns = frozenset[str]().union(*map(place_names, countries))
    own = phrases(
        name
        for home in homes
        for place in [place_of(home)]
        if place
        for name in (place.place, place.municipality)
    )
    short = {name for name in organisations if " " not in name}
    return Places(
        names=(towns - everyday_places())
        | (organisations - short)
        | (own - everyday_places())
        | {street for home in homes for street in streets(home.address)},
        everyday=towns & everyday_places(),
        written=phrases(office.districts) | short | (own & everyday_places()),
        codes=frozenset[str]().union(*map(postal_codes, countries)),
        own_codes=frozenset(phrase(home.postal_code) for home in homes) - {""},
    )


@dataclass(frozen=True, slots=True)
class Own:
    """What of a person may stand on a paper of his own.

    ``name`` is empty for somebody protected, who gets the paper by hand and may write it there.
    """

    name: str
    places: Places | None

    def text(self, text: str, *, of_people: bool = False) -> str:
        """The text as it is printed: of the protected without any place."""
        if self.places is None:
            return text
        return without_places(text, self.places, of_people=of_people)

    def texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """``text`` of each."""
        return tuple(map(self.text, texts))


def own_paper(tx: Transaction, person: Person) -> Own:
    """For the competence card, the plan and the contact card alike."""
    if shields.protection_of(tx, person.id) is Protection.NONE:
        return Own(person.name, None)
    return Own("", places(tx, [person.id]))
