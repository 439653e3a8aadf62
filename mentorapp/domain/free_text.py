"""What people write in their own words about somebody, and what of it may be kept and printed.

One rule for every record (`docs/architecture.md`, "Where somebody is"): about a person with a
strictly confidential address no text is kept that names a place; on a paper for a person with any
protection, places are left out and the person's name is not printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from mentorapp.domain.calls import Call
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import Places, place_in, without_places
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.postponements import Postponement
from mentorapp.domain.practice_driving import DrivingPractice
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.retention import RetentionDecision
from mentorapp.domain.statuses import StatusChange

R = TypeVar("R", bound=Record)

#: The fields of each record that hold free text, with their names in forms and refusals.
FREE_TEXT: Mapping[type[Record], Mapping[str, str]] = MappingProxyType(
    {
        Person: {"notes": "notes", "occupation": "occupation"},
        Newcomer: {
            name: name
            for name in (
                "goal",
                "earlier_occupation",
                "wished_occupation",
                "referred_by",
                "contact_person",
            )
        },
        Mentor: {"motivation": "motivation"},
        Pairing: {"notes": "notes", "end_note": "end_note"},
        Meeting: {"notes": "notes"},
        FollowUp: {"note": "notes"},
        Postponement: {"reason": "reason"},
        RetentionDecision: {"reason": "reason"},
        Call: {"note": "notes"},
        StatusChange: {"comment": "notes"},
        CompetenceCard: {
            name: name
            for name in (
                "education_field",
                "experience",
                "skills",
                "licences",
                "certificates",
                "gap_note",
            )
        },
        PlanGoal: {"text": "text", "notes": "notes"},
        PlanStep: {"text": "text", "owner_name": "owner_name"},
        DrivingPractice: {"car": "car", "notes": "notes"},
        Interview: {"answers": "answer", "held_by": "held_by"},
        Quote: {"text": "quote", "credit": "credit"},
        NetworkCheck: {"note": "note"},
        Questionnaire: {"own_words": "answer"},
        ContactPoint: {"name": "name", "stand_in": "stand_in"},
    }
)
#: Those that hold the name of a person, whose last name may be that of a place.
OF_PEOPLE = frozenset({"held_by", "owner_name", "name", "stand_in", "contact_person"})


def check_no_place(record: Record, places: Places) -> None:
    """Raise InvalidField at the first free text of the record that names a place."""
    for field, shown in FREE_TEXT[type(record)].items():
        for name, text in _texts(shown, getattr(record, field)):
            named = place_in(text, places, of_people=field in OF_PEOPLE)
            if named:
                raise InvalidField(name, Problem.NAMES_PLACE, named)


def without_named_places(record: R, places: Places) -> R:
    """The record with ``LEFT_OUT`` for every place in its free texts."""
    changed: dict[str, Any] = {}
    for field in FREE_TEXT[type(record)]:
        held, of_people = getattr(record, field), field in OF_PEOPLE
        if isinstance(held, str):
            changed[field] = without_places(held, places, of_people=of_people)
        elif isinstance(held, Mapping):
            changed[field] = {key: without_places(text, places) for key, text in held.items()}
        else:
            changed[field] = tuple(without_places(text, places) for text in held)
    return replace(record, **changed)


def without_texts(record: R) -> R:
    """The record with nothing in its free texts; of those that are one text each."""
    empty: dict[str, Any] = dict.fromkeys(FREE_TEXT[type(record)], "")
    return replace(record, **empty)


def _texts(name: str, held: object) -> Iterator[tuple[str, str]]:
    """Each text with the name of its field; an answer's is ``answer.`` and the question."""
    if isinstance(held, str):
        yield name, held
    elif isinstance(held, Mapping):
        yield from ((f"{name}.{key}", text) for key, text in held.items())
    elif isinstance(held, tuple):
        yield from ((name, text) for text in held)
