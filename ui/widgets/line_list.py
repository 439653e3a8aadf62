"""A short list inside a card: a name with a figure, and a muted line below that says more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import current_tokens

_PADDING = 8
_VALUE = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
# Absolute: an Arabic name stays at the left, only its letters run the other way.
_WRAPPED = (
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignAbsolute.value
    | Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class Line:
    """`first` with `figure` at its right, `second` muted below; `value` tells what it is about.

    A line with a `figure` or a `second` has a name for its `first`, which is bold; alone it is a
    sentence.
    """

    value: Any
    first: str
    figure: str = ""
    second: str = ""


class LineList(QListWidget):
    """As high as its lines, which wrap as they need; Enter or a double click opens one."""

    opened = Signal(object)
    """The `value` of a line that was opened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.itemDoubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the first is current, so that Enter works at once."""
        self.clear()
        for line in lines:
            # The whole line in DisplayRole: it is what a screen reader reads out.
            said = ". ".join(part for part in (line.first, line.figure, line.second) if part)
            item = QListWidgetItem(said, self)
            item.setData(_VALUE, line.value)
            item.setData(_LINE, line)
        if lines:
            self.setCurrentRow(0)
        self._fit()

    def current_value(self) -> Any:
        """The `value` of the current line; None when there is none."""
        return self.item(self.currentRow()).data(_VALUE) if self.currentRow() >= 0 else None

    def lines(self) -> list[Line]:
        """What is shown."""
        return [self.item(at).data(_LINE) for at in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentRow() >= 0:
                self._open(self.item(self.currentRow()))
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_VALUE))

    def _fit(self) -> None:
        delegate, width = self.itemDelegate(), self.viewport().width()
        lines = sum(
            delegate.height(self.item(at).data(_LINE), width)
            for at in range(self.count())
            if isinstance(delegate, _LineDelegate)
        )
        self.setFixedHeight(lines + 2 * self.frameWidth() + 4)


class _LineDelegate(QStyledItemDelegate):
    def height(self, line: Line, width: int) -> int:
        """How high the line is in a list as wide as `width`."""
        first, second = self._boxes(line, QRect(0, 0, width, 10_000), self._list().font())
        return max(first.bottom(), second.bottom()) + 1 + _PADDING

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._list().viewport().width()
        return QSize(width, self.height(index.data(_LINE), width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, line = current_tokens(), index.data(_LINE)
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected and self._list().hasFocus():
            painter.fillRect(box, QColor(tokens.soft))
        if index.row():
            painter.setPen(QColor(tokens.line))
            painter.drawLine(box.topLeft(), box.topRight())
        first, second = self._boxes(line, box, option.font)
        painter.setFont(_font_of_first(line, option.font))
        painter.setPen(QColor(tokens.text))
        painter.drawText(first, _WRAPPED, line.first)
        across = QRect(box.x() + _PADDING, first.y(), box.width() - 2 * _PADDING, first.height())
        painter.drawText(across, Qt.AlignmentFlag.AlignRight, line.figure)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(second, _WRAPPED, line.second)

    def _boxes(self, line: Line, box: QRect, font: QFont) -> tuple[QRect, QRect]:
        """Where the two texts stand, wrapped as they need."""
        metrics = QFontMetrics(_font_of_first(line, font))
        inner = box.adjusted(_PADDING, _PADDING, -_PADDING, 0)
        figure = metrics.horizontalAdvance(line.figure)
        room = inner.adjusted(0, 0, -(figure + _PADDING if figure else 0), 0)
        high = metrics.boundingRect(room, _WRAPPED, line.first).height()
        first = QRect(room.x(), room.y(), room.width(), high)
        if not line.second:
            return first, first
        below = inner.adjusted(0, high + 2, 0, 0)
        high = QFontMetrics(font).boundingRect(below, _WRAPPED, line.second).height()
        return first, QRect(below.x(), below.y(), below.width(), high)

    def _list(self) -> LineList:
        made_for = self.parent()
        assert isinstance(made_for, LineList)  # noqa: S101 - made by it
        return made_for


def _font_of_first(line: Line, font: QFont) -> QFont:
    made = QFont(font)
    if line.figure or line.second:
        made.setWeight(QFont.Weight.DemiBold)
    return made
