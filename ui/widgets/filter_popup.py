"""The list of everything one can filter by: type to find it, Space or Enter to choose it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mentorapp.domain.text import plain_fold, search_fold
from mentorapp.words import Words
from ui.widgets.list_filter import ListFilter

_WHICH = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS, _WIDTH = 32, 14, 340
_EVERYTHING = -1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterPopup(QFrame):
    """Stays open while one chooses several; Escape or a click elsewhere closes it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        _ = words.text
        self.setObjectName("popup")
        self._filters: Sequence[ListFilter] = ()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(_("Type to find a filter …"))
        self.edit.setAccessibleName(_("Find a filter"))
        self.edit.setMaxLength(100)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Filters"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        self.edit.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._toggle)
        for widget in (self.edit, self.list):
            widget.installEventFilter(self)

    def open_at(self, place: QPoint, filters: Sequence[ListFilter]) -> None:
        """Show all choices of `filters`, with the keyboard in the line above them."""
        self._filters = filters
        self.edit.clear()
        self._fill()
        rows = min(self.list.count(), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW + 8)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        self.move(place)
        self.show()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.edit and self._edit_key(event):
                return True
            if watched is self.list and self._list_key(event):
                return True
        return super().eventFilter(watched, event)

    def _edit_key(self, event: QKeyEvent) -> bool:
        first = self._next(-1, 1)
        if first is None or event.key() not in (*_ENTER, Qt.Key.Key_Down):
            return False
        self.list.setCurrentRow(first)
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._toggle(self.list.item(first))
        return True

    def _list_key(self, event: QKeyEvent) -> bool:
        key, at = event.key(), self.list.currentRow()
        if key in (*_ENTER, Qt.Key.Key_Space):
            if self.list.currentItem() is not None:
                self._toggle(self.list.currentItem())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            there = self._next(at, 1 if key == Qt.Key.Key_Down else -1)
            if there is not None:
                self.list.setCurrentRow(there)
            elif key == Qt.Key.Key_Up:
                self.edit.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.text().isalnum():
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit.insert(event.text())
        else:
            return False
        return True

    def _next(self, at: int, step: int) -> int | None:
        """The nearest choice from row `at` on, past the headings."""
        at += step
        while 0 <= at < self.list.count():
            if self.list.item(at).data(_WHICH) is not None:
                return at
            at += step
        return None

    def _fill(self) -> None:
        self.list.clear()
        words = [(plain_fold(one), search_fold(one)) for one in self.edit.text().split()]
        for number, one in enumerate(self._filters):
            found = [(at, name) for at, (_key, name) in enumerate(one.choices)]
            if words:
                found = [(at, name) for at, name in found if _fits(f"{one.name} {name}", words)]
            if not found:
                continue
            self._add_heading(one)
            if not words:
                self._add_choice(one.everything, number, _EVERYTHING)
            for at, name in found:
                self._add_choice(name, number, at)
        self._mark()

    def _add_choice(self, name: str, number: int, at: int) -> None:
        item = QListWidgetItem(name, self.list)
        item.setData(_WHICH, (number, at))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def _add_heading(self, one: ListFilter) -> None:
        heading = QListWidgetItem(one.name, self.list)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)

    def _toggle(self, item: QListWidgetItem) -> None:
        which = item.data(_WHICH)
        if which is None:
            return
        number, at = which
        one = self._filters[number]
        if at == _EVERYTHING:
            one.set_values(())
        else:
            one.toggle(one.choices[at][0])
        self._mark()

    def _mark(self) -> None:
        """Tick what is chosen; a click on a box has turned it already, one on the words has not."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_WHICH) is not None:
                number, at = item.data(_WHICH)
                one = self._filters[number]
                chosen = not one.chosen if at == _EVERYTHING else one.choices[at][0] in one.chosen
                state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
                item.setCheckState(state)


def _fits(text: str, words: Sequence[tuple[str, str]]) -> bool:
    plain, folded = plain_fold(text), search_fold(text)
    return all(one in plain or other in folded for one, other in words)
