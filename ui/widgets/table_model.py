"""One table model for every list: columns say how a row is shown, sorted and searched.

Searching and sorting are done here in Python over texts prepared once: on 20,000 rows and more
that takes milliseconds for each letter typed, where a QSortFilterProxyModel asks the model for
every cell and takes twenty times as long (docs/performance.md).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorapp.domain.text import plain_fold, search_fold
from ui.format import search_texts, sort_key
from ui.theme import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2

_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)  # no slots: Python 3.11 cannot call Column[Row](...) with them
class Column(Generic[Row]):
    """How one column shows a row.

    `title` is translated already. Without `sort` the text decides, in the language's alphabet;
    with it, rows whose key is None come last. With `badge` the text is shown as a badge of that
    tone, or plain where it gives None; the words always carry the meaning, the colour only helps.
    `width` is wished, `least` kept when there is too little room for all: for texts that are of no
    use cut. `key` is what it is called where the choice of columns is kept; one that is not
    `standard` is shown when somebody chooses it, and not searched.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    width: int | None = None
    least: int = 0
    align: Qt.AlignmentFlag = _LEFT
    badge: Callable[[Row], Tone | None] | None = None
    key: str = ""
    standard: bool = True


class TableModel(QAbstractTableModel, Generic[Row]):
    """The rows of a list, as far as the search and the filters let them through."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        language: str,
        search: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`search` gives further text a row is found by, such as a telephone number."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = sort_key(language)
        self._more = search
        self._all: list[Row] = []
        self._shown: list[int] = []
        self._order: list[int] = []
        self._texts: list[str] | None = None
        self._words: list[tuple[str, str]] = []
        self._held: list[int] | None = None
        self._filters: dict[str, Callable[[Row], bool]] = {}
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    # What pages ask

    def show(self, rows: Iterable[Row], texts: list[str] | None = None) -> None:
        """Take these rows for all there are; search, filters and order stay.

        `texts` is what `texts_of` gave for them, where the first letter of a search may not wait.
        """
        self.beginResetModel()
        self._all = list(rows)
        self._texts = texts
        self._arrange()
        self._select()
        self.endResetModel()

    def arrange_again(self) -> None:
        """What the columns tell of the same rows has changed: show and sort them anew."""
        self.beginResetModel()
        self._arrange()
        self._select()
        self.endResetModel()

    def set_search(self, text: str) -> None:
        """Let through only rows that hold every word of `text`."""
        words = [(plain_fold(word), search_fold(word)) for word in text.split()]
        if words != self._words:
            if not _narrows(self._words, words):
                self._held = None
            self._words = words
            self._reselect()

    def set_filter(self, name: str, keep: Callable[[Row], bool] | None) -> None:
        """Let through only rows that `keep` accepts; None takes the filter `name` away."""
        if keep is None:
            self._filters.pop(name, None)
        else:
            self._filters[name] = keep
        self._reselect()

    def row(self, index: Index | int) -> Row:
        """The row at a place in the list as it is shown now."""
        at = index if isinstance(index, int) else index.row()
        return self._all[self._shown[at]]

    def shown_rows(self) -> list[Row]:
        """The rows that came through, in the order shown."""
        return [self._all[i] for i in self._shown]

    def all_rows(self) -> list[Row]:
        """Every row, in the order it was handed in."""
        return list(self._all)

    @property
    def narrowed(self) -> bool:
        """Whether a search or a filter is at work."""
        return bool(self._words or self._filters)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column and direction of the order."""
        return self._sorted

    def texts_of(self, rows: Iterable[Row]) -> list[str]:
        """What rows are searched in; may be made on another thread before they are shown."""
        readers = [column.text for column in self.columns if column.standard]
        if self._more is not None:
            readers.append(self._more)
        return search_texts([read(row) for read in readers] for row in rows)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._all[self._shown[index.row()]]
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # As an int: the model tester does not know the enum for an alignment.
            return (column.align | Qt.AlignmentFlag.AlignVCenter).value
        if role == ROW_ROLE:
            return row
        if role == TONE_ROLE:
            return None if column.badge is None else column.badge(row)
        if role == SORT_ROLE:
            return column.text(row) if column.sort is None else column.sort(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (self.columns[section].align | Qt.AlignmentFlag.AlignVCenter).value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0 or (column, order) == self._sorted:
            return
        self._sorted = (column, order)
        self.beginResetModel()
        self._arrange()
        self._select()
        self.endResetModel()

    # Inside

    def _arrange(self) -> None:
        self._held = None
        at, order = self._sorted
        if at >= len(self.columns):
            self._order = list(range(len(self._all)))
            return
        column = self.columns[at]
        if column.sort is None:
            keys: list[Any] = [self._key(column.text(row)) for row in self._all]
        else:
            keys = [
                self._key(key) if isinstance(key, str) else key
                for key in map(column.sort, self._all)
            ]
        there = [i for i, key in enumerate(keys) if key is not None]
        missing = [i for i, key in enumerate(keys) if key is None]
        there.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        self._order = there + missing

    def _reselect(self) -> None:
        self.beginResetModel()
        self._select()
        self.endResetModel()

    def _select(self) -> None:
        found = self._order
        if self._words:
            # Of a word that goes on, only what was found so far is looked at.
            found = self._order if self._held is None else self._held
            texts = self._search_texts()
            for plain, folded in self._words:
                if plain == folded:
                    found = [i for i in found if plain in texts[i]]
                else:
                    found = [i for i in found if plain in texts[i] or folded in texts[i]]
            self._held = found
        for keep in self._filters.values():
            found = [i for i in found if keep(self._all[i])]
        self._shown = found

    def _search_texts(self) -> list[str]:
        if self._texts is None:
            self._texts = self.texts_of(self._all)
        return self._texts


def _narrows(before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]) -> bool:
    """Whether whatever holds the words of now held those of before too."""
    return all(any(a in c and b in d for c, d in now) for a, b in before)
