"""The program starts on an encrypted office, and asks for the passphrase first."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain import recovery_key
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.operations import unlocking
from tests.encrypted_offices import FIRST, MONAS, OLAS, made
from tests.ui.program_window import Start, idle, main_window, preferences, start, type_text
from ui.program import Program
from ui.settings_store import Preferences
from ui.unlocking.recovery_dialog import ForgottenDialog
from ui.unlocking.window import UnlockWindow

__all__ = ["preferences", "start"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "mine.db")


@pytest.fixture
def program(office: Path, start: Start) -> Program:
    return start("--office", str(office))


def asking(program: Program) -> UnlockWindow:
    assert isinstance(program.window, UnlockWindow)
    assert program.window.isVisible()
    return program.window


def enter(qtbot: QtBot, program: Program, passphrase: str) -> None:
    line = asking(program).passphrase.line
    line.clear()
    type_text(line, passphrase)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(qtbot, program)


def test_the_right_passphrase_opens_the_office_as_whose_it_is(
    program: Program, qtbot: QtBot, preferences: Preferences, office: Path
) -> None:
    before = asking(program)
    assert before.windowTitle() == "Mentorapp"
    assert before.passphrase.line.hasFocus() or before.focusWidget() is before.passphrase.line
    enter(qtbot, program, MONAS)
    idle(qtbot, program)
    assert main_window(program).windowTitle() == "Mentorapp – Lillevik"
    assert program._office is not None
    assert program._office.database.who.name == "Mona"
    qtbot.waitUntil(lambda: not shiboken6.isValid(before))
    assert preferences.office_file == office


def test_a_wrong_one_says_what_to_look_at_and_leaves_it_to_be_mended(
    program: Program, qtbot: QtBot
) -> None:
    enter(qtbot, program, MONAS.upper())
    window = asking(program)
    assert "capital letters" in window.message_bar.text
    assert window.passphrase.line.selectedText() == MONAS.upper()
    enter(qtbot, program, MONAS)
    assert main_window(program).isVisible()


def test_nothing_is_tried_before_something_is_typed(program: Program, qtbot: QtBot) -> None:
    window = asking(program)
    qtbot.mouseClick(window.open_button, Qt.MouseButton.LeftButton)
    assert not program.working
    assert window.message_bar.text == ""


def test_locked_capitals_are_told_by_the_letters_that_come_out(
    program: Program, qtbot: QtBot
) -> None:
    field = asking(program).passphrase
    shift = Qt.KeyboardModifier.ShiftModifier
    QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, 0, shift, "A"))
    assert field.capitals.isHidden()
    type_text(field.line, "A")  # no Shift was held
    assert field.capitals.isVisible()
    type_text(field.line, "1")
    assert field.capitals.isVisible()
    type_text(field.line, "a")
    assert field.capitals.isHidden()


def test_the_window_names_nobody(program: Program) -> None:
    said = " ".join(label.text() for label in asking(program).findChildren(QLabel))
    assert "mine.db" in said
    assert "Lillevik" not in said
    assert "Mona" not in said


def test_another_office_can_be_opened_from_there(
    program: Program, qtbot: QtBot, tmp_path: Path, office_file: Path
) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" + bytes(100))
    program.open(tmp_path / "photo.db")
    assert "is not a Mentorapp office" in asking(program).message_bar.text
    program.open(office_file)
    idle(qtbot, program)
    assert main_window(program).isVisible()
    assert program._office is not None
    assert program._office.path == office_file


def test_an_encrypted_office_is_opened_in_place_of_one_that_stays_until_then(
    start: Start, qtbot: QtBot, tmp_path: Path, office_file: Path
) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    first = main_window(program)
    program.open(made(tmp_path / "secret.db"))
    assert program.waiting is not None
    assert first.isVisible()
    asked = program.waiting.window
    assert isinstance(asked, UnlockWindow)
    line = asked.passphrase.line
    type_text(line, MONAS)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(qtbot, program)
    assert main_window(program) is not first
    assert program.waiting is None


def test_a_forgotten_passphrase_is_replaced_by_whoever_has_the_recovery_key(
    program: Program, qtbot: QtBot, office: Path
) -> None:
    dialog = forgotten(qtbot, program)
    type_text(dialog.recovery, " ".join(recovery_key.printed(FIRST.recovery)).lower())
    press(qtbot, program, dialog)
    assert dialog.account.currentText() == "Mona"
    for field in (dialog.passphrase, dialog.again):
        type_text(field.line, OLAS)
    press(qtbot, program, dialog)
    assert main_window(program).isVisible()
    main_window(program).close()
    unlocking.by_passphrase(office, OLAS).close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office, MONAS)


def test_what_is_wrong_with_the_key_or_the_new_passphrase_is_said_at_its_field(
    program: Program, qtbot: QtBot
) -> None:
    dialog = forgotten(qtbot, program)
    groups = list(recovery_key.printed(FIRST.recovery))
    dialog.recovery.setText(" ".join([groups[0], "XXXXX", *groups[2:]]))
    press(qtbot, program, dialog)
    assert "Group 2" in dialog._problems["recovery"].text()
    dialog.recovery.setText(" ".join(recovery_key.printed(bytes(20))))
    press(qtbot, program, dialog)
    assert "does not open" in dialog._problems["recovery"].text()
    dialog.recovery.setText(" ".join(groups))
    press(qtbot, program, dialog)
    type_text(dialog.passphrase.line, OLAS)
    press(qtbot, program, dialog)
    assert dialog._problems["again"].isVisible()
    for field in (dialog.passphrase, dialog.again):
        field.line.setText("kort")
    press(qtbot, program, dialog)
    assert dialog._problems["passphrase"].isVisible()
    dialog.start_afresh()
    dialog.close()


def forgotten(qtbot: QtBot, program: Program) -> ForgottenDialog:
    window = asking(program)
    qtbot.mouseClick(window.recovery_button, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(ForgottenDialog)
    return dialog


def press(qtbot: QtBot, program: Program, dialog: ForgottenDialog) -> None:
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    idle(qtbot, program)


def test_closing_the_window_lets_go_of_everything(
    program: Program, qtbot: QtBot, office: Path
) -> None:
    asking(program).close()
    assert not asking_is_open(program)


def asking_is_open(program: Program) -> bool:
    return program.window is not None and program.window.isVisible()
