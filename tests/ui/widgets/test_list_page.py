import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table import Column, TableModel

PEOPLE = ["Kari Nordmann", "Ola Østby", "Åse Lærum", "<b>Bo</b>"]


@pytest.fixture
def calls() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, words: Words, calls: list[str]) -> ListPage[str]:
    columns = [
        Column[str]("Name", str),
        Column[str]("Length", lambda n: str(len(n)), badge=lambda n: Tone.WARN),
    ]
    made = ListPage(
        words,
        "Mentors",
        TableModel(columns, "nb"),
        EmptyList("No mentors yet", "Register one.", ("New mentor", lambda: calls.append("new"))),
    )
    made.add_button("New mentor", "plus", lambda: calls.append("new"), primary=True)
    made.add_filter("Kind", "All", [("long", "Long")], lambda name, _key: len(name) > 10)
    made.details.add_button("Letter", "mail", lambda: calls.append("letter"))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    return made


def shown_words(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(QLabel) if x.isVisible()]


def test_an_empty_list_says_what_to_do(page: ListPage[str]) -> None:
    page.show_rows([])
    assert page.empty.isVisible()
    assert "Register one." in shown_words(page)


def test_rows_are_counted(page: ListPage[str]) -> None:
    page.show_rows(PEOPLE)
    assert page.table.isVisible()
    assert page.count.text() == "4"
    page.set_count("4 registered")
    assert page.count.text() == "4 registered"
    page.search.setText("ola")
    assert page.count.text() == "1 of 4"


def test_everything_can_be_done_from_the_search(qtbot: QtBot, page: ListPage[str]) -> None:
    page.show_rows(PEOPLE)
    page.table.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "ostby")
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert told.args == ["Ola Østby"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.table.current_row() == "<b>Bo</b>"


def test_a_search_without_hits_can_be_cleared(page: ListPage[str]) -> None:
    page.show_rows(PEOPLE)
    page.search.setText("nobody")
    assert "Nothing found" in shown_words(page)
    page.clear_search()
    assert page.table.isVisible()


def test_details_follow_and_markup_is_shown_as_text(page: ListPage[str]) -> None:
    page.show_rows(PEOPLE)
    page.details.show_facts(
        "<b>Bo</b>", "since 2025", [("Phone", "<i>1</i>"), ("Empty", "")], [("Active", Tone.OK)]
    )
    QApplication.processEvents()
    labels = {x.text(): x for x in page.details.findChildren(QLabel)}
    assert labels["<b>Bo</b>"].textFormat() == Qt.TextFormat.PlainText
    assert labels["<i>1</i>"].textFormat() == Qt.TextFormat.PlainText
    assert "Empty" not in labels
    assert page.details.buttons[0].isEnabled()
    page.details.show_nothing()
    assert not page.details.buttons[0].isEnabled()


def test_every_control_has_a_name_for_screen_readers(page: ListPage[str]) -> None:
    page.show_rows(PEOPLE)
    page.details.show_facts("Bo", "", [("Phone", "1")])
    assert nameless(page) == []


def nameless(widget: QWidget) -> list[str]:
    found = []
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus or not child.isVisible():
            continue
        face = QAccessible.queryAccessibleInterface(child)
        if not face.text(QAccessible.Text.Name):
            found.append(f"{type(child).__name__} {child.objectName()}")
    return found


def test_the_page_can_be_looked_at(page: ListPage[str], tmp_path: Path) -> None:
    page.show_rows(PEOPLE)
    page.table.select_row("Åse Lærum")
    folder = Path(os.environ.get("MENTORAPP_PICTURES", tmp_path))
    assert page.grab().save(str(folder / "list_page.png"))
