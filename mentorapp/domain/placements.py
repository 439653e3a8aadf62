"""Placements: a person at an organisation for some months, beside teaching or instead of it.

Lørenskog: «Praksisplassene varer fra tre måneder til ett år og er koblet til opplæringen». Language
practice (Asker: «på språkpraksis på SFO») is a placement of its own kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import Level
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: Lørenskog's three months to one year, in months.
SHORTEST, LONGEST = 3, 12
#: Minutes in a week of work: half an hour up to 48 hours, the most that working time rules allow.
_WEEK = (30, 48 * 60)
_DAY_MOST = 12 * 60
_TEXTS = {
    "unit": NAME_LIMIT,
    "supervisor": NAME_LIMIT,
    "supervisor_phone": 40,
    "teaching": NAME_LIMIT,
    "midway_note": NOTE_LIMIT,
    "end_note": NOTE_LIMIT,
    "learnt": NOTE_LIMIT,
    "practised": NOTE_LIMIT,
    "notes": NOTE_LIMIT,
}


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


class PlacementStatus(StrEnum):
    """Where it is in time. It is over when somebody has told its end, not when a plan says so."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class LengthWarning(StrEnum):
    """A length that is told and never refused."""

    SHORT = "short"
    LONG = "long"


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

    def status(self, day: date) -> PlacementStatus:
        """How it stands on ``day``; on ``ended_on`` itself it has ended, and the place is free."""
        if day < self.started_on:
            return PlacementStatus.PLANNED
        if self.ended_on is not None and self.ended_on <= day:
            return PlacementStatus.ENDED
        return PlacementStatus.RUNNING

    def is_running(self, day: date) -> bool:
        """Whether the person is there on ``day``."""
        return self.status(day) is PlacementStatus.RUNNING


def midway(started_on: date, planned_end: date) -> date:
    """The day of the midway talk unless another is agreed: half way."""
    return started_on + (planned_end - started_on) // 2


def length_warning(placement: Placement, since: date | None = None) -> LengthWarning | None:
    """Whether it is planned, or was, for less than three months or more than twelve.

    ``since`` is when it began for one that follows others (``began_on``): an extension is judged
    by the whole time. One that has ended is judged by its end only where it went on too long: a
    short one was stopped for a reason that is told elsewhere.
    """
    since = since or placement.started_on
    end = placement.ended_on or placement.planned_end
    if end > months_later(since, LONGEST):
        return LengthWarning.LONG
    if placement.ended_on is None and end + timedelta(days=1) < months_later(since, SHORTEST):
        return LengthWarning.SHORT
    return None


def began_on(placement: Placement, others: Iterable[Placement]) -> date:
    """When the first of the placements began that this one extends; its own day when none.

    It extends one of the same person, place and kind that ended with EXTENSION on its first day.
    """
    before = {
        one.ended_on: one.started_on
        for one in others
        if one.end is PlacementEnd.EXTENSION
        and one.id != placement.id
        and (one.person_id, one.organisation_id, one.kind)
        == (placement.person_id, placement.organisation_id, placement.kind)
    }
    first = placement.started_on
    while (earlier := before.get(first)) is not None and earlier < first:
        first = earlier
    return first


def days_to_first(registered_on: date, placements: Iterable[Placement], today: date) -> int | None:
    """Days from registration to the first placement that has begun; None while there is none.

    0 for somebody who had one when he was registered.
    """
    begun = [one.started_on for one in placements if one.started_on <= today]
    return max(0, (min(begun) - registered_on).days) if begun else None


def check_placement(placement: Placement, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right.

    An end may be told ahead, up to the planned one: a job that begins next month, an extension.
    """
    _check_period(placement, today)
    _check_working_time(placement)
    _check_midway(placement, today)
    _check_end(placement, today)
    if placement.agreement_signed_on is not None and placement.agreement_signed_on > today:
        day = placement.agreement_signed_on
        raise InvalidField("agreement_signed_on", Problem.IN_FUTURE, day.isoformat())
    for name, limit in _TEXTS.items():
        check_length(name, getattr(placement, name), limit)


def _check_period(placement: Placement, today: date) -> None:
    start, end = placement.started_on, placement.planned_end
    if start < months_later(today, -50 * 12):
        raise InvalidField("started_on", Problem.TOO_LONG_AGO, start.isoformat())
    if start > months_later(today, 24):
        raise InvalidField("started_on", Problem.TOO_FAR_AHEAD, start.isoformat())
    if end <= start:
        raise InvalidField("planned_end", Problem.BEFORE_START, end.isoformat())
    if end > months_later(start, 60):
        raise InvalidField("planned_end", Problem.TOO_FAR_AHEAD, end.isoformat())


def _check_working_time(placement: Placement) -> None:
    minutes, days = placement.weekly_minutes, placement.days_per_week
    if days is not None and not 1 <= days <= 7:
        raise InvalidField("days_per_week", Problem.OUT_OF_RANGE, str(days), "1–7")
    if minutes is None:
        return
    least, most = _WEEK
    if not least <= minutes <= min(most, (days or 7) * _DAY_MOST):
        raise InvalidField("weekly_minutes", Problem.OUT_OF_RANGE, f"{minutes / 60:g}", "0.5–48")


def _check_midway(placement: Placement, today: date) -> None:
    due, done = placement.midway_on, placement.midway_done_on
    if due is not None and not placement.started_on <= due <= placement.planned_end:
        raise InvalidField("midway_on", Problem.OUT_OF_RANGE, due.isoformat())
    if done is None:
        return
    if done > today:
        raise InvalidField("midway_done_on", Problem.IN_FUTURE, done.isoformat())
    if done < placement.started_on:
        raise InvalidField("midway_done_on", Problem.BEFORE_START, done.isoformat())


def _check_end(placement: Placement, today: date) -> None:
    ended, end = placement.ended_on, placement.end
    if ended is None:
        if end is not None:
            raise InvalidField("ended_on", Problem.MISSING)
        return
    if ended < placement.started_on:
        raise InvalidField("ended_on", Problem.BEFORE_START, ended.isoformat())
    if ended > max(today, placement.planned_end):
        raise InvalidField("ended_on", Problem.IN_FUTURE, ended.isoformat())
    if end is None:
        raise InvalidField("end", Problem.MISSING)
    if end is PlacementEnd.STOPPED and not placement.end_note.strip():
        raise InvalidField("end_note", Problem.MISSING)
