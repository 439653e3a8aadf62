"""The form of an absence: who is away, who stands in, from when to when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.absences import Absence
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form_dialog import FormDialog


class AbsenceDialog(FormDialog):
    """One without a stand-in is new. Whoever left the office's list keeps his name here."""

    def __init__(
        self,
        words: Words,
        today: date,
        coordinators: Sequence[str],
        absence: Absence,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        title = _("Absence") if absence.stand_in else _("New absence")
        super().__init__(words, title, parent=parent)
        self._start = absence
        names = list(dict.fromkeys(filter(None, (*coordinators, absence.coordinator))))
        self.coordinator = ChoiceField([(name, name) for name in names])
        self.stand_in = TextField(NAME_LIMIT)
        self.from_date = DateField(words, today, Lean.FUTURE)
        self.to_date = DateField(words, today, Lean.FUTURE)
        hints = {
            "stand_in": _("A name as it should stand on letters. It need not be a coordinator."),
            "to_date": _("Empty: until further notice."),
        }
        for name in ("coordinator", "stand_in", "from_date", "to_date"):
            field = getattr(self, name)
            text = _("Last day away") if name == "to_date" else field_label(words, name)
            required = name != "to_date"
            self.add_row(name, text, field, hints.get(name, ""), required=required)
            field.set_value(getattr(absence, name))
        for field in (self.from_date, self.to_date):
            field.setMaximumWidth(220)
        self.check_field = self._missing
        self.start_afresh()

    def absence(self) -> Absence:
        """What the fields say; asked for when nothing is missing."""
        return replace(
            self._start,
            coordinator=self.coordinator.value() or "",
            stand_in=self.stand_in.value(),
            from_date=self.from_date.value() or self._start.from_date,
            to_date=self.to_date.value(),
        )

    def _missing(self, name: str) -> str:
        if name != "from_date" or self.from_date.value() is not None:
            return ""
        return self.words.text("The first day away is missing.")
