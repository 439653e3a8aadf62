"""The form of a demand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.demands import Demand, DemandKind
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.widgets.choices import group_choices, level_choices, several, values
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_field import RecordField

_LISTS = ("skills", "licences", "certificates")
_PLAIN = ("kind", "occupation", "occupation_group", "level", "level_note", "asked_on", "notes")


class DemandDialog(FormDialog):
    """Notes what an organisation looks for; which one is asked when the demand does not tell."""

    completed = Signal(object)
    """The `Demand` to be saved."""

    def __init__(
        self,
        words: Words,
        today: date,
        demand: Demand,
        organisations: Sequence[tuple[UUID, str]],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("What an organisation looks for"), parent=parent)
        self.setMinimumWidth(720)
        self._start = demand
        self.organisation = RecordField(words, organisations)
        self.organisation.set_value(demand.organisation_id)
        self._asks_organisation = demand.organisation_id not in dict(organisations)
        self.kind = ChoiceField(values(words, DemandKind))
        self.occupation = TextField(200)
        self.occupation_group = ChoiceField(group_choices(words, demand.occupation_group))
        self.people = NumberField(1, 1000)
        self.level = ChoiceField(level_choices(words))
        self.level_note = TextField(200)
        self.skills, self.licences, self.certificates = (TextField(2000) for _name in _LISTS)
        self.asked_on = DateField(words, today)
        self.notes = NotesField(10_000, 3)
        for field in (self.kind, self.level, self.asked_on):
            field.setMaximumWidth(220)
        self.occupation_group.setMaximumWidth(360)
        self.people.setMaximumWidth(140)
        self._add_rows()
        self._show()
        self.start_afresh()
        self.submitted.connect(self._complete)

    def demand(self) -> Demand:
        """What the fields say."""
        return replace(
            self._start,
            organisation_id=self.organisation.value() or self._start.organisation_id,
            kind=self.kind.value(),
            occupation=self.occupation.value(),
            occupation_group=self.occupation_group.value(),
            people=self.people.number() or 1,
            level=self.level.value(),
            level_note=self.level_note.value(),
            skills=several(self.skills.value()),
            licences=several(self.licences.value()),
            certificates=several(self.certificates.value()),
            asked_on=self.asked_on.value() or self._start.asked_on,
            notes=self.notes.value(),
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _complete(self) -> None:
        if self._asks_organisation and self.organisation.value() is None:
            self.show_problem("organisation", self.words.text("Choose the organisation."))
            return
        self.completed.emit(self.demand())

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        self.add_group(_("What is looked for"))
        if self._asks_organisation:
            self.add_row(
                "organisation",
                field_label(words, "organisation"),
                self.organisation,
                required=True,
            )
        self.add_row("occupation", field_label(words, "occupation"), self.occupation, required=True)
        self.add_row(
            "occupation_group",
            field_label(words, "occupation_group"),
            self.occupation_group,
            _("Left open, it is found by the occupation’s words."),
        )
        for name in ("kind", "people", "asked_on"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_group(_("What the person must have"))
        self.add_row("level", field_label(words, "level"), self.level)
        self.add_row("level_note", field_label(words, "level_note"), self.level_note)
        commas = _("Several with commas between them")
        for name in _LISTS:
            self.add_row(name, field_label(words, name), getattr(self, name), commas)
        self.add_group("")
        self.add_row("notes", field_label(words, "notes"), self.notes)

    def _show(self) -> None:
        for name in _PLAIN:
            getattr(self, name).set_value(getattr(self._start, name))
        self.people.set_number(self._start.people)
        for name in _LISTS:
            getattr(self, name).set_value(", ".join(getattr(self._start, name)))
