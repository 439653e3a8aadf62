import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table import Column, TableModel

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, words: Words) -> ListPage[str]:
    made = ListPage(
        words, "Mentors", TableModel([Column[str]("Name", str)], "nb"), EmptyList("None", "")
    )
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.activateWindow()
    made.show_rows(["Kari"])
    return made


def test_the_card_gives_way_in_a_narrow_page_and_comes_back_in_a_wide_one(
    page: ListPage[str], qtbot: QtBot
) -> None:
    assert page.details.isVisible()
    page.resize(776, 600)
    assert not page.details.isVisible()
    qtbot.waitUntil(lambda: page.table.width() > 700)
    page.resize(1100, 600)
    assert page.details.isVisible()


def test_a_key_and_a_button_bring_it_back_and_the_choice_holds(
    page: ListPage[str], qtbot: QtBot
) -> None:
    page.resize(776, 600)
    qtbot.keyClick(page.table, Qt.Key.Key_D, CONTROL_SHIFT)
    assert page.details.isVisible()
    page.resize(780, 600)
    assert page.details.isVisible()
    qtbot.mouseClick(page.fold, Qt.MouseButton.LeftButton)
    page.resize(1100, 600)
    assert not page.details.isVisible()
    assert not page.fold.isChecked()


def test_a_list_without_a_card_has_no_button_for_it(page: ListPage[str]) -> None:
    page.fold.leave_out()
    page.resize(1200, 600)
    assert not page.details.isVisible()
    assert not page.fold.isVisible()


def test_a_card_in_which_things_are_done_stays_until_the_user_folds_it(
    page: ListPage[str], qtbot: QtBot
) -> None:
    page.fold.stay()
    page.resize(776, 600)
    assert page.details.isVisible()
    qtbot.mouseClick(page.fold, Qt.MouseButton.LeftButton)
    assert not page.details.isVisible()
