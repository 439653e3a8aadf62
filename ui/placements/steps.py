"""Small forms about one placement: the midway talk, the end, going on, what was said."""

from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.interviews import Quote
from mentorapp.domain.languages import Level
from mentorapp.domain.pairings import months_later
from mentorapp.domain.placements import Placement, PlacementEnd
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog


class StepDialog(FormDialog):
    """A form about one placement, whose line stands above the fields."""

    def __init__(self, words: Words, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(words, title, parent=parent)
        self.add_group("", about)

    def _row(self, name: str, field: QWidget, hint: str = "", *, required: bool = False) -> None:
        self.add_row(name, field_label(self.words, name), field, hint, required=required)


class MidwayDialog(StepDialog):
    """The midway talk was held: when, and what was said."""

    def __init__(
        self, words: Words, today: date, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, words.text("Midway talk"), about, parent)
        self.held_on = DateField(words, today)
        self.held_on.set_value(today)
        self.note = NotesField(lines=4)
        self._row("midway_done_on", self.held_on, required=True)
        self._row("midway_note", self.note)


class EndDialog(StepDialog):
    """The placement ends: when, what it led to, what was learnt. Stopped needs the reason."""

    def __init__(
        self,
        words: Words,
        today: date,
        placement: Placement,
        about: str,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("End of the placement"), about, parent)
        self.ended_on = DateField(words, today)
        self.ended_on.set_value(min(today, placement.planned_end))
        self.end = ChoiceField(
            [
                (None, _("Choose …")),
                *(
                    (end, capital(label(words, end)))
                    for end in PlacementEnd
                    if end is not PlacementEnd.EXTENSION
                ),
            ]
        )
        self.note = NotesField(lines=3)
        self.learnt = NotesField(lines=3)
        self.learnt.set_value(placement.learnt)
        self.level = ChoiceField([(None, "–"), *((level, label(words, level)) for level in Level)])
        self.level.set_value(placement.level_after)
        self.level.setMaximumWidth(140)
        self._row("ended_on", self.ended_on, required=True)
        self._row(
            "end",
            self.end,
            _("Does it go on? Close this and choose “Extend” instead."),
            required=True,
        )
        self._row("end_note", self.note, _("Needed when it was stopped"))
        self._row("learnt", self.learnt)
        self._row("level_after", self.level)


class ExtendDialog(StepDialog):
    """It goes on: until when. A new placement follows on the planned end."""

    def __init__(
        self,
        words: Words,
        today: date,
        placement: Placement,
        about: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, words.text("Extend the placement"), about, parent)
        self.planned_end = DateField(words, today)
        self.planned_end.set_value(months_later(placement.planned_end, 3))
        self._row(
            "planned_end",
            self.planned_end,
            words.text("A new placement with its own number, agreement and midway talk follows."),
            required=True,
        )


class QuoteDialog(StepDialog):
    """What the person said about it, and whether it may be printed."""

    def __init__(
        self, words: Words, today: date, placement: Placement, about: str, parent: QWidget | None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Quotation"), about, parent)
        self._placement, self._today = placement, today
        self.text = NotesField(1_000, 4)
        self.said_on = DateField(words, today)
        self.said_on.set_value(today)
        self.credit = TextField(NAME_LIMIT)
        self.consent_on = DateField(words, today)
        self._row("quote", self.text, required=True)
        self._row("said_on", self.said_on, required=True)
        self._row("credit", self.credit, _("Such as “woman, 20”; never the name"))
        self._row("consent_on", self.consent_on, _("Without consent it is printed nowhere."))

    def quote(self) -> Quote:
        """What the fields say."""
        return Quote(
            person_id=self._placement.person_id,
            placement_id=self._placement.id,
            text=self.text.value(),
            said_on=self.said_on.value() or self._today,
            credit=self.credit.value(),
            consent_on=self.consent_on.value(),
        )
