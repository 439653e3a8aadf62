"""Coordinators who are away, and who stands in for them meanwhile."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.absences import Absence, StandIn, check_absence, stand_in_for
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.pairings import Responsibility
from mentorapp.domain.text import clean
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def save(tx: Transaction, absence: Absence) -> Absence:
    """Note that a coordinator is away, or change it. Raises InvalidField, also where two meet."""
    absence = replace(
        absence, coordinator=clean(absence.coordinator), stand_in=clean(absence.stand_in)
    )
    check_absence(absence)
    for other in records.find(tx, Absence, coordinator=absence.coordinator):
        if other.id != absence.id and _meet(other, absence):
            raise InvalidField("from_date", Problem.OVERLAPS, other.from_date.isoformat())
    if records.find(tx, Absence, id=absence.id):
        return records.amend(tx, absence)
    return records.add(tx, absence)


@intention
def end(tx: Transaction, absence_id: UUID, today: date) -> Absence:
    """The coordinator is back today: the last day away was yesterday.

    One who would have been away from today on was not away at all.
    """
    absence = records.get(tx, Absence, absence_id)
    yesterday = today - timedelta(days=1)
    if absence.from_date > yesterday:
        records.remove(tx, absence)
        return absence
    return records.amend(tx, replace(absence, to_date=yesterday))


@intention
def remove(tx: Transaction, absence_id: UUID) -> Absence:
    """It was noted by mistake."""
    absence = records.get(tx, Absence, absence_id)
    records.remove(tx, absence)
    return absence


@dataclass(frozen=True, slots=True)
class Answering:
    """The coordinator of a pairing, empty for none, and who answers instead when he is away."""

    coordinator: str = ""
    away: StandIn | None = None


def answering(tx: Transaction, pairing_id: UUID | None, today: date) -> Answering:
    """Whom to ask about a pairing today; nobody for None."""
    if pairing_id is not None:
        for turn in records.find(tx, Responsibility, pairing_id=pairing_id, to_date=None):
            away = stand_in_for(turn.coordinator, records.find(tx, Absence), today, turn.stand_in)
            return Answering(turn.coordinator, away)
    return Answering()


def all_absences(tx: Transaction) -> list[Absence]:
    """Every absence, the latest first."""
    every = records.find(tx, Absence)
    return sorted(every, key=lambda one: (one.from_date, one.id), reverse=True)


def _meet(one: Absence, other: Absence) -> bool:
    first, second = sorted((one, other), key=lambda absence: absence.from_date)
    return first.to_date is None or second.from_date <= first.to_date
