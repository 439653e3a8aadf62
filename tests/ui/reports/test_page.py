from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from mentorapp.domain.audit import Did
from mentorapp.domain.quarters import Quarter, Span, Year
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import printed_reports
from mentorapp.words import Words
from tests.log_lines import noted, saved_as_files
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.reports.choices import DAYS, last_finished, periods
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
    worker.changed.connect(made.refresh)
    made.refresh()
    settle()
    yield made
    made.hide()


def shown(page: ReportsPage, tmp_path: Path) -> str:
    """The words of the report on the screen."""
    file = tmp_path / "shown.pdf"
    file.write_bytes(page.pdf._bytes)
    return "\n".join(sheet.extract_text() for sheet in PdfReader(file).pages)


def choose(page: ReportsPage, qtbot: QtBot, settle: Settle) -> None:
    """Wait for the report after a choice."""
    qtbot.waitUntil(lambda: not page._soon.isActive(), timeout=2000)
    settle()


def test_the_quarter_that_ended_last_is_shown_at_once(page: ReportsPage, tmp_path: Path) -> None:
    assert page.chooser.period.value() == Quarter(2026, 3)
    assert page.pdf.document.pageCount() >= 1
    assert "3rd quarter of 2026" in shown(page, tmp_path)


def test_a_year_is_shown_for_the_committee(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.YEAR].click()
    choose(page, qtbot, settle)

    assert page.chooser.year.value() == Year(2025)
    assert "Yearly report 2025" in shown(page, tmp_path)
    assert page.chooser.period.isHidden()
    assert not page.chooser.year.isHidden()


def test_what_the_coordinator_says_is_printed_and_kept(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.comment.text.set_value("Two courses were put off.")
    page.comment.keep.click()
    settle()
    assert "Two courses were put off." in shown(page, tmp_path)
    assert not page.comment.keep.isEnabled()

    page.chooser.period.set_value(Quarter(2026, 2))
    page.chooser.period.changed.emit()
    choose(page, qtbot, settle)
    assert page.comment.text.value() == ""

    page.chooser.buttons[ReportKind.WAITING].click()
    choose(page, qtbot, settle)
    assert page.comment.isHidden()


def test_the_report_to_management_may_be_about_one_scheme(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.of_scheme.setCurrentIndex(1)
    page.chooser.of_scheme.changed.emit()
    choose(page, qtbot, settle)

    said = shown(page, tmp_path)
    assert page.chooser.of_scheme.currentText() in said
    assert "New newcomers" not in said  # who is open to several schemes belongs to none of them


def test_the_report_speaks_another_language_than_the_window(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.WAITING].click()
    page.chooser.language.set_value("nb")
    page.chooser.language.changed.emit()
    choose(page, qtbot, settle)

    assert "Ventetider" in shown(page, tmp_path)
    assert page.pdf._file_name == "ventetider-2026Q3.pdf"


def test_any_days_can_be_reported(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.ORGANISATION].click()
    page.chooser.period.set_value(DAYS)
    page.chooser.period.changed.emit()
    assert page.chooser.wish() is None  # the days are not there yet
    page.chooser.first.set_value(date(2026, 1, 1))
    page.chooser.last.set_value(date(2026, 3, 15))
    choose(page, qtbot, settle)

    wish = page.chooser.wish()
    assert wish is not None
    assert wish.period == Span(date(2026, 1, 1), date(2026, 3, 15))
    assert "1 Jan 2026 to 15 Mar 2026" in " ".join(shown(page, tmp_path).split())


def test_the_follow_up_report_has_the_pairs_and_is_not_kept(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path, worker: Worker
) -> None:
    page.chooser.buttons[ReportKind.FOLLOW_UP].click()
    choose(page, qtbot, settle)

    assert "Ali Hassan" in shown(page, tmp_path)
    assert not page.chooser.coordinator.isHidden()
    assert page.chooser.period.isHidden()
    assert page.pdf.save_as(tmp_path / "f.pdf")
    settle()
    assert kept(worker, settle) == []


def test_the_follow_up_report_of_one_coordinator_leaves_out_the_pairs_of_others(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.FOLLOW_UP].click()
    page.chooser.coordinator.set_value("Mona Hjelm")
    page.chooser.coordinator.changed.emit()
    choose(page, qtbot, settle)

    assert "Ali Hassan" not in shown(page, tmp_path)


def test_a_statement_of_hours_is_of_a_mentor_with_a_pair(
    page: ReportsPage, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.HOURS].click()
    choose(page, qtbot, settle)

    assert page.chooser.mentor.currentText() in shown(page, tmp_path)
    assert not page.exports.png_button.isEnabled()

    page.pdf.save_as(tmp_path / "hours.pdf")
    settle()
    (line,) = noted(pairs_office.database, Did.EXPORTED)
    assert (line.kind, line.entry.record_id) == ("person", page.chooser.mentor.value())


def test_what_is_saved_is_kept_with_the_very_pages(
    page: ReportsPage, settle: Settle, tmp_path: Path, worker: Worker
) -> None:
    assert page.pdf.save_as(tmp_path / "q.pdf")
    settle()

    (one,) = kept(worker, settle)
    assert one == (tmp_path / "q.pdf").read_bytes()


def test_tables_and_charts_are_written_to_files_and_noted(
    page: ReportsPage, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.WAITING].click()
    choose(page, qtbot, settle)

    page.exports.save_workbook(tmp_path / "all.xlsx")
    page.exports.save_csv(tmp_path)
    page.exports.save_pictures(tmp_path)
    settle()

    names = {file.name for file in tmp_path.iterdir()}
    assert {
        "all.xlsx",
        "waiting-times-2026Q3-areas.csv",
        "waiting-times-2026Q3-bands.png",
    } <= names
    assert "saved in" in page.message_bar.text
    assert saved_as_files(pairs_office.database) == 3 * ["Waiting times 2026Q3"]


def kept(worker: Worker, settle: Settle) -> list[bytes]:
    """The pages of everything that was kept."""
    found: list[bytes] = []
    worker.read(
        worker,
        lambda tx: [printed_reports.again(tx, row.printed.id) for row in printed_reports.rows(tx)],
        found.extend,
    )
    settle()
    return found


def test_periods_of_each_length_go_back_from_the_current_one(english: Words) -> None:
    offered = dict(periods(english, date(2026, 1, 2)))

    assert offered[Quarter(2026, 1)] == "Q1 2026, so far"
    assert offered[Quarter(2025, 4)] == "Q4 2025"
    assert offered[Year(2025)] == "2025"
    assert list(offered)[-1] == DAYS
    assert last_finished(date(2026, 1, 2)) == Quarter(2025, 4)


def test_a_scheme_is_evaluated_over_the_chosen_period(
    page: ReportsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    page.chooser.buttons[ReportKind.EVALUATION].click()
    choose(page, qtbot, settle)
    assert page.chooser.scheme.isVisible()
    said = shown(page, tmp_path)
    assert page.chooser.scheme.currentText() in said
    assert "Nobody was asked in this scheme and period." in said
