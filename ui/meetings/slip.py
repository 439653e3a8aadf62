"""A slip as it is typed, and the meeting it tells of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.meetings import Meeting, check_meeting
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.protection import check_place
from mentorapp.operations import Transaction, meetings, pairings
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from ui.meetings.reading import read_day, read_form, read_minutes
from ui.meetings.refusals import field_of

#: The fields of a slip in the order they are typed.
FIELDS = ("pairing", "held_on", "minutes", "form", "place", "notes", "slip")


@dataclass(frozen=True, slots=True)
class Typed:
    """The texts of the fields, as they stand there."""

    pairing: str
    held_on: str
    minutes: str
    form: str
    place: str = ""
    notes: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The pairing that belongs to a number."""

    pairing: Pairing
    row: PairingRow


@dataclass(frozen=True, slots=True)
class Entered:
    """A slip that is saved; `place` counts them in one sitting."""

    meeting: Meeting
    row: PairingRow
    place: int = 0


def find(tx: Transaction, number: str, today: date) -> Found:
    """The pairing by the number on the slip. Raises as ``pairings.by_number`` does."""
    pairing = pairings.by_number(tx, number)
    return Found(pairing, pairings.row(tx, pairing.id, today))


def check_number(text: str) -> str:
    """The digits typed. Raises InvalidField or what ``read_number`` raises."""
    if not text.strip():
        raise InvalidField("pairing", Problem.MISSING)
    return str(read_number(text, NumberKind.PAIRING))


def problems(typed: Typed, found: Found | None, words: Words, today: date) -> dict[str, Refused]:
    """What can be seen to be wrong before it is saved, by field."""
    wrong: dict[str, Refused] = {}
    for field, read in (
        ("pairing", lambda: check_number(typed.pairing)),
        ("held_on", lambda: read_day(typed.held_on, today)),
        ("minutes", lambda: read_minutes(typed.minutes)),
        ("form", lambda: read_form(typed.form, words)),
    ):
        try:
            read()
        except Refused as refused:
            wrong[field] = refused
    if not wrong and found is not None:
        try:
            check_meeting(as_meeting(typed, found.pairing.id, words, today), found.pairing, today)
            check_place(typed.place, found.row.protection)
        except Refused as refused:
            wrong[field_of(refused)] = refused
    return wrong


def as_meeting(typed: Typed, pairing_id: UUID, words: Words, today: date) -> Meeting:
    """The meeting; raises InvalidField when `problems` would have said so."""
    return Meeting(
        pairing_id=pairing_id,
        held_on=read_day(typed.held_on, today),
        minutes=read_minutes(typed.minutes),
        form=read_form(typed.form, words),
        place=typed.place,
        notes=typed.notes,
        slip=typed.slip,
    )


def save(tx: Transaction, typed: Typed, words: Words, today: date) -> Entered:
    """Log the meeting of the slip."""
    pairing = pairings.by_number(tx, typed.pairing)
    meeting = meetings.log(tx, as_meeting(typed, pairing.id, words, today), today)
    return Entered(meeting, pairings.row(tx, pairing.id, today))
