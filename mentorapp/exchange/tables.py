"""Rows of a file before anybody knows what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

#: What a spreadsheet cell can hold; text that is only white space counts as None.
Cell = str | int | float | date | datetime | time | bool | None


class Format(StrEnum):
    """How the file is written; a file of rejected rows goes back the same way."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """``number`` is the one the spreadsheet program shows; in a CSV the line the row begins on."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Headings and the rows under them; a row may have fewer or more cells than headings.

    ``sheet`` and ``sheets`` are empty for CSV, ``encoding`` and ``delimiter`` for spreadsheets.
    """

    headings: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    format: Format
    heading_row: int = 1
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def samples(self, column: int, count: int = 50) -> tuple[Cell, ...]:
        """The first filled cells of a column."""
        found: list[Cell] = []
        for row in self.rows:
            if column < len(row.cells) and row.cells[column] is not None:
                found.append(row.cells[column])
                if len(found) == count:
                    break
        return tuple(found)

    def shown_samples(self, column: int, count: int) -> tuple[str, ...]:
        """The same as they stand in the sheet."""
        return tuple(shown(cell) for cell in self.samples(column, count))


def shown(cell: Cell) -> str:
    """The cell as a person would read it in the sheet; a whole number without ``.0``."""
    text = str(cell)
    match cell:
        case None:
            text = ""
        case bool():
            text = "1" if cell else "0"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            text = str(int(cell))
        case datetime():
            text = f"{_day(cell)} {cell:%H:%M}" if cell.time() != time() else _day(cell)
        case date():
            text = _day(cell)
        case time():
            text = f"{cell:%H:%M}"
    return text


def _day(day: date) -> str:
    """As written in the North, in a form `dates.read_date` reads back."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def last_filled(cells: Sequence[Cell]) -> int:
    """How many cells remain when the empty ones at the end are cut off."""
    for index in range(len(cells), 0, -1):
        if cells[index - 1] is not None:
            return index
    return 0
