"""The columns of a list, chosen with the mouse and with the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.columns_dialog import ColumnsDialog
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import Column, TableModel

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    place: str
    meetings: int


PEOPLE = [Person("Åse", "Bodø", 3), Person("Zeb", "Fauske", 1), Person("Bo", "Røst", 9)]


def columns() -> list[Column[Person]]:
    return [
        Column("Name", lambda one: one.name, width=200, key="name"),
        Column("<b>Place</b> & so", lambda one: one.place, key="place"),
        Column("Meetings", lambda one: str(one.meetings), lambda one: one.meetings, key="meetings"),
        Column("Number", lambda one: "7", key="number", standard=False),
    ]


def made(
    qtbot: QtBot, words: Words, what: Callable[[], list[Column[Person]]] = columns
) -> ListPage[Person]:
    model: TableModel[Person] = TableModel(what(), "nb")
    page = ListPage(words, "People", model, EmptyList("None", "Add."), key=lambda one: one.name)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.activateWindow()
    page.show_rows(PEOPLE)
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    return page


@pytest.fixture
def page(qtbot: QtBot, words: Words) -> ListPage[Person]:
    return made(qtbot, words)


@pytest.fixture
def dialog(page: ListPage[Person], qtbot: QtBot) -> ColumnsDialog:
    qtbot.keyClick(page.table, Qt.Key.Key_K, CONTROL_SHIFT)
    found = page.findChild(ColumnsDialog)
    assert found is not None
    return found


def titles(page: ListPage[Person]) -> list[str]:
    return [column.title for column in page.table.shown_columns()]


def names(page: ListPage[Person]) -> list[str]:
    return [one.name for one in page.model.shown_rows()]


def test_an_extra_column_waits_until_it_is_chosen(page: ListPage[Person]) -> None:
    assert titles(page) == ["Name", "<b>Place</b> & so", "Meetings"]
    page.search.setText("7")  # what one does not see is not searched
    assert names(page) == []


def test_the_key_opens_a_dialog_with_every_column_in_which_space_chooses(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    rows = [dialog.list.item(at) for at in range(dialog.list.count())]
    assert [(row.text(), row.checkState() == Qt.CheckState.Checked) for row in rows] == [
        ("Name", True),
        ("<b>Place</b> & so", True),
        ("Meetings", True),
        ("Number", False),
    ]
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert titles(page) == ["<b>Place</b> & so", "Meetings", "Number"]


def test_alt_with_the_arrows_moves_a_column_and_makes_it_wider(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([page.columns.changed] * 2):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    assert titles(page) == ["<b>Place</b> & so", "Meetings", "Name"]
    assert dialog.list.currentItem().text() == "Name"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up, ALT)
    assert titles(page) == ["<b>Place</b> & so", "Name", "Meetings"]
    before = page.table.columnWidth(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Right, ALT)
    assert page.table.columnWidth(0) == before + 20
    qtbot.keyClick(dialog.list, Qt.Key.Key_Left, ALT)
    assert page.table.columnWidth(0) == before


def test_the_last_column_that_is_shown_stays(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    for _row in range(3):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert titles(page) == ["Meetings"]
    assert dialog.list.item(2).checkState() == Qt.CheckState.Checked
    assert dialog.message_bar.text == "One column stays in the list."


def test_the_order_of_the_rows_is_chosen_in_the_dialog(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    assert names(page) == ["Bo", "Zeb", "Åse"]  # the letters as they come in Norwegian
    dialog.sorted_by.set_value(2)
    dialog.direction.set_value(Qt.SortOrder.DescendingOrder)
    assert names(page) == ["Bo", "Åse", "Zeb"]


def test_standard_columns_go_back_to_how_the_list_began(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
    page.table.setColumnWidth(1, 77)
    dialog.sorted_by.set_value(2)
    assert not page.columns.is_standard()
    dialog.standard_button.click()
    assert page.columns.is_standard()
    assert titles(page) == ["Name", "<b>Place</b> & so", "Meetings"]
    assert page.table.columnWidth(1) != 77
    assert names(page) == ["Bo", "Zeb", "Åse"]


def test_the_dialog_is_freed_when_it_closes(
    page: ListPage[Person], dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    dialog.close_button.click()
    qtbot.waitUntil(lambda: page.findChild(ColumnsDialog) is None)


def test_the_menu_of_a_heading_sorts_and_chooses(page: ListPage[Person], qtbot: QtBot) -> None:
    def choose(text: str) -> None:
        menu = page.columns_button.menu_for(2)
        next(one for one in menu.actions() if one.text() == text).trigger()
        menu.deleteLater()

    choose("Sort descending")
    assert names(page) == ["Bo", "Åse", "Zeb"]
    choose("<b>Place</b> && so")
    choose("Number")
    assert titles(page) == ["Name", "Meetings", "Number"]
    choose("Standard columns")
    assert titles(page) == ["Name", "<b>Place</b> & so", "Meetings"]


def test_a_right_click_on_a_heading_opens_its_menu(page: ListPage[Person]) -> None:
    page.table.headings.customContextMenuRequested.emit(QPoint(20, 10))
    menu = page.table.headings.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_a_heading_is_dragged_to_another_place(page: ListPage[Person], qtbot: QtBot) -> None:
    header = page.table.headings
    start = QPoint(header.sectionViewportPosition(2) + 40, 10)
    with qtbot.waitSignal(page.columns.changed):
        qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for x in (start.x() - 30, 60, 20):
            qtbot.mouseMove(header.viewport(), QPoint(x, 10))
        qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert titles(page) == ["Meetings", "Name", "<b>Place</b> & so"]


def test_what_is_chosen_is_written_down_and_taken_in_another_window(
    page: ListPage[Person], qtbot: QtBot, words: Words
) -> None:
    page.columns.move(0, 2)
    page.columns.show(3, True)
    page.table.setColumnWidth(1, 90)
    page.columns.sort(2, Qt.SortOrder.DescendingOrder)
    again = made(qtbot, words)
    with qtbot.assertNotEmitted(again.columns.changed):
        again.columns.take(page.columns.written())
    assert titles(again) == ["<b>Place</b> & so", "Meetings", "Name", "Number"]
    assert again.table.columnWidth(1) == 90
    assert names(again) == ["Bo", "Åse", "Zeb"]
    assert again.columns.written() == page.columns.written()


def test_columns_that_are_new_or_gone_since_do_no_harm(
    page: ListPage[Person], qtbot: QtBot, words: Words
) -> None:
    page.columns.move(0, 3)
    page.columns.show(2, False)

    def later() -> list[Column[Person]]:
        fresh = Column[Person]("Fresh", lambda one: "", key="fresh")
        extra = Column[Person]("Extra", lambda one: "", key="extra", standard=False)
        return [fresh, *(one for one in columns() if one.key != "place"), extra]

    again = made(qtbot, words, later)
    again.columns.take(page.columns.written())
    assert titles(again) == ["Name", "Fresh"]


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "x",
        "[]",
        "null",
        "{}",
        '{"order": 1}',
        '{"order": ["place", 3, "place"], "hidden": 4, "widths": [1], "sort": ["name"]}',
        '{"order": [], "hidden": ["name", "place", "meetings", "number"], "widths": {"name": "x"}}',
    ],
)
def test_what_cannot_be_read_leaves_a_list_that_can_be_used(
    page: ListPage[Person], bad: str
) -> None:
    page.columns.take(bad)
    assert {"Name", "<b>Place</b> & so", "Meetings"} <= set(titles(page))


def test_rows_are_walked_by_keyboard_with_the_first_column_hidden(
    page: ListPage[Person], qtbot: QtBot
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.columns.show(0, False)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    chosen = page.table.current_row()
    assert chosen is not None
    assert chosen.name == "Zeb"
    assert page.table.select_row("Åse")
    assert not page.table.isColumnHidden(page.table.currentIndex().column())


def test_a_width_drawn_by_hand_stays_when_the_window_is_resized(page: ListPage[Person]) -> None:
    page.table.setColumnWidth(0, 133)
    page.resize(1000, 600)
    assert page.table.columnWidth(0) == 133


def test_every_button_of_the_dialog_does_what_its_key_does(
    page: ListPage[Person], dialog: ColumnsDialog
) -> None:
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    buttons["Move down"].click()
    assert titles(page) == ["<b>Place</b> & so", "Name", "Meetings"]
    before = page.table.columnWidth(0)
    buttons["Wider"].click()
    assert page.table.columnWidth(0) == before + 20
    buttons["Narrower"].click()
    buttons["Move up"].click()
    assert titles(page) == ["Name", "<b>Place</b> & so", "Meetings"]


def test_a_list_of_two_columns_has_nothing_to_choose(qtbot: QtBot, words: Words) -> None:
    page = made(qtbot, words, lambda: columns()[:2])
    assert not page.columns_button.isVisible()


def test_the_columns_take_the_whole_room_as_the_window_grows_and_the_scroll_bar_comes_and_goes(
    page: ListPage[Person], qtbot: QtBot
) -> None:
    header = page.table.headings

    def room() -> tuple[int, int]:
        return sum(header.sectionSize(at) for at in header.shown()), page.table.viewport().width()

    for width in (1300, 1000, 1250):
        page.resize(width, 600)
        page.splitter.setSizes([width - 300, 300])
        qtbot.waitUntil(lambda: len(set(room())) == 1)
    wide = page.table.viewport().width()
    page.show_rows([Person(f"Person {at}", "Bodø", at) for at in range(60)])
    qtbot.waitUntil(lambda: page.table.viewport().width() < wide)
    qtbot.waitUntil(lambda: len(set(room())) == 1)
    page.show_rows(PEOPLE)
    qtbot.waitUntil(lambda: page.table.viewport().width() == wide)
    qtbot.waitUntil(lambda: len(set(room())) == 1)
