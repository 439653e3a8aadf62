"""The columns of one list as its user chose them: which, in which order, how wide, sorted by what.

`changed` tells of what the user did, never of what `take` did.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ui.widgets.column_layout import ColumnLayout, read
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel

_STEP = 20


class ColumnChoice(QObject):
    """Columns are told by their place in the model, which stays when they are moved."""

    changed = Signal()
    """The user chose otherwise."""

    def __init__(self, table: TableView[Any], model: TableModel[Any]) -> None:
        super().__init__(table)
        self._table, self._model, self._header = table, model, table.headings
        self._keys = [column.key or str(at) for at, column in enumerate(model.columns)]
        self._first_order = model.sorted_by
        self._quiet = False
        self._header.setSectionsMovable(True)
        self._header.setFirstSectionMovable(True)
        with self._quietly():
            self._hide(self._extra())
        self._header.sectionMoved.connect(lambda *_moved: self._tell())
        self._header.sectionClicked.connect(lambda _at: self._tell())
        self._header.drawn.connect(self._tell)

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """Every column there is, by its place in the model."""
        return self._model.columns

    def order(self) -> list[int]:
        """From left to right, the hidden too."""
        return [self._header.logicalIndex(at) for at in range(self._header.count())]

    def is_shown(self, column: int) -> bool:
        """Whether one sees it."""
        return not self._header.isSectionHidden(column)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column of the order, and its direction."""
        return self._model.sorted_by

    # What is kept

    def begin(self, kept: str) -> None:
        """Show the list as it was left; its own order until now is the one to go back to."""
        self._first_order = self._model.sorted_by
        self.take(kept)

    def written(self) -> str:
        """For `take`."""
        keys = self._keys
        at, direction = self._model.sorted_by
        return ColumnLayout(
            order=tuple(keys[one] for one in self.order()),
            hidden=frozenset(key for one, key in enumerate(keys) if not self.is_shown(one)),
            widths={keys[one]: width for one, width in self._header.by_hand.items()},
            sorted_by=(keys[at], direction),
        ).written()

    def take(self, text: str) -> None:
        """Choose what `written` gave; columns it knows nothing of come last, as they are meant."""
        layout = read(text)
        if layout is None:
            return
        known = {key: at for at, key in enumerate(self._keys)}
        told = [known[key] for key in dict.fromkeys(layout.order) if key in known]
        others = [at for at in range(len(self._keys)) if at not in told]
        hidden = {at for at in told if self._keys[at] in layout.hidden}
        with self._quietly():
            self._header.by_hand = {
                known[key]: width for key, width in layout.widths.items() if key in known
            }
            self._arrange([*told, *others])
            self._hide(hidden | (self._extra() & set(others)))
            if layout.sorted_by is not None and layout.sorted_by[0] in known:
                self._sort(known[layout.sorted_by[0]], layout.sorted_by[1])

    # What the user does

    def show(self, column: int, shown: bool) -> bool:
        """Show or hide one; False for the last one that is shown, which stays."""
        if not shown and self._header.shown() == [column]:
            return False
        self._table.setColumnHidden(column, not shown)
        self._tell()
        return True

    def move(self, column: int, step: int) -> None:
        """One place or more to the right, or to the left with a step below nought."""
        at = self._header.visualIndex(column)
        to = max(0, min(self._header.count() - 1, at + step))
        if to != at:
            self._header.moveSection(at, to)

    def widen(self, column: int, steps: int) -> None:
        """Wider, or narrower with fewer than nought."""
        wide = self._header.sectionSize(column) + steps * _STEP
        self._header.by_hand[column] = max(self._header.minimumSectionSize(), wide)
        self._header.fit()
        self._tell()

    def sort(self, column: int, direction: Qt.SortOrder) -> None:
        """Another order of the rows."""
        self._sort(column, direction)
        self._tell()

    def standard(self) -> None:
        """As the list is for whoever never chose."""
        with self._quietly():
            self._header.by_hand = {}
            self._arrange(range(len(self._keys)))
            self._hide(self._extra())
            self._sort(*self._first_order)
        self._tell()

    def is_standard(self) -> bool:
        """Whether nothing is chosen that is worth keeping."""
        return (
            not self._header.by_hand
            and self.order() == list(range(len(self._keys)))
            and all(self.is_shown(at) is column.standard for at, column in enumerate(self.columns))
            and self._model.sorted_by == self._first_order
        )

    # Inside

    def _extra(self) -> set[int]:
        return {at for at, column in enumerate(self._model.columns) if not column.standard}

    def _arrange(self, order: Any) -> None:
        for to, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), to)

    def _hide(self, hidden: set[int]) -> None:
        if len(hidden) == len(self._keys):
            hidden = self._extra()
        for at in range(len(self._keys)):
            if self.is_shown(at) is (at in hidden):
                self._table.setColumnHidden(at, at in hidden)
        self._header.fit()

    def _sort(self, column: int, direction: Qt.SortOrder) -> None:
        self._table.sortByColumn(column, direction)

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before
