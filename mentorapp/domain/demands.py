"""Demand: what organisations look for (Odense: «kompetencer, der er efterspurgt»)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.languages import Level
from mentorapp.domain.records import Record


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
