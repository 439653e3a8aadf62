"""Questionnaires on paper: asked at start, midway and end, typed in per pairing and person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class Moment(StrEnum):
    """When in the course of a pair it is asked; the same questions, so that a change shows."""

    FIRST_MEETING = "first_meeting"
    START = "start"
    MIDWAY = "midway"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire(Record):
    """What one half answered. ``answers`` has a number for each question that was answered (its
    place on the scale, or hours), ``own_words`` what was written by hand.
    """

    pairing_id: UUID
    person_id: UUID
    moment: Moment
    answered_on: date
    answers: Mapping[str, int] = field(default_factory=dict)
    own_words: Mapping[str, str] = field(default_factory=dict)
    typed_by: str = ""
