"""The forms of practice driving: what is kept of a pair, and one drive."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import (
    InvalidField,
    MeetingAfterEnd,
    MeetingBeforePairing,
    MeetingInFuture,
    Problem,
    ProtectedLocation,
    Refused,
)
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.practice_driving import DrivingCondition, DrivingPractice, DrivingSession
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.operations.pairings import PairingRow
from mentorapp.operations.practice_driving import DriveRow
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital
from ui.widgets.checks_field import ChecksField
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog

_DAYS = {
    "companion_licence_since": Lean.PAST,
    "permit_from": Lean.PAST,
    "permit_to": Lean.FUTURE,
    "theory_passed_on": Lean.PAST,
    "test_passed_on": Lean.PAST,
}


class PracticeDialog(FormDialog):
    """The car, the companion's licence, the permit and the tests."""

    completed = Signal(object)
    """The `DrivingPractice` to be saved."""

    def __init__(
        self, words: Words, practice: DrivingPractice, today: date, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Practice driving"), "", parent)
        self._start = practice
        self._car = TextField(NAME_LIMIT)
        self._days = {name: DateField(words, today, lean) for name, lean in _DAYS.items()}
        self._notes = NotesField()
        self.add_row(
            "car", field_label(words, "car"), self._car, _("What it is; no registration number.")
        )
        for name, field in self._days.items():
            self.add_row(name, field_label(words, name), field)
        self.add_row("notes", field_label(words, "notes"), self._notes)
        self._car.set_value(practice.car)
        for name, field in self._days.items():
            field.set_value(getattr(practice, name))
        self._notes.set_value(practice.notes)
        self.start_afresh()
        self.submitted.connect(lambda: self.completed.emit(self.practice()))

    def practice(self) -> DrivingPractice:
        """What the fields say."""
        days: dict[str, Any] = {name: field.value() for name, field in self._days.items()}
        return replace(self._start, car=self._car.value(), notes=self._notes.value(), **days)

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)


class DriveDialog(FormDialog):
    """A new drive, or a stored one to mend: the meeting and what it adds, in one form."""

    completed = Signal(object, object)
    """The `Meeting` and its `DrivingSession`."""

    def __init__(
        self,
        words: Words,
        row: PairingRow,
        today: date,
        drive: DriveRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Mend drive") if drive else _("Log drive"), "", parent)
        self._meeting = drive.meeting if drive else Meeting(pairing_id=row.id, held_on=today)
        self._session = drive.session if drive else DrivingSession(meeting_id=self._meeting.id)
        self._held_on = DateField(words, today, Lean.PAST)
        self._minutes = NumberField(1, 24 * 60, _("minutes"))
        self._kilometres = NumberField(0, 2000, _("km"))
        self._conditions = ChecksField(
            [(one, capital(label(words, one))) for one in DrivingCondition]
        )
        self._place = TextField(NAME_LIMIT)
        self._notes = NotesField()
        about = _("%(who)s (%(number)s)") % {"who": row.who, "number": row.number}
        self.add_group("", f"{about} · {row.scheme.name(words.language)}")
        hint = ""
        if row.protection is not Protection.NONE:
            hint = _("One of them has a protected address: no place may be noted.")
        self.add_row("held_on", field_label(words, "held_on"), self._held_on, required=True)
        self.add_row("minutes", field_label(words, "minutes"), self._minutes)
        self.add_row("kilometres", field_label(words, "kilometres"), self._kilometres)
        self.add_row("conditions", _("Conditions"), self._conditions)
        self.add_row("place", field_label(words, "place"), self._place, hint)
        self.add_row("notes", _("What was practised"), self._notes)
        # A new form's date is empty: today is the one day it is least likely to have been.
        self._held_on.set_value(self._meeting.held_on if drive else None)
        self._minutes.set_number(self._meeting.minutes)
        self._kilometres.set_number(self._session.kilometres)
        self._conditions.set_value(self._session.conditions)
        self._place.set_value(self._meeting.place)
        self._notes.set_value(self._meeting.notes)
        self.start_afresh()
        self.submitted.connect(self._complete)

    def _complete(self) -> None:
        held_on = self._held_on.value()
        if held_on is None:
            self.say(InvalidField("held_on", Problem.MISSING))
            return
        meeting = replace(
            self._meeting,
            held_on=held_on,
            minutes=self._minutes.number() or 0,
            place=self._place.value(),
            notes=self._notes.value(),
        )
        session = replace(
            self._session,
            kilometres=self._kilometres.number() or 0,
            conditions=self._conditions.value(),
        )
        self.completed.emit(meeting, session)

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        self.refuse(explain(self.words, refused), _field_of(refused))


def _field_of(refused: Refused) -> str:
    """At which field a refusal of a drive is shown; "" when it is about none."""
    if isinstance(refused, InvalidField | ProtectedLocation):
        return refused.field
    dated = MeetingInFuture | MeetingBeforePairing | MeetingAfterEnd
    return "held_on" if isinstance(refused, dated) else ""
