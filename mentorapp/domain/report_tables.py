"""Tables of a report in the reader's language, still with numbers as numbers.

Paper, screen and spreadsheet are made from the same ones, and so is what is kept of a printed
report, so that no number can differ between them. What is hidden is ``Hidden()`` in them already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentorapp.domain.sections import Hidden

#: A float is printed with one decimal; None is an empty cell.
Cell: TypeAlias = str | int | float | date | Hidden | None
#: How a figure is kept of a printed report: None for a hidden one.
Kept: TypeAlias = int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` is the same in every language; ``name`` stands in the head."""

    key: str
    name: str
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell is the row's name. ``key`` tells the row apart from the others."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """``note`` says what is counted, in a sentence or two."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def hides(self) -> bool:
        """Whether a cell is hidden."""
        return any(isinstance(cell, Hidden) for row in self.rows for cell in row.cells)


def figures_of(tables: Iterable[ReportTable]) -> dict[str, Kept]:
    """Every number of the tables by table, row and column."""
    return {
        f"{table.key}.{row.key}.{column.key}": None if isinstance(cell, Hidden) else cell
        for table in tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if isinstance(cell, int | float | Hidden)
    }


def names_of(tables: Iterable[ReportTable]) -> Mapping[str, str]:
    """What each of these figures is called: the row's name, and the column's where there are more.

    As "Buddy, waiting"; a table of one column of numbers needs no other word than the row's.
    """
    found: dict[str, str] = {}
    for table in tables:
        numbers = [at for at, column in enumerate(table.columns) if column.numbers]
        for row in table.rows:
            for at in numbers:
                column = table.columns[at]
                named = str(row.cells[0]) if len(numbers) == 1 else f"{row.cells[0]}, {column.name}"
                found[f"{table.key}.{row.key}.{column.key}"] = f"{table.title}: {named}"
    return found
