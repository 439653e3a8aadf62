from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from mentorapp.domain.quarters import Quarter, Year
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.reports.choices import Choice, ReportKind, last_finished, quarters
from ui.reports.page import ReportsPage
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> Iterator[ReportsPage]:
    made = ReportsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    settle()
    yield made
    made.hide()


def shown(page: ReportsPage, tmp_path: Path) -> str:
    """The words of the report on the screen, as saving gives them."""
    file = tmp_path / "report.pdf"
    assert page.pdf.save_as(file)
    return "\n".join(sheet.extract_text() for sheet in PdfReader(file).pages)


def choose(page: ReportsPage, qtbot: QtBot, settle: Settle) -> None:
    """Wait for the report after a choice."""
    qtbot.waitUntil(lambda: not page._soon.isActive(), timeout=2000)
    settle()


def test_the_quarter_that_ended_last_is_shown_at_once(page: ReportsPage, tmp_path: Path) -> None:
    assert page.quarter.value() == Quarter(2026, 3)
    assert page.pdf.document.pageCount() >= 1
    assert "3rd quarter of 2026" in shown(page, tmp_path)


def test_a_year_is_shown_for_the_committee(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.year_button.click()
    choose(page, qtbot, settle)

    assert page.year.value() == Year(2025)
    assert "Yearly report 2025" in shown(page, tmp_path)
    assert page.quarter.isHidden()
    assert not page.year.isHidden()


def test_another_quarter_is_shown_as_soon_as_it_is_chosen(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.quarter.set_value(Quarter(2026, 4))
    page.quarter.changed.emit()
    choose(page, qtbot, settle)

    assert "4th quarter of 2026" in shown(page, tmp_path)


def test_the_report_speaks_another_language_than_the_window(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.language.set_value("nb")
    page.language.changed.emit()
    choose(page, qtbot, settle)

    assert "Kvartalsrapport" in shown(page, tmp_path)


def test_the_follow_up_report_has_the_pairs(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.follow_up_button.click()
    choose(page, qtbot, settle)

    assert "Ali Hassan" in shown(page, tmp_path)
    assert not page.coordinator.isHidden()
    assert page.quarter.isHidden()


def test_the_follow_up_report_of_one_coordinator_leaves_out_the_pairs_of_others(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.follow_up_button.click()
    page.coordinator.set_value("Mona Hjelm")
    page.coordinator.changed.emit()
    choose(page, qtbot, settle)

    assert "Ali Hassan" not in shown(page, tmp_path)


def test_quarters_go_back_from_the_current_one(english: Words) -> None:
    offered = quarters(english, date(2026, 1, 2))

    assert offered[0] == (Quarter(2026, 1), "Q1 2026, so far")
    assert offered[1] == (Quarter(2025, 4), "Q4 2025")
    assert last_finished(date(2026, 1, 2)) == Quarter(2025, 4)


@pytest.mark.parametrize("kind", ReportKind)
def test_file_names_tell_the_period_and_no_coordinator(kind: ReportKind) -> None:
    choice = Choice(kind, Quarter(2026, 3), Year(2026), "Mona Hjelm", "en")

    name = choice.file_name(TODAY)

    assert "Mona" not in name
    assert "2026" in name
    assert name.endswith(".pdf")
