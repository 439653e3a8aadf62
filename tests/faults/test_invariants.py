"""The rigs see what they look for: offices are harmed by hand, one thing at a time."""

from itertools import islice
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from faults.intentions import committed, furnished
from faults.invariants import trouble
from mentorapp.storage.database import open_database


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return furnished(tmp_path / "office.db", None)


@pytest.fixture
def said(office: Path) -> list[str]:
    database = open_database(office)
    try:
        return list(islice(committed(database, 1), 12))
    finally:
        database.close()


def harm(office: Path, sql: str) -> None:
    connection = dbapi2.connect(str(office), isolation_level=None)
    assert connection.execute(sql).rowcount > 0
    connection.close()


@pytest.fixture
def whole(office: Path, said: list[str]) -> None:
    assert trouble(office, None, said) == ""


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    ("sql", "seen"),
    [
        ("DELETE FROM audit WHERE record = 'meetings'", "half a transaction in meetings"),
        ("UPDATE people SET version = version + 1", "half a transaction in people"),
        (
            "DELETE FROM meetings WHERE id = (SELECT max(id) FROM meetings)",
            "half a transaction in meetings",
        ),
    ],
)
def test_half_a_transaction_is_seen(office: Path, said: list[str], sql: str, seen: str) -> None:
    harm(office, sql)
    assert trouble(office, None, said) == seen


@pytest.mark.usefixtures("whole")
def test_a_change_that_was_said_and_is_not_there_is_seen(office: Path, said: list[str]) -> None:
    later = f"people {said[0].split()[1]} 7"
    assert trouble(office, None, [*said, later]) == "a saved change of people is lost"


def test_a_file_that_does_not_open_is_seen(office: Path) -> None:
    office.write_bytes(b"x" * 5000)
    assert trouble(office, None, []) == "not opened: NotAnOffice"
