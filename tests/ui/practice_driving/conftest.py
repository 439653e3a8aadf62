"""A driving pair in a real office, and its tab on the page of the pairing."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.schemes import SchemePart
from mentorapp.operations import pairing, schemes
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.meetings.logger import MeetingLogger
from ui.pairings.page import PairingsPage
from ui.pairings.page_tabs import PageTabs, PartTab
from ui.practice_driving.tab import DrivingTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def learner(pairs_office: PairsOffice) -> Pairing:
    """Ali Hassan, born 1980, who has a buddy too, learns to drive with Bjørn Håkonsen."""
    with pairs_office.database.write("Test") as tx:
        return pairing.pair_by_hand(
            tx,
            schemes.find(tx, "practice_driving").id,
            pairs_office.mentors["Bjørn Håkonsen"],
            pairs_office.newcomers["Ali Hassan"],
            TODAY.replace(month=9),
        )


@pytest.fixture
def page(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    learner: Pairing,
) -> PairingsPage:
    def make(worker: Worker, words: Words, bar: MessageBar) -> DrivingTab:
        return DrivingTab(worker, words, lambda: TODAY, bar)

    logger = MeetingLogger(worker, english, lambda: TODAY, worker)
    page = PairingsPage(
        worker,
        english,
        lambda: TODAY,
        logger,
        QWidget(),
        tabs=PageTabs(
            parts={SchemePart.DRIVING: PartTab("Driving", partial(make, worker, english))}
        ),
    )
    worker.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.open_pairing(learner.id)
    settle()
    page.file.tabs.setCurrentIndex(1)
    settle()
    return page


@pytest.fixture
def tab(page: PairingsPage) -> DrivingTab:
    found = page.file.tabs.currentWidget()
    assert isinstance(found, DrivingTab)
    return found
