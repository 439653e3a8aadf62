"""What a deleted record is known by: names and a day, never a place and nobody's own words."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mentorapp.domain.events import Event
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.plans import PlanGoal
from mentorapp.domain.records import Record
from mentorapp.domain.schemes import Scheme
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Named:
    """The people or things of a record, and the day that tells it from the others."""

    names: tuple[str, ...]
    day: date | None = None


#: Fields that lead to somebody, the first that is filled counting, with what they lead to.
_LEADING: tuple[tuple[str, type[Record]], ...] = (
    ("meeting_id", Meeting),
    ("pairing_id", Pairing),
    ("goal_id", PlanGoal),
    ("event_id", Event),
)
_OF_PEOPLE = ("person_id", "other_id")
_DAYS = (
    "held_on", "called_on", "started_on", "agreed_on", "starts_at", "introduced_on", "asked_on",
    "checked_on", "said_on", "answered_on", "set_on", "since", "from_date",
)  # fmt: skip
#: A household's label often is an address.
_NAMES = ("name", "title", "coordinator", "key")


def named(tx: Transaction, found: Sequence[Record]) -> dict[UUID, Named]:
    """By the ids of the records."""
    protected = shields.protections(tx).keys()
    return {one.id: Named(_names(tx, one, protected), _day(one)) for one in found}


def _names(tx: Transaction, record: Record, protected: AbstractSet[UUID]) -> tuple[str, ...]:
    if isinstance(record, Pairing):
        return _of_pair(tx, record)
    people = [one for name in _OF_PEOPLE if (one := getattr(record, name, None))]
    if people:
        names = [_one(tx, Person, one) for one in people]
        # The name of an event may be that of a place.
        event = None if protected & set(people) else getattr(record, "event_id", None)
        return _texts([*names, _one(tx, Event, event) if event else ""])
    for field, kind in _LEADING:
        above = getattr(record, field, None)
        if above is not None:
            return tuple(
                name
                for one in records.stored(tx, kind, [above])
                for name in _names(tx, one, protected)
            )
    if isinstance(record, Scheme):
        return tuple(list(record.names.values())[:1])
    for field in _NAMES:
        text = getattr(record, field, "")
        if text:
            return (str(text),)
    organisation = getattr(record, "organisation_id", None)
    return _texts([_one(tx, Organisation, organisation)] if organisation else [])


def _of_pair(tx: Transaction, pairing: Pairing) -> tuple[str, ...]:
    roles: list[Mentor | Newcomer] = [
        *records.stored(tx, Mentor, [pairing.mentor_id]),
        *records.stored(tx, Newcomer, [pairing.newcomer_id]),
    ]
    return _texts(_one(tx, Person, role.person_id) for role in roles)


def _one(tx: Transaction, kind: type[Any], record_id: UUID) -> str:
    found = records.stored(tx, kind, [record_id])
    return str(found[0].name) if found else ""


def _texts(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, names))


def _day(record: Record) -> date | None:
    for field in _DAYS:
        held = getattr(record, field, None)
        if isinstance(held, datetime):
            return held.date()
        if isinstance(held, date):
            return held
    return None
