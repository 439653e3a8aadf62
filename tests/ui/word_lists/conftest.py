from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import english, pairs_office, settle, worker
from ui.widgets.message_bar import MessageBar
from ui.word_lists.tab import WordListsTab
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def bar(qtbot: QtBot, english: Words) -> MessageBar:
    made = MessageBar(english)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tab(
    qtbot: QtBot, worker: Worker, english: Words, bar: MessageBar, settle: Callable[[], None]
) -> WordListsTab:
    made = WordListsTab(worker, english, bar)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.model.rowCount()))
    settle()
    return made
