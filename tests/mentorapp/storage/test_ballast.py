"""Some room is kept for the day the disk is full, and given up when it is."""

from pathlib import Path

import pytest

from mentorapp.domain.errors import DiskFull
from mentorapp.storage import ballast
from mentorapp.storage.database import Database, leave_nothing


@pytest.fixture
def kept(database: Database, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(ballast, "SIZE", 65_536 * 2)
    ballast.keep(database.path)
    return database.path.with_name(f"{database.path.name}.room")


def fill_the_disk(database: Database) -> None:
    """As it looks to the program: no page more finds room in the file."""
    with database.write("Mona") as tx:
        tx.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        tx.connection.exec_driver_sql("CREATE TABLE more AS SELECT zeroblob(1000000) AS x")


def test_room_is_kept_once_and_taken_from_the_disk(kept: Path, database: Database) -> None:
    before = kept.stat()
    assert before.st_size == ballast.SIZE
    assert before.st_blocks * 512 >= ballast.SIZE
    ballast.keep(database.path)
    assert kept.stat().st_mtime_ns == before.st_mtime_ns


def test_on_a_full_disk_it_is_given_up_and_that_is_said_once(
    kept: Path, database: Database
) -> None:
    for freed in (True, False):
        with pytest.raises(DiskFull) as refused:
            fill_the_disk(database)
        assert refused.value.freed is freed
        assert not kept.exists()


def test_a_disk_that_is_nearly_full_is_not_made_fuller(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "_PLENTY", 10**15)
    ballast.keep(database.path)
    assert not ballast.give_up(database.path)


def test_it_goes_with_its_office(kept: Path, database: Database) -> None:
    database.close()
    leave_nothing(database.path)
    assert not kept.exists()
