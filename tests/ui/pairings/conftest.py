from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, english, pairs_office, settle, worker
from ui.meetings.logger import MeetingLogger
from ui.pairings.page import PairingsPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def page(qtbot: QtBot, worker: Worker, english: Words, settle: Callable[[], None]) -> PairingsPage:
    logger = MeetingLogger(worker, english, lambda: TODAY, worker)
    page = PairingsPage(worker, english, lambda: TODAY, logger, QWidget())
    worker.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.refresh()
    settle()
    return page
