"""What fits somebody nearby, and the leaflet about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.operations import offices, word_lists
from mentorapp.operations.associations import where
from mentorapp.operations.places import place_of
from mentorapp.reference.places import place
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words

#: So many are told; a longer list is one nobody chooses from.
MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An open activity that somebody is not in yet.

    ``rank`` begins with 1. ``shared`` are interests both have. ``km`` is None when a place is not
    known, and always for a protected person.
    """

    id: UUID
    rank: int
    activity: Activity
    organisation: str
    place: str
    shared: tuple[str, ...]
    km: int | None
    points: int


def nearby(tx: Transaction, person_id: UUID, most: int = MOST) -> list[Suggestion]:
    """The activities that suit a person best, beginners' first."""
    from mentorapp.matching.nearby import Looking, Offer, rank

    person = records.get(tx, Person, person_id)
    level = shields.protection_of(tx, person_id)
    found = records.find(tx, ContactDetails, person_id=person_id)
    details = visible(found[0] if found else None, level, Purpose.PAIRING)
    known = {
        one.activity_id
        for one in records.find(tx, Introduction, person_id=person_id)
        if one.is_open
    }
    homes = records.by_id(records.find(tx, Organisation))
    activities = {
        one.id: one for one in records.find(tx, Activity, open=True) if one.id not in known
    }
    offers = [
        Offer(
            id=one.id,
            name=one.name,
            interests=one.interests or homes[one.organisation_id].interests,
            place=place(one.country, one.postal_code) if one.postal_code else None,
            welcomes_beginners=one.welcomes_beginners,
        )
        for one in activities.values()
    ]
    looking = Looking(
        interests=person.interests,
        place=place_of(details),
        transport=person.transport,
        hidden=level is not Protection.NONE,
    )
    return [
        Suggestion(
            id=suiting.offer.id,
            rank=place_in_list,
            activity=activities[suiting.offer.id],
            organisation=homes[activities[suiting.offer.id].organisation_id].name,
            place=where(activities[suiting.offer.id]),
            shared=suiting.shared,
            km=suiting.km,
            points=suiting.points,
        )
        for place_in_list, suiting in enumerate(rank(looking, offers)[:most], 1)
    ]


def leaflet(tx: Transaction, person_id: UUID) -> bytes:
    """The leaflet for the person, in the language letters to the person are written in.

    Languages the program itself does not speak fall back as letters do: to Bokmål.
    """
    person = records.get(tx, Person, person_id)
    office = offices.read(tx)
    wished = person.letter_language.value
    words = Words(wished if wished in LANGUAGES else "nb", word_lists.read(tx))
    return leaflet_pdf(person.called, nearby(tx, person_id), office, words)


def leaflet_pdf(
    called: str, suggestions: Sequence[Suggestion], office: Office, words: Words
) -> bytes:
    """The leaflet as PDF; touches no database."""
    from mentorapp.reports.nearby_leaflet import MOST, LeafletActivity, nearby_leaflet

    return nearby_leaflet(
        called,
        [
            LeafletActivity(
                name=one.activity.name,
                organisation=one.organisation,
                time=one.activity.time,
                place=one.place,
                price=one.activity.price,
                contact=one.activity.contact,
                phone=one.activity.contact_phone,
                welcomes_beginners=one.activity.welcomes_beginners,
                shared=one.shared,
                km=one.km,
            )
            for one in suggestions[:MOST]
        ],
        office,
        words,
    )
