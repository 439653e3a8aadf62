"""Barriers: what keeps somebody from taking part; ticked for a person, counted in the aggregate."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class Barrier(StrEnum):
    """What stands in the way. Health is left out on purpose: article 9 of the GDPR."""

    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    LANGUAGE = "language"
    HOUSING = "housing"
    TIME = "time"
    NETWORK = "network"
    MONEY = "money"
    RECOGNITION = "recognition"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierCheck(Record):
    """What stood in the way on that day; none is an answer too. The newest one counts."""

    person_id: UUID
    checked_on: date
    barriers: frozenset[Barrier] = frozenset()
