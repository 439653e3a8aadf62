"""XLSX and ODS, read with calamine after ``archives`` has looked them over."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import python_calamine

from mentorapp.domain.imports import BrokenSpreadsheet, EmptyFile, SheetNotFound
from mentorapp.exchange.delimited import clean
from mentorapp.exchange.tables import Cell, last_filled

_Raw = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(
    data: bytes, wanted: str | None
) -> tuple[str, tuple[str, ...], list[tuple[int, list[Cell]]]]:
    """Sheet name, all sheet names, and rows with their numbers, cut after the last filled cell.

    Without ``wanted`` the first sheet with at least two filled rows is read, else the first with
    anything; hidden sheets are passed over. ``data`` comes from ``archives.tidied``.
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
