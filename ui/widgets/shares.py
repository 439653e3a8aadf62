"""How a sum comes about: a line for each part with its name, a bar and the number in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_tokens

_LINE = 24
_BAR = 8
_GAP = 10
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Share:
    """One line: `part` of `whole`, which `said` tells in words; `note` stands behind the name."""

    name: str
    note: str
    part: int
    whole: int
    said: str


class Shares(QWidget):
    """The lines below each other, painted in one go.

    Nothing is told by length or colour alone: the numbers stand beside the bars, and all of it is
    the accessible description.
    """

    def __init__(self, title: str, shares: Sequence[Share], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(map(_sentence, self._shares)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip("\n".join(map(_sentence, self._shares)))

    def sizeHint(self) -> QSize:
        return QSize(260, self._line() * len(self._shares) + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        width = self.width() - 2 * _EDGE
        number = max((metrics.horizontalAdvance(one.said) for one in self._shares), default=0) + 2
        words = min(
            max((metrics.horizontalAdvance(_named(one)) for one in self._shares), default=0) + 2,
            int((width - number - 2 * _GAP) * 0.72),
        )
        bar = width - words - number - 2 * _GAP
        for at, one in enumerate(self._shares):
            top = _EDGE + at * self._line()
            box = QRectF(_EDGE, top, words, self._line())
            name = metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, words)
            painter.setPen(QColor(tokens.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            used = metrics.horizontalAdvance(f"{name} ")
            note = metrics.elidedText(one.note, Qt.TextElideMode.ElideRight, max(0, words - used))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(box.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, note)
            self._bar(painter, one, QRectF(_EDGE + words + _GAP, top, bar, self._line()))
            painter.setPen(QColor(tokens.text))
            said = QRectF(_EDGE + width - number, top, number, self._line())
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(said, right, one.said)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _bar(self, painter: QPainter, one: Share, box: QRectF) -> None:
        tokens = current_tokens()
        ground = QRectF(box.x(), box.center().y() - _BAR / 2, box.width(), _BAR)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
        full = ground.width() * min(1.0, one.part / one.whole) if one.whole else 0
        if full > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(
                QRectF(ground.x(), ground.y(), max(full, _BAR), _BAR), _BAR / 2, _BAR / 2
            )

    def _line(self) -> int:
        return max(_LINE, self.fontMetrics().height() + 4)


def _named(one: Share) -> str:
    return f"{one.name} {one.note}".rstrip()


def _sentence(one: Share) -> str:
    return f"{_named(one)}: {one.said}"
