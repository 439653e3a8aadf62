"""A list as it is on the screen, as a file for a spreadsheet."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from mentorapp.exchange.spreadsheets import write_csv, write_xlsx
from mentorapp.exchange.tables import Cell
from mentorapp.operations.files import write_whole

__all__ = ["Cell", "write"]


def write(file: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """CSV when the name says so, else a workbook. Raises CannotWriteFile.

    The rows are what a list shows, in which no protected person has a place.
    """
    if file.suffix.lower() == ".csv":
        data = write_csv(headings, rows)
    else:
        data = write_xlsx(headings, rows, title)
    write_whole(file, data)
