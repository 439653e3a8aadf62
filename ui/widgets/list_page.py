"""The page every list of the office has: search, filters, table, and a card about the selected.

Ctrl+F goes to the search, arrow down from there to the table, Enter opens the selected row and
Escape clears the search.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.announcing import announce
from ui.widgets.buttons import picture_button
from ui.widgets.card_fold import CardFold
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.chosen_rows import ChosenRows
from ui.widgets.column_choice import ColumnChoice
from ui.widgets.columns_button import ColumnsButton
from ui.widgets.details_card import DetailsCard
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyList, EmptyState
from ui.widgets.filter_bar import FilterBar
from ui.widgets.list_filter import ListFilter
from ui.widgets.message_bar import MessageBar
from ui.widgets.skeleton import Skeleton
from ui.widgets.table import TableView
from ui.widgets.table_model import Prepared, Row, TableModel

__all__ = ["EmptyList", "ListPage"]


class ListPage(QWidget, Generic[Row]):
    """A list with everything around it; features fill it and listen.

    `show_rows` fills it. `set_count` overrules the words beside the heading, which otherwise tell
    how many rows there are.
    """

    opened = Signal(object)
    """A row was opened: Enter or double click."""
    picked = Signal(object)
    """Another row is selected; None when there is none."""

    def __init__(
        self,
        words: Words,
        title: str,
        model: TableModel[Row],
        empty: EmptyList,
        search_hint: str = "",
        key: Callable[[Row], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.model = model
        self._count_text: str | None = None
        self._sought: Any = None
        self._closed: EmptyState | None = None
        self.message_bar = MessageBar(words)
        self.heading = plain_label(title, "h1")
        self.count = ElidedLabel("muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(search_hint or _("Search …"))
        self.search.setAccessibleName(_("Search in %(list)s") % {"list": title})
        self.search.setMaxLength(200)
        self.search.setClearButtonEnabled(True)
        picture = self.search.addAction(
            icon("search", QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        picture.setText(self.search.accessibleName())
        self.table = TableView(model, title, key)
        self.details = DetailsCard(_("Select a row to see more."))
        self.empty = EmptyState(empty)
        self._no_hits = EmptyState(
            EmptyList(
                _("Nothing found"),
                _("Nothing fits the search and the filters."),
                (_("Clear search and filters"), self.clear_search),
            )
        )
        self.skeleton = Skeleton(_("Reading …"))
        self.filter_bar = FilterBar(words, self)
        self.columns = ColumnChoice(self.table, model)
        self.columns_button = ColumnsButton(words, self, self.columns, self.table.headings, title)
        self._last_control: QWidget = self.filter_bar.button
        self.fold = CardFold(words, self, self.details)
        self.many: ChosenRows[Row] | None = None
        self._lay_out()

        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.filter_bar.changed.connect(self._filter)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self.picked)
        model.modelReset.connect(self._show_state)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(self.focus_search)
        self._show_state()

    def add_button(
        self, text: str, picture: str, do: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """A button at the right of the heading; one of them is the page's primary one."""
        button = picture_button(text, picture, do, primary=primary)
        self.add_to_top(button)
        return button

    def add_to_top(self, widget: QWidget) -> None:
        """Something else at the right of the heading, such as a button with a menu."""
        self._top.addWidget(widget)

    def add_filter(
        self,
        name: str,
        everything: str,
        choices: Sequence[tuple[Any, str]],
        keep: Callable[[Row, Any], bool],
        key: str = "",
    ) -> ListFilter:
        """Something to filter by: `everything`, or one or several of `choices` (key and name).

        `keep` says whether a row fits a key. `key` is what it is called where views are kept.
        """
        made = ListFilter(name, everything, choices, keep, key, self)
        self.filter_bar.add(made)
        return made

    def choose_many(self) -> ChosenBar:
        """Let several rows be chosen; what can be done with them is added to the bar."""
        many = self.many = ChosenRows(self.table, self.model)
        bar = ChosenBar(self._words, many.clear, self)
        self._left.addWidget(bar)
        many.changed.connect(bar.show_number)
        many.changed.connect(self._show_chosen)
        return bar

    def chosen_rows(self) -> list[Row]:
        """The rows that something is to be done with: several, or the selected one."""
        if self.many is not None and self.many.several:
            return self.many.rows()
        row = self.table.current_row()
        return [] if row is None else [row]

    def add_control(self, widget: QWidget) -> None:
        """Something else beside the search, such as a choice of what the list is about."""
        self._narrowing.insertWidget(self._narrowing.count() - 2, widget)
        QWidget.setTabOrder(self._last_control, widget)
        self._last_control = widget

    def show_rows(self, rows: Iterable[Row] | Prepared[Row]) -> None:
        """Take these rows for the whole list, prepared by the model if there may be many."""
        self.model.show(rows)
        if self._sought is not None and self.table.select_row(self._sought):
            self._sought = None

    def seek(self, key: Any) -> None:
        """Select the row with this key, as soon as it is in the list; nothing hides it."""
        self.clear_search()
        self._sought = None if self.table.select_row(key) else key

    def select_first(self) -> None:
        """Select the first row when none is, so that the card is never empty beside a full list."""
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def with_row(self, do: Callable[[Row], object]) -> Callable[[], None]:
        """What a button does: `do` with the selected row, or nothing when there is none."""

        def act() -> None:
            row = self.table.current_row()
            if row is not None:
                do(row)

        return act

    def add_keys(
        self,
        new: Callable[[], object] | None = None,
        delete: Callable[[], object] | None = None,
        edit: Callable[[], object] | None = None,
    ) -> None:
        """Ctrl+N and Ctrl+E anywhere in the page, and Del in the list."""
        if new is not None:
            QShortcut(QKeySequence(QKeySequence.StandardKey.New), self).activated.connect(new)
        if edit is not None:
            QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(edit)
        if delete is not None:
            key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda: self._delete_one(delete))

    def close_for(self, why: EmptyList) -> None:
        """For whoever has no rows here: why stands in their place, and nothing narrows them."""
        self._closed = EmptyState(why)
        self._stack.addWidget(self._closed)
        self.fold.leave_out()
        for widget in (self.search, self.columns_button, self.filter_bar.button):
            widget.hide()
        self._show_state()

    def set_count(self, text: str | None) -> None:
        """Words beside the heading in place of the plain number of rows."""
        self._count_text = text
        self._show_state()

    def count_text(self, shown: int, total: int) -> str:
        """The words beside the heading; a list that opens narrowed has its own."""
        if self.model.narrowed:
            return self._words.text("%(shown)s of %(total)s") % {
                "shown": self._words.number(shown),
                "total": self._words.number(total),
            }
        return self._words.number(total) if self._count_text is None else self._count_text

    def clear_search(self) -> None:
        """Show every row again."""
        self.search.clear()
        self.filter_bar.clear()

    def focus_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._search_key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _search_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if key == Qt.Key.Key_Down and self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount() == 1:
            self.opened.emit(self.model.row(0))
            return True
        return False

    def _search(self, text: str) -> None:
        self.model.set_search(text)

    def _delete_one(self, delete: Callable[[], object]) -> None:
        if self.table.several:
            self.message_bar.info(self._words.text("Choose one row alone to delete it."))
        else:
            delete()

    def _show_chosen(self, many: int) -> None:
        if many > 1:
            text = self._words.plural("%(n)d chosen", "%(n)d chosen", many)
            self.details.show_facts(text)
            self.details.offer_nothing()

    def _filter(self, one: ListFilter) -> None:
        self.model.set_filter(one.name, one.test())
        announce(self, self.count.text())

    def _show_state(self) -> None:
        shown, total = self.model.rowCount(), len(self.model.all_rows())
        self.count.setText(self.count_text(shown, total) if self.model.filled else "")
        if self._closed is not None:
            self._stack.setCurrentWidget(self._closed)
        elif not self.model.filled:
            self._stack.setCurrentWidget(self.skeleton)
        elif not total:
            self._stack.setCurrentWidget(self.empty)
        elif not shown:
            self._stack.setCurrentWidget(self._no_hits)
        else:
            self._stack.setCurrentWidget(self.table)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.heading)
        top.addWidget(self.count)
        top.addStretch()
        self._top = top
        self._narrowing = QHBoxLayout()
        self._narrowing.setSpacing(12)
        self._narrowing.addWidget(self.search, 1)
        self._narrowing.addWidget(self.filter_bar.button)
        self._narrowing.addWidget(self.columns_button)
        self._narrowing.addWidget(self.fold)
        self._stack = QStackedWidget()
        for widget in (self.skeleton, self.table, self.empty, self._no_hits):
            self._stack.addWidget(widget)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(8)
        self._left.addWidget(self._stack, 1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([720, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addLayout(self._narrowing)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.splitter, 1)
