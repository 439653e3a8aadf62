"""What stands on a person or an organisation, so that it cannot be deleted from under it."""

from uuid import UUID

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.barriers import BarrierCheck
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.demands import Demand
from mentorapp.domain.errors import StillInUse
from mentorapp.domain.events import Event, Invitation
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.placements import Placement
from mentorapp.domain.plans import PlanGoal
from mentorapp.domain.projects import Project
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.waiting_lists import EntryState, SharedEntry
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all

#: In the order in which they are named to the user: the weightiest first.
_OF_PERSON: tuple[type[Record], ...] = (
    Placement,
    Outcome,
    PlanGoal,
    Introduction,
    Interview,
    Quote,
    NetworkCheck,
    Questionnaire,
    BarrierCheck,
    ContactPoint,
    CompetenceCard,
    Invitation,
)
_OF_ORGANISATION: tuple[type[Record], ...] = (Placement, OfferedPlaces, Demand, Activity, Event)


@knowing_all
def check_person_unused(tx: Transaction, person_id: UUID) -> None:
    """Raise StillInUse while something is kept about the person beside his roles.

    Deleting is for somebody registered by mistake; what must go by law is erased whole.
    """
    for kind in _OF_PERSON:
        found = records.find(tx, kind, person_id=person_id)
        if found:
            raise StillInUse("person", records.kind_of(kind), len(found))
    led = records.find(tx, Introduction, introduced_by_id=person_id)
    if led:
        raise StillInUse("person", records.kind_of(Introduction), len(led))
    _check_on_no_list(tx, person_id)


def _check_on_no_list(tx: Transaction, person_id: UUID) -> None:
    """A neighbour may still answer for somebody on a list; what was declined keeps nobody."""
    newcomers = [one.id for one in records.find(tx, Newcomer, person_id=person_id)]
    mentors = [one.id for one in records.find(tx, Mentor, person_id=person_id)]
    waiting = [
        one
        for one in (
            *records.find(tx, SharedEntry, newcomer_id=newcomers),
            *records.find(tx, SharedEntry, mentor_id=mentors),
        )
        if one.state is not EntryState.DECLINED
    ]
    if waiting:
        raise StillInUse("person", records.kind_of(SharedEntry), len(waiting))


@knowing_all
def check_organisation_unused(tx: Transaction, organisation_id: UUID) -> None:
    """Raise StillInUse while something that others rely on is kept about the organisation."""
    for kind in _OF_ORGANISATION:
        found = records.find(tx, kind, organisation_id=organisation_id)
        if found:
            raise StillInUse("organisation", records.kind_of(kind), len(found))
    partner_in = [one for one in records.find(tx, Project) if organisation_id in one.partners]
    if partner_in:
        raise StillInUse("organisation", records.kind_of(Project), len(partner_in))
