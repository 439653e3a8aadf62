"""Trying a restore shows whether the backup can be relied on, and leaves nothing behind."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.backup_errors import NoBackup
from mentorapp.domain.backups import Counted
from mentorapp.domain.errors import OfficeDamaged
from mentorapp.operations import Database, backups, offices
from mentorapp.operations.backup_drill import drill
from mentorapp.storage import records
from mentorapp.storage.backup_folder import read_state
from tests import factories as make

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    with database.write("Mona") as tx:
        records.add(tx, make.a_person())
    yield database
    database.close()


def test_what_comes_out_is_what_is_in_the_office(office: Database) -> None:
    backups.make(office, NOW)
    before = {one.name for one in office.path.parent.iterdir()}

    done = drill(office, NOW + timedelta(hours=1))

    assert done.passed
    assert not done.changed_since
    assert Counted("people", 1, 1) in done.counted
    assert {one.name for one in office.path.parent.iterdir()} == before
    assert read_state(office.path).drilled == NOW + timedelta(hours=1)


def test_what_was_written_since_is_told(office: Database) -> None:
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        records.add(tx, make.a_person())

    done = drill(office, NOW)

    assert done.passed
    assert done.changed_since
    assert Counted("people", 1, 2) in done.counted


def test_a_backup_that_has_rotted_does_not_count_as_tried(office: Database) -> None:
    made = backups.make(office, NOW)
    rotten = bytearray(made.first.path.read_bytes())
    rotten[len(rotten) // 2 : len(rotten) // 2 + 4096] = bytes(4096)
    made.first.path.write_bytes(rotten)
    with pytest.raises(OfficeDamaged):
        drill(office, NOW)
    assert read_state(office.path).drilled is None


def test_without_a_backup_there_is_nothing_to_try(office: Database) -> None:
    with pytest.raises(NoBackup):
        drill(office, NOW)
