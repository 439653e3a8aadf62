"""XLSX and ODS: looked over as a zip first, then read with calamine.

calamine lays out the rectangle around all filled cells at once, so that one stray cell far off
makes it ask for more memory than there is and ends the process. The corner of that rectangle is
therefore found first, in the XML itself.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import python_calamine

from mentorapp.domain.imports import (
    BrokenSpreadsheet,
    EmptyFile,
    FileTooLarge,
    FoundKind,
    Limit,
    SheetNotFound,
    WrongKindOfFile,
)
from mentorapp.exchange import limits
from mentorapp.exchange.delimited import clean
from mentorapp.exchange.tables import Cell, Format, last_filled

_Raw = int | float | str | bool | time | date | datetime | timedelta

_SHEET_FILE = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(
    rb"<(?:\w+:)?c\s[^<>]*?\br\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'][^<>]*?(/?)>"
)
_ROW = re.compile(
    rb"<(?:\w+:)?row\s[^<>]*?\br\s*=\s*[\"']([0-9]{1,9})[\"'][^<>]*(?<!/)>\s*"
    rb"<(?:\w+:)?c(?![^<>]*\br\s*=)[\s>]"
)
_ODS = re.compile(
    rb"<(table:table-row|table:table-cell|/table:table-row|table:table)\b([^<>]*?)(/?)>", re.ASCII
)
#: What zipfile raises on damage; RuntimeError is a locked entry.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]{1,9})[\"']")


def check_archive(data: bytes) -> Format:
    """The kind of spreadsheet, after the limits. Nothing is unpacked to disk.

    Raises BrokenSpreadsheet, WrongKindOfFile and FileTooLarge.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), len(data))
            kind = _kind(archive)
            corners = _xlsx_corners(archive) if kind is Format.XLSX else _ods_corners(archive)
            for rows, columns in corners:
                _check_corner(rows, columns)
            return kind
    except _BROKEN as error:
        raise BrokenSpreadsheet from error


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    for limit, found, allowed in (
        (Limit.ENTRIES, len(entries), limits.MAX_ENTRIES),
        (Limit.UNPACKED, unpacked, limits.MAX_UNPACKED),
    ):
        if found > allowed:
            raise FileTooLarge(limit=limit, found=found, allowed=allowed)
    # A small file may well pack a hundredfold; only a large one does harm.
    ratio = unpacked // max(packed, 1)
    if unpacked > 20 * 1024 * 1024 and ratio > limits.MAX_RATIO:
        raise FileTooLarge(limit=Limit.RATIO, found=ratio, allowed=limits.MAX_RATIO)


def _kind(archive: zipfile.ZipFile) -> Format:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if "mimetype" in names and "content.xml" in names:
        if b"spreadsheet" in archive.read("mimetype")[:100]:
            return Format.ODS
        raise WrongKindOfFile(found=FoundKind.DOCUMENT)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise WrongKindOfFile(found=FoundKind.DOCUMENT)
    if any(name.startswith("xl/") for name in names):
        raise BrokenSpreadsheet
    raise WrongKindOfFile(found=FoundKind.ARCHIVE)


def _check_corner(rows: int, columns: int) -> None:
    for limit, found, allowed in (
        (Limit.ROWS, rows, limits.MAX_ROWS),
        (Limit.COLUMNS, columns, limits.MAX_COLUMNS),
        (Limit.CELLS, rows * columns, limits.MAX_CELLS),
    ):
        if found > allowed:
            raise FileTooLarge(limit=limit, found=found, allowed=allowed)


def _read_limited(archive: zipfile.ZipFile, name: str) -> bytes:
    """An entry, never more of it than the limit, whatever the directory of the zip claims."""
    with archive.open(name) as entry:
        data = entry.read(limits.MAX_UNPACKED + 1)
    if len(data) > limits.MAX_UNPACKED:
        raise FileTooLarge(limit=Limit.UNPACKED, found=len(data), allowed=limits.MAX_UNPACKED)
    return data


def _xlsx_corners(archive: zipfile.ZipFile) -> Iterator[tuple[int, int]]:
    """Last row and column with something in it, for each sheet."""
    for name in archive.namelist():
        if not _SHEET_FILE.fullmatch(name):
            continue
        xml = _read_limited(archive, name)
        rows = columns = 0
        for letters, digits, closed in _CELL.findall(xml):
            if not closed:
                rows = max(rows, int(digits))
                if len(letters) > 1 or columns < 26:
                    columns = max(columns, _column_number(letters))
        for digits in _ROW.findall(xml):
            rows = max(rows, int(digits))
        yield rows, columns


def _column_number(letters: bytes) -> int:
    """A is 1, AA is 27, XFD is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_corners(archive: zipfile.ZipFile) -> Iterator[tuple[int, int]]:
    """As `_xlsx_corners`; repeats count only up to the last cell that holds something."""
    rows = last_row = columns = width = filled = 0
    repeat = 1
    for tag, attributes, closed in _ODS.findall(_read_limited(archive, "content.xml")):
        found = _REPEATED.search(attributes)
        times = int(found.group(1)) if found else 1
        if tag == b"table:table":
            yield last_row, columns
            rows = last_row = columns = 0
        elif tag == b"table:table-row":
            repeat, width, filled = times, 0, 0
            if closed:
                rows += times
        elif tag == b"table:table-cell":
            width += times
            if not closed or b"value" in attributes:
                filled = width
        else:
            rows += repeat
            if filled:
                last_row, columns = rows, max(columns, filled)
    yield last_row, columns


def read_workbook(
    data: bytes, wanted: str | None
) -> tuple[str, tuple[str, ...], list[tuple[int, list[Cell]]]]:
    """Sheet name, all sheet names, and rows with their numbers, cut after the last filled cell.

    Without ``wanted`` the first sheet with at least two filled rows is read, else the first with
    anything; hidden sheets are passed over. ``check_archive`` must have been called before.
    Raises BrokenSpreadsheet, EmptyFile and SheetNotFound.
    """
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = tuple(
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
            and (sheet.visible == python_calamine.SheetVisibleEnum.Visible or sheet.name == wanted)
        )
        if wanted is not None and wanted not in names:
            raise SheetNotFound(name=wanted, known=names)
        fallback: tuple[str, list[tuple[int, list[Cell]]]] | None = None
        for name in names if wanted is None else (wanted,):
            sheet = workbook.get_sheet_by_name(name)
            rows = list(_rows(sheet.to_python(skip_empty_area=False)))
            if sum(1 for _, cells in rows if cells) > 1:
                return name, names, rows
            if rows and fallback is None:
                fallback = name, rows
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise BrokenSpreadsheet from error
    if fallback is None:
        raise EmptyFile
    return fallback[0], names, fallback[1]


def _rows(raw: list[list[_Raw]]) -> Iterator[tuple[int, list[Cell]]]:
    for number, values in enumerate(raw, start=1):
        cells = [_cell(value) for value in values]
        yield number, cells[: last_filled(cells)]


def _cell(value: _Raw) -> Cell:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, timedelta):
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours}:{minutes:02}"
    return value
