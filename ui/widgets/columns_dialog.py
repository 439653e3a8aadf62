"""The dialog in which the columns of a list are chosen, also with the keyboard.

The list shows each change at once. Closing it asks nothing: "Standard columns" goes back.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.announcing import announce
from ui.widgets.buttons import picture_button
from ui.widgets.column_choice import ColumnChoice
from ui.widgets.fields import ChoiceField
from ui.widgets.plain_dialog import PlainDialog

_COLUMN = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier


class ColumnsDialog(PlainDialog):
    """Space shows or hides, Alt with the arrows moves up and down, wider and narrower."""

    def __init__(self, words: Words, title: str, choice: ColumnChoice, parent: QWidget) -> None:
        _ = words.text
        heading = _("Columns: %(list)s") % {"list": title}
        super().__init__(words, heading, QSize(520, 560), parent)
        self._choice = choice
        self._filling = False
        hint = plain_label(
            _("Space shows or hides a column. Alt with the arrows moves it, or makes it wider."),
            "muted",
        )
        hint.setWordWrap(True)
        self.list = _Columns()
        self.list.setAccessibleName(_("Columns"))
        self.list.itemChanged.connect(self._check)
        self.list.pushed.connect(self._push)
        self.list.widened.connect(self._widen)
        side = QVBoxLayout()
        side.setSpacing(8)
        for text, picture, step in (
            (_("Move up"), "chevron-up", -1),
            (_("Move down"), "chevron-down", 1),
        ):
            side.addWidget(picture_button(text, picture, self._pusher(step)))
        for text, picture, step in (
            (_("Narrower"), "chevron-left", -1),
            (_("Wider"), "chevron-right", 1),
        ):
            side.addWidget(picture_button(text, picture, self._widener(step)))
        side.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.list, 1)
        beside.addLayout(side)
        self.sorted_by = ChoiceField([(at, one.title) for at, one in enumerate(choice.columns)])
        self.sorted_by.setAccessibleName(_("Sorted by"))
        self.direction = ChoiceField(
            [
                (Qt.SortOrder.AscendingOrder, _("Ascending")),
                (Qt.SortOrder.DescendingOrder, _("Descending")),
            ]
        )
        self.direction.setAccessibleName(_("Direction of the order"))
        order = QHBoxLayout()
        order.setSpacing(12)
        label = plain_label(_("Sorted by"))
        label.setBuddy(self.sorted_by)
        order.addWidget(label)
        order.addWidget(self.sorted_by, 1)
        order.addWidget(self.direction)
        self.body.addWidget(hint)
        self.body.addLayout(beside, 1)
        self.body.addLayout(order)
        self.standard_button = self.add_button(
            _("Standard columns"), "undo-2", self._back_to_standard
        )
        self._fill(0)
        for field in (self.sorted_by, self.direction):
            field.currentIndexChanged.connect(self._sort)
        self.list.setFocus()

    def _fill(self, current: int) -> None:
        """The columns as they are, with this place of the list current."""
        self._filling = True
        self.list.clear()
        for at in self._choice.order():
            item = QListWidgetItem(self._choice.columns[at].title, self.list)
            item.setData(_COLUMN, at)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            shown = self._choice.is_shown(at)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(current)
        column, direction = self._choice.sorted_by
        self.sorted_by.set_value(column)
        self.direction.set_value(direction)
        self._filling = False

    def _check(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        shown = item.checkState() == Qt.CheckState.Checked
        if not self._choice.show(item.data(_COLUMN), shown):
            self._fill(self.list.currentRow())
            self.message_bar.info(self.words.text("One column stays in the list."))

    def _pusher(self, step: int) -> Callable[[], None]:
        return lambda: self._push(step)

    def _push(self, step: int) -> None:
        at = self.list.currentRow()
        to = at + step
        if at < 0 or not 0 <= to < self.list.count():
            return
        self._choice.move(self.list.item(at).data(_COLUMN), step)
        self._fill(to)
        announce(
            self,
            self.words.text("%(column)s: place %(place)s of %(all)s")
            % {"column": self.list.item(to).text(), "place": to + 1, "all": self.list.count()},
        )

    def _widener(self, steps: int) -> Callable[[], None]:
        return lambda: self._widen(steps)

    def _widen(self, steps: int) -> None:
        item = self.list.item(max(self.list.currentRow(), 0))
        if item.checkState() == Qt.CheckState.Checked:
            self._choice.widen(item.data(_COLUMN), steps)

    def _sort(self) -> None:
        if not self._filling:
            self._choice.sort(self.sorted_by.value(), self.direction.value())

    def _back_to_standard(self) -> None:
        self._choice.standard()
        self._fill(0)
        self.list.setFocus()


class _Columns(QListWidget):
    pushed = Signal(int)
    widened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        widths = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & _ALT and key in moves:
            self.pushed.emit(moves[key])
        elif event.modifiers() & _ALT and key in widths:
            self.widened.emit(widths[key])
        else:
            super().keyPressEvent(event)
