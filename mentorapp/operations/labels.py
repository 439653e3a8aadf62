"""Address labels: who gets one, who must not, and who has no address."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.label_sheets import LABEL_SHEETS, LabelSheet
from mentorapp.domain.letters import LetterDue
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.operations import offices
from mentorapp.operations.places import place_name, place_of
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.countries import abroad

if TYPE_CHECKING:
    from mentorapp.reports.labels import LabelAddress

USUAL_SHEET = LABEL_SHEETS["L7160"]


@dataclass(frozen=True, slots=True)
class Labels:
    """Values to print labels from, free of the database.

    ``protected`` are so many who got none since nothing may tell where they are, ``without`` the
    numbers of people and organisations that have no address. Neither names anybody.
    """

    office: Office
    addresses: "tuple[LabelAddress, ...]"
    without: tuple[int, ...] = ()
    protected: int = 0


def for_people(tx: Transaction, person_ids: Sequence[UUID]) -> Labels:
    """One for each person, once, in this order. The protected get none, whoever asks."""
    from mentorapp.reports.labels import LabelAddress

    office = offices.read(tx)
    ids = list(dict.fromkeys(person_ids))
    people = records.by_id(records.find(tx, Person, id=set(ids)))
    details = {one.person_id: one for one in records.find(tx, ContactDetails, person_id=set(ids))}
    levels = shields.protections(tx)
    addresses, without, protected = [], [], 0
    for person in (people[one] for one in ids if one in people):
        level = levels.get(person.id, Protection.NONE)
        shown = visible(details.get(person.id), level, Purpose.OWN_LETTER)
        if level is not Protection.NONE:
            protected += 1
        elif shown is None or not shown.address:
            without.append(person.number)
        else:
            place = place_of(shown)
            town = f"{shown.postal_code} {place.place.upper() if place else ''}".strip()
            foreign = abroad(shown.country, office.country, office.language)
            addresses.append(LabelAddress(person.name, shown.address, (town, foreign)))
    return Labels(office, tuple(addresses), tuple(without), protected)


def for_organisations(tx: Transaction, ids: Sequence[UUID]) -> Labels:
    """One for each organisation, to its first contact person."""
    from mentorapp.reports.labels import LabelAddress

    office = offices.read(tx)
    found = records.by_id(records.find(tx, Organisation, id=set(ids)))
    addresses, without = [], []
    for one in (found[wanted] for wanted in dict.fromkeys(ids) if wanted in found):
        if not one.address:
            without.append(one.number)
            continue
        contact = f"{one.contact_persons[0].name}\n" if one.contact_persons else ""
        town = f"{one.postal_code} {place_name(one.country, one.postal_code).upper()}".strip()
        foreign = abroad(one.country, office.country, office.language)
        addresses.append(LabelAddress(one.name, f"{contact}{one.address}", (town, foreign)))
    return Labels(office, tuple(addresses), tuple(without))


def for_letters(tx: Transaction, dues: Collection[LetterDue]) -> Labels:
    """One for each receiver of these letters, in their order, once."""
    people = for_people(tx, [one.person_id for one in dues if one.person_id is not None])
    firms = for_organisations(tx, [one.organisation_id for one in dues if one.organisation_id])
    return Labels(
        people.office,
        people.addresses + firms.addresses,
        people.without + firms.without,
        people.protected,
    )


def make(labels: Labels, sheet: LabelSheet, start: int, words: Words) -> bytes:
    """The sheets as one PDF; touches no database. Raises NothingToPrint when nobody gets one."""
    from mentorapp.reports.labels import address_labels

    if not labels.addresses:
        raise NothingToPrint("label")
    return address_labels(labels.addresses, sheet, start, words, labels.office.name)
