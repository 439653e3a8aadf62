"""One text in the four languages that papers are written in."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.words import language_name
from ui.format import plain_label
from ui.widgets.fields import TextField

LANGUAGES = ("nb", "nn", "da", "en")


class TextsField(QWidget):
    """A line for each language, two beside each other; a language left empty is not kept."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, TextField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for at, language in enumerate(LANGUAGES):
            line = TextField(400)
            line.changed.connect(self.changed)
            row, column = divmod(at, 2)
            grid.addWidget(plain_label(language_name(language), "muted"), row, 2 * column)
            grid.addWidget(line, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
            self.lines[language] = line
        self.setFocusProxy(self.lines["nb"])

    def value(self) -> dict[str, str]:
        """Language code -> text."""
        return {language: line.value() for language, line in self.lines.items() if line.value()}

    def set_value(self, texts: Mapping[str, str]) -> None:
        """Show these."""
        for language, line in self.lines.items():
            line.set_value(texts.get(language, ""))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for language, line in self.lines.items():
            line.setAccessibleName(f"{name}: {language_name(language)}")
