"""Organisations from a list: the same one by its number, else by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from mentorapp.domain.errors import Refused
from mentorapp.domain.imports import RowReading
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.organisations import ContactPerson, Organisation
from mentorapp.domain.text import folded
from mentorapp.operations import offices, organisations
from mentorapp.operations.import_plan import PlannedRow, RowStatus, Write, unreadable
from mentorapp.operations.long_work import LongWork
from mentorapp.storage import counters, records
from mentorapp.storage.database import Transaction

_CONTACT = {
    "contact_name": "name",
    "contact_role": "role",
    "contact_phone": "phone",
    "contact_email": "email",
}
_OWN = frozenset(f.name for f in fields(Organisation))


@dataclass(slots=True)
class OrganisationPlan:
    """The rows, and what each of them would make of an organisation."""

    rows: list[PlannedRow] = field(default_factory=list)
    results: dict[int, Organisation] = field(default_factory=dict)
    updates: dict[int, Organisation] = field(default_factory=dict)

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        _today: date,
        work: LongWork,
        /,
    ) -> None:
        """Insert the new ones many at a time, change the others one by one."""
        new = [self.results[row.number] for row, write in accepted if write is Write.NEW]
        numbers = counters.next_numbers(tx, NumberKind.ORGANISATION, len(new)) if new else []
        numbered = [replace(one, number=n) for one, n in zip(new, numbers, strict=True)]
        for part in work.parts(numbered):
            records.add_all(tx, part)
        changed = [self.updates[row.number] for row, write in accepted if write is Write.UPDATE]
        for one in work.over(changed):
            records.amend(tx, one)


def plan(
    tx: Transaction, readings: Sequence[RowReading], _today: date, work: LongWork
) -> OrganisationPlan:
    """Compare each row with what is stored and with the rows before it."""
    country = offices.read(tx).country
    known = records.find(tx, Organisation)
    by_number = {one.registration_number: one for one in known if one.registration_number}
    by_name: dict[str, list[Organisation]] = {}
    for one in known:
        by_name.setdefault(folded(one.name), []).append(one)
    made = OrganisationPlan()
    for reading in work.over(readings):
        name = str(reading.values.get("name", ""))
        if not reading.readable:
            made.rows.append(unreadable(reading, name))
            continue
        try:
            blank = organisations.tidy(_merged(Organisation(name=name, country=country), reading))
        except Refused as refused:
            made.rows.append(unreadable(reading, name, refused))
            continue
        made.results[reading.number] = blank
        twins = by_name.get(folded(name), [])
        same = by_number.get(blank.registration_number) if blank.registration_number else None
        if same is None and len(twins) == 1 and _may_be(twins[0], blank):
            same = twins[0]
        if same is not None:
            made.rows.append(_compared(made, reading, same, name))
            continue
        twins = [one for one in twins if _may_be(one, blank)]
        made.rows.append(
            PlannedRow(
                number=reading.number,
                status=RowStatus.DUPLICATE if twins else RowStatus.NEW,
                summary=name,
                remarks=reading.notes,
                twins=tuple((one.id, one.name) for one in twins),
            )
        )
        for one in twins[:1]:
            made.updates[reading.number] = _merged(one, reading)
        by_name.setdefault(folded(name), []).append(blank)
        if blank.registration_number:
            by_number[blank.registration_number] = blank
    return made


def _may_be(stored: Organisation, row: Organisation) -> bool:
    """Two numbers that differ are two organisations, whatever their names."""
    numbers = {stored.registration_number, row.registration_number} - {""}
    return len(numbers) < 2


def _compared(
    made: OrganisationPlan, reading: RowReading, stored: Organisation, name: str
) -> PlannedRow:
    merged = _merged(stored, reading)
    made.updates[reading.number] = merged
    changes = tuple(
        f.name for f in fields(Organisation) if getattr(stored, f.name) != getattr(merged, f.name)
    )
    # A row that repeats an earlier new row of the same file changes nothing more.
    changed = bool(changes) and stored.number != 0
    return PlannedRow(
        number=reading.number,
        status=RowStatus.CHANGED if changed else RowStatus.SAME,
        summary=name,
        changes=changes,
        remarks=reading.notes,
    )


def _merged(stored: Organisation, reading: RowReading) -> Organisation:
    """The organisation with the row's filled cells over it; empty cells erase nothing."""
    values: dict[str, Any] = {
        name: value for name, value in reading.values.items() if name in _OWN and name != "notes"
    }
    contact = {
        own: str(reading.values[name]) for name, own in _CONTACT.items() if name in reading.values
    }
    if contact:
        values["contact_persons"] = _contacts(stored.contact_persons, contact)
    values["notes"] = added_note(stored.notes, str(reading.values.get("notes", "")))
    return replace(stored, **values)


def _contacts(
    stored: tuple[ContactPerson, ...], contact: Mapping[str, str]
) -> tuple[ContactPerson, ...]:
    """The row's contact person changed in place if known by name, else added in front."""
    name = contact.get("name") or (stored[0].name if stored else "")
    for index, one in enumerate(stored):
        if folded(one.name) == folded(name):
            return (*stored[:index], replace(one, **contact), *stored[index + 1 :])
    return (ContactPerson(**{"name": name, **contact}), *stored)


def added_note(stored: str, note: str) -> str:
    """Both notes; a note that stands there already is not added again."""
    if not note or note in stored:
        return stored
    return f"{stored}\n{note}".strip()
