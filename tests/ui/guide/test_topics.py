from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ui
from mentorapp.words import Words
from ui.guide.texts import PAGES
from ui.guide.topics import TOPICS, topic_of
from ui.today.beginning import Beginning


def test_every_feature_of_the_window_has_its_page() -> None:
    home = Path(ui.__file__).parent
    features = {file.parent.name for file in home.glob("*/__init__.py")} - {"widgets", "guide"}
    assert features == set(TOPICS)
    assert set(TOPICS.values()) == set(PAGES) - {"protected"}


def test_what_stands_in_a_feature_belongs_to_it(qtbot: QtBot, words: Words) -> None:
    page, stray = Beginning(words), QWidget()
    qtbot.addWidget(page)
    qtbot.addWidget(stray)
    assert topic_of(page.importing) == "today"
    assert topic_of(stray) is None
    assert topic_of(None) is None
