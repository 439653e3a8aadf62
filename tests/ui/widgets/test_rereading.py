import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.rereading import Rereading


class Office(QObject):
    changed = Signal()


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def read() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, read: list[str]) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    Rereading(page, office.changed, lambda: read.append("read"))
    return page


def test_a_page_is_read_when_it_is_first_shown(
    qtbot: QtBot, page: QWidget, read: list[str]
) -> None:
    assert read == []
    page.show()
    qtbot.waitUntil(lambda: read == ["read"])


def test_many_changes_in_a_row_are_one_reading(
    qtbot: QtBot, page: QWidget, office: Office, read: list[str]
) -> None:
    page.show()
    qtbot.waitUntil(lambda: read == ["read"])
    for _time in range(3):
        office.changed.emit()
    qtbot.waitUntil(lambda: read == ["read", "read"])


def test_a_hidden_page_waits_until_it_is_shown_again(
    qtbot: QtBot, page: QWidget, office: Office, read: list[str]
) -> None:
    page.show()
    qtbot.waitUntil(lambda: read == ["read"])
    page.hide()
    office.changed.emit()
    assert read == ["read"]
    page.show()
    qtbot.waitUntil(lambda: read == ["read", "read"])
