"""A backup is restored from a window, also where the office does not open, in five clicks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mentorapp.operations import backups, offices, restoring
from mentorapp.storage import key_file
from mentorapp.storage.key_slots import KeySlots, OfficeKeys
from mentorapp.words import Words
from tests.mentorapp.storage.test_key_slots import QUICK
from tests.ui.program_window import Start, User, idle, main_window, preferences, start
from ui.backups.recovery import Recovery
from ui.backups.recovery_window import RecoveryWindow
from ui.opening import OpeningWindow
from ui.wiring_backups import BackingUp

__all__ = ["preferences", "start"]

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
KEYS = OfficeKeys.new()


def name(file: Path, text: str, keys: OfficeKeys | None = None) -> None:
    database = offices.open_office(file, keys=keys)
    with database.write("Mona") as tx:
        offices.save(tx, replace(offices.read(tx), name=text))
    backups.make_if_changed(database, NOW)
    database.close()


def name_of(file: Path, keys: OfficeKeys | None = None) -> str:
    database = offices.open_office(file, keys=keys)
    with database.read() as tx:
        found = offices.read(tx).name
    database.close()
    return found


def test_a_broken_office_works_again_after_three_clicks(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    name(office_file, "Lillevik")
    office_file.write_bytes(b"spoilt by something" * 500)
    program = start("--office", str(office_file))
    opening: Any = program.window
    assert isinstance(opening, OpeningWindow)

    opening.backups_button.click()
    idle(qtbot, program)
    recovery: Any = program.window
    assert isinstance(recovery, RecoveryWindow)
    assert recovery.key.isHidden()
    recovery.restore_button.click()
    idle(qtbot, program)
    assert "The backup is in its place" in recovery.done.text()
    recovery.open_button.click()
    idle(qtbot, program)

    assert main_window(program).windowTitle() == "Mentorapp – Lillevik"


def test_an_older_backup_is_restored_from_settings_and_what_was_saved_is_backed_up_first(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    name(office_file, "Before")
    user = User(qtbot, start("--office", str(office_file)))
    form = user.new_person()
    form.person.given_name.set_value("Ragnhild")
    form.person.family_name.set_value("Østby")
    user.save(form)
    joined = user.window.findChild(BackingUp)
    assert joined is not None
    (old,) = restoring.of_office(office_file)

    joined.restore_wanted.emit(old)
    user.until(lambda: isinstance(user.program.window, RecoveryWindow))
    user.settle()
    recovery: Any = user.program.window
    assert len(restoring.of_office(office_file)) == 2
    assert recovery.table.table.current_row() == old
    recovery.restore_button.click()
    user.settle()
    recovery.open_button.click()
    user.settle()

    assert user.window.windowTitle() == "Mentorapp – Before"


@pytest.fixture
def recovery(qtbot: QtBot, tmp_path: Path, words: Words) -> Iterator[Recovery]:
    """Of an encrypted office that is gone; the backup was made two days ago."""
    file = tmp_path / "office.db"
    slots = KeySlots("0" * 8 + "-0000-4000-8000-" + "0" * 12, QUICK)
    key_file.write(file, slots.with_passphrase(KEYS, "Mona", "a passphrase of then"), KEYS)
    name(file, "Lillevik", KEYS)
    file.unlink()
    key_file.remove(file)
    home = QObject()
    made = Recovery(words, file, "Mona", home, now=lambda: NOW + timedelta(days=2))
    made.window.show()
    qtbot.waitUntil(lambda: not made.worker.working)
    yield made
    made.close()


def test_an_encrypted_backup_asks_for_its_passphrase(qtbot: QtBot, recovery: Recovery) -> None:
    window = recovery.window
    assert window.key.isVisible()
    window.restore_button.click()
    assert window.message_bar.text.startswith("Type the passphrase or the recovery key")
    assert not recovery.worker.working
    qtbot.keyClicks(window.key, "a passphrase of now")
    window.restore_button.click()
    qtbot.waitUntil(lambda: not recovery.worker.working)
    assert "does not open the office" in window.message_bar.text
    assert not recovery.office.exists()

    window.key.clear()
    qtbot.keyClicks(window.key, "a passphrase of then")
    window.restore_button.click()
    qtbot.waitUntil(lambda: not recovery.worker.working)
    assert window.message_bar.text == ""
    assert window.key.text() == ""
    assert name_of(recovery.office, KEYS) == "Lillevik"


def test_backups_are_looked_for_in_another_folder(
    qtbot: QtBot, recovery: Recovery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(
        "ui.backups.recovery_window.QFileDialog.getExistingDirectory",
        lambda *_args: str(tmp_path / "empty"),
    )
    recovery.window.look_button.click()
    qtbot.waitUntil(lambda: not recovery.worker.working)
    assert recovery.window.table.model.rowCount() == 0
    assert not recovery.window.restore_button.isEnabled()
