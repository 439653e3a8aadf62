"""The tab "Backups" of Settings: what there is, and what can be done."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role, Who
from mentorapp.words import Words
from tests.ui.pairs_office import PairsOffice, english, pairs_office, settle, worker
from tests.ui.tabs import press
from ui.backups.drill_dialog import DrillDialog
from ui.backups.keeper import BackupKeeper
from ui.backups.tab import BackupsTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


@pytest.fixture
def keeper(worker: Worker, pairs_office: PairsOffice, english: Words) -> BackupKeeper:
    return BackupKeeper(worker, pairs_office.database, english, lambda: NOW, worker)


@pytest.fixture
def bar(qtbot: QtBot, english: Words) -> MessageBar:
    made = MessageBar(english)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tab(
    qtbot: QtBot,
    keeper: BackupKeeper,
    english: Words,
    bar: MessageBar,
    settle: Callable[[], None],
) -> BackupsTab:
    made = BackupsTab(keeper, english, bar)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    settle()
    return made


def cells(tab: BackupsTab) -> list[str]:
    model = tab.table.model
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_a_backup_is_made_and_listed(
    tab: BackupsTab, bar: MessageBar, settle: Callable[[], None]
) -> None:
    assert "never" in tab.status.text()
    assert not tab.drill_button.isEnabled()
    press(tab, "Back up now")
    settle()
    assert bar.text == "Backed up and checked."
    assert cells(tab) == ["beside the office"]
    assert "Newest backup: 27 Nov 2026" in tab.status.text()
    assert tab.now_button.isEnabled()


def test_a_second_place_gets_a_backup_at_once(
    tab: BackupsTab,
    bar: MessageBar,
    settle: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    monkeypatch.setattr(
        "ui.backups.tab.QFileDialog.getExistingDirectory", lambda *_args: str(stick)
    )
    assert not tab.none_button.isEnabled()
    press(tab, "Choose second place …")
    settle()
    assert bar.text == "Backed up and checked, in both places."
    assert str(stick) in tab.status.text()

    rmtree(stick)
    press(tab, "Back up now")
    settle()
    assert "not in the second place" in bar.text
    assert "Is a stick to be put in?" in tab.status.text()

    press(tab, "No second place")
    settle()
    assert bar.text == "There is no second place now."
    assert "none chosen" in tab.status.text()


def test_a_restore_is_tried_out_and_the_counts_are_shown(
    qtbot: QtBot, tab: BackupsTab, settle: Callable[[], None]
) -> None:
    press(tab, "Back up now")
    settle()
    press(tab, "Try out a restore")
    settle()
    (dialog,) = tab.window().findChildren(DrillDialog)
    assert "is the same as the office" in dialog.verdict.text()
    assert [[str(dialog.model.index(row, at).data()) for at in range(3)] for row in range(2)] == [
        ["People", "12", "12"],
        ["Mentors", "5", "5"],
    ]
    assert "Restore last tried: 27 Nov 2026" in tab.status.text()
    dialog.close()


def test_so_it_is_in_the_example_office(
    tab: BackupsTab, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.backups.keeper.backups.is_example", lambda _database: True)
    press(tab, "Back up now")
    settle()
    press(tab, "Try out a restore")
    settle()
    (dialog,) = tab.window().findChildren(DrillDialog)
    assert "Restore last tried: 27 Nov 2026" in tab.status.text()
    dialog.close()


def test_a_backup_is_restored_when_it_was_confirmed(
    tab: BackupsTab, keeper: BackupKeeper, bar: MessageBar, settle: Callable[[], None]
) -> None:
    wanted: list[Any] = []
    keeper.restore_wanted.connect(wanted.append)
    press(tab, "Back up now")
    settle()
    tab.table.table.setCurrentIndex(tab.table.model.index(0, 0))
    press(tab, "Restore …")
    assert "The office will be as it was on 27 Nov 2026" in bar.text
    assert wanted == []
    bar.button.click()
    assert [one.made for one in wanted] == [NOW]


def test_who_may_not_change_settings_restores_no_office_that_is_open(
    tab: BackupsTab,
    keeper: BackupKeeper,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    wanted: list[Any] = []
    keeper.restore_wanted.connect(wanted.append)
    press(tab, "Back up now")
    settle()
    pairs_office.database.who = Who("Ola", frozenset({Role.COORDINATOR}))
    tab.table.table.setCurrentIndex(tab.table.model.index(0, 0))
    press(tab, "Restore …")
    assert bar.text == "Only an administrator changes the settings of the office."
    assert wanted == []
