"""Placements: a person at an organisation for some months, beside teaching or instead of it.

Lørenskog: «Praksisplassene varer fra tre måneder til ett år og er koblet til opplæringen». Language
practice (Asker: «på språkpraksis på SFO») is a placement of its own kind.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.languages import Level
from mentorapp.domain.records import Record


class PlacementKind(StrEnum):
    """What sort of place it is."""

    WORK = "work_placement"
    LANGUAGE = "language_placement"
    TRAINEE = "trainee"
    LOW_THRESHOLD = "low_threshold_job"
    WAGE_SUBSIDY = "wage_subsidy"


class PlacementSetting(StrEnum):
    """Where in working life it is."""

    NOT_GIVEN = "not_given"
    SCHOOL = "school"
    AFTER_SCHOOL = "after_school"
    NURSERY = "nursery"
    SHOP = "shop"
    LIBRARY = "library"
    CARE = "care"
    WORKSHOP = "workshop"
    OFFICE = "office"
    OTHER = "other"


class PlacementEnd(StrEnum):
    """What it led to; STOPPED is the only one that was not meant."""

    JOB = "job"
    EXTENSION = "extension"
    EDUCATION = "education"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Record):
    """``number`` is 0 until it is registered. ``weekly_minutes`` is the working time.

    ``teaching`` is the course it is tied to; ``midway_on`` the talk's day, ``midway_done_on`` when
    it was held. ``learnt`` is what was learnt there, ``practised`` what was said and read there;
    the levels are of the country's language. Running from ``started_on`` until ``ended_on``.
    """

    number: int = 0
    person_id: UUID
    organisation_id: UUID
    kind: PlacementKind = PlacementKind.WORK
    setting: PlacementSetting = PlacementSetting.NOT_GIVEN
    unit: str = ""
    supervisor: str = ""
    supervisor_phone: str = ""
    started_on: date
    planned_end: date
    weekly_minutes: int | None = None
    days_per_week: int | None = None
    teaching: str = ""
    agreement_signed_on: date | None = None
    midway_on: date | None = None
    midway_done_on: date | None = None
    midway_note: str = ""
    ended_on: date | None = None
    end: PlacementEnd | None = None
    end_note: str = ""
    learnt: str = ""
    practised: str = ""
    level_before: Level | None = None
    level_after: Level | None = None
    project_id: UUID | None = None
    notes: str = ""
