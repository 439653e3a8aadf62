"""A row of small figures over a list: a number, what it counts, and how it went."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.format import plain_label
from ui.theme import current_tokens

#: In a narrower row the words need the room of the lines.
_ROOM_FOR_LINES = 960


class TrendLine(QWidget):
    """The figure over the last months as a thin line, its last point marked.

    Told in words too, by whoever shows it: the line alone says nothing to a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(52, 28)

    def show_points(self, points: Sequence[int]) -> None:
        """The oldest first; fewer than two draw nothing."""
        self.points = tuple(points)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self.points) < 2:
            return
        room = self.rect().adjusted(4, 4, -4, -4)
        least, most = min(self.points), max(self.points)
        step = room.width() / (len(self.points) - 1)
        line = QPolygonF(
            [
                QPointF(
                    room.left() + at * step,
                    # A figure that never changed runs through the middle.
                    room.center().y()
                    if most == least
                    else room.bottom() - (point - least) / (most - least) * room.height(),
                )
                for at, point in enumerate(self.points)
            ]
        )
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        painter.drawPolyline(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(line.last(), 3, 3)
        painter.end()


class Figures(QWidget):
    """Numbers side by side; a dash stands where a number is not known yet."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._names = tuple(names)
        self.numbers: list[QLabel] = []
        self.changes: list[QLabel] = []
        self.lines: list[TrendLine] = []
        for name in names:
            number, change, line = plain_label("–", "h1"), plain_label("", "muted"), TrendLine()
            change.hide()
            change.setWordWrap(True)
            self.numbers.append(number)
            self.changes.append(change)
            self.lines.append(line)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addStretch()
            words = plain_label(name)
            words.setWordWrap(True)
            texts.addWidget(words)
            texts.addWidget(change)
            texts.addStretch()
            card = QFrame()
            card.setObjectName("card")
            inside = QHBoxLayout(card)
            inside.setContentsMargins(14, 8, 14, 8)
            inside.setSpacing(10)
            inside.addWidget(number)
            inside.addLayout(texts, 1)
            inside.addWidget(line, 0, Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in self.lines:
            line.setVisible(event.size().width() >= _ROOM_FOR_LINES)

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """One for each name, in the same order."""
        for label, name, number in zip(self.numbers, self._names, numbers, strict=True):
            label.setText(number)
            label.setAccessibleName(f"{name}: {number}")

    def show_trends(self, trends: Sequence[tuple[Sequence[int], str]]) -> None:
        """For each name its points and the change in words, such as "+3 in a month"."""
        shown = zip(self.numbers, self.changes, self.lines, trends, strict=True)
        for number, change, line, (points, words) in shown:
            line.show_points(points)
            change.setText(words)
            change.setVisible(bool(words))
            number.setAccessibleDescription(words)
