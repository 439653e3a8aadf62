"""Network and language in use: whom one can ask, and how often one speaks, asked three times."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class NetworkStage(StrEnum):
    """When in the course of a pair it was asked."""

    START = "start"
    MIDWAY = "midway"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCheck(Record):
    """``people_to_ask``: how many in the country can be asked for help or advice.

    ``language_days``: on how many days a week the country's language is spoken outside class, 0–7.
    None is not answered.
    """

    person_id: UUID
    pairing_id: UUID | None = None
    stage: NetworkStage
    asked_on: date
    people_to_ask: int | None = None
    language_days: int | None = None
    note: str = ""
