"""Backups in the window: at its edge, in its menu, when something is wrong, and when it closes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

from pytestqt.qtbot import QtBot

from mentorapp.operations import backups, offices, restoring
from tests.ui.program_window import Start, User, idle, main_window, preferences, start
from ui.wiring_backups import BackingUp

__all__ = ["preferences", "start"]


def joined(user: User) -> BackingUp:
    found = user.window.findChild(BackingUp)
    assert found is not None
    return found


def test_a_new_office_says_that_there_is_no_backup_yet_and_one_is_made_from_the_menu(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    user = User(qtbot, start("--office", str(office_file)))
    backing_up = joined(user)
    user.until(backing_up.edge.isVisible)
    assert backing_up.edge.text() == "No backup yet"
    assert backing_up.bar.text == ""

    backing_up.entry.trigger()
    user.settle()

    assert user.window.message_bar.text == "Backed up and checked."
    assert backing_up.edge.text().endswith("one place only")
    user.click(backing_up.edge)
    assert user.window.stack.currentWidget() is user.window.page("settings")


def test_what_was_saved_is_backed_up_before_the_window_closes(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    user = User(qtbot, start("--office", str(office_file)))
    form = user.new_person()
    form.person.given_name.set_value("Ragnhild")
    form.person.family_name.set_value("Østby")
    user.save(form)
    window = user.window
    window.close()
    qtbot.waitUntil(lambda: user.program.window is None)
    assert len(restoring.of_office(office_file)) == 1


def test_an_old_backup_and_a_second_place_that_is_gone_are_told_over_every_page(
    start: Start, qtbot: QtBot, office_file: Path, tmp_path: Path
) -> None:
    database = offices.open_office(office_file)
    backups.set_second(database, tmp_path / "stick")
    backups.make(database, datetime.now(UTC) - timedelta(days=20))
    database.close()
    rmtree(tmp_path / "stick")

    program = start("--office", str(office_file))
    idle(qtbot, program)
    backing_up = joined(User(qtbot, program))

    qtbot.waitUntil(lambda: bool(backing_up.bar.text))
    assert "second place for backups is not there" in backing_up.bar.text
    # The old one is no news: a new one was made at once.
    assert "week" not in backing_up.bar.text
    assert "second place missing" in backing_up.edge.text()
    backing_up.bar.button.click()
    assert main_window(program).page("settings") is not None


def test_of_the_example_office_nothing_is_told(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    offices.open_office(tmp_path / "example.db", is_example=True).close()
    user = User(qtbot, start("--office", str(tmp_path / "example.db")))
    assert joined(user).edge.isHidden()
