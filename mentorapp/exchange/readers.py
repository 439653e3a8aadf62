"""Bytes of any file in, a table or a refusal out."""

from collections.abc import Sequence
from typing import Final

from mentorapp.domain.imports import (
    EmptyFile,
    FileTooLarge,
    FoundKind,
    Limit,
    NoHeadings,
    WrongKindOfFile,
)
from mentorapp.exchange import archives, delimited, workbooks
from mentorapp.exchange.limits import MAX_BYTES
from mentorapp.exchange.tables import Cell, Format, SourceRow, SourceTable, last_filled

_Row = tuple[int, list[Cell]]

#: First bytes → kind. What a file is decides here, never what it is called.
_SIGNATURES: Final = (
    (b"\x89PNG", FoundKind.PICTURE),
    (b"\xff\xd8\xff", FoundKind.PICTURE),
    (b"GIF8", FoundKind.PICTURE),
    (b"BM", FoundKind.PICTURE),
    (b"II*\0", FoundKind.PICTURE),
    (b"MM\0*", FoundKind.PICTURE),
    (b"%PDF", FoundKind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FoundKind.OLD_OFFICE),
    (b"{\\rtf", FoundKind.DOCUMENT),
    (b"SQLite format 3\0", FoundKind.DATABASE),
    (b"\x1f\x8b", FoundKind.ARCHIVE),
    (b"7z\xbc\xaf", FoundKind.ARCHIVE),
    (b"Rar!", FoundKind.ARCHIVE),
    (b"MZ", FoundKind.BINARY),
    (b"\x7fELF", FoundKind.BINARY),
)
_HEADING_SEARCH = 25


def read_table(data: bytes, name: str = "", sheet: str | None = None) -> SourceTable:
    """The rows of a CSV, XLSX or ODS file. Raises the subclasses of FileRefused.

    ``name`` is only looked at where the bytes leave two readings open: a text that begins with
    BM or MZ is a CSV when its name says so.
    """
    if len(data) > MAX_BYTES:
        raise FileTooLarge(limit=Limit.BYTES, found=len(data), allowed=MAX_BYTES)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise EmptyFile
    if data.startswith(b"PK"):
        return _spreadsheet(data, sheet)
    _check_signature(data, name)
    return _text(data)


def _check_signature(data: bytes, name: str) -> None:
    for start, kind in _SIGNATURES:
        if not data.startswith(start):
            continue
        if len(start) == 2 and start.isalpha() and _reads_as_text(data, name):
            return
        raise WrongKindOfFile(found=kind)
    if data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif") or data[8:12] == b"WEBP":
        raise WrongKindOfFile(found=FoundKind.PICTURE)


def _reads_as_text(data: bytes, name: str) -> bool:
    return name.lower().endswith((".csv", ".txt", ".tsv")) and b"\0" not in data[:500]


def _spreadsheet(data: bytes, sheet: str | None) -> SourceTable:
    kind, cells = archives.tidied(data)
    chosen, names, rows = workbooks.read_workbook(cells, sheet)
    return _table(rows, format_=kind, sheet=chosen, sheets=names)


def _text(data: bytes) -> SourceTable:
    text, encoding = delimited.decode(data)
    delimited.check_is_text(text)
    delimiter = delimited.choose_delimiter(text)
    rows = delimited.read_lines(text, delimiter)
    return _table(rows, format_=Format.CSV, encoding=encoding, delimiter=delimiter)


def _table(
    rows: list[_Row],
    *,
    format_: Format,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    sheets: tuple[str, ...] = (),
) -> SourceTable:
    filled = [(number, cells) for number, cells in rows if any(c is not None for c in cells)]
    if not filled:
        raise EmptyFile
    index = find_headings([cells for _, cells in filled[:_HEADING_SEARCH]])
    if index is None:
        raise NoHeadings
    heading_row, heading_cells = filled[index]
    below = filled[index + 1 :]
    if not below:
        raise EmptyFile
    width = last_filled(heading_cells)
    headings = tuple(_heading(cell) for cell in heading_cells[:width])
    return SourceTable(
        headings=headings,
        rows=tuple(SourceRow(number, _fitted(cells, width)) for number, cells in below),
        format=format_,
        heading_row=heading_row,
        encoding=encoding,
        delimiter=delimiter,
        sheet=sheet,
        sheets=sheets,
    )


def _heading(cell: Cell) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""


def _fitted(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    """Without empty cells beyond the headings; a CSV row that is too short stays too short."""
    return tuple(cells[: max(width, last_filled(cells))])


def find_headings(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Which row is the headings: all text, and about as wide as what stands below it.

    Title lines ("Mentorer 2026", "Skrevet ut 3.11.") are narrower than the table under them. None
    when no row consists of words.
    """
    widths = [sum(1 for cell in row if cell is not None) for row in rows]
    widest = max(widths, default=0)
    for index, row in enumerate(rows):
        if widths[index] * 2 >= widest and _are_words(row):
            return index
    return None


def _are_words(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell is not None]
    words = [
        cell
        for cell in filled
        if isinstance(cell, str) and any(c.isalpha() for c in cell) and "@" not in cell
    ]
    distinct = {word.casefold() for word in words}
    return len(words) * 10 >= len(filled) * 8 and len(distinct) * 10 >= len(words) * 8
