"""The rows of the lists of mentors and newcomers, put together from a few whole-table reads."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import (
    ArrivalBand,
    Education,
    Newcomer,
    NewcomerStatus,
    ResidenceBasis,
    arrival_band,
)
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.operations import looks, responsible
from mentorapp.operations.places import place_of
from mentorapp.storage import records, shields, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor in the list; for the protected place, municipality and phone are empty, and so is
    the organisation: whoever knows where somebody works finds him there.
    """

    person_id: UUID
    mentor_id: UUID
    number: int
    name: str
    native_name: str
    languages: tuple[str, ...]
    interests: frozenset[str]
    place: str
    municipality: str
    organisation: str
    schemes: frozenset[str]
    status: MentorStatus
    capacity: int
    running: int
    last_meeting: date | None
    protection: Protection
    certificate_valid_to: date | None
    registered_on: date
    birth_year: int | None
    gender: Gender
    phone: str
    coordinators: tuple[str, ...] = ()

    @property
    def free(self) -> int:
        """How many more the mentor can take."""
        return max(0, self.capacity - self.running)


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """A newcomer in the list; place, municipality and phone are empty for the protected.

    ``paired_with`` names the mentors of all schemes, with commas between them. ``coordinators``
    have the running pairs, or are contact points where there is no pair.
    """

    person_id: UUID
    newcomer_id: UUID
    number: int
    name: str
    native_name: str
    languages: tuple[str, ...]
    interests: frozenset[str]
    place: str
    municipality: str
    schemes: frozenset[str]
    status: NewcomerStatus
    waited_days: int
    registered_on: date
    paired_with: str
    last_meeting: date | None
    protection: Protection
    needs_interpreter: bool
    arrival: ArrivalBand | None
    education: Education
    residence_basis: ResidenceBasis
    birth_year: int | None
    gender: Gender
    phone: str
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What both lists need, read once."""

    people: Mapping[UUID, Person]
    details: Mapping[UUID, ContactDetails]
    levels: Mapping[UUID, Protection]
    contact: Mapping[UUID, tallies.Contact]
    pairings: list[Pairing]

    def common(self, person: Person) -> dict[str, object]:
        """The fields that both kinds of row share."""
        level = self.levels.get(person.id, Protection.NONE)
        details = visible(self.details.get(person.id), level, Purpose.LIST)
        place = place_of(details)
        return {
            "person_id": person.id,
            "number": person.number,
            "name": person.name,
            "native_name": person.native_name,
            "languages": tuple(
                spoken.language
                for spoken in sorted(person.languages, key=lambda s: (-s.level.rank, s.language))
            ),
            "interests": person.interests,
            "place": place.place if place else "",
            "municipality": place.municipality if place else "",
            "protection": level,
            "birth_year": person.birth_year,
            "gender": person.gender,
            "phone": details.phone if details else "",
        }


def mentor_rows(tx: Transaction, _today: date) -> list[MentorRow]:
    """All mentors, in no order: the list sorts by the user's language.

    Takes the day as ``newcomer_rows`` does, so that one page serves both.
    """
    known = _read(tx)
    organisations = {one.id: one.name for one in records.find(tx, Organisation)}
    running = tallies.running_by_mentor(tx)
    last = _last_meetings(known, lambda pairing: pairing.mentor_id)
    coordinators = responsible.of_running(tx, known.pairings, lambda pairing: pairing.mentor_id)
    mentors = records.find(tx, Mentor)
    looks.listed(tx, "lists.mentor_rows", [one.person_id for one in mentors])
    return [
        MentorRow(
            **known.common(known.people[mentor.person_id]),  # type: ignore[arg-type]
            mentor_id=mentor.id,
            organisation=organisations.get(mentor.organisation_id, "")
            if mentor.organisation_id and mentor.person_id not in known.levels
            else "",
            schemes=mentor.schemes,
            status=mentor.status,
            capacity=mentor.capacity,
            running=running.get(mentor.id, 0),
            last_meeting=last.get(mentor.id),
            certificate_valid_to=mentor.certificate_valid_to,
            registered_on=mentor.registered_on,
            coordinators=coordinators.get(mentor.id, ()),
        )
        for mentor in mentors
        if mentor.person_id in known.people
    ]


def newcomer_rows(tx: Transaction, today: date) -> list[NewcomerRow]:
    """All newcomers, in no order; ``waited_days`` counts from the registration."""
    known = _read(tx)
    mentor_person = {one.id: one.person_id for one in records.find(tx, Mentor)}
    last = _last_meetings(known, lambda pairing: pairing.newcomer_id)
    coordinators = responsible.of_running(tx, known.pairings, lambda pairing: pairing.newcomer_id)
    contacts = responsible.of_contact_points(tx, today)
    paired: dict[UUID, list[str]] = defaultdict(list)
    for pairing in known.pairings:
        if pairing.status not in RUNNING:
            continue
        name = known.people[mentor_person[pairing.mentor_id]].name
        if name not in paired[pairing.newcomer_id]:
            paired[pairing.newcomer_id].append(name)
    newcomers = records.find(tx, Newcomer)
    looks.listed(tx, "lists.newcomer_rows", [one.person_id for one in newcomers])
    return [
        NewcomerRow(
            **known.common(known.people[newcomer.person_id]),  # type: ignore[arg-type]
            newcomer_id=newcomer.id,
            schemes=newcomer.schemes,
            status=newcomer.status,
            waited_days=(today - newcomer.registered_on).days,
            registered_on=newcomer.registered_on,
            paired_with=", ".join(paired[newcomer.id]),
            last_meeting=last.get(newcomer.id),
            needs_interpreter=newcomer.needs_interpreter,
            arrival=arrival_band(newcomer.arrived_year, today.year),
            education=newcomer.education,
            residence_basis=newcomer.residence_basis,
            coordinators=coordinators.get(newcomer.id) or contacts.get(newcomer.person_id, ()),
        )
        for newcomer in newcomers
        if newcomer.person_id in known.people
    ]


def _read(tx: Transaction) -> _Known:
    return _Known(
        people=records.by_id(records.find(tx, Person, anonymised_on=None)),
        details={one.person_id: one for one in records.find(tx, ContactDetails)},
        levels=shields.protections(tx),
        contact=tallies.contact(tx),
        pairings=records.find(tx, Pairing),
    )


def _last_meetings(known: _Known, owner: Callable[[Pairing], UUID]) -> dict[UUID, date]:
    last: dict[UUID, date] = {}
    for pairing in known.pairings:
        met = known.contact.get(pairing.id, tallies.Contact()).last
        if met is not None:
            last[owner(pairing)] = max(met, last.get(owner(pairing), met))
    return last
