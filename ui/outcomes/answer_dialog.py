"""Writing an answer down in a few keys: the status by its first letters, Tab, the hours, Enter."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.outcomes import WORKING, Outcome, OutcomeSource, OutcomeStatus, Relevance
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import plain_label
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField
from ui.widgets.hours_field import HoursField
from ui.widgets.kept_list import RecordForm


class AnswerDialog(RecordForm):
    """An answer about one person, for one point after one exit."""

    def __init__(
        self,
        words: Words,
        today: date,
        outcome: Outcome,
        name: str,
        about: str,
        parent: QWidget | None = None,
        *,
        protected: bool = False,
    ) -> None:
        """`about` says scheme, exit and point. Of the `protected` no note is taken."""
        _ = words.text
        super().__init__(words, _("What has become of the person"), parent=parent)
        self._start = outcome
        self.status = ChoiceField([(one, label(words, one)) for one in OutcomeStatus])
        self.hours = HoursField(words)
        self.relevance = ChoiceField([(one, label(words, one)) for one in Relevance])
        self.source = ChoiceField([(one, label(words, one)) for one in OutcomeSource])
        self.asked_on = DateField(words, today, Lean.PAST)
        self.note = NotesField(4000, 2)
        self.add_group(name, about)
        for field, widget in (
            ("status", self.status),
            ("weekly_minutes", self.hours),
            ("relevance", self.relevance),
            ("source", self.source),
            ("asked_on", self.asked_on),
        ):
            self.add_row(field, field_label(words, field), widget)
        if protected:
            hint = _("No note is kept about a person with a protected address.")
            self.add_wide(plain_label(hint, "muted"))
        else:
            self.add_row("note", field_label(words, "note"), self.note)
        self.status.set_value(outcome.status)
        hours = outcome.weekly_minutes
        self.hours.set_value("" if hours is None else words.hours(hours))
        self.relevance.set_value(outcome.relevance)
        self.source.set_value(outcome.source)
        self.asked_on.set_value(outcome.asked_on)
        self.note.set_value(outcome.note)
        self.status.changed.connect(self._fit)
        self._fit()

    def record(self) -> Outcome:
        """What the fields say."""
        return replace(
            self._start,
            status=self.status.value(),
            weekly_minutes=self.hours.minutes(),
            relevance=self.relevance.value(),
            source=self.source.value(),
            asked_on=self.asked_on.value() or self._start.asked_on,
            note=self.note.value(),
        )

    def _fit(self) -> None:
        """Hours and relevance go with work alone."""
        working = self.status.value() in WORKING
        self.hours.setEnabled(working)
        self.relevance.setEnabled(working)
