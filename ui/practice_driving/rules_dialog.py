"""The form of a country's rules for practice driving."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.practice_driving import DrivingRules
from mentorapp.domain.text import NOTE_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.noted_field import country_choices

_YEARS = ("learner_age", "companion_age", "licence_years", "permit_below_age")


class RulesDialog(FormDialog):
    """What nobody has found a source for stays empty: an empty field is not checked."""

    completed = Signal(object)
    """The `DrivingRules` to be saved."""

    def __init__(
        self, words: Words, rules: DrivingRules, today: date, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Driving rules"), "", parent)
        self._start = rules
        self._country = ChoiceField(country_choices(words))
        self._years = {name: NumberField(1, 99, optional=True) for name in _YEARS}
        self._recommended = NumberField(1, 1000, _("hours"), optional=True)
        self._permit = CheckField(_("A learner’s permit is needed"))
        self._source = NotesField(NOTE_LIMIT, 2)
        self._source_date = DateField(words, today, Lean.PAST)
        self._notes = NotesField(NOTE_LIMIT, 3)
        self.add_group("", _("Fill in what you have a source for. An empty field is not checked."))
        self.add_row("country", field_label(words, "country"), self._country)
        for name in ("learner_age", "companion_age", "licence_years"):
            self.add_row(name, field_label(words, name), self._years[name])
        self.add_row("permit_needed", _("Permit"), self._permit)
        self.add_row(
            "permit_below_age",
            field_label(words, "permit_below_age"),
            self._years["permit_below_age"],
            _("Empty: at any age."),
        )
        self.add_row("recommended_minutes", _("Recommended practice"), self._recommended)
        self.add_row("source", field_label(words, "source"), self._source, required=True)
        self.add_row(
            "source_date", field_label(words, "source_date"), self._source_date, required=True
        )
        self.add_row("notes", field_label(words, "notes"), self._notes)
        for field in (*self._years.values(), self._recommended):
            field.setMaximumWidth(140)
        self._fill()
        self.submitted.connect(self._complete)

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _fill(self) -> None:
        rules = self._start
        if rules.country:
            self._country.set_value(rules.country)
        for name, field in self._years.items():
            field.set_number(getattr(rules, name))
        minutes = rules.recommended_minutes
        self._recommended.set_number(None if minutes is None else round(minutes / 60))
        self._permit.set_value(rules.permit_needed)
        self._source.set_value(rules.source)
        self._source_date.set_value(rules.source_date)
        self._notes.set_value(rules.notes)
        self.start_afresh()

    def _complete(self) -> None:
        looked_up = self._source_date.value()
        if looked_up is None:
            self.say(InvalidField("source_date", Problem.MISSING))
            return
        hours = self._recommended.number()
        years: dict[str, Any] = {name: field.number() for name, field in self._years.items()}
        self.completed.emit(
            replace(
                self._start,
                country=self._country.value(),
                recommended_minutes=None if hours is None else hours * 60,
                permit_needed=self._permit.value(),
                source=self._source.value(),
                source_date=looked_up,
                notes=self._notes.value(),
                **years,
            )
        )
