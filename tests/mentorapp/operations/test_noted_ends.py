"""The end of the log is held against what the backups know of it."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.audit_chain import Fault
from mentorapp.operations import (
    Database,
    audit,
    backups,
    noted_ends,
    offices,
    papers_out,
    restoring,
)
from mentorapp.operations.papers_out import Paper

NOW = datetime.now(UTC)


@pytest.fixture
def worked(office_file: Path) -> Path:
    """An office with a backup, worked in since."""
    with closing(offices.open_office(office_file, create=False)) as database:
        work(database)
        backups.make(database, NOW)
        work(database)
    return office_file


def work(database: Database) -> None:
    with database.write("Ola") as tx:
        for at in range(5):
            papers_out.printed(tx, Paper(f"paper {at}"))


def faults(office: Path) -> list[Fault]:
    with closing(offices.open_office(office, create=False)) as database:
        noted = noted_ends.of(database)
        assert noted
        with database.read() as tx:
            return [one.fault for one in audit.verify(tx, noted).breaks]


def test_a_log_that_goes_on_from_its_backups_is_whole(worked: Path) -> None:
    assert faults(worked) == []


def test_lines_cut_off_are_seen_by_the_backup_that_has_them(worked: Path) -> None:
    with closing(offices.open_office(worked, create=False)) as database, database.write("x") as tx:
        tx.connection.exec_driver_sql("DELETE FROM audit WHERE seq > 3")

    assert faults(worked) == [Fault.CUT]


def test_an_office_that_was_put_back_left_its_newer_backups_behind(worked: Path) -> None:
    (backup,) = restoring.of_office(worked)
    with closing(offices.open_office(worked, create=False)) as database:
        work(database)
        backups.make(database, NOW + timedelta(seconds=1))
        work(database)

    restoring.restore(backup.path, worked, None, "Ola", NOW + timedelta(minutes=1))

    assert faults(worked) == []
