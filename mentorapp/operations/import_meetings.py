"""Meetings from a list or a web form. A row is the same meeting when pair and day agree."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.errors import InvalidField, NotFound, Problem, Refused
from mentorapp.domain.imports import RowReading
from mentorapp.domain.meetings import Meeting, MeetingForm, check_meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.named_places import Places
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.protection import Protection, check_place, strictest
from mentorapp.operations import free_text, pairings
from mentorapp.operations.import_plan import PlannedRow, RowStatus, Write, unreadable
from mentorapp.operations.import_protected import check_written
from mentorapp.operations.long_work import LongWork
from mentorapp.operations.references import Register, said
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

_OWN = ("minutes", "form", "place", "notes", "next_on", "logged_by", "slip")


@dataclass(slots=True)
class MeetingPlan:
    """The rows, and the meeting each would make or change."""

    rows: list[PlannedRow] = field(default_factory=list)
    results: dict[int, Meeting] = field(default_factory=dict)

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        today: date,
        work: LongWork,
        /,
    ) -> None:
        """Insert the new ones many at a time; a pair that had only agreed is begun by its first."""
        new = [self.results[row.number] for row, write in accepted if write is Write.NEW]
        for part in work.parts(new):
            records.add_all(tx, [replace(one, logged_by=one.logged_by or tx.actor) for one in part])
        changed = [self.results[row.number] for row, write in accepted if write is Write.UPDATE]
        for one in work.over(changed):
            records.amend(tx, one)
        first: dict[UUID, date] = {}
        for one in new:
            if one.counts:
                first[one.pairing_id] = min(one.held_on, first.get(one.pairing_id, one.held_on))
        agreed = records.find(tx, Pairing, id=list(first), status=PairingStatus.AGREED)
        for pairing in agreed:
            pairings.started(tx, pairing.id, today, on=first[pairing.id])


@dataclass(frozen=True, slots=True)
class _Known:
    """``levels`` are of pairs, ``protected`` the roles of people with address protection."""

    register: Register
    by_number: dict[int, Pairing]
    by_role: dict[UUID, list[Pairing]]
    stored: dict[tuple[UUID, date], list[Meeting]]
    levels: dict[UUID, Protection]
    protected: frozenset[UUID]
    places: Places
    today: date


def plan(
    tx: Transaction, readings: Sequence[RowReading], today: date, work: LongWork
) -> MeetingPlan:
    """Compare each row with the meetings that are stored."""
    known = _known(tx, today)
    made = MeetingPlan()
    for reading in work.over(readings):
        row = _row(made, known, reading)
        made.rows.append(replace(row, shielded=_is_shielded(known, reading)))
    return made


def _row(made: MeetingPlan, known: _Known, reading: RowReading) -> PlannedRow:
    summary = _summary(reading)
    if not reading.readable:
        return unreadable(reading, summary)
    try:
        pairing = _pairing(known, reading)
        planned, meeting = _compared(known, reading, pairing, summary)
        check_meeting(meeting, pairing, known.today)
        check_place(meeting.place, known.levels[pairing.id])
        if known.levels[pairing.id] is Protection.STRICT:
            check_written(meeting, known.places)
    except Refused as refused:
        return unreadable(reading, summary, refused)
    made.results[reading.number] = meeting
    return planned


def _compared(
    known: _Known, reading: RowReading, pairing: Pairing, summary: str
) -> tuple[PlannedRow, Meeting]:
    held_on = reading.values["held_on"]
    assert isinstance(held_on, date)  # noqa: S101 - the reader gives nothing else
    values: dict[str, Any] = {name: reading.values[name] for name in _OWN if name in reading.values}
    if values.get("form") is MeetingForm.ATTEMPTED:
        values.setdefault("minutes", 0)
    # Several meetings of a pair on one day are taken in order: the one that fits best is used up.
    there = known.stored.get((pairing.id, held_on), [])
    stored = next((one for one in there if replace(one, **values) == one), None) or next(
        iter(there), None
    )
    if stored is not None:
        there.remove(stored)
    meeting = (
        replace(stored, **values)
        if stored
        else Meeting(pairing_id=pairing.id, held_on=held_on, **values)
    )
    changes = (
        tuple(
            f.name for f in fields(Meeting) if getattr(stored, f.name) != getattr(meeting, f.name)
        )
        if stored
        else ()
    )
    status = RowStatus.NEW if stored is None else RowStatus.CHANGED if changes else RowStatus.SAME
    return (
        PlannedRow(
            number=reading.number,
            status=status,
            summary=summary,
            changes=changes,
            remarks=reading.notes,
        ),
        meeting,
    )


def _pairing(known: _Known, reading: RowReading) -> Pairing:
    """By number, else by who met whom; with one name alone, the only pairing at that time."""
    values = reading.values
    number = values.get("pairing")
    if isinstance(number, int):
        if number not in known.by_number:
            raise NotFound("pairing", str(number))
        return known.by_number[number]
    mentors = known.register.mentor(values.get("mentor"))
    newcomers = known.register.newcomer(values.get("newcomer"))
    for kind, found in (("mentor", mentors), ("newcomer", newcomers)):
        if kind in values and not found:
            raise NotFound(kind, said(values[kind]))
    chosen = _candidates(known, mentors, newcomers, values.get("held_on"))
    if not chosen:
        raise NotFound("pairing", _summary(reading))
    if len(chosen) > 1:
        raise InvalidField("pairing", Problem.NOT_UNIQUE, _summary(reading))
    return chosen[0]


def _candidates(
    known: _Known, mentors: Collection[UUID], newcomers: Collection[UUID], held_on: object
) -> list[Pairing]:
    """The pairs of these at that time, else those of any time; of one side alone, with anybody."""
    found_pairs = [
        pairing
        for role in mentors or newcomers
        for pairing in known.by_role.get(role, [])
        if not newcomers or pairing.newcomer_id in newcomers
    ]
    at_the_time = [
        one
        for one in found_pairs
        if isinstance(held_on, date)
        and one.agreed_on <= held_on
        and (one.ended_on is None or held_on <= one.ended_on)
    ]
    return at_the_time or found_pairs


def _is_shielded(known: _Known, reading: RowReading) -> bool:
    """Whether somebody whom the row names, or a pair it may mean, has address protection.

    Asked of unreadable rows as well: whatever is wrong with one, its place must not come back.
    """
    values = reading.values
    mentors = known.register.mentor(values.get("mentor"))
    newcomers = known.register.newcomer(values.get("newcomer"))
    number = values.get("pairing")
    pairs: list[Pairing] = []
    if isinstance(number, int) and number in known.by_number:
        pairs = [known.by_number[number]]
    else:
        pairs = _candidates(known, mentors, newcomers, values.get("held_on"))
    roles = {
        *mentors,
        *newcomers,
        *(role for one in pairs for role in (one.mentor_id, one.newcomer_id)),
    }
    return not known.protected.isdisjoint(roles)


def _known(tx: Transaction, today: date) -> _Known:
    every = records.find(tx, Pairing)
    by_role: dict[UUID, list[Pairing]] = {}
    for pairing in every:
        for role in (pairing.mentor_id, pairing.newcomer_id):
            by_role.setdefault(role, []).append(pairing)
    stored: dict[tuple[UUID, date], list[Meeting]] = {}
    for meeting in sorted(records.find(tx, Meeting), key=lambda one: one.id):
        stored.setdefault((meeting.pairing_id, meeting.held_on), []).append(meeting)
    persons = {one.id: one.person_id for one in records.find(tx, Mentor)}
    persons |= {one.id: one.person_id for one in records.find(tx, Newcomer)}
    shields_up = shields.protections(tx)
    return _Known(
        register=Register.of(tx),
        by_number={one.number: one for one in every},
        by_role=by_role,
        stored=stored,
        levels={
            one.id: strictest(
                shields_up.get(persons[role], Protection.NONE)
                for role in (one.mentor_id, one.newcomer_id)
            )
            for one in every
        },
        protected=frozenset(
            role
            for role, person in persons.items()
            if shields_up.get(person, Protection.NONE) is not Protection.NONE
        ),
        places=free_text.places(tx, ()),
        today=today,
    )


def _summary(reading: RowReading) -> str:
    values = reading.values
    who = [said(values[name]) for name in ("newcomer", "mentor") if name in values]
    if isinstance(values.get("pairing"), int):
        who = [str(values["pairing"])]
    return " – ".join(who)
