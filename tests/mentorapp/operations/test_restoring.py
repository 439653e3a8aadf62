"""Backups are found and restored without opening the office; what was erased stays so."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from uuid import uuid4

import pytest
from sqlalchemy import select

from mentorapp.domain.audit import Did
from mentorapp.domain.key_errors import NoSlotOpens, SlotsUnreadable
from mentorapp.domain.people import Person
from mentorapp.operations import Database, backups, deleted, offices, restoring
from mentorapp.storage import backups as copies
from mentorapp.storage import key_file, records
from mentorapp.storage.backup_folder import backups_of
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way
from mentorapp.storage.tables import audit_table
from mentorapp.words import Words
from mentorapp.words.backups import restored_lines
from tests import factories as make
from tests.encrypted_offices import made, mona, with_ola
from tests.mentorapp.storage.test_key_slots import QUICK

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
KEYS = OfficeKeys.new()
MARKER = "ZZHEMMELIG"
THEN, SINCE = "a passphrase of then", "a passphrase of now"
PAPER = bytes(range(20))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    yield database
    database.close()


def add_person(database: Database) -> Person:
    with database.write("Mona") as tx:
        return records.add(tx, make.a_person(given_name=MARKER))


def erase(database: Database, person: Person) -> None:
    with database.write("Mona") as tx:
        records.remove(tx, person)
    with database.write("Mona") as tx:
        deleted.purge_all(tx)


def test_who_was_removed_for_good_is_not_in_the_file_after_a_restore(office: Database) -> None:
    person = add_person(office)
    made = backups.make(office, NOW)
    assert MARKER.encode() in made.first.path.read_bytes()
    erase(office, person)
    office.close()

    done = restoring.restore(made.first.path, office.path, None, "Mona", NOW)

    assert done.gone_again == 1
    assert MARKER.encode() not in office.path.read_bytes()


def test_nor_on_another_pc_with_the_folder_of_backups_alone(
    office: Database, tmp_path: Path
) -> None:
    person = add_person(office)
    made = backups.make(office, NOW)
    erase(office, person)
    backups.make(office, NOW + timedelta(hours=1))
    elsewhere = tmp_path / "elsewhere"
    copytree(backups_of(office.path), elsewhere)

    restoring.restore(
        elsewhere / made.first.path.name, tmp_path / "new" / "office.db", None, "Mona", NOW
    )

    assert MARKER.encode() not in (tmp_path / "new" / "office.db").read_bytes()


def test_a_restore_stands_in_the_audit_of_what_came_back(office: Database) -> None:
    made = backups.make(office, NOW)
    with office.read() as tx:
        own = offices.read(tx)
    office.close()
    restoring.restore(made.first.path, office.path, None, "Mona", NOW)
    put_back = select(audit_table).where(audit_table.c.change == Did.PUT_BACK.value)
    with closing(offices.open_office(office.path)) as opened, opened.read() as tx:
        (row,) = tx.connection.execute(put_back).all()
    told = (row.actor, row.operation, row.record_id, row.at)
    assert told == ("Mona", "restoring.restore", own.id, NOW)


@pytest.fixture
def backup(tmp_path: Path) -> Iterator[Path]:
    """A backup of an encrypted office whose passphrase was changed since."""
    database = open_database(tmp_path / "office.db", keys=KEYS)
    slots = KeySlots(str(uuid4()), QUICK).with_secret(KEYS, Way.RECOVERY, PAPER)
    key_file.write(database.path, slots.with_passphrase(KEYS, "Mona", THEN), KEYS)
    yield copies.make(database, KEYS, backups_of(database.path), NOW).path
    database.close()
    key_file.write(database.path, slots.with_passphrase(KEYS, "Mona", SINCE), KEYS)


def test_the_passphrase_of_now_and_that_of_then_open_a_backup(backup: Path, tmp_path: Path) -> None:
    office = tmp_path / "office.db"
    slots = key_file.read(office).without(key_file.read(office).opened_by(THEN).slot)
    key_file.write(office, slots.with_passphrase(KEYS, "Mona", SINCE), KEYS)
    for opened in (
        restoring.by_passphrase(backup, office, SINCE),
        restoring.by_passphrase(backup, office, THEN),
        restoring.by_passphrase(backup, tmp_path / "broken and without keys.db", THEN),
        restoring.by_recovery_key(backup, office, PAPER),
    ):
        assert opened == KEYS
    with pytest.raises(NoSlotOpens):
        restoring.by_passphrase(backup, office, "neither of them")


def test_keys_of_another_office_do_not_open_a_backup(backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    others = OfficeKeys.new()
    slots = KeySlots(str(uuid4()), QUICK).with_passphrase(others, "Ola", SINCE)
    key_file.write(other, slots, others)
    with pytest.raises(NoSlotOpens):
        restoring.by_passphrase(backup, other, SINCE)


@pytest.fixture
def with_ola_since(tmp_path: Path) -> tuple[Path, OfficeKeys]:
    """A backup of Mona's office of before Ola was let in."""
    with closing(mona(made(tmp_path / "monas.db"))) as database:
        assert database.keys is not None
        backup = backups.make(database, NOW).first.path
        with_ola(database)
        return backup, database.keys


def test_who_was_let_in_since_the_backup_is_named(
    with_ola_since: tuple[Path, OfficeKeys], tmp_path: Path
) -> None:
    backup, keys = with_ola_since
    done = restoring.restore(backup, tmp_path / "monas.db", keys, "Mona", NOW)
    assert (done.shut_out, done.shut_out_unnamed) == (("Ola",), 0)
    assert any("Ola" in line for line in restored_lines(Words("en"), done))


def test_and_counted_where_the_office_is_broken(
    with_ola_since: tuple[Path, OfficeKeys], tmp_path: Path
) -> None:
    backup, keys = with_ola_since
    (tmp_path / "monas.db").write_bytes(b"spoilt by something" * 500)
    done = restoring.restore(backup, tmp_path / "monas.db", keys, "Mona", NOW)
    assert (done.shut_out, done.shut_out_unnamed) == ((), 1)
    assert any(line.startswith("1 account") for line in restored_lines(Words("en"), done))


def test_a_backup_without_its_keys_is_known_to_be_encrypted(backup: Path, tmp_path: Path) -> None:
    backup.with_name(f"{backup.name}.keys").unlink()
    (found,) = restoring.of_office(tmp_path / "office.db")
    assert found.encrypted
    with pytest.raises(SlotsUnreadable):
        restoring.by_passphrase(backup, tmp_path / "broken.db", THEN)
