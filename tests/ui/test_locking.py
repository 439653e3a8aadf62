"""The window locks: nothing is shown, nothing is lost, and a passphrase brings it back."""

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import unfinished_forms, unlocking, ways_in
from tests.encrypted_offices import MONAS, made
from tests.mentorapp.operations.registering import mentor, register
from tests.ui.program_window import (
    Start,
    User,
    fill_in,
    idle,
    main_window,
    preferences,
    start,
    type_text,
)
from ui.locking import Cover, system_watch
from ui.logind_watch import LogindWatch
from ui.program import Program
from ui.settings.office_dialog import OfficeDialog
from ui.settings.page import SettingsPage
from ui.system_watch import SystemWatch
from ui.unlocking.window import UnlockWindow
from ui.widgets.text_dialog import TextDialog
from ui.windows_watch import WindowsWatch

__all__ = ["preferences", "start"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = made(tmp_path / "secret.db")
    database = unlocking.by_passphrase(path, MONAS)
    with database.write("Mona") as tx:
        register(tx, mentor("Berit Moen"))
    database.close()
    return path


@pytest.fixture
def program(office: Path, start: Start, qtbot: QtBot) -> Program:
    program = start("--office", str(office))
    unlock(qtbot, program)
    return program


@pytest.fixture
def user(qtbot: QtBot, program: Program) -> User:
    return User(qtbot, program)


def unlock(qtbot: QtBot, program: Program) -> None:
    window = program.window
    assert isinstance(window, UnlockWindow)
    type_text(window.passphrase.line, MONAS)
    qtbot.keyClick(window.passphrase.line, Qt.Key.Key_Return)
    idle(qtbot, program)


def locked(qtbot: QtBot, program: Program) -> UnlockWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow), timeout=10_000)
    assert isinstance(program.window, UnlockWindow)
    return program.window


@pytest.fixture(autouse=True)
def _nothing_left_of_others(qapp: QApplication) -> None:
    """What tests before left standing is not what is shown here."""
    for window in QApplication.topLevelWidgets():
        window.hide()


def shown() -> str:
    """All that can be read in any window."""
    return " ".join(
        widget.text()
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QLineEdit)
    )


def kept(path: Path) -> list[UnfinishedForm]:
    database = unlocking.by_passphrase(path, MONAS)
    try:
        with database.read() as tx:
            return unfinished_forms.all_forms(tx)
    finally:
        database.close()


def test_the_menu_locks_the_office_and_closes_its_file(
    user: User, qtbot: QtBot, program: Program, office: Path
) -> None:
    page: Any = user.go("mentors")
    user.until(lambda: page.model.rowCount() == 1)
    window = user.window
    (action,) = [one for one in window.file_menu.actions() if one.text() == "&Lock"]
    assert action.shortcut().toString() == "Ctrl+L"
    action.trigger()
    waiting = locked(qtbot, program)
    assert "is locked" in shown()
    assert not shiboken6.isValid(window) or not window.isVisible()
    assert program._office is None
    assert waiting.passphrase.value() == ""
    unlocking.by_passphrase(office, MONAS).close()  # nobody holds it any more


def test_the_passphrase_brings_back_the_page_that_was_shown(
    user: User, qtbot: QtBot, program: Program
) -> None:
    user.go("mentors")
    program.lock()
    locked(qtbot, program)
    unlock(qtbot, program)
    assert program.page_keys[main_window(program).sidebar.currentRow()] == "mentors"


def test_no_backup_is_waited_for_behind_the_cover(qtbot: QtBot, program: Program) -> None:
    begun: list[str] = []
    main_window(program).last_work = lambda: begun.append("backing up")
    program.lock()
    locked(qtbot, program)
    assert begun == []


def test_a_form_with_something_typed_in_it_is_kept_in_the_office(
    user: User, qtbot: QtBot, program: Program, office: Path
) -> None:
    fill_in(user)
    program.lock()
    locked(qtbot, program)
    assert "Ragnhild" not in shown()
    (form,) = kept(office)
    assert form.contents["given_name"] == "Ragnhild"


def test_a_form_that_nothing_keeps_is_shown_again_as_text_to_whoever_typed_it(
    user: User, qtbot: QtBot, program: Program, office: Path
) -> None:
    page = user.go("settings")
    assert isinstance(page, SettingsPage)
    user.until(page.office.buttons[0].isEnabled)
    user.click(page.office.buttons[0])
    dialog = user.dialog(OfficeDialog)
    field = dialog.field("address")
    type_text(field, "Åpent hver tirsdag")
    program.lock()
    locked(qtbot, program)
    assert "tirsdag" not in shown()
    assert b"tirsdag" not in office.read_bytes()
    unlock(qtbot, program)
    text = user.dialog(TextDialog)
    assert "Åpent hver tirsdag" in text.text.toPlainText()
    text.close()


def test_that_what_was_typed_is_lost_is_no_text_of_the_user(
    user: User, qtbot: QtBot, program: Program, office: Path
) -> None:
    page = user.go("settings")
    assert isinstance(page, SettingsPage)
    user.until(page.office.buttons[0].isEnabled)
    user.click(page.office.buttons[0])
    type_text(user.dialog(OfficeDialog).field("address"), "Åpent hver tirsdag")
    program.lock()
    locked(qtbot, program)
    database = unlocking.by_passphrase(office, MONAS)
    ways_in.renew_recovery_key(database, bytes(range(1, 21)))
    database.close()
    unlock(qtbot, program)
    window = main_window(program)
    assert window.message_bar.text.startswith("What you had typed and not saved cannot be read")
    assert window.findChildren(TextDialog) == []


def test_everything_is_covered_at_once_before_anything_is_closed(
    user: User, program: Program
) -> None:
    form = fill_in(user)
    program.lock()
    for window in (user.window, form):
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        (cover,) = window.findChildren(Cover, options=direct)
        assert cover.geometry() == window.rect()
        assert cover.isVisible()


def test_a_dialog_of_the_system_is_closed_too(user: User, qtbot: QtBot, program: Program) -> None:
    asked = QFileDialog(user.window)
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked.open()
    qtbot.waitUntil(asked.isVisible)
    program.lock()
    locked(qtbot, program)
    assert not shiboken6.isValid(asked) or not asked.isVisible()


def test_who_has_gone_is_locked_out(user: User, qtbot: QtBot, program: Program) -> None:
    assert program._lock._idle.watching
    program._lock.wanted.emit()
    locked(qtbot, program)
    assert not program._lock._idle.watching


def test_a_computer_that_goes_to_sleep_finds_the_office_closed(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    system, open_then = program._lock._system, []
    monkeypatch.setattr(system, "let_sleep", lambda: open_then.append(program._office))
    system.gone.emit()
    locked(qtbot, program)
    assert open_then == [None]


def test_each_system_is_listened_to_in_its_own_way_and_others_not_at_all(qapp: QObject) -> None:
    kinds = []
    for platform in ("linux", "win32", "darwin"):
        made = system_watch(qapp, platform)
        kinds.append(type(made))
        made.deleteLater()
    assert kinds == [LogindWatch, WindowsWatch, SystemWatch]


def test_an_office_without_a_passphrase_says_that_there_is_nothing_to_lock(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    assert not program._lock._idle.watching
    program.lock()
    assert "no passphrase" in main_window(program).message_bar.text
    assert main_window(program).isVisible()


def test_another_office_opened_instead_begins_anew(
    user: User, qtbot: QtBot, program: Program, tmp_path: Path, office_file: Path
) -> None:
    user.go("mentors")
    program.lock()
    locked(qtbot, program)
    program.open(made(tmp_path / "another.db"))
    unlock(qtbot, program)
    assert program.page_keys[main_window(program).sidebar.currentRow()] == "today"
