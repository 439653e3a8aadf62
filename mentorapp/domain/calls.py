"""Telephone calls of the coordinator: whom, when, whether he was reached, what was said."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NOTE_LIMIT, check_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Record):
    """``pairing_id`` is the pair it was about; None for a call about nothing but the person.

    A call that reached nobody is noted too: three of them in a row say something by themselves.
    """

    person_id: UUID
    pairing_id: UUID | None = None
    called_on: date
    reached: bool = True
    note: str = ""
    called_by: str = ""


def check_call(call: Call, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if call.called_on > today:
        raise InvalidField("called_on", Problem.IN_FUTURE, call.called_on.isoformat())
    check_length("notes", call.note, NOTE_LIMIT)
