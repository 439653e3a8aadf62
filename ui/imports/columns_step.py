"""The second step: which column holds what, recognised or chosen by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.imports import Columns
from mentorapp.operations import imports
from mentorapp.words import Words
from mentorapp.words.imports import dropped_text, import_field_label, shortened
from ui.format import plain_label, sort_key
from ui.imports.reading import Loaded
from ui.widgets.fields import ChoiceField

_SAMPLES = 3


class ColumnsStep(QWidget):
    """One line for each column: its heading, what stands in it, and the field it goes to.

    Columns one below the other instead of side by side: lists have up to forty of them, and a
    window shows eight.
    """

    sheet_wanted = Signal(str)
    """Another sheet of the workbook is to be read."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._loaded: Loaded | None = None
        self._by_hand: dict[int, str | None] = {}
        self.fields: dict[int, ChoiceField] = {}
        self.summary = plain_label(name="muted")
        self.sheet = ChoiceField()
        self.sheet.setAccessibleName(_("Sheet"))
        self.sheet.changed.connect(lambda: self.sheet_wanted.emit(self.sheet.value()))
        self._sheet_label = plain_label(_("Sheet"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.summary)
        top.addStretch()
        top.addWidget(self._sheet_label)
        top.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)

    def show_table(self, loaded: Loaded) -> None:
        """Show the columns of a file as they were recognised."""
        self._loaded = loaded
        self._by_hand = {}
        several = len(loaded.table.sheets) > 1
        self._sheet_label.setVisible(several)
        self.sheet.setVisible(several)
        self.sheet.set_choices([(name, name) for name in loaded.table.sheets])
        if several:
            self.sheet.set_value(loaded.table.sheet)
        self._fill(loaded)
        self._show_assigned()

    @property
    def columns(self) -> Columns:
        """What was recognised, with the choices made by hand over it."""
        assert self._loaded is not None  # noqa: S101 - the step is shown with a file only
        return imports.assign(self._loaded.columns, self._by_hand)

    def _fill(self, loaded: Loaded) -> None:
        words, _ = self._words, self._words.text
        self.fields = {}
        sheet = QFrame()
        sheet.setObjectName("card")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, text in enumerate((_("Column of the file"), _("What stands in it"), _("Goes to"))):
            grid.addWidget(plain_label(text, "muted"), 0, at)
        choices = self._choices(loaded)
        for index, heading in enumerate(loaded.table.headings):
            row = index + 1
            name = heading or _("column %(number)d without heading") % {"number": index + 1}
            title = plain_label(shortened(name))
            title.setWordWrap(True)
            grid.addWidget(title, row, 0)
            reason = loaded.columns.dropped.get(index)
            if reason is not None:
                note = plain_label(dropped_text(words, name, reason), "muted")
                note.setWordWrap(True)
                grid.addWidget(note, row, 1, 1, 2)
                continue
            cells = " · ".join(
                shortened(cell, 24) for cell in loaded.table.shown_samples(index, _SAMPLES)
            )
            samples = plain_label(cells or _("empty"), "muted")
            samples.setMinimumWidth(120)
            # Absolute: Arabic stays in its column, only its letters run to the left.
            samples.setAlignment(
                Qt.AlignmentFlag.AlignLeft
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.AlignmentFlag.AlignAbsolute
            )
            grid.addWidget(samples, row, 1)
            field = ChoiceField(choices)
            field.setMinimumWidth(260)
            field.setAccessibleName(_("“%(heading)s” goes to") % {"heading": name})
            field.changed.connect(lambda index=index: self._choose(index))
            self.fields[index] = field
            grid.addWidget(field, row, 2)
        grid.setRowStretch(len(loaded.table.headings) + 1, 1)
        self._scroll.setWidget(sheet)
        self._scroll.viewport().setAutoFillBackground(False)

    def _choices(self, loaded: Loaded) -> list[tuple[str | None, str]]:
        names = [
            (field, import_field_label(self._words, loaded.kind, field))
            for field in imports.fields(loaded.kind)
        ]
        order = sort_key(self._words.language)
        named: list[tuple[str | None, str]] = [*sorted(names, key=lambda one: order(one[1]))]
        return [(None, self._words.text("– not imported –")), *named]

    def _choose(self, index: int) -> None:
        self._by_hand[index] = self.fields[index].value()
        wanted = self._by_hand[index]
        for other, field in self._by_hand.items():
            # One column for a field: chosen here, it leaves the column chosen before.
            if other != index and wanted is not None and field == wanted:
                self._by_hand[other] = None
        self._show_assigned()

    def _show_assigned(self) -> None:
        assigned = self.columns.fields
        for index, field in self.fields.items():
            field.set_value(assigned.get(index))
        assert self._loaded is not None  # noqa: S101 - the step is shown with a file only
        words = self._words
        self.summary.setText(
            words.text("%(rows)s rows · %(taken)s of %(all)s columns are imported")
            % {
                "rows": words.number(len(self._loaded.table.rows)),
                "taken": words.number(len(assigned)),
                "all": words.number(len(self._loaded.table.headings)),
            }
        )
