"""Demand: what organisations look for (Odense: «kompetencer, der er efterspurgt»)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import Level
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: More short texts than this are a paragraph that was cut at its commas.
MOST_TEXTS = 30


class DemandKind(StrEnum):
    """What the organisation would offer whoever fits."""

    JOB = "job"
    PLACEMENT = "placement"
    TRAINEE = "trainee"
    APPRENTICE = "apprentice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Record):
    """``people`` wanted in an occupation; open until ``closed_on``.

    ``level`` of the country's language and ``level_note`` why ("the radio"). ``skills``,
    ``licences`` and ``certificates`` are compared with those of the cards.
    """

    organisation_id: UUID
    kind: DemandKind = DemandKind.JOB
    occupation_group: str = ""
    occupation: str = ""
    people: int = 1
    level: Level | None = None
    level_note: str = ""
    skills: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    asked_on: date
    closed_on: date | None = None
    notes: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody is still looked for."""
        return self.closed_on is None


def check_demand(demand: Demand, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not (demand.occupation.strip() or demand.occupation_group):
        raise InvalidField("occupation", Problem.MISSING)
    check_length("occupation", demand.occupation, NAME_LIMIT)
    check_length("level_note", demand.level_note, NAME_LIMIT)
    check_length("notes", demand.notes, NOTE_LIMIT)
    for field in ("skills", "licences", "certificates"):
        check_texts(field, getattr(demand, field))
    if not 1 <= demand.people <= 1000:
        raise InvalidField("people", Problem.OUT_OF_RANGE, str(demand.people), "1–1000")
    if demand.asked_on > today:
        raise InvalidField("asked_on", Problem.IN_FUTURE, demand.asked_on.isoformat())
    closed = demand.closed_on
    if closed is not None and closed > today:
        raise InvalidField("closed_on", Problem.IN_FUTURE, closed.isoformat())
    if closed is not None and closed < demand.asked_on:
        raise InvalidField("closed_on", Problem.BEFORE_START, closed.isoformat())


def check_texts(field: str, texts: Sequence[str]) -> None:
    """Raise InvalidField for a list of short texts with too many or too long ones."""
    if len(texts) > MOST_TEXTS:
        raise InvalidField(field, Problem.TOO_LONG, "", str(MOST_TEXTS))
    for text in texts:
        check_length(field, text, NAME_LIMIT)
