"""Backups are made beside the work, and nothing of it waits on the window's thread."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import CannotWriteFile, Refused
from mentorapp.operations import offices, restoring
from mentorapp.storage.backup_folder import backups_of
from mentorapp.words import Words
from tests.ui.pairs_office import PairsOffice, english, pairs_office, settle, worker
from ui.backups.keeper import BackupKeeper
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


class Clock:
    """Set forward by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(worker: Worker, pairs_office: PairsOffice, english: Words, clock: Clock) -> BackupKeeper:
    return BackupKeeper(worker, pairs_office.database, english, clock, worker)


def how_many(office: PairsOffice) -> int:
    return len(restoring.of_office(office.database.path))


def save(worker: Worker, keeper: BackupKeeper, settle: Callable[[], None], name: str) -> None:
    worker.write(keeper, lambda tx: offices.save(tx, replace(offices.read(tx), name=name)))
    settle()


def test_the_clock_has_a_changed_office_backed_up_every_half_hour(
    keeper: BackupKeeper,
    pairs_office: PairsOffice,
    worker: Worker,
    clock: Clock,
    settle: Callable[[], None],
) -> None:
    told: list[Any] = []
    keeper.status_changed.connect(told.append)
    keeper.look_at_clock()
    settle()
    assert told[-1].newest == NOW
    for minutes, many in ((10, 1), (31, 2), (62, 2)):
        clock.now = NOW + timedelta(minutes=minutes)
        if minutes < 62:
            save(worker, keeper, settle, f"Saved after {minutes} minutes")
        keeper.look_at_clock()
        settle()
        assert how_many(pairs_office) == many


def test_at_opening_a_new_office_is_left_alone_and_one_with_old_backups_gets_a_new_one(
    keeper: BackupKeeper, pairs_office: PairsOffice, clock: Clock, settle: Callable[[], None]
) -> None:
    keeper.begin()
    settle()
    assert how_many(pairs_office) == 0
    keeper.look_at_clock()
    settle()
    clock.now = NOW + timedelta(days=8)
    keeper.begin()
    settle()
    assert how_many(pairs_office) == 2


def test_at_the_end_only_a_window_in_which_something_was_saved_is_backed_up(
    keeper: BackupKeeper, pairs_office: PairsOffice, worker: Worker, settle: Callable[[], None]
) -> None:
    keeper.back_up_at_end()
    settle()
    assert how_many(pairs_office) == 0
    save(worker, keeper, settle, "Saved")
    keeper.back_up_at_end()
    settle()
    assert how_many(pairs_office) == 1


def test_what_changes_much_waits_for_a_backup(
    keeper: BackupKeeper, worker: Worker, pairs_office: PairsOffice
) -> None:
    worker.keep_first()
    worker.keep_first()
    assert how_many(pairs_office) == 1


def test_one_that_is_stopped_leaves_nothing_behind(
    qtbot: QtBot, keeper: BackupKeeper, pairs_office: PairsOffice, worker: Worker
) -> None:
    refused: list[Refused] = []
    keeper.back_up(keeper, lambda _made: None, refused.append)
    worker.stop_computing()
    qtbot.waitUntil(lambda: not worker.working)
    folder = backups_of(pairs_office.database.path)
    assert not folder.exists() or not list(folder.glob("*.part"))


def test_a_folder_in_which_nothing_can_be_written_is_told(
    keeper: BackupKeeper, pairs_office: PairsOffice, settle: Callable[[], None], tmp_path: Path
) -> None:
    backups_of(pairs_office.database.path).write_text("a file in the way")
    refused: list[Refused] = []
    keeper.refused.connect(refused.append)
    keeper.look_at_clock()
    settle()
    assert [type(one) for one in refused] == [CannotWriteFile]
