"""The newcomer's role: wishes, goal, education and work, waiting since when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class NewcomerStatus(StrEnum):
    """From registration to the end; READY and WAITING are paired."""

    REGISTERED = "registered"
    READY = "ready"
    WAITING = "waiting"
    PAIRED = "paired"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


#: Those whom a pairing run looks at.
TO_BE_PAIRED = frozenset({NewcomerStatus.READY, NewcomerStatus.WAITING})


#: Which status may follow which by hand. PAIRED is not among them: it comes with a pairing.
NEWCOMER_STEPS: dict[NewcomerStatus, tuple[NewcomerStatus, ...]] = {
    NewcomerStatus.REGISTERED: (
        NewcomerStatus.READY,
        NewcomerStatus.WAITING,
        NewcomerStatus.WITHDRAWN,
    ),
    NewcomerStatus.READY: (
        NewcomerStatus.WAITING,
        NewcomerStatus.REGISTERED,
        NewcomerStatus.WITHDRAWN,
    ),
    NewcomerStatus.WAITING: (NewcomerStatus.READY, NewcomerStatus.WITHDRAWN),
    NewcomerStatus.PAIRED: (
        NewcomerStatus.COMPLETED,
        NewcomerStatus.READY,
        NewcomerStatus.WITHDRAWN,
    ),
    NewcomerStatus.COMPLETED: (NewcomerStatus.READY,),
    NewcomerStatus.WITHDRAWN: (NewcomerStatus.REGISTERED, NewcomerStatus.READY),
}


class ResidenceBasis(StrEnum):
    """Why somebody came (Odense: «krig, kærlighed eller karriere»); optional, never matched on."""

    NOT_GIVEN = "not_given"
    REFUGEE = "refugee"
    FAMILY = "family"
    WORK = "work"
    STUDY = "study"
    OTHER = "other"


class ArrivalBand(StrEnum):
    """Years since somebody came; those of FIVE and TEN are "furthest from work" (Odense 2017)."""

    NEW = "0_1"
    TWO = "2_4"
    FIVE = "5_9"
    TEN = "10_plus"


def arrival_band(arrived_year: int | None, year: int) -> ArrivalBand | None:
    """The band in ``year``, by calendar years; None for a year of arrival that is not known."""
    if arrived_year is None:
        return None
    bands = ((1, ArrivalBand.NEW), (4, ArrivalBand.TWO), (9, ArrivalBand.FIVE))
    since = year - arrived_year
    return next((band for end, band in bands if since <= end), ArrivalBand.TEN)


class Education(StrEnum):
    """Highest finished education, coarse on purpose."""

    UNKNOWN = "unknown"
    NONE = "none"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer(Record):
    """What makes a person a newcomer who wants to meet somebody.

    ``employer_id`` and ``case_officer_id`` keep conflicts of interest out of pairs: nobody is
    mentored by his employer's people or by his own case officer. ``schemes`` are scheme
    keys; none means open to all.
    """

    person_id: UUID
    schemes: frozenset[str] = frozenset()
    wish_gender: Gender = Gender.NOT_GIVEN
    wish_age_bands: frozenset[AgeBand] = frozenset()
    max_distance_km: int | None = None
    goal: str = ""
    education: Education = Education.UNKNOWN
    residence_basis: ResidenceBasis = ResidenceBasis.NOT_GIVEN
    arrived_year: int | None = None
    earlier_occupation_group: str = ""
    earlier_occupation: str = ""
    wished_occupation_group: str = ""
    wished_occupation: str = ""
    needs_interpreter: bool = False
    interpreter_language: str = ""
    employer_id: UUID | None = None
    case_officer_id: UUID | None = None
    referred_by: str = ""
    contact_person: str = ""
    registered_on: date
    status: NewcomerStatus = NewcomerStatus.REGISTERED


def check_newcomer(newcomer: Newcomer, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if newcomer.registered_on > today:
        raise InvalidField("registered_on", Problem.IN_FUTURE, newcomer.registered_on.isoformat())
    if newcomer.max_distance_km is not None and not 0 <= newcomer.max_distance_km <= 2000:
        raise InvalidField("max_distance_km", Problem.OUT_OF_RANGE, str(newcomer.max_distance_km))
    arrived = newcomer.arrived_year
    if arrived is not None and not 1900 <= arrived <= today.year:
        raise InvalidField("arrived_year", Problem.OUT_OF_RANGE, str(arrived))
    check_length("goal", newcomer.goal, NOTE_LIMIT)
    for field in ("earlier_occupation", "wished_occupation", "referred_by", "contact_person"):
        check_length(field, getattr(newcomer, field), NAME_LIMIT)
