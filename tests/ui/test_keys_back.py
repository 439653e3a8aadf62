"""The window of an office that lost its file of keys: what to do comes first, and does it."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations import backups
from mentorapp.storage.recognition import slots_path
from tests.encrypted_offices import made, mona
from tests.ui.program_window import Start, preferences, start
from ui.opening import OpeningWindow
from ui.program import Program
from ui.unlocking.window import UnlockWindow

__all__ = ["preferences", "start"]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Of an office whose keys are gone."""
    office = made(tmp_path / "office.db")
    with closing(mona(office)) as database:
        backup = backups.make(database, datetime(2026, 11, 27, tzinfo=UTC)).first.path
    slots_path(office).unlink()
    return backup


def opening(program: Program) -> OpeningWindow:
    window = program.window
    assert isinstance(window, OpeningWindow)
    return window


def primary(window: OpeningWindow) -> list[str]:
    buttons = [one for one in window.findChildren(QPushButton) if not one.isHidden()]
    return [one.text() for one in buttons if one.property("primary")]


def test_the_keys_are_copied_back_at_a_press(
    start: Start, qtbot: QtBot, backup: Path, tmp_path: Path
) -> None:
    program = start("--office", str(tmp_path / "office.db"), "--language", "en")
    window = opening(program)
    assert primary(window) == ["Copy the keys back"]
    assert "Restore a backup …" in window.hint.text()
    window.keys_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))


def test_a_copy_that_is_damaged_too_is_refused(
    start: Start, qtbot: QtBot, backup: Path, tmp_path: Path
) -> None:
    slots_path(backup).write_text("{}")
    window = opening(start("--office", str(tmp_path / "office.db"), "--language", "en"))
    window.keys_button.click()
    qtbot.waitUntil(window.keys_button.isHidden)
    assert "missing or damaged" in window.reason.text()
    assert not slots_path(tmp_path / "office.db").exists()


def test_where_an_office_is_broken_a_backup_comes_first(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    office_file.write_bytes(office_file.read_bytes()[:100] + bytes(8000))
    window = opening(start("--office", str(office_file), "--language", "en"))
    assert primary(window) == ["Restore a backup …"]
    assert window.keys_button.isHidden()
