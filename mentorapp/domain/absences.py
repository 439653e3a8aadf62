"""When a coordinator is away, and who stands in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Record):
    """Both days count. ``to_date`` None: nobody knows yet when the coordinator is back."""

    coordinator: str
    stand_in: str
    from_date: date
    to_date: date | None = None


def check_absence(absence: Absence) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    for name in ("coordinator", "stand_in"):
        if not getattr(absence, name).strip():
            raise InvalidField(name, Problem.MISSING)
        check_length(name, getattr(absence, name), NAME_LIMIT)
    if absence.stand_in == absence.coordinator:
        raise InvalidField("stand_in", Problem.OUT_OF_RANGE, absence.stand_in)
    if absence.to_date is not None and absence.to_date < absence.from_date:
        raise InvalidField("to_date", Problem.BEFORE_START, absence.to_date.isoformat())


def stand_in_of(coordinator: str, absences: Iterable[Absence], day: date) -> str:
    """Who stands in for the coordinator that day; empty when he is there."""
    for absence in absences:
        there = absence.from_date <= day and (absence.to_date is None or day <= absence.to_date)
        if absence.coordinator == coordinator and there:
            return absence.stand_in
    return ""
