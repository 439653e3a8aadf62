"""The chosen rows of a list as a file for a spreadsheet: its columns, as they stand."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog

from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.list_page import ListPage
from ui.widgets.paper_trail import PaperTrail
from ui.widgets.table_model import Column
from ui.work import Progress, Worker

if TYPE_CHECKING:
    from mentorapp.operations.list_files import Cell


def add_export(bar: ChosenBar, page: ListPage[Any], worker: Worker, words: Words) -> None:
    """A button in `bar` that writes the chosen rows of `page` into a file."""
    bar.add_button(
        words.text("Export rows …"), "download", lambda: _ask_and_export(page, worker, words)
    )


def _ask_and_export(page: ListPage[Any], worker: Worker, words: Words) -> None:
    _, title = words.text, page.heading.text()
    name, _kind = QFileDialog.getSaveFileName(
        page,
        _("Export chosen rows"),
        f"{title}.xlsx",
        _("Excel workbook (*.xlsx)") + ";;" + _("Text for spreadsheets (*.csv)"),
    )
    if name:
        file = Path(name)
        export(page, worker, words, file if file.suffix else file.with_suffix(".xlsx"))


def export(page: ListPage[Any], worker: Worker, words: Words, file: Path) -> None:
    """Write the chosen rows, in the columns that are shown, from left to right.

    The strictly confidential are left out, and how many is said: a file goes on to others.
    """
    title = page.heading.text()
    chosen, columns = page.chosen_rows(), page.table.shown_columns()
    rows = [row for row in chosen if getattr(row, "protection", None) is not Protection.STRICT]

    def job(_progress: Progress) -> int:
        from mentorapp.operations import list_files

        headings = [column.title for column in columns]
        list_files.write(file, title, headings, (_cells(columns, row) for row in rows))
        return len(rows)

    def left_out() -> str:
        many = len(chosen) - len(rows)
        told = words.plural(
            "%(n)d strictly confidential person is left out.",
            "%(n)d strictly confidential people are left out.",
            many,
        )
        return f". {told}" if many else ""

    def say(many: int) -> None:
        counted = words.plural("%(n)d row", "%(n)d rows", many)
        said = words.text("Written: %(file)s") % {"file": file.name}
        page.message_bar.success(f"{said} ({counted}){left_out()}")
        people = tuple(dict.fromkeys(one for row in rows for one in _people(row)))
        paper = Paper(title, Person, people) if people else Paper(title)
        PaperTrail(worker, page, paper).saved()

    worker.compute(
        page,
        job,
        say,
        lambda refused: page.message_bar.warning(explain(words, refused)),
        title=words.text("Writing the file"),
    )


def _people(row: Any) -> Iterator[UUID]:
    """Who stands in a row: the lists name them so."""
    for name in ("person_id", "mentor_person_id", "newcomer_person_id"):
        found = getattr(row, name, None)
        if isinstance(found, UUID):
            yield found


def _cells(columns: Sequence[Column[Any]], row: Any) -> "list[Cell]":
    return [_cell(column, row) for column in columns]


def _cell(column: Column[Any], row: Any) -> "Cell":
    """A day or a number where the column sorts by what it shows, so that sheets can count on it."""
    text = column.text(row)
    key = column.sort(row) if column.sort is not None else None
    if isinstance(key, date) or (isinstance(key, int) and text == str(key)):
        return key
    return text
