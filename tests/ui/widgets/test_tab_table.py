from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column


@dataclass(frozen=True)
class Fruit:
    id: int
    name: str


def a_table() -> TabTable[Fruit]:
    return TabTable([Column("Name", lambda fruit: fruit.name)], "nb", "Fruit", "No fruit yet.")


@pytest.fixture
def table(qtbot: QtBot) -> TabTable[Fruit]:
    table = a_table()
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    return table


def said(table: TabTable[Fruit]) -> list[str]:
    return [label.text() for label in table.findChildren(QLabel) if label.isVisible()]


def test_an_empty_table_says_what_is_missing(table: TabTable[Fruit]) -> None:
    table.show_rows([])
    assert said(table) == ["No fruit yet."]
    assert not table.table.isVisible()
    table.show_rows([Fruit(1, "eple")])
    assert said(table) == []
    assert table.table.isVisible()


def test_a_table_that_is_being_read_is_not_called_empty(table: TabTable[Fruit]) -> None:
    assert table.skeleton.isVisible()
    assert table.skeleton.accessibleName() == "Leser …"
    assert said(table) == []
    table.show_rows([])
    assert not table.skeleton.isVisible()


def test_buttons_wait_for_a_row_and_enter_opens_it(qtbot: QtBot, table: TabTable[Fruit]) -> None:
    opened: list[Fruit] = []
    button = table.add_button("Open", "eye", opened.append, opens=True)
    table.show_rows([Fruit(1, "pære"), Fruit(2, "eple")])
    assert not button.isEnabled()
    table.table.setCurrentIndex(table.model.index(0, 0))
    assert button.isEnabled()
    QTest.keyClick(table.table, Qt.Key.Key_Return)
    button.click()
    assert opened == [Fruit(2, "eple"), Fruit(2, "eple")]


def test_buttons_take_a_second_line_in_a_narrow_window(
    qtbot: QtBot, table: TabTable[Fruit]
) -> None:
    buttons = [table.add_plain_button(f"Button {at}", "eye", lambda: None) for at in range(6)]
    table.show_rows([Fruit(1, "eple")])
    table.resize(400, 300)
    qtbot.waitUntil(lambda: buttons[-1].y() > buttons[0].y())
    assert table.minimumSizeHint().width() <= 400
    assert buttons[-1].width() == buttons[-1].sizeHint().width()


def test_the_selected_row_stays_selected_when_the_rows_are_read_anew(
    table: TabTable[Fruit],
) -> None:
    table.show_rows([Fruit(1, "pære"), Fruit(2, "eple")])
    table.table.select_row(1)
    table.show_rows([Fruit(3, "banan"), Fruit(2, "eple"), Fruit(1, "plomme")])
    assert table.table.current_row() == Fruit(1, "plomme")


def test_every_line_of_buttons_stays_whole_beside_another_table(qtbot: QtBot) -> None:
    table = a_table()
    buttons = [table.add_plain_button(f"Button {at}", "eye", lambda: None) for at in range(6)]
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setChildrenCollapsible(False)
    qtbot.addWidget(splitter)
    splitter.addWidget(table)
    splitter.addWidget(a_table())
    splitter.resize(300, 360)
    splitter.show()
    table.show_rows([Fruit(1, "eple")])
    splitter.setSizes([1, 1000])
    qtbot.waitUntil(lambda: buttons[-1].y() > buttons[0].y())
    qtbot.waitUntil(lambda: buttons[-1].geometry().bottom() < table.height())
