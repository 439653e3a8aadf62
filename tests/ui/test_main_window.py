import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import MentorFull
from mentorapp.words import Words
from ui.main_window import MainWindow, OfficeShown, PageSpec
from ui.work import Progress, Worker


class Page(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def refresh(self) -> None:
        self.read += 1


class Anything:
    @contextmanager
    def read(self) -> Iterator[None]:
        yield

    @contextmanager
    def write(self, actor: str) -> Iterator[SimpleNamespace]:
        yield SimpleNamespace(changes=[])


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker(cast("Any", Anything()), "Kari")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, words: Words, worker: Worker) -> Iterator[MainWindow]:
    pages = [
        PageSpec(key, "house", key.title(), Page, f"Ctrl+{at}")
        for at, key in enumerate(("today", "mentors", "letters"), start=1)
    ]
    made = MainWindow(
        words,
        worker,
        OfficeShown("Lillevik", "lillevik.db"),
        pages,
        now=lambda: datetime(2026, 11, 23, 10, 42),  # noqa: DTZ001 - the wall clock
    )
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def page(window: MainWindow, key: str) -> Page:
    found = window.page(key)
    assert isinstance(found, Page)
    return found


def test_the_title_names_the_office_and_nobody(window: MainWindow) -> None:
    assert window.windowTitle() == "Mentorapp – Lillevik"


def test_pages_are_made_when_they_are_first_shown(qtbot: QtBot, window: MainWindow) -> None:
    assert window.page("mentors") is None
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is page(window, "mentors")
    assert page(window, "mentors").read == 1
    assert window.page("letters") is None


def test_visible_pages_read_themselves_anew_at_once_and_hidden_ones_when_shown(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    window.show_page("mentors")
    window.show_page("today")
    assert (page(window, "today").read, page(window, "mentors").read) == (1, 1)
    with qtbot.waitSignal(worker.changed):
        worker.write(window, lambda tx: None)
    assert (page(window, "today").read, page(window, "mentors").read) == (2, 1)
    window.show_page("mentors")
    window.show_page("today")
    assert (page(window, "today").read, page(window, "mentors").read) == (2, 2)
    assert window.status.text() == "Saved 10:42 · lillevik.db"


def test_a_refusal_without_a_place_stands_on_top(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    def refuse(tx: object) -> None:
        raise MentorFull(capacity=2, name="Kari")

    with qtbot.waitSignal(worker.refused_elsewhere):
        worker.write(window, refuse)
    assert window.message_bar.isVisible()
    window.message_bar.clear()
    assert not window._bars.isVisible()


def test_long_work_can_be_stopped_from_the_window(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    def work(progress: Progress) -> None:
        progress.report(1, 4)
        while not progress.cancelled():
            threading.Event().wait(0.01)

    worker.compute(window, work, lambda _none: None, title="Pairing")
    qtbot.waitUntil(window.busy_bar.isVisible, timeout=3000)
    assert window.busy_bar.label.text() == "Pairing"
    assert window.busy_bar.bar.maximum() == 4
    with qtbot.waitSignal(worker.idle):
        window.busy_bar.cancel_button.click()
    assert not window.busy_bar.isVisible()


def test_the_window_closes_when_what_was_asked_is_done(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    hold = threading.Event()
    saved: list[bool] = []
    worker.write(window, lambda tx: saved.append(hold.wait(5)))
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closing):
        hold.set()
    assert saved == [True]
    assert not window.isVisible()


def test_a_read_only_office_is_said_in_a_banner(qtbot: QtBot, window: MainWindow) -> None:
    window.set_office(OfficeShown("Lillevik", "lillevik.db", "Ola has it open."))
    assert window._banner.isVisible()
    assert window.status.text() == "Read only: Ola has it open."


def test_menus_tell_what_is_wanted(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.open_wanted):
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.import_wanted):
        qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    about = next(x for x in window.findChildren(QAction) if x.text() == "&About Mentorapp")
    with qtbot.waitSignal(window.about_wanted):
        about.trigger()


def test_the_edit_menu_works_on_the_field_one_is_in(qtbot: QtBot, window: MainWindow) -> None:
    field = page(window, "today")
    field.setText("abc")
    field.setFocus()
    assert QApplication.focusWidget() is field
    actions = {action.text().split("\t")[0]: action for action in window.findChildren(QAction)}
    actions["Select &all"].trigger()
    actions["Cu&t"].trigger()
    assert field.text() == ""


def test_the_window_fits_the_screen_it_opens_on(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_enter_presses_the_focused_button(qtbot: QtBot, window: MainWindow) -> None:
    button = QPushButton("Edit", page(window, "today"))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert len(pressed) == 3


def test_undo_says_when_there_is_nothing_to_take_back(qtbot: QtBot, window: MainWindow) -> None:
    window.sidebar.setFocus()

    qtbot.keyClick(window.sidebar, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert window.message_bar.label.text() == "There is nothing to undo."


def test_an_entry_that_an_assistive_program_selects_is_gone_to(window: MainWindow) -> None:
    selecting = QItemSelectionModel.SelectionFlag.ClearAndSelect
    model = window.sidebar.model()
    window.sidebar.selectionModel().select(model.index(2, 0), selecting)
    assert window.stack.currentWidget() is window.page("letters")
    assert window.sidebar.currentRow() == 2
