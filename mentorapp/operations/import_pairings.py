"""Pairs that an office had before it had this program, running or ended.

They owe no pairing letters (those were written long ago) and get only the follow-ups still to come.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.errors import InvalidField, NotFound, Problem, Refused
from mentorapp.domain.follow_up import planned_follow_ups
from mentorapp.domain.imports import RowReading
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.pairings import (
    Pairing,
    PairingStatus,
    Responsibility,
    check_pairing,
    months_later,
)
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import pairings, schemes
from mentorapp.operations.import_organisations import added_note
from mentorapp.operations.import_plan import PlannedRow, RowStatus, Write, unreadable
from mentorapp.operations.import_steps import note_newcomers
from mentorapp.operations.long_work import LongWork
from mentorapp.operations.references import Register, said
from mentorapp.storage import counters, records
from mentorapp.storage.database import Transaction

#: A follow-up that fell due just before the import was hardly made by then.
_RECENT = timedelta(days=14)
_OWN = frozenset({"agreement_signed_on", "planned_end", "ended_on", "end_reason", "end_initiator"})


@dataclass(slots=True)
class PairingPlan:
    """The rows, and the pairing each would make or change."""

    rows: list[PlannedRow] = field(default_factory=list)
    results: dict[int, Pairing] = field(default_factory=dict)
    coordinators: dict[int, str] = field(default_factory=dict)
    schemes: dict[UUID, Scheme] = field(default_factory=dict)

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        today: date,
        work: LongWork,
        /,
    ) -> None:
        """Insert each new pairing with what follows from it; change the others."""
        new = [row.number for row, write in accepted if write is Write.NEW]
        numbers = counters.next_numbers(tx, NumberKind.PAIRING, len(new)) if new else []
        for row, number in work.over(list(zip(new, numbers, strict=True))):
            pairing = replace(self.results[row], number=number)
            self._add(tx, pairing, self.coordinators.get(row, ""), today)
        note_newcomers(tx, [self.results[row] for row in new])
        changed = [self.results[row.number] for row, write in accepted if write is Write.UPDATE]
        for one in work.over(changed):
            self._change(tx, one, today)

    def _add(self, tx: Transaction, pairing: Pairing, coordinator: str, today: date) -> None:
        records.add(tx, pairing)
        pairings.note_status(tx, replace(pairing, status=PairingStatus.ACTIVE), pairing.agreed_on)
        if not pairing.is_running:
            pairings.note_status(tx, pairing, pairing.ended_on or today)
        else:
            coming = [
                one
                for one in planned_follow_ups(pairing, self.schemes[pairing.scheme_id])
                if one.due >= today - _RECENT
            ]
            records.add_all(tx, coming)
        if coordinator:
            records.add(
                tx,
                Responsibility(
                    pairing_id=pairing.id,
                    coordinator=coordinator,
                    from_date=pairing.agreed_on,
                    to_date=pairing.ended_on,
                ),
            )

    @staticmethod
    def _change(tx: Transaction, pairing: Pairing, today: date) -> None:
        stored = records.get(tx, Pairing, pairing.id)
        saved = records.amend(tx, pairing)
        if stored.status is not saved.status:
            pairings.note_status(tx, saved, saved.ended_on or today)
            note_newcomers(tx, [saved])


def plan(
    tx: Transaction, readings: Sequence[RowReading], today: date, work: LongWork
) -> PairingPlan:
    """Compare each row with the pairings that are stored and with the rows before it."""
    register = Register.of(tx)
    every = schemes.all_schemes(tx)
    made = PairingPlan(schemes={one.id: one for one in every})
    keys = {one.key: one for one in every}
    roles = {one.id: one for one in records.find(tx, Newcomer)}
    known: dict[tuple[UUID, UUID, UUID], Pairing] = {
        (one.mentor_id, one.newcomer_id, one.scheme_id): one for one in records.find(tx, Pairing)
    }
    for reading in work.over(readings):
        values = reading.values
        summary = " – ".join(said(values.get(name)) for name in ("newcomer", "mentor"))
        if not reading.readable:
            made.rows.append(unreadable(reading, summary))
            continue
        try:
            mentor = _one(register.mentor(values.get("mentor")), "mentor", values.get("mentor"))
            newcomer = _one(
                register.newcomer(values.get("newcomer")), "newcomer", values.get("newcomer")
            )
            scheme = _scheme(values.get("scheme"), roles[newcomer], keys)
            stored = known.get((mentor, newcomer, scheme.id))
            pairing = _pairing(stored, mentor, newcomer, scheme, reading)
            check_pairing(pairing, today)
        except Refused as refused:
            made.rows.append(unreadable(reading, summary, refused))
            continue
        made.results[reading.number] = pairing
        if coordinator := str(values.get("coordinator", "")):
            made.coordinators[reading.number] = coordinator
        known[mentor, newcomer, scheme.id] = pairing
        changes = _changes(stored, pairing)
        status = RowStatus.NEW if stored is None else RowStatus.CHANGED
        if stored is not None and (not changes or stored.number == 0):
            status = RowStatus.SAME
        made.rows.append(
            PlannedRow(
                number=reading.number,
                status=status,
                summary=summary,
                changes=changes,
                remarks=reading.notes,
            )
        )
    return made


def _pairing(
    stored: Pairing | None,
    mentor: UUID,
    newcomer: UUID,
    scheme: Scheme,
    reading: RowReading,
) -> Pairing:
    """The row as a pairing; a stored one keeps what the row does not say."""
    values: dict[str, Any] = {name: value for name, value in reading.values.items() if name in _OWN}
    started = reading.values.get("started_on")
    if isinstance(started, date):
        values |= {"agreed_on": started, "started_on": started}
    elif stored is None:
        raise InvalidField("started_on", Problem.MISSING)
    if stored is None:
        begun: date = values["agreed_on"]
        values.setdefault("planned_end", months_later(begun, scheme.usual_months))
        stored = Pairing(
            scheme_id=scheme.id,
            mentor_id=mentor,
            newcomer_id=newcomer,
            status=PairingStatus.ACTIVE,
            agreed_on=begun,
        )
    elif not stored.is_running:
        values.pop("planned_end", None)
    ended = values.get("ended_on")
    if ended is not None and stored.is_running:
        early = values.get("end_reason") is not None
        values["status"] = PairingStatus.ENDED_EARLY if early else PairingStatus.COMPLETED
    values["notes"] = added_note(stored.notes, str(reading.values.get("notes", "")))
    return replace(stored, **values)


def _scheme(key: object, newcomer: Newcomer, keys: dict[str, Scheme]) -> Scheme:
    """The scheme the row names, else the only one the newcomer wishes."""
    if isinstance(key, str) and key in keys:
        return keys[key]
    if len(newcomer.schemes) == 1:
        return keys[next(iter(newcomer.schemes))]
    raise InvalidField("scheme", Problem.MISSING)


def _one(found: list[UUID], kind: str, meant: object) -> UUID:
    if len(found) != 1:
        raise (
            NotFound(kind, said(meant))
            if not found
            else InvalidField(kind, Problem.NOT_UNIQUE, said(meant))
        )
    return found[0]


def _changes(stored: Pairing | None, pairing: Pairing) -> tuple[str, ...]:
    if stored is None:
        return ()
    return tuple(
        f.name for f in fields(Pairing) if getattr(stored, f.name) != getattr(pairing, f.name)
    )
