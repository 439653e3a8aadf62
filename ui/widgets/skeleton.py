"""What stands in place of a list that is being read: calm grey rows, and nothing that turns."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current_tokens

PAUSE_MS = 200
"""A list that is there sooner is not announced by anything."""
_ROW = 38
_BAR = 10
_WIDTHS = (0.62, 0.45, 0.7, 0.5, 0.56)
"""Shares of a column, row by row: names are not of one length."""
_COLUMNS = 4


class Skeleton(QWidget):
    """Empty at first, for reading mostly takes no time that anybody sees."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        """`said` is what a screen reader reads out."""
        super().__init__(parent)
        self.setAccessibleName(said)
        self.drawn = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self.drawn = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(frame, 8, 8)
        if not self.drawn:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted_soft))
        wide = (self.width() - 24) / _COLUMNS
        for row in range(1, self.height() // _ROW):
            for column in range(_COLUMNS):
                share = _WIDTHS[(row + 2 * column) % len(_WIDTHS)]
                top = row * _ROW + (_ROW - _BAR) / 2
                bar = QRectF(12 + column * wide, top, wide * share, _BAR)
                painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _draw(self) -> None:
        self.drawn = True
        self.update()
