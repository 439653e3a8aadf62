"""A small picture in one of the theme's tones, which changes with the look."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.theme import Tone, current_tokens, tone_colours


class ToneIcon(QWidget):
    """Painted, not a label's pixmap: that would keep the colour of the day it was made."""

    def __init__(self, name: str, tone: Tone, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Another picture in the same place."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = tone_colours(current_tokens(), self._tone)[0].name()
        painter = QPainter(self)
        icon(self._name, colour=colour).paint(painter, QRect(0, 0, self.width(), self.height()))
        painter.end()
