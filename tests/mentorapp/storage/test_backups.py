"""A backup is a whole office that was opened and checked, or it is not there."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from mentorapp.domain.errors import Cancelled, CannotWriteFile, OfficeBusy, OfficeDamaged
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.domain.office import Office
from mentorapp.domain.protection import Protection, Shield
from mentorapp.operations import unlocking, ways_in
from mentorapp.storage import backups, erasure_file, key_file, protection_file, records
from mentorapp.storage.database import Database, open_database
from mentorapp.storage.key_slots import OfficeKeys
from tests import factories as make
from tests.encrypted_offices import MONAS, made, mona
from tests.mentorapp.storage.test_key_file import slots

KEYS = OfficeKeys.new()
NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
MARKER = "ZZHEMMELIG"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "office.db", keys=KEYS)
    key_file.write(database.path, slots(), KEYS)
    with database.write("Mona") as tx:
        records.add(tx, Office(name=MARKER))
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def name_in(path: Path) -> str:
    with closing(open_database(path, keys=KEYS)) as opened, opened.read() as tx:
        return records.find(tx, Office)[0].name


def test_a_backup_is_an_office_by_itself_with_its_keys_beside_it(
    office: Database, folder: Path
) -> None:
    made = backups.make(office, KEYS, folder, NOW)
    assert made.made == NOW
    assert sorted(one.name for one in folder.iterdir()) == [
        "office-20261127T143005Z.backup",
        "office-20261127T143005Z.backup.keys",
    ]
    assert MARKER.encode() not in made.path.read_bytes()
    assert key_file.read(made.path) == key_file.read(office.path)
    assert name_in(made.path) == MARKER


def test_two_of_one_second_do_not_overwrite_each_other(office: Database, folder: Path) -> None:
    first, second = (backups.make(office, KEYS, folder, NOW) for _ in range(2))
    assert [one.path for one in backups.in_folder(folder)] == [second.path, first.path]
    assert second.made == NOW + timedelta(seconds=1)


def test_what_was_saved_last_and_lies_in_the_log_is_in_it(office: Database, folder: Path) -> None:
    with office.write("Mona") as tx:
        (there,) = records.find(tx, Office)
        records.amend(tx, Office(id=there.id, version=there.version, name="Saved a moment ago"))
    assert name_in(backups.make(office, KEYS, folder, NOW).path) == "Saved a moment ago"


def test_others_write_meanwhile_and_the_copy_is_one_moment(office: Database, folder: Path) -> None:
    def write(_left: int, _pages: int) -> None:
        with office.write("Ola") as tx:
            (there,) = records.find(tx, Office)
            records.amend(tx, Office(id=there.id, version=there.version, name="Meanwhile"))

    made = backups.make(office, KEYS, folder, NOW, write)
    assert name_in(made.path) in {MARKER, "Meanwhile"}
    with office.read() as tx:
        assert records.find(tx, Office)[0].name == "Meanwhile"


def test_a_copy_of_many_pages_ends_however_often_others_save(
    office: Database, folder: Path
) -> None:
    with office.write("Mona") as tx:
        records.add_all(tx, [make.a_person() for _ in range(2_000)])
    steps: list[int] = []

    def write(left: int, _pages: int) -> None:
        steps.append(left)
        assert len(steps) < 50
        with office.write("Ola") as tx:
            records.add(tx, make.a_person())

    backups.make(office, KEYS, folder, NOW, write)
    assert len(steps) > 1
    assert steps == sorted(steps, reverse=True)


def test_one_that_is_stopped_leaves_nothing(office: Database, folder: Path) -> None:
    def stop(_left: int, _pages: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(office, KEYS, folder, NOW, stop)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(office: Database, folder: Path) -> None:
    folder.write_text("a file in the way")
    with pytest.raises(CannotWriteFile):
        backups.make(office, KEYS, folder, NOW)


def test_a_copy_in_a_second_place_is_the_same(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    made = backups.make(office, KEYS, folder, NOW)
    second = backups.copied(made, tmp_path / "share")
    assert second.path.read_bytes() == made.path.read_bytes()
    assert [one.path for one in backups.in_folder(tmp_path / "share")] == [second.path]


def test_what_the_second_place_alone_knows_is_not_lost(
    office: Database, folder: Path, tmp_path: Path
) -> None:
    gone, gone_since, hidden, lowered = (uuid4() for _ in range(4))
    second, strict = backups.office_in(tmp_path / "share"), Shield(Protection.STRICT)
    second.parent.mkdir()
    erasure_file.write(second, {"people": {gone}})
    protection_file.write(second, {hidden: strict, lowered: strict})
    erasure_file.append(office.path, [("people", gone_since)])
    protection_file.append(office.path, {lowered: Shield()})
    backups.copied(backups.make(office, KEYS, folder, NOW), second.parent)
    assert erasure_file.read(second) == {"people": {gone, gone_since}}
    assert protection_file.read(second) == {hidden: strict, lowered: Shield()}


@pytest.mark.parametrize("part", [0.001, 0.3, 0.99])
def test_a_backup_that_has_rotted_is_found_out(office: Database, folder: Path, part: float) -> None:
    made = backups.make(office, KEYS, folder, NOW)
    backups.check(made.path, KEYS)
    rotten = bytearray(made.path.read_bytes())
    rotten[int(len(rotten) * part)] ^= 4
    made.path.write_bytes(rotten)
    with pytest.raises(OfficeDamaged):
        backups.check(made.path, KEYS)


def test_old_ones_go_with_their_keys_and_other_files_stay(office: Database, folder: Path) -> None:
    old = backups.make(office, KEYS, folder, NOW - timedelta(days=5, hours=1))
    new = backups.make(office, KEYS, folder, NOW - timedelta(days=5))
    (folder / "office-2026.backup").write_text("somebody's own")
    assert [one.path for one in backups.thin(folder, NOW)] == [old.path]
    assert [one.path for one in backups.in_folder(folder)] == [new.path]
    assert not key_file.is_encrypted(old.path)
    assert (folder / "office-2026.backup").exists()


def test_a_copy_is_no_backup_with_slots_of_other_keys(office: Database, folder: Path) -> None:
    others = OfficeKeys.new()
    key_file.write(office.path, slots(), others)
    with pytest.raises(SlotsUnreadable):
        backups.make(office, KEYS, folder, NOW)
    assert list(folder.iterdir()) == []
    key_file.write(office.path, slots(), KEYS)
    backups.make(office, KEYS, folder, NOW)


def test_an_office_that_gets_other_keys_meanwhile_is_to_be_backed_up_anew(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "office.db")
    check = backups.check

    def and_remove(aside: Path, keys: OfficeKeys | None) -> None:
        check(aside, keys)
        monkeypatch.undo()
        ways_in.renew_recovery_key(database, bytes(range(16)))

    with closing(mona(path)) as database:
        monkeypatch.setattr(backups, "check", and_remove)
        with pytest.raises(OfficeBusy):
            backups.make(database, database.keys, folder, NOW)
        assert list(folder.iterdir()) == []
        backup = backups.make(database, database.keys, folder, NOW)
        assert unlocking.keys_by_passphrase(backup.path, MONAS) == database.keys


def test_an_office_in_plain_text_has_plain_backups(tmp_path: Path, folder: Path) -> None:
    with closing(open_database(tmp_path / "plain.db")) as plain:
        made = backups.make(plain, None, folder, NOW)
    backups.check(made.path, None)
    assert [one.name for one in folder.iterdir()] == [made.path.name]
