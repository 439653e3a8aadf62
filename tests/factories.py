"""Records that are right in every field, to be changed one thing at a time.

Each factory gives a new record with an id and, where it has one, a short number of its own. The
records that point to others (a role to its person, a pairing to its roles) get a fresh id there;
a test that stores them hands the real one in: ``a_mentor(person_id=person.id)``.
"""

from datetime import date, datetime
from itertools import count
from typing import Any

from mentorapp.domain.availability import Slot
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.events import Event, Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.households import Household
from mentorapp.domain.languages import Spoken
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import ContactPerson, Organisation
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.domain.proposals import Proposal, Reason, ReasonKind
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import FollowUpKind, FollowUpPoint, Scheme

#: A Monday, and the day every test takes for today.
TODAY = date(2026, 11, 23)

_counter = count(1)


def spoken(*texts: str) -> frozenset[Spoken]:
    """``spoken("no:B1", "ar:native")``."""
    return frozenset(Spoken.parse(text) for text in texts)


def slots(*texts: str) -> frozenset[Slot]:
    """``slots("tuesday-evening")``."""
    return frozenset(Slot.parse(text) for text in texts)


def an_office(**changes: Any) -> Office:
    usual: dict[str, Any] = {
        "name": "Fjordvik frivilligsentral",
        "municipality": "Fjordvik",
        "address": "Storgata 12",
        "postal_code": "8200",
        "phone": "+4775541230",
        "email": "frivillig@fjordvik.example",
        "coordinators": ("Ingrid Solbakken",),
        "signature": "Frivilligkoordinator",
    }
    return Office(**(usual | changes))


def an_organisation(**changes: Any) -> Organisation:
    """A business with a valid Norwegian number and one contact person."""
    usual: dict[str, Any] = {
        "number": short_number(NumberKind.ORGANISATION, next(_counter)),
        "name": "Nordlys Mekaniske AS",
        "registration_number": "974760673",
        "postal_code": "8200",
        "contact_persons": (ContactPerson("Berit Moen", "leder", "+4775541231", "b@n.example"),),
        "promised_mentors": 3,
        "interests": frozenset({"fishing"}),
    }
    return Organisation(**(usual | changes))


def a_household(**changes: Any) -> Household:
    return Household(**({"label": "Familien Hassan"} | changes))


def a_person(**changes: Any) -> Person:
    """Kari Nordmann, born 1985, free on Tuesday evenings, likes fishing."""
    usual: dict[str, Any] = {
        "number": short_number(NumberKind.PERSON, next(_counter)),
        "given_name": "Kari",
        "family_name": "Nordmann",
        "birth_year": 1985,
        "gender": Gender.WOMAN,
        "languages": spoken("no:native"),
        "interests": frozenset({"fishing", "hiking"}),
        "availability": slots("tuesday-evening", "sunday-morning"),
    }
    return Person(**(usual | changes))


def contact_details(**changes: Any) -> ContactDetails:
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "phone": "+4791827364",
        "email": "kari@eksempel.example",
        "address": "Fiskeveien 3 B",
        "postal_code": "8200",
    }
    return ContactDetails(**(usual | changes))


def a_mentor(**changes: Any) -> Mentor:
    """Approved, cleared in everything, open to all schemes, room for two."""
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "capacity": 2,
        "certificate_seen_by": "Ingrid Solbakken",
        "certificate_seen_on": date(2026, 1, 10),
        "confidentiality_signed_on": date(2026, 1, 10),
        "training_done_on": date(2026, 1, 20),
        "status": MentorStatus.APPROVED,
        "registered_on": date(2026, 1, 5),
    }
    return Mentor(**(usual | changes))


def a_newcomer(**changes: Any) -> Newcomer:
    """Ready to be paired in any scheme, registered on 1 August."""
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "goal": "Snakke mer norsk",
        "status": NewcomerStatus.READY,
        "registered_on": date(2026, 8, 1),
    }
    return Newcomer(**(usual | changes))


def a_consent(**changes: Any) -> Consent:
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "purpose": ConsentPurpose.PAIRING,
        "basis": LegalBasis.CONSENT,
        "given_on": date(2026, 8, 1),
    }
    return Consent(**(usual | changes))


def a_scheme(**changes: Any) -> Scheme:
    """Half a year with four follow-ups; nothing is weighed but interests."""
    usual: dict[str, Any] = {
        "key": f"scheme_{next(_counter)}",
        "names": {"nb": "Fadder", "en": "Buddy"},
        "mentor_titles": {"nb": "fadder", "en": "buddy"},
        "newcomer_titles": {"nb": "nyankommen", "en": "newcomer"},
        "follow_up_points": (
            FollowUpPoint(14, FollowUpKind.FIRST_MEETING),
            FollowUpPoint(30, FollowUpKind.CALL),
            FollowUpPoint(90, FollowUpKind.MIDWAY),
            FollowUpPoint(180, FollowUpKind.CLOSING),
        ),
        "weights": {"interests": "high"},
    }
    return Scheme(**(usual | changes))


def a_proposal(**changes: Any) -> Proposal:
    usual: dict[str, Any] = {
        "scheme_id": new_id(),
        "mentor_id": new_id(),
        "newcomer_id": new_id(),
        "score": 72,
        "reasons": (Reason(ReasonKind.SHARED_INTERESTS, ("fishing",), points=40),),
        "weights": {"interests": "high"},
        "proposed_on": date(2026, 11, 20),
    }
    return Proposal(**(usual | changes))


def a_pairing(**changes: Any) -> Pairing:
    """Agreed on 1 September, running since, planned for half a year."""
    usual: dict[str, Any] = {
        "number": short_number(NumberKind.PAIRING, next(_counter)),
        "scheme_id": new_id(),
        "mentor_id": new_id(),
        "newcomer_id": new_id(),
        "status": PairingStatus.ACTIVE,
        "agreed_on": date(2026, 9, 1),
        "started_on": date(2026, 9, 8),
        "planned_end": date(2027, 3, 1),
    }
    return Pairing(**(usual | changes))


def a_meeting(**changes: Any) -> Meeting:
    usual: dict[str, Any] = {
        "pairing_id": new_id(),
        "held_on": date(2026, 11, 10),
        "minutes": 90,
        "logged_by": "Ingrid Solbakken",
    }
    return Meeting(**(usual | changes))


def a_follow_up(**changes: Any) -> FollowUp:
    usual: dict[str, Any] = {
        "pairing_id": new_id(),
        "due": date(2026, 12, 1),
        "kind": FollowUpKind.MIDWAY,
    }
    return FollowUp(**(usual | changes))


def an_event(**changes: Any) -> Event:
    """A theme evening for twenty, on Thursday 3 December."""
    usual: dict[str, Any] = {
        "number": short_number(NumberKind.EVENT, next(_counter)),
        "name": "Temakveld om arbeidslivet",
        "starts_at": datetime.fromisoformat("2026-12-03T18:00"),
        "ends_at": datetime.fromisoformat("2026-12-03T20:00"),
        "place": "Biblioteket",
        "seats": 20,
    }
    return Event(**(usual | changes))


def an_invitation(**changes: Any) -> Invitation:
    usual: dict[str, Any] = {
        "event_id": new_id(),
        "person_id": new_id(),
        "invited_on": date(2026, 11, 20),
    }
    return Invitation(**(usual | changes))


def a_placement(**changes: Any) -> Placement:
    """A work placement of half a year that runs since September, with its midway talk to come."""
    usual: dict[str, Any] = {
        "number": short_number(NumberKind.PLACEMENT, next(_counter)),
        "person_id": new_id(),
        "organisation_id": new_id(),
        "started_on": date(2026, 9, 1),
        "planned_end": date(2027, 2, 28),
        "weekly_minutes": 22 * 60 + 30,
        "days_per_week": 3,
        "midway_on": date(2026, 12, 1),
    }
    return Placement(**(usual | changes))


def offered_places(**changes: Any) -> OfferedPlaces:
    """Two places for work placements since January, until further notice."""
    usual: dict[str, Any] = {
        "organisation_id": new_id(),
        "kind": PlacementKind.WORK,
        "places": 2,
        "from_date": date(2026, 1, 1),
    }
    return OfferedPlaces(**(usual | changes))
