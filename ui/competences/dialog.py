"""The form of a competence card."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.operations.competences import CardRow
from mentorapp.words import Words
from mentorapp.words.competences import say_level, say_work
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.widgets.checks_field import ChecksField
from ui.widgets.choices import level_choices, several, values
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog

_LISTS = ("skills", "licences", "certificates")


class CardDialog(FormDialog):
    """Changes a card; occupations, education and languages are changed in the person's form."""

    completed = Signal(object)
    """The `CompetenceCard` to be saved."""

    def __init__(
        self, words: Words, today: date, row: CardRow, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Competence card"), parent=parent)
        self.setMinimumWidth(720)
        self._start, self._today = row.card, today
        self.education_field = TextField(200)
        self.experience = NotesField(10_000, 4)
        self.skills, self.licences, self.certificates = (TextField(2000) for _name in _LISTS)
        self.gaps = ChecksField(values(words, GapKind))
        self.needed_level = ChoiceField(level_choices(words))
        self.needed_level.setMaximumWidth(200)
        self.gap_note = TextField(400)
        self._add_rows(row)
        self._show(row.card)
        self.start_afresh()
        self.submitted.connect(lambda: self.completed.emit(self.card()))

    def card(self) -> CompetenceCard:
        """What the fields say."""
        return replace(
            self._start,
            education_field=self.education_field.value(),
            experience=self.experience.value(),
            skills=several(self.skills.value()),
            licences=several(self.licences.value()),
            certificates=several(self.certificates.value()),
            gaps=self.gaps.value(),
            needed_level=self.needed_level.value(),
            gap_note=self.gap_note.value(),
            updated_on=self._today,
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _add_rows(self, row: CardRow) -> None:
        words, _ = self.words, self.words.text
        known = [
            (_("Has worked as"), say_work(words, row.earlier)),
            (_("Wishes"), say_work(words, row.wished)),
            (_("Language level"), say_level(words, row.level)),
        ]
        told = " · ".join(f"{name}: {value}" for name, value in known if value)
        elsewhere = _("Occupations, education and languages are changed in the person’s form.")
        self.add_group(row.name, f"{told}\n{elsewhere}")
        self.add_row("education_field", field_label(words, "education_field"), self.education_field)
        self.add_row("experience", field_label(words, "experience"), self.experience)
        commas = _("Several with commas between them")
        for name in _LISTS:
            self.add_row(name, field_label(words, name), getattr(self, name), commas)
        self.add_group(_("What is missing for the wished work"))
        self.add_row(
            "needed_level",
            field_label(words, "needed_level"),
            self.needed_level,
            _("A level below it counts as missing by itself."),
        )
        self.add_row("gap_note", field_label(words, "gap_note"), self.gap_note)
        self.add_row("gaps", field_label(words, "gaps"), self.gaps)

    def _show(self, card: CompetenceCard) -> None:
        for name in ("education_field", "experience", "gaps", "needed_level", "gap_note"):
            getattr(self, name).set_value(getattr(card, name))
        for name in _LISTS:
            getattr(self, name).set_value(", ".join(getattr(card, name)))
