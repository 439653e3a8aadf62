"""The form of an answer about network and language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.networks import MOST_PEOPLE, NetworkCheck, NetworkStage
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, NumberField
from ui.widgets.form_dialog import FormDialog


class NetworkDialog(FormDialog):
    """Two questions, each of which may stay empty, but not both."""

    def __init__(
        self,
        words: Words,
        today: date,
        check: NetworkCheck,
        pairings: Sequence[tuple[UUID | None, str]],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Network and language"), parent=parent)
        self._start = check
        self.pairing = ChoiceField([(None, "–"), *pairings])
        self.stage = ChoiceField([(one, capital(label(words, one))) for one in NetworkStage])
        self.asked_on = DateField(words, today, Lean.PAST)
        self.people_to_ask = NumberField(0, MOST_PEOPLE, optional=True)
        self.language_days = NumberField(0, 7, optional=True)
        self.note = NotesField(10_000, 3)
        self.add_group("")
        self.add_row("pairing", _("Pairing"), self.pairing)
        for name in ("stage", "asked_on"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_group(_("Answers"))
        self.add_row(
            "people_to_ask",
            field_label(words, "people_to_ask"),
            self.people_to_ask,
            _("How many people in the country can you ask for help or advice?"),
        )
        self.add_row(
            "language_days",
            field_label(words, "language_days"),
            self.language_days,
            _("On how many days a week do you speak the language outside class?"),
        )
        self.add_row("note", field_label(words, "note"), self.note)
        for field in (self.people_to_ask, self.language_days):
            field.setMaximumWidth(140)
        self.pairing.set_value(check.pairing_id if check.pairing_id in dict(pairings) else None)
        self.stage.set_value(check.stage)
        self.asked_on.set_value(check.asked_on)
        self.people_to_ask.set_number(check.people_to_ask)
        self.language_days.set_number(check.language_days)
        self.note.set_value(check.note)

    def check(self) -> NetworkCheck:
        """What the fields say."""
        return replace(
            self._start,
            pairing_id=self.pairing.value(),
            stage=self.stage.value(),
            asked_on=self.asked_on.value() or self._start.asked_on,
            people_to_ask=self.people_to_ask.number(),
            language_days=self.language_days.number(),
            note=self.note.value(),
        )
