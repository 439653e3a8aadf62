"""Barriers: note what stands in somebody's way, count it over all."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.barriers import (
    Barrier,
    BarrierCheck,
    BarrierFigures,
    barrier_figures,
    check_barrier_check,
    newest_checks,
)
from mentorapp.domain.households import Household
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.operations import offices
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """What stands in a newcomer's way now. ``childcare_at_home``: the household needs it."""

    person_id: UUID
    number: int
    name: str
    checked_on: date
    barriers: frozenset[Barrier]
    childcare_at_home: bool


@intention
def save(tx: Transaction, check: BarrierCheck, today: date) -> BarrierCheck:
    """Note what was ticked on a day, or mend it; earlier looks stay as they were."""
    check_barrier_check(check, today)
    records.get(tx, Person, check.person_id)
    if records.find(tx, BarrierCheck, id=check.id):
        return records.amend(tx, check)
    return records.add(tx, check)


@intention
def remove(tx: Transaction, check_id: UUID) -> BarrierCheck:
    """Delete a look; returns it, for ``restore``."""
    check = records.get(tx, BarrierCheck, check_id)
    records.remove(tx, check)
    return check


@intention
def restore(tx: Transaction, check: BarrierCheck) -> BarrierCheck:
    """Undo ``remove``."""
    return records.restore(tx, check)


def of_person(tx: Transaction, person_id: UUID) -> list[BarrierCheck]:
    """Somebody's looks, newest first: the first one counts."""
    return sorted(
        records.find(tx, BarrierCheck, person_id=person_id),
        key=lambda check: (check.checked_on, check.id),
        reverse=True,
    )


def all_checks(tx: Transaction) -> list[BarrierCheck]:
    """Every look there is."""
    return records.find(tx, BarrierCheck)


def childcare_at_home(tx: Transaction, person_id: UUID) -> bool:
    """Whether the person's household is ticked as needing childcare."""
    return person_id in _needing_childcare(tx, [person_id])


def rows(tx: Transaction) -> list[BarrierRow]:
    """Everybody who was asked, by number, with the newest answer."""
    newest = newest_checks(records.find(tx, BarrierCheck))
    needing = _needing_childcare(tx, newest)
    people = sorted(records.find(tx, Person, id=set(newest)), key=lambda person: person.number)
    return [
        BarrierRow(
            person.id,
            person.number,
            person.name,
            newest[person.id].checked_on,
            newest[person.id].barriers,
            person.id in needing,
        )
        for person in people
    ]


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> BarrierFigures:
    """The answers given from ``first`` to ``last``, at the latest today.

    Household needs are those of today, of everybody who is or was a newcomer.
    """
    checks = [
        one for one in records.find(tx, BarrierCheck) if first <= one.checked_on <= min(last, today)
    ]
    newcomers = {one.person_id for one in records.find(tx, Newcomer)}
    return barrier_figures(checks, _needing_childcare(tx, newcomers))


def _needing_childcare(tx: Transaction, people: Container[UUID]) -> frozenset[UUID]:
    homes = {one.id for one in records.find(tx, Household, childcare_needed=True)}
    return frozenset(
        person.id for person in records.find(tx, Person, household_id=homes) if person.id in people
    )


def years(tx: Transaction) -> list[int]:
    """The years in which somebody was asked, newest first."""
    return sorted({one.checked_on.year for one in records.find(tx, BarrierCheck)}, reverse=True)


@counts_all
def report_pdf(tx: Transaction, first: date, last: date, today: date, words: Words) -> bytes:
    """The figures of a period on a page for managers, small numbers hidden."""
    from mentorapp.reports.barriers import barriers_report

    last = min(last, today)
    if first == date.min:
        period = words.text("until %(date)s") % {"date": words.date(last)}
    else:
        period = f"{words.date(first)} – {words.date(last)}"
    counted = figures(tx, first, last, today)
    return barriers_report(counted, period, offices.read(tx), words, today)
