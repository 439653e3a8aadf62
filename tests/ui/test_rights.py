"""What an account may not do sleeps and says who may, whatever else the page does with it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import EVERYBODY, Right, Role, Who
from mentorapp.operations import offices, printed_reports
from mentorapp.words import Words
from ui.rights import ClosedPage, hold_back, may, needed, only_shown, open_tabs
from ui.widgets.form_dialog import FormDialog
from ui.widgets.tabs_page import TabSpec

READER = Who("Rita", frozenset({Role.READER}))
SAID = "Only an administrator changes the settings of the office."


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    made = QPushButton("Edit office")
    qtbot.addWidget(made)
    return made


def test_a_right_is_asked_of_the_operation_itself() -> None:
    assert needed(offices.save) is Right.SETTINGS
    assert may(EVERYBODY, offices.save)
    assert not may(READER, offices.save)
    assert may(READER, printed_reports.keep)
    with pytest.raises(KeyError):
        needed(may)


def test_what_may_not_be_done_sleeps_and_says_who_may(button: QPushButton, words: Words) -> None:
    action = QAction("Import", button)
    hold_back(words, READER, offices.save, button, action)
    for thing in (button, action):
        thing.setEnabled(True)
        assert not thing.isEnabled()
        assert thing.toolTip() == SAID
    assert button.accessibleDescription() == SAID


def test_a_sleeping_button_stays_asleep_when_its_page_wakes(qtbot: QtBot, words: Words) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton("Edit office", page)
    hold_back(words, READER, offices.save, button)
    page.setEnabled(False)
    page.setEnabled(True)
    assert not button.isEnabled()


def test_what_may_be_done_is_left_alone(button: QPushButton, words: Words) -> None:
    hold_back(words, EVERYBODY, offices.save, button)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_page_that_is_only_shown_says_so_in_itself_and_in_its_forms(
    qtbot: QtBot, words: Words
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QPushButton("There"))
    only_shown(page, words, READER, offices.save)
    assert [label.text() for label in page.findChildren(QLabel)] == [SAID]
    form = FormDialog(words, "Office", parent=page)
    form.show()
    assert form.message_bar.text == SAID
    form.leave()


def test_a_tab_is_closed_for_whoever_has_no_right_to_see_it(qtbot: QtBot, words: Words) -> None:
    tabs = [
        TabSpec("places", "Places", QPushButton, Right.FIGURES),
        TabSpec("placements", "Placements", QPushButton),
    ]
    places, placements = (spec.make() for spec in open_tabs(tabs, words, READER))
    qtbot.addWidget(places)
    qtbot.addWidget(placements)
    assert isinstance(places, QPushButton)
    assert isinstance(placements, ClosedPage)
    assert [label.text() for label in placements.findChildren(QLabel)] == [
        "Placements",
        "Only a coordinator sees people.",
        "Your account sees figures only.",
    ]
    assert open_tabs(tabs, words, EVERYBODY) == tabs
