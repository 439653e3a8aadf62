"""The office to play with: marked on every page, and gone when it is thrown away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Account, who
from mentorapp.operations import Database, backups, example_office, offices
from tests.sealed_office import JON, MONA, keys_of, make, opened, passphrase_of
from tests.ui.program_window import (
    Start,
    idle,
    main_window,
    preferences,
    start,
    type_text,
)
from ui.first_use.example_bar import ExampleBar
from ui.first_use.window import FirstWindow
from ui.program import Program
from ui.settings_store import Preferences
from ui.unlocking.window import UnlockWindow

__all__ = ["preferences", "start"]


@pytest.fixture
def example(office_file: Path) -> Path:
    """An office that says that it is an example."""
    database = offices.open_office(office_file)
    with database.write("Test") as tx:
        offices.save(tx, replace(offices.read(tx), name="Vik", is_example=True))
    database.close()
    return office_file


@pytest.fixture
def program(start: Start, qtbot: QtBot, example: Path) -> Iterator[Program]:
    program = start("--office", str(example))
    idle(qtbot, program)
    yield program
    if program.waiting is not None:
        program.waiting.window.close()


def bar_of(program: Program) -> ExampleBar:
    (bar,) = main_window(program).findChildren(ExampleBar)
    return bar


def test_the_example_is_marked_over_every_page_in_every_language(
    program: Program, qtbot: QtBot
) -> None:
    for key in program.page_keys:
        main_window(program).show_page(key)
        idle(qtbot, program)
        assert bar_of(program).isVisible()
    program.speak("nb")
    idle(qtbot, program)
    assert bar_of(program).label.text() == "Eksempelkontor: alle personer er oppdiktet."


def test_a_real_office_has_no_such_line(start: Start, qtbot: QtBot, office_file: Path) -> None:
    program = start("--office", str(office_file))
    idle(qtbot, program)
    assert main_window(program).findChildren(ExampleBar) == []


def test_it_is_kept_unless_throwing_away_is_confirmed(
    program: Program, qtbot: QtBot, example: Path
) -> None:
    bar = bar_of(program)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert "No undo" in bar.label.text()
    assert main_window(program).focusWidget() is bar.keep_button
    qtbot.keyClick(bar.keep_button, Qt.Key.Key_Return)
    assert bar.button.isVisible()
    assert example.exists()


def test_thrown_away_it_is_gone_with_all_beside_it_and_the_first_window_is_there(
    program: Program, qtbot: QtBot, example: Path, preferences: Preferences
) -> None:
    (example.parent / "letter.txt").write_text("mine")
    bar = bar_of(program)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.sure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.window, FirstWindow))

    assert program.window is not None
    assert program.window.isVisible()
    assert [one.name for one in example.parent.iterdir() if one.name.startswith("office")] == []
    assert (example.parent / "letter.txt").exists()
    assert preferences.office_file is None


def test_an_office_that_is_an_example_no_more_is_never_thrown_away(
    program: Program, qtbot: QtBot, example: Path
) -> None:
    bar = bar_of(program)
    worker = program._office.worker if program._office is not None else None
    assert worker is not None
    worker.write(program, lambda tx: offices.save(tx, replace(offices.read(tx), is_example=False)))
    idle(qtbot, program)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.sure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.window, FirstWindow))

    assert example.exists()
    assert isinstance(program.window, FirstWindow)
    assert "not the example" in program.window.message_bar.text


def test_who_only_reads_the_example_cannot_throw_it_away(
    start: Start, qtbot: QtBot, database: Database
) -> None:
    with database.write("Test") as tx:
        offices.save(tx, replace(offices.read(tx), is_example=True))
    program = start("--office", str(database.path))
    idle(qtbot, program)
    assert bar_of(program).isVisible()
    assert not bar_of(program).button.isVisible()


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """An example that was encrypted, with accounts."""
    path = tmp_path / "office.db"
    make(path)
    with opened(path, MONA) as database:
        with database.write("Mona") as tx:
            offices.save(tx, replace(offices.read(tx), is_example=True))
        backups.make(database, datetime.now(UTC))
    return path


def come_in(start: Start, qtbot: QtBot, path: Path, account: Account) -> Program:
    program = start("--office", str(path))
    assert isinstance(program.window, UnlockWindow)
    type_text(program.window.passphrase.line, passphrase_of(account))
    qtbot.keyClick(program.window.passphrase.line, Qt.Key.Key_Return)
    idle(qtbot, program)
    return program


def test_an_administrator_throws_an_encrypted_example_away_keys_and_backups_too(
    start: Start, qtbot: QtBot, sealed: Path
) -> None:
    program = come_in(start, qtbot, sealed, MONA)
    bar = bar_of(program)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.sure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.window, FirstWindow))
    assert isinstance(program.window, FirstWindow)
    assert program.window.message_bar.text == ""
    assert [one.name for one in sealed.parent.glob("office*")] == []


def test_nobody_else_does(start: Start, qtbot: QtBot, sealed: Path) -> None:
    program = come_in(start, qtbot, sealed, JON)
    assert not bar_of(program).button.isEnabled()
    assert "administrator" in bar_of(program).button.toolTip()
    with pytest.raises(NotAllowed):
        example_office.throw_away(sealed, keys_of(JON), who(JON))
    assert sealed.exists()
