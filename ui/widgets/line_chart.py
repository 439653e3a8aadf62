"""Lines over points of time in the colours of the theme, readable without seeing them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorapp.words import Words
from ui.theme import current_tokens

_TOP, _BOTTOM, _LEFT, _RIGHT = 34, 26, 52, 190
_NEAR = 9
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


@dataclass(frozen=True, slots=True)
class ChartLine:
    """Percentages by point, None where nobody has got to; a `main` line is bold and numbered."""

    name: str
    values: tuple[float | None, ...]
    main: bool = False


class LineChart(QWidget):
    """From 0 to 100 %. Every value is in the accessible description too."""

    def __init__(self, words: Words, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._title = words, title
        self._points: tuple[str, ...] = ()
        self._lines: tuple[ChartLine, ...] = ()
        self.setMinimumHeight(230)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)

    def show_lines(self, points: Sequence[str], lines: Sequence[ChartLine]) -> None:
        """Draw these.

        Raises ValueError when a line has not one value, or None, for each point.
        """
        if any(len(line.values) != len(points) for line in lines):
            raise ValueError("a line needs a value or None for each point")
        self._points, self._lines = tuple(points), tuple(lines)
        self.setAccessibleDescription("; ".join(filter(None, map(self._said, self._lines))))
        self.update()

    def _said(self, line: ChartLine) -> str:
        told = [
            f"{point} {value:.0f} %"
            for point, value in zip(self._points, line.values, strict=True)
            if value is not None
        ]
        return f"{line.name}: {', '.join(told)}" if told else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for line in self._lines:
                for at, spot in self._spots(line):
                    away = spot - QPointF(event.pos())
                    if abs(away.x()) < _NEAR and abs(away.y()) < _NEAR:
                        text = f"{line.name}, {self._points[at]}: {line.values[at]:.0f} %"
                        QToolTip.showText(event.globalPos(), text, self)
                        return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        ordered = sorted(self._lines, key=lambda line: line.main)
        for line in ordered:
            self._draw(painter, line, ordered.index(line))
        for at, line in enumerate(self._lines):
            self._name(painter, line, ordered.index(line), at)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_tokens().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        tokens, area = current_tokens(), self._area()
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            QRectF(8, 2, self.width() - 16, 24), Qt.AlignmentFlag.AlignVCenter, self._title
        )
        painter.setFont(self.font())
        for percent in (0, 25, 50, 75, 100):
            y = area.bottom() - area.height() * percent / 100
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QPointF(area.x(), y), QPointF(area.right(), y))
            painter.setPen(QColor(tokens.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, y - 9, _LEFT - 8, 18), right, f"{percent} %")
        for at, point in enumerate(self._points):
            box = QRectF(self._x(at) - 45, area.bottom() + 4, 90, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point)

    def _draw(self, painter: QPainter, line: ChartLine, at: int) -> None:
        pen = self._pen(line, at)
        last: tuple[int, QPointF] | None = None
        for place, spot in self._spots(line):
            painter.setPen(pen)
            if last is not None and last[0] == place - 1:
                painter.drawLine(last[1], spot)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            size = 4.0 if line.main else 2.6
            painter.drawEllipse(spot, size, size)
            last = place, spot
            if line.main:
                painter.setPen(QColor(current_tokens().text))
                box = QRectF(spot.x() - 22, spot.y() - 24, 44, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{line.values[place]:.0f}")

    def _name(self, painter: QPainter, line: ChartLine, dash: int, at: int) -> None:
        x, y = self.width() - _RIGHT + 16.0, 44.0 + 19 * at
        painter.setPen(self._pen(line, dash))
        painter.drawLine(QPointF(x, y), QPointF(x + 26, y))
        painter.setPen(QColor(current_tokens().text))
        width = _RIGHT - 16 - 34 - 4
        name = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(x + 34, y - 10, width, 20), Qt.AlignmentFlag.AlignVCenter, name)

    def _pen(self, line: ChartLine, at: int) -> QPen:
        tokens = current_tokens()
        if line.main:
            return QPen(QColor(tokens.accent), 3)
        return QPen(QColor(tokens.muted), 1.4, _DASHES[at % len(_DASHES)])

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _x(self, at: int) -> float:
        area = self._area()
        return area.x() + area.width() * (at + 0.5) / max(len(self._points), 1)

    def _spots(self, line: ChartLine) -> Iterator[tuple[int, QPointF]]:
        area = self._area()
        for at, value in enumerate(line.values):
            if value is not None:
                yield at, QPointF(self._x(at), area.bottom() - area.height() * value / 100)
