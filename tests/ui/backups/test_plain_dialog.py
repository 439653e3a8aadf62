"""Copies of before the office was encrypted are offered to be removed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.operations import Database, backups, keys, offices, plain_copies
from mentorapp.words import Words
from tests.encrypted_offices import FIRST, QUICK
from tests.ui.tabs import press
from ui.backups.keeper import BackupKeeper
from ui.backups.plain_dialog import PlainCopiesDialog
from ui.backups.tab import BackupsTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    backups.make(database, NOW)
    keys.encrypt(database, FIRST, NOW, QUICK)
    yield database
    database.close()


def test_they_are_told_shown_and_removed(qtbot: QtBot, office: Database) -> None:
    english = Words("en")
    worker = Worker(office, "Mona")
    keeper = BackupKeeper(worker, office, english, lambda: datetime.now(UTC), worker)
    bar = MessageBar(english)
    tab = BackupsTab(keeper, english, bar)
    for one in (bar, tab):
        qtbot.addWidget(one)
    tab.show()

    def settle() -> None:
        qtbot.waitUntil(lambda: not worker.working, timeout=10_000)

    settle()
    assert "1 copy of before is not encrypted" in tab.status.text()
    press(tab, "Copies that are not encrypted …")
    settle()
    (dialog,) = tab.window().findChildren(PlainCopiesDialog)
    assert dialog.model.index(0, 2).data().endswith(".backup")
    dialog.remove_button.click()
    settle()
    assert "1 copy is removed" in dialog.message_bar.text
    assert not dialog.remove_button.isEnabled()
    dialog.close()
    settle()
    assert plain_copies.left(office) == []
    assert "not encrypted" not in tab.status.text()
    assert not tab.plain_button.isVisible()
    worker.close()
