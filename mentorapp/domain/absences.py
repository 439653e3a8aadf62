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

    def holds_on(self, day: date) -> bool:
        """Whether the coordinator is away that day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who answers for a coordinator who is away; ``until`` is the last day, None if unknown.

    ``name`` is empty while everybody who stands in is away too.
    """

    name: str
    until: date | None = None


def check_absence(absence: Absence) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    for name in ("coordinator", "stand_in"):
        if not getattr(absence, name).strip():
            raise InvalidField(name, Problem.MISSING)
        check_length(name, getattr(absence, name), NAME_LIMIT)
    if absence.stand_in == absence.coordinator:
        raise InvalidField("stand_in", Problem.SAME_PERSON)
    if absence.to_date is not None and absence.to_date < absence.from_date:
        raise InvalidField("to_date", Problem.BEFORE_START, absence.to_date.isoformat())


def stand_in_for(
    coordinator: str, absences: Iterable[Absence], day: date, own: str = ""
) -> StandIn | None:
    """Who answers for the coordinator that day; None when he is there.

    Whoever was named for one pairing (``own``) goes before, unless away too. For a stand-in who is
    away that one's stand-in answers, and so on. Of two absences the one that began last counts.
    """
    away = {
        one.coordinator: one
        for one in sorted(absences, key=lambda one: (one.from_date, one.id))
        if one.holds_on(day)
    }
    absence = away.get(coordinator)
    if absence is None:
        return None
    if own and own not in away:
        return StandIn(own, absence.to_date)
    there, asked = absence.stand_in, {coordinator}
    while there in away:
        if there in asked:
            return StandIn("", absence.to_date)
        asked.add(there)
        there = away[there].stand_in
    return StandIn(there, absence.to_date)
