from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.pdf_view import PdfView


def sheets(count: int) -> bytes:
    writer = PdfWriter()
    for _page in range(count):
        writer.add_blank_page(595, 842)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, words: Words, told: list[str]) -> PdfView:
    made = PdfView(words, lambda: told.append("printed"), lambda: told.append("saved"))
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.activateWindow()
    return made


def test_pages_are_counted_and_another_pdf_takes_the_place(view: PdfView) -> None:
    assert not view.print_button.isEnabled()
    view.load(sheets(3), "letters.pdf", "Letters")
    assert view.page.text() == "Page 1 of 3"
    view.load(sheets(1), "letters.pdf", "Letters")
    assert view.page.text() == "Page 1 of 1"
    view.in_button.click()
    view.out_button.click()
    view.width_button.click()


def test_saving_writes_the_same_bytes(view: PdfView, told: list[str], tmp_path: Path) -> None:
    pdf = sheets(2)
    view.load(pdf, "letters.pdf", "Letters")
    assert view.save_as(tmp_path / "letters.pdf")
    assert (tmp_path / "letters.pdf").read_bytes() == pdf
    assert told == ["saved"]


def test_a_folder_that_is_not_there_is_said(view: PdfView, told: list[str], tmp_path: Path) -> None:
    view.load(sheets(1), "letters.pdf", "Letters")
    assert not view.save_as(tmp_path / "gone" / "letters.pdf")
    assert "letters.pdf" in view.message_bar.text
    assert told == []


def test_all_pages_reach_the_printer_without_holding_up_the_window(
    qtbot: QtBot, view: PdfView, told: list[str], tmp_path: Path
) -> None:
    view.load(sheets(3), "letters.pdf", "Letters")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    view.print_on(printer)
    assert told == []
    assert not view.print_button.isEnabled()
    qtbot.waitUntil(lambda: told == ["printed"])
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 3
    assert view.print_button.isEnabled()


def test_only_the_pages_asked_for_are_printed(
    qtbot: QtBot, view: PdfView, told: list[str], tmp_path: Path
) -> None:
    view.load(sheets(5), "letters.pdf", "Letters")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 3)
    view.print_on(printer)
    qtbot.waitUntil(lambda: told == ["printed"])
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2
