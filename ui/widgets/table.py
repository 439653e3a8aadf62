"""The view of a `TableModel`: calm rows, whole-row selection, badges, all by keyboard."""

from collections.abc import Callable
from html import escape
from typing import Any, Generic

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.theme import Tone, current_tokens, tone_colours
from ui.widgets.column_header import PILL, ColumnHeader
from ui.widgets.table_model import ROW_ROLE, SORT_ROLE, TONE_ROLE, Column, Row, TableModel

__all__ = ["ROW_ROLE", "SORT_ROLE", "TONE_ROLE", "Column", "Row", "TableModel", "TableView", "Tone"]

ROW_HEIGHT = 38
_PADDING = 12


def paint_badge(painter: QPainter, box: QRect, text: str, tone: Tone) -> None:
    """Words on a coloured ground at the left of `box`, cut with an ellipsis when too long."""
    colour, ground = tone_colours(current_tokens(), tone)
    metrics = QFontMetrics(painter.font())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() - PILL)
    width = metrics.horizontalAdvance(text) + PILL
    height = metrics.height() + 4
    pill = QRectF(box.x(), box.center().y() - height / 2 + 0.5, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(colour)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: ground, line below, then text or badge.

    The text stays in DisplayRole, so screen readers and copying get the words of a badge too.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = current_tokens()
        box = QRect(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.soft))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(_PADDING, 0, -_PADDING // 2, -1)
        text = str(index.data() or "").replace("\n", " ")
        tone = index.data(TONE_ROLE)
        painter.setFont(option.font)
        if isinstance(tone, Tone):
            if text:
                paint_badge(painter, inner, text, tone)
            return
        painter.setPen(QColor(tokens.text))
        cut = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, inner.width()
        )
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or 0
        # Absolute: an Arabic name stays in its column, only its letters run to the left.
        flags = int(align) | Qt.AlignmentFlag.AlignAbsolute.value
        painter.drawText(inner, flags | Qt.TextFlag.TextSingleLine.value, cut)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """What is cut is told in full under the mouse; escaped, for a name may look like markup."""
        text = str(index.data() or "")
        pill = PILL if isinstance(index.data(TONE_ROLE), Tone) else 0
        room = option.rect.width() - _PADDING - _PADDING // 2 - pill
        if QFontMetrics(view.font()).horizontalAdvance(text.replace("\n", " ")) <= room:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), f"<p>{escape(text)}</p>", view)
        return True

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * _PADDING, ROW_HEIGHT)


class TableView(QTableView, Generic[Row]):
    """A table of whole rows.

    The selected row stays selected when rows are read anew, searched or sorted, as long as it is
    shown; `key` tells which row is which.
    """

    opened = Signal(object)
    """A row was opened with Enter or a double click."""
    picked = Signal(object)
    """Another row was selected; None when there is none."""

    def __init__(
        self,
        model: TableModel[Row],
        accessible_name: str,
        key: Callable[[Row], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._identity = key or (lambda row: row)
        self._remembered: Any = None
        self.several = False  # where several rows can be chosen at once: whether they are
        self.setModel(model)
        self.setAccessibleName(accessible_name)
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.headings = ColumnHeader(model.columns, ROW_HEIGHT, self)
        self.setHorizontalHeader(self.headings)
        at, order = model.sorted_by
        self.headings.setSortIndicator(at, order)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._picked)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._select_again)

    def current_row(self) -> Row | None:
        """The selected row."""
        index = self.currentIndex()
        chosen = self.selectionModel().selection()
        if index.isValid() and not chosen.isEmpty() and not self.selectionModel().isSelected(index):
            # The last one that was taken out of several by a click with Ctrl.
            index = self._rows.index(chosen.first().top(), 0)
        return self._rows.row(index) if index.isValid() else None

    def key_of(self, row: Row) -> Any:
        """What tells this row from the others."""
        return self._identity(row)

    def shown_columns(self) -> list[Column[Row]]:
        """The columns that are shown, from left to right."""
        return [self._rows.columns[at] for at in self.headings.shown()]

    def select_row(self, wanted: Any) -> bool:
        """Select the row whose key is `wanted`; False when it is not shown."""
        at = self._rows.place_of(self._identity, wanted)
        if at is None:
            return False
        self.setCurrentIndex(self._rows.index(at, 0))
        self.scrollTo(self.currentIndex())
        return True

    def select_none(self) -> None:
        """Let go of the selected row, also for the next time that rows are read anew."""
        self._remembered = None
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def others_by_nearness(self) -> list[Any]:
        """The keys of the other rows, those below the current one first; none without a current."""
        if not self.currentIndex().isValid():
            return []
        keys = [self._identity(row) for row in self._rows.shown_rows()]
        at = self.currentIndex().row()
        return [*keys[at + 1 :], *reversed(keys[:at])]

    def select_below(self) -> None:
        """Go to the next row; the last one stays selected."""
        at = self.currentIndex().row() + 1
        if 0 < at < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(at, 0))

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        # Qt's own would add to what is selected while Ctrl or Shift is held, as it is when Ctrl+S
        # has just saved a form over the list.
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._go_to(index, alone | QItemSelectionModel.SelectionFlag.Rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current without selecting it: keys would act on what is not seen.
        current = self.currentIndex()
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self._rows.rowCount():
            if not current.isValid():
                self.setCurrentIndex(self._rows.index(0, 0))
            elif not self.selectionModel().hasSelection():
                self.setCurrentIndex(current)
        super().focusInEvent(event)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        self.headings.set_shown(column, not hide)
        current = self.currentIndex()
        if hide and current.isValid() and current.column() == column:
            self._go_to(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            event.accept()
            return
        ends = event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if ends and not extends and self._rows.rowCount():
            last = self._rows.rowCount() - 1
            at = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self._rows.index(at, 0))
            event.accept()
            return
        super().keyPressEvent(event)

    def _go_to(
        self, index: QModelIndex | QPersistentModelIndex, how: QItemSelectionModel.SelectionFlag
    ) -> None:
        # Never to a hidden column, from where Qt neither walks nor scrolls.
        if index.isValid() and self.isColumnHidden(index.column()):
            shown = self.headings.shown()
            index = index.sibling(index.row(), shown[0]) if shown else index
        self.selectionModel().setCurrentIndex(index, how)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.row(index))

    def _picked(self, index: QModelIndex) -> None:
        if not self.several:
            self.picked.emit(self.current_row() if index.isValid() else None)

    def _remember(self) -> None:
        row = self.current_row()
        if row is not None:
            self._remembered = self._identity(row)

    def _select_again(self) -> None:
        if self._remembered is None or not self.select_row(self._remembered):
            self.picked.emit(None)
