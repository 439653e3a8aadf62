"""A backup takes the place of an office, whatever became of it; nothing is written over."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.backups import Restored
from mentorapp.domain.errors import (
    Cancelled,
    NotAnOffice,
    OfficeDamaged,
    OfficeTooNew,
    ReadOnlyOffice,
)
from mentorapp.domain.key_errors import OfficeLocked
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.storage import (
    backups,
    erasure_file,
    erasures,
    key_file,
    key_slots,
    purging,
    records,
    restoring,
    schema,
)
from mentorapp.storage.backup_folder import backups_of, replaced_of
from mentorapp.storage.backups import Backup
from mentorapp.storage.database import Database, Transaction, open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import next_path, slots_path
from mentorapp.storage.restoring import Since
from tests import factories as make
from tests.mentorapp.storage.test_key_file import slots

KEYS = OfficeKeys.new()
NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "office.db", keys=KEYS)
    key_file.write(database.path, slots(), KEYS)
    name(database, "At half past two")
    yield database
    database.close()


def name(database: Database, text: str) -> None:
    with database.write("Mona") as tx:
        for one in records.find(tx, Office):
            records.amend(tx, Office(id=one.id, version=one.version, name=text))
            return
        records.add(tx, Office(name=text))


def name_in(path: Path, keys: OfficeKeys = KEYS) -> str:
    with closing(open_database(path, create=False, keys=keys)) as opened, opened.read() as tx:
        return records.find(tx, Office)[0].name


def backed_up(office: Database) -> Backup:
    return backups.make(office, KEYS, backups_of(office.path), NOW)


def take_out(tx: Transaction, since: Since) -> tuple[int, int]:
    return sum(map(len, erasures.take_out(tx, since.erased).values())), 0


def restored(backup: Backup, office: Path, keys: OfficeKeys | None = KEYS) -> Restored:
    return restoring.restore(backup.path, office, keys, "Mona", LATER, take_out)


def test_the_office_is_as_it_was_and_what_was_there_is_kept(office: Database) -> None:
    backup = backed_up(office)
    name(office, "Afterwards")
    office.close()
    done = restored(backup, office.path)
    assert name_in(office.path) == "At half past two"
    assert done.replaced is not None
    assert name_in(done.replaced) == "Afterwards"
    assert key_file.read(done.replaced) == key_file.read(office.path)
    assert sorted(one.name for one in office.path.parent.iterdir()) == [
        "office.db",
        "office.db.backups",
        "office.db.keys",
        "office.db.lock",
        "office.db.replaced",
    ]


@pytest.mark.parametrize("state", ["garbage", "empty", "gone", "without keys"])
def test_an_office_that_cannot_be_opened_is_replaced(office: Database, state: str) -> None:
    backup = backed_up(office)
    office.close()
    match state:
        case "garbage":
            office.path.write_bytes(b"\x07" * 50_000)
        case "empty":
            office.path.write_bytes(b"")
        case "gone":
            office.path.unlink()
        case _:
            slots_path(office.path).unlink()
    there = office.path.read_bytes() if office.path.exists() else None
    done = restored(backup, office.path)
    assert name_in(office.path) == "At half past two"
    assert key_file.is_encrypted(office.path)
    assert (done.replaced.read_bytes() if done.replaced else None) == there


def test_the_log_of_the_old_office_is_never_played_into_the_new_one(office: Database) -> None:
    backup = backed_up(office)
    office.close()
    for ending in ("-wal", "-shm"):
        office.path.with_name(f"office.db{ending}").write_bytes(b"left by a crash")
    done = restored(backup, office.path)
    assert not office.path.with_name("office.db-wal").exists()
    assert done.replaced is not None
    assert done.replaced.with_name("office.db-wal").read_bytes() == b"left by a crash"


@pytest.mark.skipif(os.name == "nt", reason="Windows: the rights of the folder hold")
def test_nobody_else_on_the_computer_reads_what_was_restored(office: Database) -> None:
    backup = backed_up(office)
    office.close()
    backup.path.chmod(0o644)
    restored(backup, office.path)
    of_office = [office.path, slots_path(office.path)]
    assert [path.stat().st_mode & 0o077 for path in of_office] == [0, 0]


def test_slots_of_now_stay_where_they_fit_and_come_from_the_backup_where_not(
    office: Database,
) -> None:
    backup = backed_up(office)
    newer = key_file.read(office.path).with_passphrase(KEYS, "Ola", "another passphrase of now")
    key_file.write(office.path, newer, KEYS)
    office.close()
    assert not restored(backup, office.path).keys_of_then
    assert key_file.read(office.path) == newer
    key_file.write(office.path, newer, OfficeKeys.new())
    assert restored(backup, office.path).keys_of_then
    assert key_file.read(office.path) == key_file.read(backup.path)


def test_slots_that_wait_go_aside_with_the_office_they_are_of(office: Database) -> None:
    backup = backed_up(office)
    office.close()
    others = OfficeKeys.new()
    key_file.write_next(office.path, slots(), others)
    done = restored(backup, office.path)
    assert not next_path(office.path).exists()
    assert done.replaced is not None
    assert key_slots.is_whole(next_path(done.replaced).read_text(), others)


def test_slots_that_wait_and_fit_are_those_of_now(office: Database) -> None:
    backup = backed_up(office)
    newer = key_file.read(office.path).with_passphrase(KEYS, "Ola", "another passphrase of now")
    office.close()
    key_file.write(office.path, newer, OfficeKeys.new())
    key_file.write_next(office.path, newer, KEYS)
    assert not restored(backup, office.path).keys_of_then
    assert key_file.read(office.path) == newer


@pytest.mark.parametrize("where", ["beside the office", "in the audit alone", "in the folder"])
def test_who_was_erased_since_is_erased_once_more(office: Database, where: str) -> None:
    person = make.a_person(given_name="ZZHEMMELIG")
    with office.write("Mona") as tx:
        records.add(tx, person)
    backup = backed_up(office)
    with office.write("Mona") as tx:
        records.remove(tx, person)
    with office.write("Mona") as tx:
        purging.purge(tx, {"people": {person.id}})
    listed = erasure_file.erasures_path(office.path)
    if where == "in the folder":
        backups.make(office, KEYS, backups_of(office.path), LATER)
    office.close()
    if where != "beside the office":
        listed.unlink()
    if where == "in the folder":
        office.path.unlink()
    assert restored(backup, office.path).gone_again == 1
    with closing(open_database(office.path, keys=KEYS)) as opened, opened.read() as tx:
        assert records.find(tx, Person) == []
    assert person.id in erasure_file.read(office.path)["people"]


def test_a_backup_that_has_rotted_changes_nothing(office: Database) -> None:
    backup = backed_up(office)
    name(office, "Afterwards")
    office.close()
    rotten = bytearray(backup.path.read_bytes())
    rotten[len(rotten) // 2] ^= 1
    backup.path.write_bytes(rotten)
    before = office.path.read_bytes()
    with pytest.raises(OfficeDamaged) as refused:
        restored(backup, office.path)
    assert refused.value.path == backup.path
    assert office.path.read_bytes() == before
    assert not replaced_of(office.path).exists()


def test_a_backup_of_a_newer_program_changes_nothing(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(office)
    office.close()
    monkeypatch.setattr(schema, "HEAD", "0001")
    with pytest.raises(OfficeTooNew) as refused:
        restored(backup, office.path)
    assert refused.value.path == backup.path
    assert not replaced_of(office.path).exists()


def test_an_office_that_is_open_elsewhere_is_left_alone(office: Database) -> None:
    backup = backed_up(office)
    with pytest.raises(ReadOnlyOffice):
        restored(backup, office.path)
    name(office, "Still saved")


def test_one_that_is_stopped_changes_nothing(office: Database) -> None:
    backup = backed_up(office)
    office.close()
    before = office.path.read_bytes()

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        restoring.restore(backup.path, office.path, KEYS, "Mona", LATER, take_out, stop)
    assert office.path.read_bytes() == before
    assert not office.path.with_name("office.db.restoring").exists()


def test_neither_a_link_nor_another_file_is_a_backup(office: Database, tmp_path: Path) -> None:
    backup = backed_up(office)
    office.close()
    link = tmp_path / "link.backup"
    link.symlink_to(backup.path)
    with pytest.raises(NotAnOffice):
        restored(Backup(link, NOW, 1), office.path)
    with pytest.raises(NotAnOffice):
        restored(Backup(tmp_path / "nothing.backup", NOW, 1), office.path)
    with pytest.raises(OfficeLocked):
        restored(backup, office.path, None)


def test_what_was_replaced_stays_when_the_clock_is_a_year_ahead_and_goes_after_a_year(
    tmp_path: Path,
) -> None:
    office = tmp_path / "office.db"
    folder = replaced_of(office) / "20251101T000000Z"
    folder.mkdir(parents=True)
    backups_of(office).mkdir()
    restoring.thin_replaced(office, datetime(2027, 3, 1, tzinfo=UTC))
    assert folder.exists()
    for month in range(1, 13):
        (backups_of(office) / f"office-2026{month:02}01T000000Z.backup").touch()
    restoring.thin_replaced(office, datetime(2026, 12, 31, tzinfo=UTC))
    assert not folder.exists()
