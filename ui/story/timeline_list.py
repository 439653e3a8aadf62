"""The list of a timeline: a heading for each month, and below it what happened."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorapp.domain.timeline import TimelineKind
from ui.icons import icon
from ui.story.timeline_lines import TimelineLine
from ui.theme import current_tokens

PICTURES = {
    TimelineKind.STATUS: "user",
    TimelineKind.PAIRING: "handshake",
    TimelineKind.MEETING: "calendar-check",
    TimelineKind.CALL: "phone",
    TimelineKind.FOLLOW_UP: "list-checks",
    TimelineKind.LETTER: "mail",
    TimelineKind.INTERVIEW: "message-square-quote",
    TimelineKind.PLAN: "trending-up",
    TimelineKind.PLACEMENT: "briefcase",
    TimelineKind.BELONGING: "heart",
    TimelineKind.OUTCOME: "chart-column",
    TimelineKind.CONSENT: "shield",
    TimelineKind.CHANGE: "pencil",
}
#: Lines laid out at a time: a history of thousands must not be measured before it is seen.
_PAGE = 200
_LINE = Qt.ItemDataRole.UserRole
_PAD, _GAP, _ICON = 8, 12, 16
_WRAPPED = (
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignAbsolute.value
    | Qt.TextFlag.TextWordWrap.value
)
_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Months and lines; more of them as one comes near the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[str | TimelineLine] = []
        self._shown = 0

    def show(self, lines: Sequence[TimelineLine]) -> None:
        """Show these, which are sorted."""
        self.beginResetModel()
        self._rows, month = [], ""
        for line in lines:
            if line.month != month:
                month = line.month
                self._rows.append(month)
            self._rows.append(line)
        self._shown = min(_PAGE, len(self._rows))
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._shown

    def canFetchMore(self, parent: _Index) -> bool:
        return self._shown < len(self._rows)

    def fetchMore(self, parent: _Index) -> None:
        more = min(_PAGE, len(self._rows) - self._shown)
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(index.data(_LINE), TimelineLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == _LINE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.aloud
        return None

    def first_line(self) -> QModelIndex:
        """The newest line; none is valid where there is none."""
        return self.index(1, 0) if self._shown else QModelIndex()

    def at(self, record_id: object) -> QModelIndex:
        """The first shown line about this record, else the newest."""
        for row, one in enumerate(self._rows[: self._shown]):
            if isinstance(one, TimelineLine) and one.entry.record_id == record_id:
                return self.index(row, 0)
        return self.first_line()


class TimelineList(QListView):
    """Enter or a double click opens a line; the arrows walk from line to line."""

    opened = Signal(object)
    """The `TimelineEntry` of a line that was opened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TimelineModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(_TimelineDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: Sequence[TimelineLine]) -> None:
        """Show these; who stood on a line that is still there stays on it."""
        line = self.current_line()
        self.rows.show(lines)
        self.setCurrentIndex(self.rows.at(line.entry.record_id if line else None))

    def current_line(self) -> TimelineLine | None:
        """The line one stands on."""
        line = self.currentIndex().data(_LINE)
        return line if isinstance(line, TimelineLine) else None

    def lines(self) -> list[TimelineLine]:
        """What is shown, without the months."""
        rows = (self.rows.index(at, 0).data(_LINE) for at in range(self.rows.rowCount()))
        return [one for one in rows if isinstance(one, TimelineLine)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if isinstance(line, TimelineLine):
            self.opened.emit(line.entry)


class _TimelineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width, row = self._list().viewport().width(), index.data(_LINE)
        font = self._list().font()
        if isinstance(row, str):
            return QSize(width, QFontMetrics(_bold(font)).height() + 3 * _PAD)
        boxes = self._boxes(row, QRect(0, 0, width, 10_000), font)
        return QSize(width, boxes[-1].bottom() + 1 + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, row = current_tokens(), index.data(_LINE)
        box, font = QRect(option.rect), self._list().font()
        if isinstance(row, str):
            painter.setFont(_bold(font))
            painter.setPen(QColor(tokens.text))
            inner = box.adjusted(_PAD, 0, -_PAD, -_PAD)
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.soft))
            if self._list().hasFocus():
                painter.setPen(QColor(tokens.accent))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        said, text, traces = self._boxes(row, box, font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box.x() + _PAD, said.y() + QFontMetrics(font).ascent(), row.day)
        side = QRect(said.x() - _ICON - _GAP // 2, said.y() + 1, _ICON, _ICON)
        icon(PICTURES[row.entry.kind], colour=tokens.muted).paint(painter, side)
        painter.drawText(traces, _WRAPPED, row.traces)
        painter.setPen(QColor(tokens.text))
        painter.drawText(text, _WRAPPED, row.text)
        painter.setFont(_bold(font))
        painter.drawText(said, _WRAPPED, row.said)

    def _boxes(self, line: TimelineLine, box: QRect, font: QFont) -> tuple[QRect, QRect, QRect]:
        """Where sentence, text and traces stand, each wrapped as it needs."""
        metrics = QFontMetrics(font)
        left = 2 * _PAD + metrics.horizontalAdvance("30 Sept 2026") + _ICON + _GAP
        room = QRect(box.x() + left, box.y() + _PAD, box.width() - left - _PAD, 10_000)
        found = []
        for part, measure in (
            (line.said, QFontMetrics(_bold(font))),
            (line.text, metrics),
            (line.traces, metrics),
        ):
            high = measure.boundingRect(room, _WRAPPED, part).height() + 2 if part else 0
            found.append(QRect(room.x(), room.y(), room.width(), high))
            room = room.adjusted(0, high, 0, 0)
        return found[0], found[1], found[2]

    def _list(self) -> TimelineList:
        made_for = self.parent()
        assert isinstance(made_for, TimelineList)  # noqa: S101 - made by it
        return made_for


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
