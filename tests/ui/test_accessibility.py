"""A walk through the whole window as a screen reader and a keyboard see it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorapp.operations import Database, Transaction, organisations
from mentorapp.words import LANGUAGES, Words
from tests.factories import TODAY, an_organisation
from tests.mentorapp.operations.registering import buddy, mentor, newcomer, pair, register
from tests.ui.naming import controls, nameless, out_of_reach, read_as_markup
from ui.__main__ import build
from ui.application import speak
from ui.first_use.window import FirstWindow
from ui.main_window import MainWindow
from ui.program import Program
from ui.settings_store import Preferences
from ui.widgets.tabs_page import TabsPage

#: Buttons of the operating system's own dialogs would follow.
_OUTSIDE = (
    "Save",
    "Print",
    "Read a file",
    "Add files",
    "Choose",
    "Own quarter as a file",
    "Calendar file",
    "Export rows",
)


def _fill(tx: Transaction) -> None:
    from mentorapp.operations import pairing

    pair(tx)
    register(tx, mentor("Berit <b>Moen</b>"))
    register(tx, newcomer("Amal Noor"))
    organisations.save(tx, an_organisation(number=0))
    pairing.run(tx, buddy(tx), TODAY)


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, database: Database, tmp_path: Path
) -> Iterator[Program]:
    with database.write("mona") as tx:
        _fill(tx)
    database.close()
    preferences = Preferences(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    arguments = ["--language", "en", "--office", str(database.path)]
    _application, program = build(arguments, preferences, lambda: TODAY)
    failures: list[BaseException] = []
    program.failed.connect(failures.append)
    _settle(qtbot, program)
    yield program
    _settle(qtbot, program)
    if program.window is not None:
        program.window.close()
    program.close_office()
    speak(qapp, Words("en"))
    assert not failures


def _settle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.working, timeout=10_000)
    QApplication.processEvents()


def _look(root: QWidget, where: str, seen: dict[str, list[str]]) -> None:
    for look in (nameless, out_of_reach, read_as_markup):
        if wrong := look(root):
            seen[f"{where}: {look.__name__}"] = wrong


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def _each_page(
    qtbot: QtBot, program: Program, visit: Callable[[str, QWidget, MainWindow], None]
) -> int:
    """Show every page with its first row selected; how many there were."""
    window = program.window
    assert isinstance(window, MainWindow)
    for key in program.page_keys:
        page = window.show_page(key)
        _settle(qtbot, program)
        if not isinstance(page, TabsPage):
            _visit_list(qtbot, program, key, page, visit)
            continue
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            _settle(qtbot, program)
            name = f"{key}, {page.tabs.tabText(at)}"
            _visit_list(qtbot, program, name, page.tabs.currentWidget(), visit)
    return len(program.page_keys)


def _visit_list(
    qtbot: QtBot,
    program: Program,
    name: str,
    page: QWidget,
    visit: Callable[[str, QWidget, MainWindow], None],
) -> None:
    window = program.window
    assert isinstance(window, MainWindow)
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model.rowCount():
            view.setCurrentIndex(model.index(0, 0))
            break
    _settle(qtbot, program)
    visit(name, page, window)


def test_every_control_of_every_page_has_a_name_and_a_way_by_keyboard(
    qtbot: QtBot, program: Program
) -> None:
    seen: dict[str, list[str]] = {}
    assert _each_page(qtbot, program, lambda key, _page, window: _look(window, key, seen)) >= 9
    assert seen == {}


def test_every_control_of_every_dialog_has_a_name_and_a_way_by_keyboard(
    qtbot: QtBot, program: Program
) -> None:
    seen: dict[str, list[str]] = {}
    opened: set[str] = set()

    def press_all(key: str, page: QWidget, window: MainWindow) -> None:
        asking = [
            button
            for button in page.findChildren(QPushButton)
            if button.isVisible()
            and button.isEnabled()
            and not button.text().startswith(_OUTSIDE)
            and (button.text().endswith("…") or button.text().startswith(("New", "Edit")))
        ]
        for button in asking:
            if not button.isVisible() or not button.isEnabled():
                continue
            button.click()
            _settle(qtbot, program)
            for dialog in _dialogs(window):
                opened.add(type(dialog).__name__)
                _look(dialog, f"{key}, {type(dialog).__name__}", seen)
                dialog.done(0)
            _settle(qtbot, program)

    _each_page(qtbot, program, press_all)
    assert {"PersonDialog", "OrganisationDialog", "ImportDialog", "MeetingDialog"} <= opened
    assert seen == {}


def test_every_control_of_the_first_window_has_a_name_and_a_way_by_keyboard(
    qapp: QApplication, qtbot: QtBot, home: Path
) -> None:
    window = FirstWindow(Words("en"), home / "office.db")
    qtbot.addWidget(window)
    window.show()
    seen: dict[str, list[str]] = {}
    _look(window, "first window", seen)
    assert seen == {}
    assert len(list(controls(window))) > 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_window_fits_a_small_screen(
    qapp: QApplication, qtbot: QtBot, home: Path, language: str
) -> None:
    window = FirstWindow(Words(language), home / "office.db")
    qtbot.addWidget(window)
    window.show()
    least = window.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 560) == (True, True), least
