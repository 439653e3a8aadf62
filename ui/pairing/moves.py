"""Whose mentor changes, as a table: now and then beside each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt

from mentorapp.domain.explanations import Move
from mentorapp.words import Words
from ui.format import isolated
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One newcomer; "" for nobody, None for a per cent that is not told."""

    newcomer: str
    before: str
    after: str
    before_percent: int | None = None
    after_percent: int | None = None


class MovesTable(TableView[MoveRow]):
    """Those who lose their mentor stand first until it is sorted otherwise."""

    def __init__(self, words: Words, name: str) -> None:
        self.rows: TableModel[MoveRow] = TableModel(move_columns(words), words.language)
        super().__init__(self.rows, name, key=lambda row: row.newcomer)
        self.sortByColumn(2, Qt.SortOrder.AscendingOrder)

    def show_moves(self, rows: Iterable[MoveRow]) -> None:
        """These are all who move."""
        self.rows.show(rows)


def move_columns(words: Words) -> list[Column[MoveRow]]:
    """Newcomer, mentor now, mentor then."""
    _ = words.text

    def shown(name: str, percent: int | None) -> str:
        if not name:
            return _("nobody")
        if percent is None:
            return name
        return f"{isolated(name)} · {say_percent(words, percent)}"

    return [
        Column(_("Newcomer"), lambda row: row.newcomer, width=150),
        Column(_("Now"), lambda row: shown(row.before, row.before_percent), width=190),
        Column(
            _("Then"),
            lambda row: shown(row.after, row.after_percent),
            sort=lambda row: (bool(row.after), row.after, row.newcomer),
            width=190,
        ),
    ]


def rows_of(moves: Iterable[Move], names: Mapping[UUID, str]) -> list[MoveRow]:
    """The moves with names."""

    def name(role_id: UUID | None) -> str:
        return names.get(role_id, "") if role_id is not None else ""

    return [MoveRow(name(move.newcomer_id), name(move.before), name(move.after)) for move in moves]


def say_percent(words: Words, percent: int) -> str:
    """As scores are shown everywhere."""
    return words.text("%(n)s %%") % {"n": words.number(percent)}
