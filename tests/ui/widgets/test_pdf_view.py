from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.platypus import PageTemplate, Spacer

from mentorapp.reports.page import build, frame
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


def test_pages_keep_their_size_on_any_paper(
    qtbot: QtBot, view: PdfView, told: list[str], tmp_path: Path
) -> None:
    view.load(sheets(1), "letters.pdf", "Letters")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    view.print_on(printer)
    qtbot.waitUntil(lambda: told == ["printed"])
    (picture,) = pdfium.PdfDocument(tmp_path / "out.pdf")[0].get_objects()
    left, bottom, right, top = picture.get_bounds()
    assert (right - left, top - bottom) == pytest.approx((595, 842), abs=1)
    assert (left, top) == pytest.approx((0, 1191), abs=1)


@pytest.mark.parametrize(
    ("asked", "duplex", "said"),
    [
        (True, QPrinter.DuplexMode.DuplexLongSide, "On both sides of the sheet."),
        (False, QPrinter.DuplexMode.DuplexNone, "On one side."),
        (None, None, "Printed at full size, never fitted to the page."),
    ],
)
def test_the_printer_is_asked_for_the_sides_that_the_paper_is_made_for(
    monkeypatch: pytest.MonkeyPatch,
    view: PdfView,
    asked: bool | None,
    duplex: QPrinter.DuplexMode | None,
    said: str,
) -> None:
    sides: list[QPrinter.DuplexMode] = []

    class TwoSidedPrinter(QPrinter):
        def setDuplex(self, mode: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's name
            sides.append(mode)

    monkeypatch.setattr("ui.widgets.pdf_view.QPrinter", TwoSidedPrinter)
    page = [PageTemplate("page", [frame(20, 20, 190, 280)])]
    pdf = build(page, [Spacer(1, 1)], title="T", author="O", language="en", both_sides=asked)
    view.load(pdf, "letters.pdf", "Letters")
    printer = view.printer()
    assert sides == ([] if duplex is None else [duplex])
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.docName() == "Letters"
    assert view.print_button.toolTip().endswith(said)


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
