"""The page of settings on a real office."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.settings.page import SettingsPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[SettingsPage]:
    page = SettingsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.schemes.model.rowCount() == 5)
    yield page
    page.hide()
