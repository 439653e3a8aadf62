"""The forms of a pairing's page; each turns what was typed into a value and saves nothing."""

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem, ProtectedLocation, Refused
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.pairings import Fit, Pairing
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.time_field import TimeField


class PairingDialog(FormDialog):
    """A form about one pairing: refusals go to their field."""

    def tell(self, refused: Refused) -> None:
        """Say why it was not saved."""
        known = refused.field if isinstance(refused, InvalidField | ProtectedLocation) else ""
        self.refuse(explain(self.words, refused), known)

    def demand(self, name: str) -> bool:
        """Say that a field must not be empty; always False, to return at once."""
        self.tell(InvalidField(name, Problem.MISSING))
        return False


class RecordDialog(PairingDialog):
    """Agreement, start meeting, interpreter, fit and planned end."""

    def __init__(
        self, words: Words, file: PairingFile, today: date, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Pairing %(number)s") % {"number": file.row.number}, "", parent)
        pairing = self._pairing = file.pairing
        self._signed = DateField(words, today, Lean.PAST)
        self._start_day = DateField(words, today)
        self._start_time = TimeField(words)
        self._place = TextField(NAME_LIMIT)
        self._interpreter = DateField(words, today, Lean.PAST)
        self._planned_end = DateField(words, today, Lean.FUTURE)
        self._fit = ChoiceField([(fit, label(words, fit)) for fit in Fit])
        self._notes = NotesField()
        shielded = file.row.protection is not Protection.NONE
        hint = _("One of them has a protected address: no place may be noted.") if shielded else ""
        self.add_group(_("Agreement and start"))
        self._row("agreement_signed_on", self._signed)
        self._row("start_meeting_at", self._start_day)
        self.add_row("start_time", _("Time"), self._start_time)
        self._row("start_meeting_place", self._place, hint)
        self._row("interpreter_ordered_on", self._interpreter)
        self.add_group(_("How it goes"))
        self._row("fit", self._fit)
        self._row("planned_end", self._planned_end)
        self._row("notes", self._notes)
        start = pairing.start_meeting_at
        self._signed.set_value(pairing.agreement_signed_on)
        self._start_day.set_value(start.date() if start else None)
        self._start_time.set_value(f"{start:%H:%M}" if start else "")
        self._place.set_value(pairing.start_meeting_place)
        self._interpreter.set_value(pairing.interpreter_ordered_on)
        self._planned_end.set_value(pairing.planned_end)
        self._fit.set_value(pairing.fit)
        self._notes.set_value(pairing.notes)
        self.start_afresh()

    def draft(self) -> Pairing:
        """The pairing with what the form holds."""
        day, at = self._start_day.value(), self._start_time.time()
        return replace(
            self._pairing,
            agreement_signed_on=self._signed.value(),
            start_meeting_at=datetime.combine(day, at or time()) if day else None,
            start_meeting_place=self._place.value(),
            interpreter_ordered_on=self._interpreter.value(),
            planned_end=self._planned_end.value(),
            fit=self._fit.value(),
            notes=self._notes.value(),
        )

    def _row(self, name: str, field: QWidget, hint: str = "") -> None:
        self.add_row(name, field_label(self.words, name), field, hint)


class HandOverDialog(PairingDialog):
    """Who is responsible from today."""

    def __init__(
        self,
        words: Words,
        who: str,
        coordinators: tuple[str, ...],
        now: str,
        parent: QWidget | None = None,
        *,
        stand_in: str = "",
    ) -> None:
        """`now` may be chosen again: then only who stands in changes."""
        _ = words.text
        super().__init__(words, _("Coordinator and stand-in"), "", parent)
        about = _("%(who)s – responsible now: %(name)s") % {"who": who, "name": now or "–"}
        self.add_group("", about)
        others = list(dict.fromkeys(filter(None, (now, *coordinators))))
        self._coordinator: ChoiceField | TextField
        if others:
            self._coordinator = ChoiceField([(name, name) for name in others])
        else:
            self._coordinator = TextField(NAME_LIMIT)
        self.add_row(
            "coordinator", field_label(words, "coordinator"), self._coordinator, required=True
        )
        self._stand_in = TextField(NAME_LIMIT)
        self._stand_in.set_value(stand_in)
        self.add_row(
            "stand_in",
            field_label(words, "stand_in"),
            self._stand_in,
            _("Who takes over when the coordinator is away"),
        )

    def complete(self) -> bool:
        """Whether somebody was named."""
        return bool(self.coordinator()) or self.demand("coordinator")

    def stand_in(self) -> str:
        """Who takes over when the coordinator is away; nobody when it is empty."""
        return self._stand_in.value()

    def coordinator(self) -> str:
        """The name."""
        return self._coordinator.value() or ""


class FollowUpDialog(PairingDialog):
    """A follow-up beside those of the scheme, or another day for one that is open."""

    def __init__(
        self,
        words: Words,
        who: str,
        today: date,
        follow_up: FollowUp | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words, _("Postpone follow-up") if follow_up else _("Plan follow-up"), "", parent
        )
        self.add_group("", who)
        self._due = DateField(words, today, Lean.FUTURE)
        self._kind = ChoiceField([(kind, label(words, kind)) for kind in FollowUpKind])
        self._note = NotesField()
        self.add_row("due", field_label(words, "due"), self._due, required=True)
        self.add_row("kind", _("About"), self._kind)
        self.add_row("notes", field_label(words, "notes"), self._note)
        self._kind.set_value(FollowUpKind.TALK)
        if follow_up is not None:
            self._due.set_value(follow_up.due)
            self._kind.set_value(follow_up.kind)
            self._kind.setEnabled(False)
            self._note.set_value(follow_up.note)
        self.start_afresh()

    def complete(self) -> bool:
        """Whether there is a day."""
        return self._due.value() is not None or self.demand("due")

    def due(self) -> date:
        """The day; ask `complete` first."""
        day = self._due.value()
        assert day is not None  # noqa: S101 - `complete` has seen to it
        return day

    def kind(self) -> FollowUpKind:
        """What it is about."""
        kind: FollowUpKind = self._kind.value()
        return kind

    def note(self) -> str:
        """What was typed."""
        return self._note.value()
