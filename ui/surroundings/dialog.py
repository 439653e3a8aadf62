"""The form of a background figure."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.widgets.fields import ChoiceField, NotesField, NumberField, TextField
from ui.widgets.kept_list import RecordForm

_MOST = 100_000_000


class FigureDialog(RecordForm):
    """Types a count for a year or changes one."""

    def __init__(
        self,
        words: Words,
        today: date,
        figure: BackgroundFigure | None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Background figure"), parent=parent)
        self._start = figure or BackgroundFigure(
            year=today.year, kind=BackgroundKind.POPULATION, value=0
        )
        self.year = NumberField(1900, 2199)
        self.kind = ChoiceField([(kind, label(words, kind)) for kind in BackgroundKind])
        self.value = NumberField(0, _MOST)
        self.source = TextField(200)
        self.definition = NotesField(2000, 2)
        for field in (self.year, self.value):
            field.setMaximumWidth(180)
        self.add_group(
            "", _("Counts only, as on 1 January. Nothing here may tell who was counted.")
        )
        for name in ("year", "kind", "value", "source", "definition"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.year.set_number(self._start.year)
        self.kind.set_value(self._start.kind)
        self.value.set_number(self._start.value)
        self.source.set_value(self._start.source)
        self.definition.set_value(self._start.definition)

    def record(self) -> BackgroundFigure:
        """What the fields say."""
        return replace(
            self._start,
            year=self.year.number() or 0,
            kind=self.kind.value(),
            value=self.value.number() or 0,
            source=self.source.value(),
            definition=self.definition.value(),
        )
