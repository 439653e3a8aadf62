"""The pages of people on a real office, opened as the window opens them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.people.dialog import PersonDialog
from ui.people.mentors_page import MentorsPage
from ui.people.newcomers_page import NewcomersPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

Page = TypeVar("Page", MentorsPage, NewcomersPage)


def _shown(qtbot: QtBot, page: Page) -> Iterator[Page]:
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    yield page
    page.hide()


@pytest.fixture
def mentors_page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[MentorsPage]:
    yield from _shown(qtbot, MentorsPage(worker, english, lambda: TODAY))


@pytest.fixture
def newcomers_page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[NewcomersPage]:
    yield from _shown(qtbot, NewcomersPage(worker, english, lambda: TODAY))


@pytest.fixture
def the_form(qtbot: QtBot) -> Callable[[QWidget], PersonDialog]:
    """Wait for the form that a page has opened, with the keyboard in its first field."""

    def form(page: QWidget) -> PersonDialog:
        def there() -> bool:
            return any(one.isVisible() for one in page.findChildren(PersonDialog))

        qtbot.waitUntil(there)
        dialog = next(one for one in page.findChildren(PersonDialog) if one.isVisible())
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return dialog

    return form


@pytest.fixture
def keys(qtbot: QtBot) -> Callable[[str], None]:
    """Type like somebody without a mouse: texts, and \\t for Tab, into whatever has the focus."""

    def type_keys(text: str) -> None:
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            if letter == "\t":
                qtbot.keyClick(focused, Qt.Key.Key_Tab)
            elif letter == "\n":
                qtbot.keyClick(focused, Qt.Key.Key_Return)
            elif letter == " " and not hasattr(focused, "text"):
                qtbot.keyClick(focused, Qt.Key.Key_Space)
            elif letter > "ÿ" and isinstance(focused, QLineEdit):
                focused.insert(letter)  # Qt's tests have no keys for other scripts
            else:
                qtbot.keyClicks(focused, letter)

    return type_keys
