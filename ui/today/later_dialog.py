"""Putting off a line of Today: until when, and why."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import NotesField
from ui.widgets.form_dialog import FormDialog

_USUAL = timedelta(days=7)


class LaterDialog(FormDialog):
    """A week from now stands there; the reason is asked for, as whoever stands in reads it."""

    def __init__(
        self, words: Words, about: str, today: date, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Put off"), _("Put off"), parent)
        self.add_group("", about)
        self.until = DateField(words, today, lean=Lean.FUTURE)
        self.until.set_value(today + _USUAL)
        self.add_row("until", _("Back in the list on"), self.until)
        self.reason = NotesField(lines=3)
        self.add_row("reason", _("Why"), self.reason)
        self.begins_at = self.reason
        self.start_afresh()
