"""The list of what was found: headings, and below them lines with a picture and two texts."""

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

from ui.icons import icon
from ui.theme import current_tokens

_ENTRY = Qt.ItemDataRole.UserRole
_HEADING_HIGH = 30
LINE_HIGH = 46
_PADDING, _PICTURE = 12, 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Entry:
    """A line; `value` is what it stands for. A `faded` one is over: its words say so too."""

    value: Any
    picture: str
    first: str
    second: str = ""
    keys: str = ""
    faded: bool = False

    @property
    def said(self) -> str:
        """The line as it is read out."""
        return ". ".join(part for part in (self.first, self.second, self.keys) if part)


class ResultList(QListWidget):
    """Arrows go from line to line and pass over headings; Enter or a click opens one."""

    opened = Signal(object)
    """The `value` of a line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._open)

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        """Show these below their headings; the first line is current, so that Enter works."""
        self.clear()
        for heading, entries in groups:
            title = QListWidgetItem(heading, self)
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            for entry in entries:
                item = QListWidgetItem(entry.said, self)
                item.setData(_ENTRY, entry)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, heading)
        if self.count():
            self.setCurrentRow(1)

    def entries(self) -> list[Entry]:
        """The lines, without the headings."""
        found = (self.item(at).data(_ENTRY) for at in range(self.count()))
        return [entry for entry in found if entry is not None]

    def current_entry(self) -> Entry | None:
        """The line that Enter opens."""
        entry = self.currentIndex().data(_ENTRY)
        return entry if isinstance(entry, Entry) else None

    def step(self, lines: int) -> None:
        """Go so many lines down, or up; not beyond the ends."""
        rows = [at for at in range(self.count()) if self.item(at).data(_ENTRY) is not None]
        if not rows:
            return
        now = rows.index(self.currentRow()) if self.currentRow() in rows else 0
        row = rows[min(max(now + lines, 0), len(rows) - 1)]
        self.setCurrentRow(row)
        # With the first line its heading is seen too.
        self.scrollToItem(self.item(row - 1 if row == rows[0] else row))

    def open_current(self) -> None:
        """What Enter does."""
        entry = self.current_entry()
        if entry is not None:
            self.opened.emit(entry.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            event.accept()
            return
        super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.setCurrentItem(item)
        self.open_current()


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(10, _HEADING_HIGH if index.data(_ENTRY) is None else LINE_HIGH)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        painter.save()
        if entry is None:
            _paint_heading(painter, QRect(option.rect), option.font, index.data())
        else:
            _paint_line(painter, option, entry)
        painter.restore()


def _paint_heading(painter: QPainter, box: QRect, font: QFont, text: str) -> None:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(current_tokens().muted))
    painter.drawText(box.adjusted(_PADDING, 6, -_PADDING, 0), _LEFT, text)


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    tokens, box = current_tokens(), QRect(option.rect)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft if chosen else tokens.hover))
        painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)
    if chosen:
        # Not by the shade alone: a bar at its left says which one Enter opens.
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRect(box.left() + 4, box.top() + 9, 4, box.height() - 18), 2, 2)
    side = (box.height() - _PICTURE) // 2
    picture = QRect(box.left() + _PADDING + 4, box.top() + side, _PICTURE, _PICTURE)
    drawn = icon(entry.picture, colour=tokens.muted)
    drawn.paint(painter, picture)
    inner = box.adjusted(2 * _PADDING + _PICTURE + 4, 4, -_PADDING - 4, -4)
    if entry.keys:
        painter.setPen(QColor(tokens.muted))
        painter.setFont(option.font)
        painter.drawText(inner, _RIGHT, entry.keys)
        wide = QFontMetrics(option.font).horizontalAdvance(entry.keys)
        inner.adjust(0, 0, -wide - _PADDING, 0)
    first = QFont(option.font)
    first.setWeight(QFont.Weight.DemiBold)
    half = inner.height() // 2 if entry.second else inner.height()
    upper = QRect(inner.x(), inner.y(), inner.width(), half)
    painter.setFont(first)
    painter.setPen(QColor(tokens.muted if entry.faded else tokens.text))
    painter.drawText(upper, _LEFT, _cut(first, entry.first, inner.width()))
    if entry.second:
        lower = QRect(inner.x(), inner.y() + half, inner.width(), inner.height() - half)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(lower, _LEFT, _cut(option.font, entry.second, inner.width()))


def _cut(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
