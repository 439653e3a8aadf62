"""Practice driving: the permit and the car of a pair, its sessions, and a country's rules.

The rules are data with a source and a date, never code: Norway's and Denmark's differ, and both
change.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class DrivingCondition(StrEnum):
    """What was practised under; a good log has some of each."""

    DARK = "dark"
    WINTER = "winter"
    MOTORWAY = "motorway"
    RAIN = "rain"
    TOWN = "town"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrivingPractice(Record):
    """One for each pairing of a scheme with driving.

    ``car`` is a description, not a registration number. ``companion_licence_since`` is the day the
    companion's licence has been held from without a break.
    """

    pairing_id: UUID
    car: str = ""
    companion_licence_since: date | None = None
    permit_from: date | None = None
    permit_to: date | None = None
    theory_passed_on: date | None = None
    test_passed_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrivingSession(Record):
    """One drive: kilometres and conditions of the meeting it is logged with."""

    meeting_id: UUID
    kilometres: int = 0
    conditions: frozenset[DrivingCondition] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrivingRules(Record):
    """What a country asks, as far as the office keeps it; None where it asks nothing.

    Ages and ``licence_years`` are whole years, ``recommended_minutes`` all practice before the
    test. ``source`` and ``source_date`` tell where the figures stand and when they were looked up.
    """

    country: str
    learner_age: int | None = None
    companion_age: int | None = None
    licence_years: int | None = None
    recommended_minutes: int | None = None
    permit_needed: bool = False
    source: str
    source_date: date
    notes: str = ""
