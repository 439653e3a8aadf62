"""The sheet of keys: a table that is made of the window as it is just now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.guide.keys import Line
from ui.widgets.plain_dialog import PlainDialog


class KeySheet(PlainDialog):
    """A heading for each part of the window, and under it a key and its meaning to a line."""

    def __init__(
        self, words: Words, parts: Sequence[tuple[str, Sequence[Line]]], parent: QWidget
    ) -> None:
        super().__init__(words, words.text("Keyboard shortcuts"), QSize(560, 640), parent)
        self.parts = tuple(parts)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(4, 0, 12, 0)
        for title, lines in self.parts:
            inside.addWidget(plain_label(title, "h2"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setColumnStretch(1, 1)
            for at, (key, what) in enumerate(lines):
                said = plain_label(what)
                said.setWordWrap(True)
                grid.addWidget(plain_label(key), at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, at, 1)
            grid.setColumnMinimumWidth(0, 150)
            inside.addLayout(grid)
            inside.addSpacing(8)
        inside.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.setAccessibleName(words.text("Keyboard shortcuts"))
        self.body.addWidget(scroll, 1)
