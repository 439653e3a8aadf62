"""Placements: register, follow, end, extend, and list without telling where the protected are."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.contact_details import check_phone
from mentorapp.domain.errors import NotFound, StillInUse
from mentorapp.domain.interviews import Quote
from mentorapp.domain.languages import Level
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.placement_errors import PlacementEnded
from mentorapp.domain.placement_protection import check_placeable
from mentorapp.domain.placements import Placement, PlacementEnd, check_placement, midway
from mentorapp.domain.projects import Project
from mentorapp.domain.text import clean
from mentorapp.operations.intention import intention
from mentorapp.reference.phones import to_e164
from mentorapp.storage import counters, records, shields
from mentorapp.storage.database import Transaction

_TEXTS = (
    "unit",
    "supervisor",
    "supervisor_phone",
    "teaching",
    "midway_note",
    "end_note",
    "learnt",
    "practised",
    "notes",
)


def read(tx: Transaction, placement_id: UUID) -> Placement:
    """One placement for its form; NotFound.

    Raises PlacementProtected when the person's address has become strictly confidential: what is
    stored may then be ended or deleted, and no longer looked at.
    """
    placement = records.get(tx, Placement, placement_id)
    check_placeable(shields.protection_of(tx, placement.person_id))
    return placement


def by_number(tx: Transaction, text: str) -> Placement:
    """The placement with this number; NumberMistyped, NumberOfAnotherKind or NotFound.

    Whole, as stored: whoever shows it asks ``placement_rows`` for what may be shown.
    """
    found = records.find(tx, Placement, number=read_number(text, NumberKind.PLACEMENT))
    if not found:
        raise NotFound("placement", text)
    return found[0]


def history(tx: Transaction, placement_id: UUID) -> list[AuditEntry]:
    """What was done with it, oldest first: when, who, which fields; never values."""
    return records.traces(tx, placement_id)


@intention
def register(tx: Transaction, placement: Placement, today: date) -> Placement:
    """Keep a new placement under the next number; handed in twice (by id) it is kept once.

    Without a day for the midway talk it gets the one half way. Raises InvalidField, NotFound and
    PlacementProtected.
    """
    stored = records.find(tx, Placement, id=placement.id)
    if stored:
        return stored[0]
    placement = _checked(tx, placement, today)
    number = counters.next_numbers(tx, NumberKind.PLACEMENT)[0]
    return records.add(tx, replace(placement, number=number))


@intention
def amend(tx: Transaction, placement: Placement, today: date) -> Placement:
    """Save what was changed. Raises InvalidField, PlacementProtected and ChangedMeanwhile."""
    return records.amend(tx, _checked(tx, placement, today))


@intention
def midway_held(
    tx: Transaction, placement_id: UUID, held_on: date, today: date, note: str = ""
) -> Placement:
    """The midway talk was held; ``note`` is what was said."""
    placement = records.get(tx, Placement, placement_id)
    return _save(
        tx,
        replace(
            placement, midway_done_on=held_on, midway_note=clean(note) or placement.midway_note
        ),
        today,
    )


@intention
def end(
    tx: Transaction,
    placement_id: UUID,
    ended_on: date,
    led_to: PlacementEnd,
    today: date,
    note: str = "",
    learnt: str = "",
    level_after: Level | None = None,
) -> Placement:
    """It ends, with what it led to; STOPPED needs the ``note`` why. Raises PlacementEnded."""
    placement = _open(tx, placement_id)
    return _save(
        tx,
        replace(
            placement,
            ended_on=ended_on,
            end=led_to,
            end_note=clean(note) or placement.end_note,
            learnt=clean(learnt) or placement.learnt,
            level_after=level_after or placement.level_after,
        ),
        today,
    )


@intention
def reopen(tx: Transaction, placement_id: UUID, today: date) -> Placement:
    """Undo ``end``: it goes on as if nothing had been told."""
    placement = records.get(tx, Placement, placement_id)
    return _save(tx, replace(placement, ended_on=None, end=None, end_note=""), today)


@intention
def extend(tx: Transaction, placement_id: UUID, planned_end: date, today: date) -> Placement:
    """Go on after the planned end: this one ends with EXTENSION, and a new one follows that day.

    The new one keeps person, place, hours and teaching; its agreement and midway talk are to come.
    Raises PlacementEnded and whatever ``register`` raises.
    """
    before = _open(tx, placement_id)
    follows = Placement(
        person_id=before.person_id,
        organisation_id=before.organisation_id,
        kind=before.kind,
        setting=before.setting,
        unit=before.unit,
        supervisor=before.supervisor,
        supervisor_phone=before.supervisor_phone,
        started_on=before.planned_end,
        planned_end=planned_end,
        weekly_minutes=before.weekly_minutes,
        days_per_week=before.days_per_week,
        teaching=before.teaching,
        level_before=before.level_after or before.level_before,
        project_id=before.project_id,
    )
    _save(tx, replace(before, ended_on=before.planned_end, end=PlacementEnd.EXTENSION), today)
    return register(tx, follows, today)


@intention
def delete(tx: Transaction, placement_id: UUID) -> Placement:
    """Take back one that was registered by mistake; returns it, for ``restore``.

    Raises StillInUse while a quotation stands on it.
    """
    placement = records.get(tx, Placement, placement_id)
    quotes = records.find(tx, Quote, placement_id=placement_id)
    if quotes:
        raise StillInUse("placement", "quote", len(quotes))
    records.remove(tx, placement)
    return placement


@intention
def restore(tx: Transaction, placement: Placement) -> Placement:
    """Undo ``delete``: hand in what it returned."""
    return records.restore(tx, placement)


def _open(tx: Transaction, placement_id: UUID) -> Placement:
    placement = records.get(tx, Placement, placement_id)
    if placement.ended_on is not None:
        raise PlacementEnded(placement.number)
    return placement


def _checked(tx: Transaction, placement: Placement, today: date) -> Placement:
    """With its texts cleaned and the midway talk's day, for somebody who may be placed."""
    records.get(tx, Person, placement.person_id)
    country = records.get(tx, Organisation, placement.organisation_id).country
    if placement.project_id is not None:
        records.get(tx, Project, placement.project_id)
    check_placeable(shields.protection_of(tx, placement.person_id))
    texts: dict[str, Any] = {name: clean(getattr(placement, name)) for name in _TEXTS}
    texts["supervisor_phone"] = (
        to_e164(texts["supervisor_phone"], country) or texts["supervisor_phone"]
    )
    check_phone("supervisor_phone", texts["supervisor_phone"])
    placement = replace(placement, **texts)
    if placement.midway_on is None:
        half = midway(placement.started_on, placement.planned_end)
        placement = replace(placement, midway_on=half)
    check_placement(placement, today)
    return placement


def _save(tx: Transaction, placement: Placement, today: date) -> Placement:
    check_placement(placement, today)
    return records.amend(tx, placement)
