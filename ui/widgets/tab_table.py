"""A table in a tab, with buttons for its selected row beneath and words when it is empty.

Until it was told its rows for the first time it says nothing of them, as a `ListPage` does.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.skeleton import Skeleton
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, Row, TableModel


class TabTable(QWidget, Generic[Row]):
    """Sorted by its first column; rows are told apart by their `id` where they have one."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        language: str,
        title: str,
        nothing: str,
        order: Qt.SortOrder = Qt.SortOrder.AscendingOrder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.model: TableModel[Row] = TableModel(columns, language)
        self.table = TableView(self.model, title, key=lambda row: getattr(row, "id", row))
        self.table.sortByColumn(0, order)
        self.skeleton = Skeleton(Words(language).text("Reading …"))
        self._nothing = plain_label(nothing, "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons: list[QPushButton] = []
        self._for_row: list[QPushButton] = []
        self._buttons = FlowLayout(spacing=10, fill=False)
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.skeleton, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons)
        self.table.picked.connect(self._picked)
        self.model.modelReset.connect(self._show_state)
        self._show_state()

    def add_button(
        self,
        text: str,
        picture: str,
        do: Callable[[Row], object],
        *,
        keys: str = "",
        opens: bool = False,
    ) -> QPushButton:
        """A button for the selected row; `opens` makes Enter and double click do the same."""

        def act() -> None:
            row = self.table.current_row()
            if row is not None:
                do(row)

        button = self.add_plain_button(text, picture, act)
        button.setEnabled(False)
        self._for_row.append(button)
        if opens:
            self.table.opened.connect(do)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setWhatsThis(text)
            shortcut.activated.connect(button.click)
        return button

    def add_plain_button(self, text: str, picture: str, do: Callable[[], object]) -> QPushButton:
        """A button that needs no row."""
        button = picture_button(text, picture, do)
        self._buttons.addWidget(button)
        self.buttons.append(button)
        return button

    def show_rows(self, rows: Iterable[Row]) -> None:
        """All the rows there are."""
        self.model.show(rows)

    def show_why_none(self, why: str) -> None:
        """No rows, for a reason that is none of theirs."""
        self._nothing.setText(why)
        self.model.show(())

    def minimumSizeHint(self) -> QSize:
        """With every line that the buttons take at this width: a splitter does not ask for it."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self._rows.totalMinimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _show_state(self) -> None:
        filled, there = self.model.filled, bool(self.model.rowCount())
        self.skeleton.setVisible(not filled)
        self.table.setVisible(there)
        self._nothing.setVisible(filled and not there)

    def _picked(self, row: Row | None) -> None:
        for button in self._for_row:
            button.setEnabled(row is not None)
