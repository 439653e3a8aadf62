from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table import Column, TableModel

PEOPLE = ["Bo", "Dina", "Kari", "Ola", "Åse"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, words: Words) -> ListPage[str]:
    made = ListPage(
        words, "Mentors", TableModel([Column[str]("Name", str)], "nb"), EmptyList("None", "")
    )
    made.picked.connect(
        lambda row: made.details.show_facts(row) if row else made.details.show_nothing()
    )
    made.details.add_button("Edit", "pencil", lambda: None)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def bar(page: ListPage[str]) -> ChosenBar:
    made = page.choose_many()
    made.add_button("Print letters", "printer", lambda: None)
    page.show_rows(PEOPLE)
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def click(page: ListPage[str], qtbot: QtBot, row: int, keys: Qt.KeyboardModifier) -> None:
    place = page.table.visualRect(page.model.index(row, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_shift_and_arrow_choose_several_and_say_how_many(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot
) -> None:
    assert not bar.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert page.chosen_rows() == ["Bo", "Dina", "Kari"]
    assert bar.isVisible()
    assert bar.label.text() == "3 chosen"
    assert page.details.heading.text() == "3 chosen"
    assert not page.details.buttons[0].isVisible()


def test_escape_goes_back_to_one_row_and_its_card(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert page.chosen_rows() == PEOPLE
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.chosen_rows() == ["Bo"]
    assert not bar.isVisible()
    assert page.details.heading.text() == "Bo"
    assert page.details.buttons[0].isVisible()


def test_control_and_click_take_one_more_and_one_less(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot
) -> None:
    click(page, qtbot, 1, Qt.KeyboardModifier.NoModifier)
    click(page, qtbot, 3, CONTROL)
    assert page.chosen_rows() == ["Dina", "Ola"]
    click(page, qtbot, 3, CONTROL)
    assert page.chosen_rows() == ["Dina"]
    assert page.table.current_row() == "Dina"
    assert page.details.heading.text() == "Dina"


def test_the_chosen_stay_chosen_when_the_rows_are_read_anew_or_sorted(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot
) -> None:
    click(page, qtbot, 0, Qt.KeyboardModifier.NoModifier)
    click(page, qtbot, 3, CONTROL)
    click(page, qtbot, 4, CONTROL)
    page.show_rows(["Anna", *PEOPLE])
    assert page.chosen_rows() == ["Bo", "Ola", "Åse"]
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.chosen_rows() == ["Åse", "Ola", "Bo"]
    page.search.setText("ola")
    assert page.chosen_rows() == ["Ola"]
    assert not bar.isVisible()


def test_a_row_selected_by_the_program_is_alone_whatever_key_is_held(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot
) -> None:
    qtbot.keyPress(page.table, Qt.Key.Key_Shift, SHIFT)
    assert page.table.select_row("Ola")
    qtbot.keyRelease(page.table, Qt.Key.Key_Shift)
    assert page.chosen_rows() == ["Ola"]
    assert page.details.heading.text() == "Ola"


def test_delete_wants_one_row_alone(page: ListPage[str], bar: ChosenBar, qtbot: QtBot) -> None:
    deleted: list[str] = []
    page.add_keys(delete=page.with_row(deleted.append))
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert deleted == []
    assert page.message_bar.text == "Choose one row alone to delete it."
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert deleted == ["Bo"]


def test_the_bar_is_reached_from_the_table_with_tab(
    page: ListPage[str], bar: ChosenBar, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    focus = page.focusWidget()
    assert focus is not None
    assert bar.isAncestorOf(focus)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in bar.findChildren(QLabel))
