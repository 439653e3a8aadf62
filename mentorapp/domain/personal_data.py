"""What is kept about people: of which category each record is, and what of it may stay for ever.

This is the one list of the program's personal data. The record of processing, the export for the
person himself, anonymising and erasing all go by it; a test fails for a record about people that is
not in it. A field that is not named here is emptied when somebody is made anonymous.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from mentorapp.domain.associations import Introduction
from mentorapp.domain.barriers import BarrierCheck
from mentorapp.domain.calls import Call
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.consents import Consent
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.events import Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import LEFT_OUT
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.pairings import Pairing, Responsibility
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.postponements import Postponement
from mentorapp.domain.practice_driving import DrivingPractice, DrivingSession
from mentorapp.domain.proposals import ForbiddenPair, Proposal
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.retention import RetentionDecision
from mentorapp.domain.statuses import StatusChange
from mentorapp.domain.ties import Tie
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.domain.waiting_lists import SharedEntry

R = TypeVar("R", bound=Record)


class DataCategory(StrEnum):
    """A kind of information, as a record of processing names it."""

    IDENTITY = "identity"
    CONTACT = "contact"
    ROLE = "role"
    CONSENTS = "consents"
    PAIRS = "pairs"
    MEETINGS = "meetings"
    CONVERSATIONS = "conversations"
    WORK = "work"
    BELONGING = "belonging"
    LETTERS = "letters"
    OFFICE_WORK = "office_work"


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of record: ``stays`` are the fields that statistics count; None: the row goes."""

    category: DataCategory
    stays: frozenset[str] | None = None


def _kept(category: DataCategory, *stays: str) -> Kept:
    return Kept(category, frozenset(stays))


_IDENTITY, _ROLE, _PAIRS = DataCategory.IDENTITY, DataCategory.ROLE, DataCategory.PAIRS
_WORK, _BELONGING = DataCategory.WORK, DataCategory.BELONGING
_MEETINGS, _TALKS = DataCategory.MEETINGS, DataCategory.CONVERSATIONS
_OFFICE_WORK = DataCategory.OFFICE_WORK

#: Every kind of record that tells of a person. Pointers to other records always stay.
PERSONAL: Mapping[type[Record], Kept] = MappingProxyType(
    {
        Person: _kept(_IDENTITY, "number", "birth_year", "gender", "protection", "anonymised_on"),
        # Of where somebody lived the municipality stays, see ``operations.anonymising``.
        ContactDetails: _kept(DataCategory.CONTACT, "country", "postal_code"),
        Mentor: _kept(_ROLE, "schemes", "capacity", "status", "registered_on"),
        Newcomer: _kept(
            _ROLE, "schemes", "education", "residence_basis", "arrived_year", "status",
            "registered_on",
        ),
        StatusChange: _kept(_ROLE, "subject", "status", "changed_on"),
        Consent: _kept(DataCategory.CONSENTS, "purpose", "basis", "given_on", "withdrawn_on"),
        RetentionDecision: Kept(DataCategory.CONSENTS),
        Tie: Kept(_PAIRS),
        ForbiddenPair: Kept(_PAIRS),
        Proposal: _kept(
            _PAIRS, "status", "score", "locked", "by_hand", "proposed_on", "decided_on",
            "decided_by",
        ),
        Pairing: _kept(
            _PAIRS, "number", "status", "agreed_on", "agreement_signed_on", "started_on",
            "planned_end", "ended_on", "end_reason", "end_initiator", "fit", "score",
            "mentor_side", "newcomer_side",
        ),
        Responsibility: _kept(_PAIRS, "coordinator", "from_date", "to_date", "stand_in"),
        DrivingPractice: _kept(
            _PAIRS, "permit_from", "permit_to", "theory_passed_on", "test_passed_on"
        ),
        SharedEntry: Kept(_PAIRS),
        Meeting: _kept(_MEETINGS, "held_on", "minutes", "form", "logged_by"),
        DrivingSession: _kept(_MEETINGS, "kilometres", "conditions"),
        FollowUp: _kept(_MEETINGS, "due", "kind", "done_on", "done_by"),
        Call: Kept(_TALKS),
        Interview: _kept(_TALKS, "held_on", "ratings"),
        Quote: Kept(_TALKS),
        Questionnaire: _kept(_TALKS, "moment", "answered_on", "answers"),
        NetworkCheck: _kept(_TALKS, "stage", "asked_on", "people_to_ask", "language_days"),
        Outcome: _kept(
            _WORK, "exit_on", "point", "status", "weekly_minutes", "relevance", "source",
            "asked_on",
        ),
        Placement: _kept(
            _WORK, "number", "kind", "setting", "started_on", "planned_end", "weekly_minutes",
            "days_per_week", "agreement_signed_on", "midway_on", "midway_done_on", "ended_on",
            "end", "level_before", "level_after",
        ),
        CompetenceCard: _kept(_WORK, "gaps", "updated_on"),
        PlanGoal: _kept(_WORK, "kind", "set_on", "due", "attainment", "attained_on", "closed_on"),
        PlanStep: _kept(_WORK, "owner", "due", "done_on"),
        Introduction: _kept(
            _BELONGING, "introduced_on", "first_visit_on", "joined_on", "member_on", "left_on"
        ),
        Invitation: _kept(
            _BELONGING, "invited_on", "answer", "answered_on", "attendance", "letter_on",
            "training_on",
        ),
        BarrierCheck: _kept(_BELONGING, "checked_on", "barriers"),
        ContactPoint: _kept(_BELONGING, "role", "tasks", "since", "until"),
        LetterIssued: _kept(
            DataCategory.LETTERS, "kind", "language", "issued_at", "issued_by", "batch",
            "failed_on", "protection",
        ),
        Postponement: Kept(_OFFICE_WORK),
        UnfinishedForm: Kept(_OFFICE_WORK),
    }
)  # fmt: skip
_POINTS = ("id", "version", "deleted_at", "subject_id")


def anonymous(record: R) -> R:
    """The record with nothing in it but what statistics count; of a kind that stays."""
    kept = PERSONAL[type(record)].stays
    if kept is None:
        raise ValueError(f"{type(record).__name__} goes as a whole")
    emptied: dict[str, Any] = {
        one.name: _empty(one, getattr(record, one.name))
        for one in fields(record)
        if one.name not in kept and one.name not in _POINTS and not one.name.endswith("_id")
    }
    return replace(record, **emptied)


def _empty(field: Any, held: object) -> object:  # noqa: ANN401 - a dataclass field
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return LEFT_OUT if isinstance(held, str) else type(held)()
