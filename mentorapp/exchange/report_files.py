"""A report's tables as a workbook and as CSV: the same cells as on paper, numbers as numbers."""

from collections.abc import Iterable, Sequence

from mentorapp.domain.report_tables import Cell, ReportTable
from mentorapp.domain.sections import Hidden
from mentorapp.exchange import tables
from mentorapp.exchange.spreadsheets import Sheet, write_book, write_csv
from mentorapp.words.small_numbers import HIDDEN


def workbook(report: Sequence[ReportTable]) -> bytes:
    """A sheet for each table. A hidden number is the sign that stands for it on paper."""
    return write_book(
        [
            Sheet(
                table.title,
                [column.name for column in table.columns],
                [[_cell(cell) for cell in row.cells] for row in table.rows],
            )
            for table in report
        ]
    )


def csv_files(report: Iterable[ReportTable]) -> dict[str, bytes]:
    """A file for each table by its key, with a decimal comma: so a Nordic Excel reads a number."""
    return {
        table.key: write_csv(
            [column.name for column in table.columns],
            [[_with_comma(_cell(cell)) for cell in row.cells] for row in table.rows],
        )
        for table in report
    }


def _cell(cell: Cell) -> tables.Cell:
    return HIDDEN if isinstance(cell, Hidden) else cell


def _with_comma(cell: tables.Cell) -> tables.Cell:
    if isinstance(cell, float) and not cell.is_integer():
        return f"{cell}".replace(".", ",")
    return cell
