"""A small bar chart in the colours of the theme, readable without seeing it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorapp.words import Words
from ui.theme import current_tokens

_TOP, _BOTTOM, _LEFT, _RIGHT = 58, 28, 44, 12


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: its name, and a value for each category."""

    name: str
    values: tuple[float, ...]


class BarChart(QWidget):
    """Grouped bars with their numbers above them.

    The numbers are the accessible description too, so nothing is told by height or colour alone.
    """

    def __init__(self, words: Words, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = title
        self._categories: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self.setMinimumHeight(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)

    def show_bars(self, categories: tuple[str, ...], series: tuple[Series, ...]) -> None:
        """Draw these.

        Raises ValueError when a series has not one value for each category.
        """
        if any(len(one.values) != len(categories) for one in series):
            raise ValueError("a series needs one value for each category")
        self._categories = categories
        self._series = series
        self.setAccessibleDescription(
            "; ".join(
                f"{category}: "
                + ", ".join(f"{one.name} {self._words.number(one.values[i])}" for one in series)
                for i, category in enumerate(categories)
            )
        )
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for i, k, bar in self._bars():
                if bar.adjusted(0, -20, 0, 0).contains(QPointF(event.pos())):
                    value = self._words.number(self._series[k].values[i])
                    text = f"{self._categories[i]}, {self._series[k].name}: {value}"
                    QToolTip.showText(event.globalPos(), text, self)
                    return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        area = self._area()
        painter.setPen(QColor(tokens.text))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(
            QRectF(8, 4, self.width() - 16, 22), Qt.AlignmentFlag.AlignVCenter, self._title
        )
        painter.setFont(self.font())
        self._legend(painter)
        for k in range(5):
            y = area.bottom() - area.height() * k / 4
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QPointF(area.x(), y), QPointF(area.right(), y))
        for i, k, bar in self._bars():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours()[k % 3])
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(tokens.text))
            number = self._words.number(self._series[k].values[i])
            box = QRectF(bar.x() - 20, bar.y() - 18, bar.width() + 40, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        painter.setPen(QColor(tokens.muted))
        step = area.width() / max(len(self._categories), 1)
        for i, category in enumerate(self._categories):
            box = QRectF(area.x() + step * i + 2, area.bottom() + 4, step - 4, 20)
            cut = painter.fontMetrics().elidedText(
                category, Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cut)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _legend(self, painter: QPainter) -> None:
        tokens = current_tokens()
        if len(self._series) < 2:
            return
        x = 8.0
        for k, one in enumerate(self._series):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours()[k % 3])
            painter.drawRoundedRect(QRectF(x, 31, 12, 12), 3, 3)
            painter.setPen(QColor(tokens.muted))
            width = painter.fontMetrics().horizontalAdvance(one.name)
            painter.drawText(
                QRectF(x + 18, 27, width + 4, 20), Qt.AlignmentFlag.AlignVCenter, one.name
            )
            x += width + 40

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        tokens = current_tokens()
        return QColor(tokens.accent), QColor(tokens.edge), QColor(tokens.warn)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _bars(self) -> Iterator[tuple[int, int, QRectF]]:
        area = self._area()
        highest = max((max(one.values, default=0) for one in self._series), default=0) or 1
        if not self._categories or not self._series:
            return
        step = area.width() / len(self._categories)
        width = min(40.0, step * 0.7 / len(self._series))
        for i in range(len(self._categories)):
            x = area.x() + step * i + (step - width * len(self._series)) / 2
            for k, one in enumerate(self._series):
                height = area.height() * one.values[i] / highest
                yield i, k, QRectF(x + k * width + 1, area.bottom() - height, width - 2, height)
