from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, english, pairs_office, settle, worker
from ui.people.mentors_page import MentorsPage
from ui.saved_views.button import ViewsButton
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def page(qtbot: QtBot, worker: Worker, english: Words, settle: Callable[[], None]) -> MentorsPage:
    made = MentorsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    settle()
    return made


@pytest.fixture
def views(page: MentorsPage, worker: Worker, english: Words) -> ViewsButton:
    return ViewsButton(page, "mentors", worker, english)
