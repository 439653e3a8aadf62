"""An office in a folder kept in step is read there, and worked in once it is copied."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations import offices
from mentorapp.storage import schema
from tests.ui.program_window import Start, idle, main_window, preferences, start
from ui.main_window import MainWindow
from ui.opening import OpeningWindow

__all__ = ["preferences", "start"]


@pytest.fixture
def far(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    offices.open_office(path).close()
    (tmp_path / "OneDrive").mkdir()
    return path.rename(tmp_path / "OneDrive" / "office.db")


def test_it_is_copied_and_the_copy_is_open(
    start: Start, qtbot: QtBot, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = far.parent.parent / "here" / "office.db"
    names = iter(["", str(far.with_name("again.db")), str(target)])
    monkeypatch.setattr(
        "ui.choosing_files.QFileDialog.getSaveFileName", lambda *_args, **_more: (next(names), "")
    )
    program = start("--office", str(far), "--language", "en")
    idle(qtbot, program)
    window = main_window(program)

    def press() -> None:
        (button,) = (
            one
            for one in window.findChildren(QPushButton)
            if one.text() == "Copy to this PC …" and one.isVisible()
        )
        button.click()
        idle(qtbot, program)

    press()  # and chosen nothing
    press()  # and chosen a place of the same kind
    assert "folder on this PC" in window.message_bar.text
    press()
    qtbot.waitUntil(lambda: main_window(program) is not window, timeout=10_000)
    idle(qtbot, program)
    assert target.is_file()
    assert far.is_file()
    assert "Read only" not in main_window(program).status.text()


def test_an_older_office_is_copied_before_it_is_brought_up_to_date(
    start: Start, qtbot: QtBot, far: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = far.parent.parent / "here" / "office.db"
    names = iter(["", str(far), str(target)])
    monkeypatch.setattr(
        "ui.choosing_files.QFileDialog.getSaveFileName", lambda *_args, **_more: (next(names), "")
    )
    with monkeypatch.context() as newer:
        newer.setattr(schema, "HEAD", "9999")
        program = start("--office", str(far), "--language", "en")
    opening = program.window
    assert isinstance(opening, OpeningWindow)
    opening.copy_button.click()  # and chosen nothing
    opening.copy_button.click()  # and chosen the same place
    qtbot.waitUntil(opening.copy_button.isEnabled, timeout=10_000)
    assert "folder" in opening.reason.text()
    opening.copy_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    idle(qtbot, program)
    assert target.is_file()


def test_nothing_is_offered_for_an_office_that_can_be_written(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    program = start("--office", str(office_file), "--language", "en")
    idle(qtbot, program)
    texts = [one.text() for one in main_window(program).findChildren(QPushButton)]
    assert "Copy to this PC …" not in texts
