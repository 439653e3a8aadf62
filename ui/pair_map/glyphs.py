"""The marks of the map: a shape and a colour for each kind, so that neither is needed alone."""

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QIconEngine,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from mentorapp.operations.pair_map import Shown
from ui.theme import Tokens, current_tokens

_LEAST, _MOST = 6.0, 24.0
_NUMBERED = 7.0


def radius(many: int) -> float:
    """Half the width of a mark for so many: the area grows with them, up to a bound."""
    return min(_MOST, _LEAST + 2.2 * math.sqrt(many)) if many else 0.0


def colour(tokens: Tokens, kind: Shown) -> QColor:
    """What a kind is drawn in; each stands out 3:1 from land and sea."""
    return QColor(
        {
            Shown.WAITING: tokens.warn,
            Shown.FREE: tokens.ok,
            Shown.PAIRS: tokens.accent,
            Shown.PROPOSALS: tokens.text,
        }[kind]
    )


def line_pen(tokens: Tokens, kind: Shown, many: int) -> QPen:
    """Whole for pairs, dashed for proposals; thicker for more."""
    pen = QPen(colour(tokens, kind), min(6.0, 1.2 + 0.7 * math.sqrt(many)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is Shown.PROPOSALS:
        pen.setDashPattern([4, 3])
    return pen


def draw_mark(painter: QPainter, tokens: Tokens, kind: Shown, at: QPointF, size: float) -> None:
    """A circle for who waits, a diamond for mentors with room."""
    painter.setPen(QPen(QColor(tokens.surface), min(1.5, size / 4)))
    painter.setBrush(colour(tokens, kind))
    if kind is Shown.WAITING:
        painter.drawEllipse(at, size, size)
        return
    wide = size * 1.2
    corners = ((0.0, -wide), (wide, 0.0), (0.0, wide), (-wide, 0.0))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))


def draw_number(painter: QPainter, tokens: Tokens, at: QPointF, size: float, many: int) -> None:
    """The number within its mark, as large as has room; one is told by the mark alone."""
    if many < 2 or size < _NUMBERED:
        return
    text = str(many)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(9, min(13, round(size * 1.1))))
    if QFontMetricsF(font).horizontalAdvance(text) > 2 * size:
        font.setPixelSize(9)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(tokens.surface))
    box = QRectF(at.x() - 20, at.y() - 10, 40, 20)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Sprites:
    """Marks as little pictures, each made once: a thousand are put on the map in no time."""

    def __init__(self, tokens: Tokens, font: QFont, ratio: float) -> None:
        self._tokens, self._font, self._ratio = tokens, font, ratio
        self._made: dict[tuple[Shown, float, int], tuple[QPixmap, float]] = {}

    def of(self, kind: Shown, size: float, many: int) -> tuple[QPixmap, float]:
        """The picture, and how far its middle is from its corner."""
        key = kind, round(size, 1), many
        if key not in self._made:
            self._made[key] = self._make(kind, size, many)
        return self._made[key]

    def _make(self, kind: Shown, size: float, many: int) -> tuple[QPixmap, float]:
        half = size * 1.2 + 2
        picture = QPixmap(QSize(1, 1) * round(2 * half * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        at = QPointF(half, half)
        if kind is Shown.PAIRS:
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.setBrush(QColor(self._tokens.surface))
            painter.drawEllipse(at, size, size)
        else:
            draw_mark(painter, self._tokens, kind, at, size)
            draw_number(painter, self._tokens, at, size, many)
        painter.end()
        return picture, half


class _LegendIcon(QIconEngine):
    """A kind as it looks on the map, in the colours that are worn now."""

    def __init__(self, kind: Shown) -> None:
        super().__init__()
        self._kind = kind

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        tokens = current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(rect).center()
        if self._kind in {Shown.WAITING, Shown.FREE}:
            draw_mark(painter, tokens, self._kind, middle, rect.height() * 0.36)
            return
        painter.setPen(line_pen(tokens, self._kind, 2))
        half = QPointF(rect.width() / 2, 0)
        painter.drawLine(middle - half, middle + half)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _LegendIcon(self._kind)


def legend_icon(kind: Shown) -> QIcon:
    """The mark of a kind, for the box that shows and hides it."""
    return QIcon(_LegendIcon(kind))
