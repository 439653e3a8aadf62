"""A list that is the whole of a dialog: the table, or what is said when there is nothing in it."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtWidgets import QStackedLayout

from ui.widgets.empty_state import EmptyList, EmptyState
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, Row, TableModel


class ListPages(QStackedLayout, Generic[Row]):
    """Shows rows and keeps the place in them."""

    def __init__(
        self,
        columns: list[Column[Row]],
        language: str,
        title: str,
        nothing: EmptyList,
        key: Callable[[Row], object],
    ) -> None:
        super().__init__()
        self.model: TableModel[Row] = TableModel(columns, language)
        self.table = TableView(self.model, title, key=key)
        self.empty = EmptyState(nothing)
        self.addWidget(self.table)
        self.addWidget(self.empty)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These instead; a line that went leaves the choice to the one now in its place."""
        at = max(0, self.table.currentIndex().row())
        self.model.show(rows)
        self.setCurrentWidget(self.table if rows else self.empty)
        self.table.headings.fit()
        if rows and self.table.current_row() is None:
            self.table.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))
            self.table.setFocus()
