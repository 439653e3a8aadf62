"""Rows out, as CSV and XLSX that open rightly in a Nordic Excel and run nothing there."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from mentorapp.exchange.tables import Cell, shown

#: A cell that begins with one of these is a formula to some spreadsheet program (ASVS 1.2.10).
_DANGEROUS: Final = "=+-@\t\r\n＝＋－＠"
_WIDEST: Final = 60
_NARROWEST: Final = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would take it for a formula.

    ``delimited.clean`` takes the apostrophe off again, so a telephone number +47 … comes back as
    it was.
    """
    start = text.lstrip(" \u00a0\0")[:1]
    needed = start != "" and start in _DANGEROUS
    quoted = text[:1] == "'" and text[1:2] != "" and text[1:2] in _DANGEROUS + "'"
    return f"'{text}" if needed or quoted else text


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with byte order mark and ``;``: what Excel opens by a double click in the North."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(heading) for heading in headings])
    for row in rows:
        writer.writerow([guarded(shown(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig", errors="replace")


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Cell]], sheet: str) -> bytes:
    """A workbook of one sheet; see ``write_book``."""
    return write_book([Sheet(sheet, headings, rows)])


def write_book(sheets: Sequence[Sheet]) -> bytes:
    """A workbook made in memory: text stays text, dates are dates, headings frozen and filtered.

    A sheet's name is shortened to the 31 characters Excel allows, freed of those it forbids, and
    numbered where two would be called the same.
    """
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        names = _different([sheet_name(sheet.name) for sheet in sheets])
        formats = {
            date: book.add_format({"num_format": "dd.mm.yyyy"}),
            datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
            time: book.add_format({"num_format": "hh:mm"}),
        }
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for sheet, name in zip(sheets, names, strict=True):
            _write_sheet(book.add_worksheet(name), sheet, bold, formats)
        # No name of author or program user in the file's properties.
        book.set_properties({"author": "", "company": "", "title": ""})
    return out.getvalue()


def _write_sheet(
    page: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    bold: xlsxwriter.format.Format,
    formats: dict[type, xlsxwriter.format.Format],
) -> None:
    widths = [len(heading) for heading in sheet.headings]
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, bold)
    count = 0
    for count, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            _write_cell(page, count, column, cell, formats)
            if column < len(widths):
                widths[column] = max(widths[column], len(shown(cell)))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width + 2, _NARROWEST), _WIDEST))
    page.freeze_panes(1, 0)
    if sheet.headings:
        page.autofilter(0, 0, count, len(sheet.headings) - 1)


def _different(names: Sequence[str]) -> list[str]:
    """Excel takes two names that differ in case alone for the same."""
    found: list[str] = []
    for name in names:
        taken, number, own = {one.casefold() for one in found}, 2, name
        while own.casefold() in taken:
            end = f" {number}"
            own, number = name[: 31 - len(end)] + end, number + 1
        found.append(own)
    return found


def _write_cell(
    page: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell,
    formats: dict[type, xlsxwriter.format.Format],
) -> None:
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell)
    elif isinstance(cell, datetime | date | time):
        if isinstance(cell, datetime | date) and cell.year < 1900:  # before Excel's calendar
            page.write_string(row, column, shown(cell))
        else:
            page.write_datetime(row, column, cell, formats[type(cell)])
    elif isinstance(cell, int | float) and abs(cell) < 1e15:
        page.write_number(row, column, cell)
    else:
        page.write_string(row, column, str(cell)[:32_767])


def sheet_name(name: str) -> str:
    """A name Excel accepts for a sheet."""
    kept = "".join(c for c in name if c not in "[]:*?/\\" and c.isprintable()).strip("' ")
    return kept[:31] or "1"
