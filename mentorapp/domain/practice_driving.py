"""Practice driving: the permit and the car of a pair, its sessions, and a country's rules.

The rules are data with a source and a date, never code: Norway's and Denmark's differ, and both
change.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


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
    test. Where a permit is needed, ``permit_below_age`` says up to which age (None: at any).
    ``source`` and ``source_date`` tell where the figures stand and when they were looked up.
    """

    country: str
    learner_age: int | None = None
    companion_age: int | None = None
    licence_years: int | None = None
    recommended_minutes: int | None = None
    permit_needed: bool = False
    permit_below_age: int | None = None
    source: str
    source_date: date
    notes: str = ""


def check_practice(practice: DrivingPractice, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    for name in ("companion_licence_since", "theory_passed_on", "test_passed_on"):
        day = getattr(practice, name)
        if day is not None and day > today:
            raise InvalidField(name, Problem.IN_FUTURE, day.isoformat())
    begins, ends = practice.permit_from, practice.permit_to
    if begins is not None and ends is not None and ends < begins:
        raise InvalidField("permit_to", Problem.BEFORE_START, ends.isoformat())
    if ends is not None and ends > months_later(today, 120):
        raise InvalidField("permit_to", Problem.TOO_FAR_AHEAD, ends.isoformat())
    check_length("car", practice.car, NAME_LIMIT)
    check_length("notes", practice.notes, NOTE_LIMIT)


def check_session(session: DrivingSession) -> None:
    """Raise InvalidField for kilometres that no drive of a day has."""
    if not 0 <= session.kilometres <= 2000:
        raise InvalidField("kilometres", Problem.OUT_OF_RANGE, str(session.kilometres), "0–2000")


def check_rules(rules: DrivingRules, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right; figures need their source."""
    if len(rules.country) != 2:
        raise InvalidField("country", Problem.MISSING)
    for name, highest in _HIGHEST.items():
        value = getattr(rules, name)
        if value is not None and not 1 <= value <= highest:
            raise InvalidField(name, Problem.OUT_OF_RANGE, str(value), f"1–{highest}")
    if not rules.source.strip():
        raise InvalidField("source", Problem.MISSING)
    if rules.source_date > today:
        raise InvalidField("source_date", Problem.IN_FUTURE, rules.source_date.isoformat())
    check_length("source", rules.source, NOTE_LIMIT)
    check_length("notes", rules.notes, NOTE_LIMIT)


_HIGHEST = {
    "learner_age": 99,
    "companion_age": 99,
    "licence_years": 50,
    "recommended_minutes": 60_000,
    "permit_below_age": 99,
}
