"""The log of an encrypted office tells who came in, and when somebody was not let in."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.operations import Database, offices, unlocking
from mentorapp.storage import attempts_file
from mentorapp.storage.tables import audit_table
from tests.encrypted_offices import made, mona


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "office.db")


def coming_in(database: Database) -> list[tuple[str, str, tuple[str, ...]]]:
    a = audit_table.c
    with database.read() as tx:
        asked = select(a.actor, a.change, a.fields).where(a.change.in_(["came_in", "turned_away"]))
        return [(who, did, how) for who, did, how in tx.connection.execute(asked.order_by(a.seq))]


def test_whoever_comes_in_stands_in_the_log(office: Path) -> None:
    mona(office).close()
    with closing(mona(office)) as database:
        assert coming_in(database) == [("Mona", "came_in", ("by_passphrase",))] * 2


def test_a_wrong_passphrase_stands_in_the_log_once_somebody_comes_in(office: Path) -> None:
    for _ in range(2):
        with pytest.raises(NoSlotOpens):
            unlocking.by_passphrase(office, "five other words than hers")

    with closing(mona(office)) as database:
        assert coming_in(database) == [
            ("", "turned_away", ()),
            ("", "turned_away", ()),
            ("Mona", "came_in", ("by_passphrase",)),
        ]
    with closing(mona(office)) as database:
        assert [did for _, did, _ in coming_in(database)].count("turned_away") == 2
    assert not attempts_file.attempts_path(office).exists()


def test_the_list_of_tries_stays_small_and_bears_nonsense(office: Path) -> None:
    path = attempts_file.attempts_path(office)
    path.write_bytes(b"\xff nonsense\n2026-11-23T09:00:00+00:00\n" * 900)
    size = path.stat().st_size

    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office, "five other words than hers")

    assert path.stat().st_size == size
    assert 0 < len(attempts_file.read(office)) <= 1_000


def test_an_office_without_accounts_notes_nobody(office_file: Path) -> None:
    with closing(offices.open_office(office_file, create=False)) as database:
        assert coming_in(database) == []
