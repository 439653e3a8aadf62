"""What goes and what stays, as a small table for reading."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.privacy.goes import Told

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class GoesGrid(QWidget):
    """A name to a line, then sentences over the whole width."""

    def __init__(self, words: Words, told: Told) -> None:
        super().__init__()
        _ = words.text
        self.setObjectName("sheet")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        of_person = any(stays for _name, _goes, stays in told.rows)
        heads = (_("What"), _("Goes"), _("Stays if anonymous") if of_person else "")
        self._add(*(plain_label(head, "muted") for head in heads))
        for name, goes, stays in told.rows:
            self._add(plain_label(name), plain_label(goes), plain_label(stays))
        for line in told.lines:
            said = plain_label(line, "muted")
            said.setWordWrap(True)
            self._grid.addWidget(said, self._grid.rowCount(), 0, 1, 3)

    def _add(self, name: QLabel, goes: QLabel, stays: QLabel) -> None:
        at = self._grid.rowCount()
        for label in (name, stays):
            label.setWordWrap(True)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(goes, at, 1, _NUMBER)
        self._grid.addWidget(stays, at, 2, _NUMBER)
