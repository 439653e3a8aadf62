"""The form of a series: figures by year are typed or pasted, a line each."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mentorapp.domain.outcome_errors import NotASeries
from mentorapp.domain.series import Series, SeriesKind
from mentorapp.domain.typed_series import read_series, write_series
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.kept_list import RecordForm


class FiguresField(NotesField):
    """Lines of year, percentage and base; a table pasted from a sheet will do."""

    def __init__(self, words: Words) -> None:
        super().__init__(4000, 7)
        self._words = words

    def problem(self) -> str:
        """The first line that cannot be read."""
        try:
            read_series(self.value())
        except NotASeries as wrong:
            return explain(self._words, wrong)
        return ""

    def figures(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Per mille and bases; asked for when nothing is wrong."""
        return read_series(self.value())


class SeriesDialog(RecordForm):
    """Types a new series or changes one."""

    def __init__(self, words: Words, series: Series | None, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Series of figures"), parent=parent)
        self._start = series or Series(name="", definition="")
        self.name = TextField(200)
        self.kind = ChoiceField([(kind, label(words, kind)) for kind in SeriesKind])
        self.definition = NotesField(2000, 3)
        self.source = TextField(200)
        self.per_mille = FiguresField(words)
        self.kind.setMaximumWidth(320)
        self.add_group("")
        self.add_row("name", field_label(words, "name"), self.name, required=True)
        self.add_row("kind", field_label(words, "kind"), self.kind)
        self.add_row(
            "definition",
            field_label(words, "definition"),
            self.definition,
            _("What was counted, of whom, how long after. It is printed with the figures."),
            required=True,
        )
        self.add_row("source", field_label(words, "source"), self.source)
        self.add_row(
            "per_mille",
            field_label(words, "per_mille"),
            self.per_mille,
            _(
                "A line for each year: the year, the percentage and, if known, of how many; like "
                "2013;65;120. Columns copied from a sheet can be pasted."
            ),
            required=True,
        )
        self.name.set_value(self._start.name)
        self.kind.set_value(self._start.kind)
        self.definition.set_value(self._start.definition)
        self.source.set_value(self._start.source)
        self.per_mille.set_value(write_series(self._start.per_mille, self._start.bases))

    def record(self) -> Series:
        """What the fields say."""
        per_mille, bases = self.per_mille.figures()
        return replace(
            self._start,
            name=self.name.value(),
            kind=self.kind.value(),
            definition=self.definition.value(),
            source=self.source.value(),
            per_mille=per_mille,
            bases=bases,
        )
