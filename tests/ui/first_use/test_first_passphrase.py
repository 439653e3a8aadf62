"""The first window makes an encrypted office, once the recovery key is proven to be on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.domain.protection import Protection
from mentorapp.operations import accounts, offices, unlocking
from tests.encrypted_offices import MONAS, quickly
from tests.ui.program_window import Start, idle, main_window, preferences, start, type_text
from ui.first_use.window import FirstWindow
from ui.program import Program
from ui.widgets.recovery_dialog import RecoveryDialog

__all__ = ["preferences", "quickly", "start"]


@pytest.fixture
def office_path(fresh_home: Path) -> Path:
    path = offices.default_path()
    assert fresh_home in path.parents
    return path


@pytest.fixture
def program(quickly: None, office_path: Path, start: Start) -> Program:
    return start()


@pytest.fixture
def window(program: Program) -> FirstWindow:
    assert isinstance(program.window, FirstWindow)
    type_text(program.window.form.name, "Lillevik")
    type_text(program.window.form.coordinator, "Mona Dahl")
    return program.window


def type_passphrase(window: FirstWindow, passphrase: str, again: str = "") -> None:
    type_text(window.form.passphrase.line, passphrase)
    type_text(window.form.again.line, again or passphrase)


def press_make(qtbot: QtBot, window: FirstWindow) -> None:
    qtbot.mouseClick(window.register_button, Qt.MouseButton.LeftButton)


def recovery_dialog(qtbot: QtBot, program: Program, window: FirstWindow) -> RecoveryDialog:
    (dialog,) = window.findChildren(RecoveryDialog)
    qtbot.waitUntil(dialog.pdf.print_button.isEnabled)
    idle(qtbot, program)
    return dialog


def prove(qtbot: QtBot, dialog: RecoveryDialog) -> None:
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    for place, field in dialog.asked.items():
        type_text(field, dialog.groups[place - 1].lower())
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)


def test_the_office_is_made_when_two_groups_were_typed_from_the_paper(
    program: Program, window: FirstWindow, qtbot: QtBot, office_path: Path
) -> None:
    type_passphrase(window, MONAS)
    press_make(qtbot, window)
    dialog = recovery_dialog(qtbot, program, window)
    assert not office_path.exists()

    prove(qtbot, dialog)
    idle(qtbot, program)

    assert main_window(program).isVisible()
    assert office_path.read_bytes()[:15] != b"SQLite format 3"
    main_window(program).close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office_path, "not the one that was typed")
    database = unlocking.by_passphrase(office_path, MONAS)
    with database.read() as tx:
        (mona,) = accounts.all_accounts(tx)
    database.close()
    assert (mona.name, mona.protected) == ("Mona Dahl", Protection.STRICT)
    assert mona.roles == {Role.COORDINATOR, Role.ADMINISTRATOR}


def test_a_group_that_is_not_on_the_paper_makes_nothing(
    program: Program, window: FirstWindow, qtbot: QtBot, office_path: Path
) -> None:
    type_passphrase(window, MONAS)
    press_make(qtbot, window)
    dialog = recovery_dialog(qtbot, program, window)
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    first, second = dialog.asked
    type_text(dialog.asked[first], dialog.groups[first - 1])
    type_text(dialog.asked[second], dialog.groups[first - 1])
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert f"Group {second}" in dialog.message_bar.text
    assert dialog.asked[second].property("wrong")
    dialog.reject()
    idle(qtbot, program)
    assert not office_path.exists()
    assert window.isVisible()


def test_the_same_key_is_shown_again_to_whoever_went_back_and_printed_it_already(
    program: Program, window: FirstWindow, qtbot: QtBot
) -> None:
    type_passphrase(window, MONAS)
    press_make(qtbot, window)
    dialog = recovery_dialog(qtbot, program, window)
    groups = dialog.groups
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(RecoveryDialog))
    press_make(qtbot, window)
    again = recovery_dialog(qtbot, program, window)
    assert again.groups == groups
    again.reject()


@pytest.mark.parametrize(
    ("passphrase", "again", "field"),
    [
        ("too short", "", "passphrase"),
        ("Lillevik Mona Dahl", "", "passphrase"),
        (MONAS, f"{MONAS}!", "again"),
    ],
)
def test_a_passphrase_that_would_not_do_is_told_at_its_field(
    program: Program,
    window: FirstWindow,
    qtbot: QtBot,
    office_path: Path,
    passphrase: str,
    again: str,
    field: str,
) -> None:
    type_passphrase(window, passphrase, again)
    press_make(qtbot, window)
    assert window.form.problems[field].isVisible()
    assert window.findChildren(RecoveryDialog) == []
    assert not office_path.exists()


def test_a_file_that_is_there_is_told_before_anything_is_printed(
    program: Program, window: FirstWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "mine.db"
    there.write_bytes(b"something")
    window.form.path.set_value(str(there))
    type_passphrase(window, MONAS)
    press_make(qtbot, window)
    assert "there already" in window.form.problems["path"].text()
    assert window.findChildren(RecoveryDialog) == []


def test_what_is_typed_is_shown_in_both_fields_or_in_none(window: FirstWindow) -> None:
    fields = (window.form.passphrase, window.form.again)
    assert {one.line.echoMode().name for one in fields} == {"Password"}
    window.form.passphrase.eye.click()
    assert {one.line.echoMode().name for one in fields} == {"Normal"}
    assert window.form.again.eye.isHidden()
