from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.domain.follow_up import Severity
from mentorapp.domain.pairings import PairingStatus
from mentorapp.operations import pairings
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.meetings.logger import MeetingLogger
from ui.pairings.page import PairingsPage
from ui.work import Worker


def test_the_list_tells_who_how_often_and_what_comes_next(page: PairingsPage) -> None:
    model = page.list.model
    cells = [str(model.index(0, at).data()) for at in range(model.columnCount())]
    assert cells[1:9] == [
        "Ali Hassan",
        "Kari Nordmann",
        "Buddy",
        "active",
        "10 Oct 2026",
        "2",
        "2.5",
        "15 Sept 2026",
    ]


def test_the_list_opens_with_running_pairs_and_offers_the_ended_ones(
    page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    ended = pairs_office.pair_up("Åse Lærum", "Tesfay Haile")
    with pairs_office.database.write("Test") as tx:
        pairings.end(tx, ended.id, TODAY, TODAY, completed=True)
    page.refresh()
    settle()
    assert [row.newcomer_name for row in page.list.model.shown_rows()] == ["Ali Hassan"]
    assert page.list.count.text() == "1 running · 2 registered"
    page.list.severity.set_value(Severity.YELLOW)
    assert page.list.count.text() == "0 of 2"
    page.list.clear_search()
    assert page.list.model.rowCount() == 2
    assert page.list.count.text() == "2 registered · 1 running"


def test_filters_and_search_narrow_the_list(
    page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    pairs_office.pair_up("Åse Lærum", "Tesfay Haile")
    page.refresh()
    settle()
    assert page.list.model.rowCount() == 2
    page.list.severity.set_value(Severity.RED)
    assert [row.newcomer_name for row in page.list.model.shown_rows()] == ["Ali Hassan"]
    page.list.clear_search()
    page.list.status.set_value(PairingStatus.AGREED)
    assert [row.newcomer_name for row in page.list.model.shown_rows()] == ["Tesfay Haile"]
    page.list.clear_search()
    page.list.search.setText("lærum")
    assert page.list.model.rowCount() == 1


def test_an_office_that_is_only_read_refuses_meetings_before_anything_is_typed(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    reason = ReadOnlyOffice("Ola")
    logger = MeetingLogger(worker, english, lambda: TODAY, worker, read_only=reason)
    slips = QWidget()
    page = PairingsPage(worker, english, lambda: TODAY, logger, slips, read_only=reason)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    page._log_button.click()
    settle()
    assert "(Ola)" in page.list.message_bar.text
    assert QApplication.activeModalWidget() is None
    page.list.message_bar.clear()
    page.show_slips()
    assert "(Ola)" in page.list.message_bar.text
    assert not slips.isVisible()
    page.open_pairing(pairs_office.pair.id)
    settle()
    page.file.log_button.click()
    settle()
    assert "(Ola)" in page.file.message_bar.text
    assert QApplication.activeModalWidget() is None
