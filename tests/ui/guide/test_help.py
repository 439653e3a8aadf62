from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.words import LANGUAGES, Words
from tests.ui.program_window import Start, User, main_window, preferences, start, user
from ui.guide.help import Help
from ui.guide.keys import unnamed_keys
from ui.guide.sheet import KeySheet
from ui.guide.window import GuideWindow

__all__ = ["preferences", "start", "user"]


def help_of(user: User) -> Help:
    found = user.window.findChild(Help)
    assert found is not None
    return found


def title_of(guide: GuideWindow | None) -> str:
    assert guide is not None
    assert guide.isVisible()
    return guide.reader.toPlainText().partition("\n")[0]


@pytest.mark.parametrize(
    ("key", "title"),
    [("today", "Today"), ("newcomers", "Registering and importing"), ("letters", "Letters")],
)
def test_f1_opens_the_page_about_what_the_window_shows(
    user: User, qtbot: QtBot, key: str, title: str
) -> None:
    user.go(key)
    user.window.activateWindow()
    user.window.sidebar.setFocus()
    qtbot.waitUntil(user.window.isActiveWindow)
    qtbot.keyClick(user.window, Qt.Key.Key_F1)
    assert title_of(help_of(user).guide) == title


def test_f1_in_a_form_opens_its_page_and_leaves_the_form_as_it_is(user: User, qtbot: QtBot) -> None:
    user.go("letters")
    form = user.new_person()
    form.activateWindow()
    form.person.given_name.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    qtbot.keyClick(form, Qt.Key.Key_F1)
    assert title_of(help_of(user).guide) == "Registering and importing"
    assert form.isVisible()


def test_the_guide_goes_with_the_window(user: User, qtbot: QtBot) -> None:
    assistance = help_of(user)
    assistance.open_guide()
    guide = assistance.guide
    assert guide is not None
    user.window.close()
    assert not guide.isVisible()


def test_the_guide_speaks_the_language_the_window_is_changed_to(user: User) -> None:
    help_of(user).open_guide()
    user.program.speak("nn")
    user.settle()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, GuideWindow)
            and one.isVisible()] == []  # fmt: skip
    help_of(user).open_guide()
    assert title_of(help_of(user).guide) == "I dag"


def test_a_word_finds_its_pages_and_links_stay_inside(qtbot: QtBot, words: Words) -> None:
    guide = GuideWindow(words)
    qtbot.addWidget(guide)
    guide.show()
    guide.search.setText("strictly confidential")
    assert [guide.contents.item(row).text() for row in range(guide.contents.count())] == [
        "Protected people"
    ]
    assert "Strictly confidential" in guide.reader.toPlainText()
    guide.search.setText("zebra")
    assert guide.nothing.isVisible()
    guide.reader.anchorClicked.emit(QUrl("letters"))
    assert title_of(guide) == "Letters"
    guide.reader.anchorClicked.emit(QUrl("https://example.org/letters/x"))
    assert title_of(guide) == "Letters"


def test_the_sheet_is_made_of_the_keys_that_work(user: User) -> None:
    user.go("mentors")
    help_of(user).sheet_action.trigger()
    sheet = user.dialog(KeySheet)
    parts = {title: dict(lines) for title, lines in sheet.parts}
    assert parts["File"]["Ctrl+Q"] == "Quit"
    assert parts["Edit"]["Ctrl+Z"] == "Undo"
    assert parts["Help"]["F1"] == "User guide"
    assert parts["Pages"]["Ctrl+2"] == "Mentors"
    assert parts["On this page"]["Ctrl+F"] == "Search in the list"
    assert parts["On this page"]["Ctrl+N"] == "Register a new one"


def test_the_sheet_of_a_form_is_of_the_form(user: User, qtbot: QtBot) -> None:
    form = user.new_person()
    form.activateWindow()
    form.person.given_name.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    qtbot.keyClick(form, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    sheet = user.dialog(KeySheet)
    assert [title for title, _lines in sheet.parts] == ["In this window"]
    assert dict(sheet.parts[0][1])["Ctrl+Return"] == "Save"


def test_no_page_has_a_key_that_the_sheet_cannot_name(
    user: User, qtbot: QtBot, words: Words
) -> None:
    without = {key: unnamed_keys(words, user.go(key)) for key in user.program.page_keys}
    assert {key: keys for key, keys in without.items() if keys} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_in_the_language_of_the_window(
    start: Start, office_file: Path, language: str
) -> None:
    program = start("--office", str(office_file), "--language", language)
    window = main_window(program)
    assistance = window.findChild(Help)
    assert assistance is not None
    assistance.open_sheet()
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    said = Words(language).text("Keyboard shortcuts")
    assert sheet.windowTitle() == said
    assert (said == "Keyboard shortcuts") is (language == "en")
    sheet.close()
