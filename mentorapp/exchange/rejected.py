"""Rows that were not imported, as a file to mend and import again."""

from collections.abc import Collection, Mapping
from datetime import date

from mentorapp.domain.imports import Columns
from mentorapp.domain.protection import Protection
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.choices import protection
from mentorapp.exchange.people import LOCATION, SURROUNDINGS, WRITTEN
from mentorapp.exchange.spreadsheets import write_csv, write_xlsx
from mentorapp.exchange.tables import Cell, Format, SourceRow, SourceTable
from mentorapp.words import Words
from mentorapp.words.imports import WHY_HEADING


def write_rejected(
    table: SourceTable,
    columns: Columns,
    reasons: Mapping[int, str],
    words: Words,
    shielded: Collection[int] = (),
    wanted: str = "",
) -> bytes:
    """The rows whose number is in ``reasons`` with their own columns and one that says why.

    Of the kind that `suffix` says. Columns that the program does not read for privacy's sake are
    empty, and so are address, phone, e-mail, workplace, the offices around and what is written in
    own words about anybody whose row says anything but "no" about address protection or whose
    number is in ``shielded``: the office knows of a protection that the row does not
    tell. The file is an output like any other.
    """
    headings = [*table.headings, words.text(WHY_HEADING)]
    rows = [
        _row(row, len(table.headings), columns, reasons[row.number], row.number in shielded)
        for row in table.rows
        if row.number in reasons
    ]
    if suffix(table, wanted) == ".csv":
        return write_csv(headings, rows)
    return write_xlsx(headings, rows, table.sheet)


def suffix(table: SourceTable, wanted: str = "") -> str:
    """The ending of the file of rejected rows: as wanted, else that of the list (XLSX for ODS)."""
    if wanted.lower() in {".csv", ".xlsx"}:
        return wanted.lower()
    return ".csv" if table.format is Format.CSV else ".xlsx"


def _row(row: SourceRow, width: int, columns: Columns, why: str, shielded: bool) -> list[Cell]:
    cells: list[Cell] = list(row.cells[:width]) + [None] * (width - len(row.cells))
    hidden = set(columns.dropped)
    if shielded or _is_protected(row, columns):
        telling = {*LOCATION, *SURROUNDINGS, *WRITTEN}
        hidden |= {index for index, field in columns.fields.items() if field in telling}
    return [None if index in hidden else cell for index, cell in enumerate(cells)] + [why]


def _is_protected(row: SourceRow, columns: Columns) -> bool:
    """Whether protection is said or cannot be ruled out."""
    index = columns.column("protection")
    if index is None or index >= len(row.cells) or row.cells[index] is None:
        return False
    level = protection(row.cells[index], Context(today=date.min))
    return isinstance(level, Unreadable) or level is not Protection.NONE
