"""One table model for every list: columns say how a row is shown, sorted and searched.

Searching and sorting are done here in Python over texts prepared once (`row_texts`): on 20,000 rows
and more that takes milliseconds for each letter typed, where a QSortFilterProxyModel asks the model
for every cell and takes a hundred times as long (docs/performance.md).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorapp.domain.text import plain_fold, search_fold
from ui.format import search_texts, sort_key
from ui.theme import Tone
from ui.widgets.row_texts import Held, RowTexts, Word

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
    `width` is wished; `least`, and room for each text of `whole`, is kept when there is too little
    room for all: for texts that are of no use cut. `key` is what it is called where the choice of
    columns is kept; one that is not `standard` is shown when somebody chooses it, and not searched.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    width: int | None = None
    least: int = 0
    whole: Sequence[str] = ()
    align: Qt.AlignmentFlag = _LEFT
    badge: Callable[[Row], Tone | None] | None = None
    key: str = ""
    standard: bool = True


@dataclass(frozen=True)
class Prepared(Generic[Row]):
    """Rows with all that showing them needs, made by `TableModel.prepare` on another thread."""

    rows: list[Row]
    sorted_by: tuple[int, Qt.SortOrder]
    order: list[int]
    texts: RowTexts


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
        self._language = language
        self._key = sort_key(language)
        self._more = search
        self._all: list[Row] = []
        self.filled = False
        """Whether it was ever told its rows, be they none."""
        self._shown: Sequence[int] = []
        self._order: list[int] = []
        self._given: list[str] | None = None
        self._texts: RowTexts | None = None
        self._words: list[Word] = []
        self._held: Held | None = None
        self._sought = 0  # the row asked for last: mostly it is asked for again
        self._filters: dict[str, Callable[[Row], bool]] = {}
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    # What pages ask

    def show(self, rows: Iterable[Row] | Prepared[Row]) -> None:
        """Take these rows for all there are; search, filters and order stay."""
        self.beginResetModel()
        ready = rows if isinstance(rows, Prepared) else None
        self.filled = True
        self._all = list(rows) if not isinstance(rows, Prepared) else rows.rows
        self._given = ready.texts.given if ready is not None else None
        if ready is not None and ready.sorted_by == self._sorted:
            self._order, self._texts, self._held = ready.order, ready.texts, None
        else:  # sorted otherwise meanwhile
            self._arrange()
        self._select()
        self.endResetModel()

    def prepare(self, rows: Sequence[Row]) -> Prepared[Row]:
        """Sort rows and lay out their texts, on any thread, before they are shown.

        For long lists: both would hold up the window, and the texts the first letter of a search.
        """
        at, order = self._sorted
        # Of its own: a collator belongs to one thread.
        arranged = _arranged(rows, self.columns, at, order, sort_key(self._language))
        return Prepared(list(rows), (at, order), arranged, RowTexts(self._texts_of(rows), arranged))

    def arrange_again(self) -> None:
        """What the columns tell of the same rows has changed: show and sort them anew."""
        self._given = None
        self.beginResetModel()
        self._arrange()
        self._select()
        self.endResetModel()

    def set_search(self, text: str) -> None:
        """Let through only rows that hold every word of `text`."""
        words = [(plain_fold(word), search_fold(word)) for word in text.split()]
        if words != self._words:
            # Of a word that goes on, only what was found so far is looked at.
            among = self._held if _narrows(self._words, words) else None
            self._words = words
            self._held = self._search_texts().holding(words, among) if words else None
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

    def place_of(self, key_of: Callable[[Row], Any], wanted: Any) -> int | None:
        """Where the row with this key is shown; None when it is not."""
        known = self._sought
        if not known < len(self._all) or key_of(self._all[known]) != wanted:
            found = (row for row in self._shown if key_of(self._all[row]) == wanted)
            self._sought = known = next(found, len(self._all))
        try:
            return self._shown.index(known)
        except ValueError:
            return None

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

    def _texts_of(self, rows: Iterable[Row]) -> list[str]:
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
        self._held = self._texts = None
        self._order = _arranged(self._all, self.columns, *self._sorted, self._key)

    def _reselect(self) -> None:
        self.beginResetModel()
        self._select()
        self.endResetModel()

    def _select(self) -> None:
        found: Sequence[int] = self._order
        if self._words:
            if self._held is None:
                self._held = self._search_texts().holding(self._words)
            found = self._held.rows
        for keep in self._filters.values():
            found = [i for i in found if keep(self._all[i])]
        self._shown = found

    def _search_texts(self) -> RowTexts:
        if self._texts is None:
            given = self._texts_of(self._all) if self._given is None else self._given
            self._texts = RowTexts(given, self._order)
            self._given = self._texts.given
        return self._texts


def _arranged(
    rows: Sequence[Row],
    columns: Sequence[Column[Row]],
    at: int,
    order: Qt.SortOrder,
    collate: Callable[[str], Any],
) -> list[int]:
    """The numbers of the rows, sorted by a column; as they are for one that is not there."""
    if at >= len(columns):
        return list(range(len(rows)))
    column = columns[at]
    if column.sort is None:
        keys: list[Any] = [collate(column.text(row)) for row in rows]
    else:
        keys = [collate(key) if isinstance(key, str) else key for key in map(column.sort, rows)]
    there = [i for i, key in enumerate(keys) if key is not None]
    missing = [i for i, key in enumerate(keys) if key is None]
    there.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
    return there + missing


def _narrows(before: Sequence[Word], now: Sequence[Word]) -> bool:
    """Whether whatever holds the words of now held those of before too."""
    return all(any(a in c and b in d for c, d in now) for a, b in before)
