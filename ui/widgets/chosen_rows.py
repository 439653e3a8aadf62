"""Several rows of a table at once: with Shift, Ctrl or Ctrl+A, kept when rows are read anew."""

from typing import Any, Generic

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from ui.widgets.table import TableView
from ui.widgets.table_model import Row, TableModel

_FLAG = QItemSelectionModel.SelectionFlag


class ChosenRows(QObject, Generic[Row]):
    """Makes a table one in which several rows can be chosen, and tells how many are.

    With several chosen the table has picked none: what is done to one row sleeps.
    """

    changed = Signal(int)
    """So many are chosen now; told when it is several, or no longer."""

    def __init__(self, view: TableView[Row], model: TableModel[Row]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._kept: set[Any] = set()
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.selectionModel().selectionChanged.connect(lambda _now, _before: self._tell())
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._choose_again)
        self._back = QShortcut(QKeySequence("Esc"), view)
        self._back.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._back.setEnabled(False)
        self._back.activated.connect(self.clear)

    @property
    def several(self) -> bool:
        """Whether more than one row is chosen."""
        return self._view.several

    def rows(self) -> list[Row]:
        """The chosen rows, in the order shown."""
        return [self._model.row(at) for at in sorted(self._places())]

    def clear(self) -> None:
        """Back to one row."""
        self._view.setCurrentIndex(self._view.currentIndex())

    def _places(self) -> set[int]:
        return {at for one in self._ranges() for at in range(one.top(), one.bottom() + 1)}

    def _ranges(self) -> list[QItemSelectionRange]:
        # All of 100,000 rows are one range, where Qt's own list of rows makes an index of each.
        selection = self._view.selectionModel().selection()
        return [selection.at(at) for at in range(selection.count())]

    def _tell(self) -> None:
        many = sum(one.height() for one in self._ranges())
        was, self._view.several = self._view.several, many > 1
        self._back.setEnabled(many > 1)
        if many > 1:
            if not was:
                self._view.picked.emit(None)
            self.changed.emit(many)
        elif was:
            self._view.picked.emit(self._view.current_row())
            self.changed.emit(many)

    def _keep(self) -> None:
        self._kept = set(map(self._view.key_of, self.rows())) if self.several else set()

    def _choose_again(self) -> None:
        if not self._kept:
            return
        shown = self._model.shown_rows()
        places = [at for at, row in enumerate(shown) if self._view.key_of(row) in self._kept]
        self._kept = set()
        if places and not self._view.currentIndex().isValid():
            first = self._model.index(places[0], 0)
            self._view.selectionModel().setCurrentIndex(first, _FLAG.NoUpdate)
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for top, bottom in _runs(places):
            selection.select(self._model.index(top, 0), self._model.index(bottom, last))
        self._view.selectionModel().select(selection, _FLAG.ClearAndSelect | _FLAG.Rows)
        self._tell()


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Rows beside each other as (first, last)."""
    found: list[tuple[int, int]] = []
    for at in places:
        if found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return found
