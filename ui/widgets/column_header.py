"""The headings of a table: never under the mark of the order, and as wide as there is room for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.icons import icon
from ui.theme import current_tokens
from ui.widgets.table_model import Column

LEAST_WIDTH = 40
_LEFT, _RIGHT = 12, 8
_ARROW, _GAP = 12, 4
_UNKNOWN = 150
PILL = 20
"""What the ground of a badge takes beside its words."""


class ColumnHeader(QHeaderView):
    """Shares the room out until a width is drawn by hand, which then stays."""

    drawn = Signal()
    """The user gave a column another width."""

    def __init__(self, columns: Sequence[Column[Any]], height: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._fitting = False
        self.by_hand: dict[int, int] = {}
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFixedHeight(height)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setMouseTracking(True)
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(lambda *_moved: self.fit())
        self.sortIndicatorChanged.connect(lambda *_sorted: self.fit())

    def shown(self) -> list[int]:
        """The columns that are shown, from left to right."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return [at for at in order if not self.isSectionHidden(at)]

    def set_shown(self, column: int, shown: bool) -> None:
        """Show or hide one; the others take or give the room."""
        self._fitting = True
        self.setSectionHidden(column, not shown)
        self._fitting = False
        self.fit()

    def fit(self) -> None:
        """Wished widths while there is room; with less, what columns need least. Less they never
        have: what has no room then is scrolled to.
        """
        if self._fitting:
            return
        shown = self.shown()
        free = [at for at in shown if at not in self.by_hand]
        room = self.viewport().width() - sum(self.by_hand[at] for at in shown if at in self.by_hand)
        least = {at: self.least_width(at) for at in free}
        wished = {at: max(self._columns[at].width or _UNKNOWN, least[at]) for at in free}
        spare = sum(wished.values()) - sum(least.values())
        share = min(1.0, max(0.0, (room - sum(least.values())) / max(spare, 1)))
        widths = {at: least[at] + int((wished[at] - least[at]) * share) for at in free}
        self._fitting = True
        for at in shown:
            self.resizeSection(at, self.by_hand.get(at) or widths[at])
        self._stretch_last()
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Also when the table stays as it is, and its scroll bar comes or goes.
        super().resizeEvent(event)
        self.fit()

    def _stretch_last(self) -> None:
        """What is over goes to the last column, unless that has its width by hand."""
        shown = self.shown()
        if shown and shown[-1] not in self.by_hand:
            room = self.viewport().width() - sum(self.sectionSize(at) for at in shown[:-1])
            self.resizeSection(shown[-1], max(room, self.least_width(shown[-1])))

    def least_width(self, column: int) -> int:
        """What a column is given at least: its heading and texts that stay whole are not cut."""
        told = self._columns[column]
        metrics = QFontMetrics(self.font())
        pill = PILL if told.badge is not None else 0
        texts = [_LEFT + metrics.horizontalAdvance(text) + pill + _RIGHT for text in told.whole]
        return max(self.heading_width(column), told.least, *texts)

    def heading_width(self, column: int) -> int:
        """What a heading needs, with its mark where the list is sorted by it."""
        text = QFontMetrics(self._bold()).horizontalAdvance(self._columns[column].title)
        mark = _ARROW + _GAP if self._is_sorted(column) else 0
        return _LEFT + text + mark + _RIGHT + 2

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, sorted_by = current_tokens(), self._is_sorted(section)
        under_mouse = rect.contains(self.viewport().mapFromGlobal(QCursor.pos()))
        colour = tokens.text if sorted_by or under_mouse else tokens.muted
        column, metrics = self._columns[section], QFontMetrics(self._bold())
        mark = _ARROW + _GAP if sorted_by else 0
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        room = max(0, inner.width() - mark)
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(text)
        left = inner.x()
        if column.align & Qt.AlignmentFlag.AlignRight:
            left += room - wide
        painter.save()
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colour))
        painter.setFont(self._bold())
        # A box of its own and absolute: the text stands where the cells below it stand.
        place = QRect(left, inner.y(), wide + 1, inner.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, flags | Qt.AlignmentFlag.AlignVCenter, text)
        if sorted_by:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            top = rect.center().y() - _ARROW // 2 + 1
            spot = QRect(left + wide + _GAP, top, _ARROW, _ARROW)
            icon("chevron-up" if up else "chevron-down", colour=colour).paint(painter, spot)
        painter.restore()

    def _is_sorted(self, column: int) -> bool:
        return self.isSortIndicatorShown() and column == self.sortIndicatorSection()

    def _bold(self) -> QFont:
        made = QFont(self.font())
        made.setWeight(QFont.Weight.DemiBold)
        return made

    def _resized(self, section: int, _before: int, now: int) -> None:
        if not self._fitting and now:
            self.by_hand[section] = now
            self._fitting = True
            self._stretch_last()
            self._fitting = False
            self.drawn.emit()
