from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, english, pairs_office, settle, worker
from ui.today.page import TodayPage
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def asked() -> list[UUID]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    asked: list[UUID],
) -> TodayPage:
    def log(pairing_id: UUID, bar: MessageBar) -> None:
        asked.append(pairing_id)

    page = TodayPage(worker, english, lambda: TODAY, log)
    worker.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show()
    page.refresh()
    settle()
    return page
