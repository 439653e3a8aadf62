from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.interviews import Quote
from mentorapp.domain.people import Person
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_lacks import Lack, LackKind, LackPlace
from mentorapp.operations import Transaction, printed_reports, quotes
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.reports.printed_tab import PrintedTab
from ui.reports.ready_tab import ReadyTab
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def went() -> list[tuple[LackPlace, Lack]]:
    return []


@pytest.fixture
def ready(
    qtbot: QtBot,
    pairs_office: PairsOffice,
    worker: Worker,
    english: Words,
    settle: Settle,
    went: list[tuple[LackPlace, Lack]],
) -> Iterator[ReadyTab]:
    ways = {place: (lambda lack, place=place: went.append((place, lack))) for place in LackPlace}
    made = ReadyTab(worker, english, lambda: TODAY, ways)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.period.set_value(Quarter(2026, 4))
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.model.all_rows()))
    settle()
    yield made
    made.hide()


def test_what_is_missing_is_counted_and_each_line_leads_there(
    ready: ReadyTab, qtbot: QtBot, went: list[tuple[LackPlace, Lack]]
) -> None:
    rows = ready.table.model.all_rows()
    assert rows
    assert "No meeting logged for a month" in ready.summary.text()

    ready.table.table.setFocus()
    ready.table.table.selectRow(0)
    qtbot.keyClick(ready.table.table, Qt.Key.Key_Return)

    ((place, lack),) = went
    assert lack.kind is LackKind.SLIPS
    assert place is LackPlace.PAIRING


def test_another_period_is_looked_at_at_once(ready: ReadyTab, qtbot: QtBot) -> None:
    before = ready.summary.text()
    qtbot.keyClick(ready.period, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ready.summary.text() != before)


def test_a_printed_report_is_listed_and_shown_as_it_was(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> None:
    tab = PrintedTab(worker, english, lambda: TODAY)
    qtbot.addWidget(tab)
    tab.show()
    wish = Wish(kind=ReportKind.WAITING, period=Quarter(2026, 3))
    pages: list[bytes] = []

    def keep(tx: Transaction) -> None:
        report = gather(tx, wish, TODAY)
        pages.append(report.make(english))
        printed_reports.keep(tx, report.told, "en", pages[0])

    worker.write(tab, keep)
    settle()
    (row,) = tab.table.model.all_rows()
    assert row.printed.period == "2026Q3"

    tab.table.table.selectRow(0)
    tab.show_button.click()
    settle()

    assert tab.dialog is not None
    assert tab.dialog.pdf._bytes == pages[0]
    assert tab.dialog.pdf._file_name == "waiting-times-2026Q3.pdf"
    tab.dialog.done(0)


def test_a_report_whose_quotation_was_taken_back_is_shown_anew_with_why(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> None:
    tab = PrintedTab(worker, english, lambda: TODAY)
    qtbot.addWidget(tab)
    tab.show()
    wish = Wish(kind=ReportKind.YEAR, period=Year.of(TODAY))
    pages: list[bytes] = []

    def quote_and_take_back(tx: Transaction) -> None:
        who = records.find(tx, Person)[0].id
        told = Quote(person_id=who, text="We laughed", said_on=TODAY, consent_on=TODAY)
        said = quotes.save(tx, told, TODAY)
        report = gather(tx, wish, TODAY)
        pages.append(report.make(english))
        printed_reports.keep(tx, report.told, "en", pages[0])
        quotes.withdraw(tx, said.id, TODAY, TODAY)

    worker.write(tab, quote_and_take_back)
    settle()
    tab.table.table.selectRow(0)
    tab.show_button.click()
    settle()

    assert "made anew" in tab.message_bar.text
    assert tab.dialog is not None
    said = [
        "We laughed" in " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        for pdf in (pages[0], tab.dialog.pdf._bytes)
    ]
    assert said == [True, False]
    tab.dialog.done(0)
