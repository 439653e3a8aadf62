"""An encrypted office tells nothing to who lacks its keys, and everything to who has them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mentorapp.domain.errors import (
    NotAnOffice,
    OfficeDamaged,
)
from mentorapp.domain.key_errors import OfficeLocked, OfficeNotEncrypted, SlotsUnreadable
from mentorapp.domain.office import Office
from mentorapp.storage import records
from mentorapp.storage.backup_folder import backups_of
from mentorapp.storage.database import Database, open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import slots_path

KEYS = OfficeKeys.new()
MARKER = "ZZHEMMELIG på Storgata"


@pytest.fixture
def locked(file: Path) -> Iterator[Database]:
    file.unlink(missing_ok=True)
    database = open_database(file, keys=KEYS)
    with database.write("Mona") as tx:
        records.add(tx, Office(name=MARKER))
    yield database
    database.close()


def everything_beside(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.iterdir() if one.is_file())


def test_nothing_that_was_written_lies_in_plain_text_not_even_in_the_log(locked: Database) -> None:
    assert locked.path.with_name(f"{locked.path.name}-wal").stat().st_size > 0
    assert MARKER.encode() not in everything_beside(locked.path)
    locked.close()
    assert MARKER.encode() not in everything_beside(locked.path)
    assert not locked.path.read_bytes().startswith(b"SQLite format 3")


def test_who_has_the_keys_reads_it_again(locked: Database) -> None:
    locked.close()
    with closing(open_database(locked.path, keys=KEYS)) as again, again.read() as tx:
        assert records.find(tx, Office)[0].name == MARKER


def test_a_second_program_with_the_keys_looks_on(locked: Database) -> None:
    with closing(open_database(locked.path, keys=KEYS)) as second, second.read() as tx:
        assert second.read_only
        assert records.find(tx, Office)[0].name == MARKER


def test_without_keys_it_is_locked_and_told_apart_from_any_other_file(locked: Database) -> None:
    locked.close()
    with pytest.raises(NotAnOffice):
        open_database(locked.path)
    slots_path(locked.path).write_text("{}")
    with pytest.raises(OfficeLocked):
        open_database(locked.path)


def test_an_office_whose_keys_were_lost_says_where_they_lie_too(locked: Database) -> None:
    locked.close()
    backups = backups_of(locked.path)
    backups.mkdir()
    (backups / "office-20261127T143005Z.backup.keys").write_text("{}")
    with pytest.raises(SlotsUnreadable):
        open_database(locked.path)


def test_another_office_s_keys_open_nothing_and_change_nothing(locked: Database) -> None:
    locked.close()
    before = locked.path.read_bytes()
    with pytest.raises(OfficeDamaged):
        open_database(locked.path, keys=OfficeKeys.new())
    assert locked.path.read_bytes() == before


def test_an_office_in_plain_text_put_in_its_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    open_database(path).close()
    with pytest.raises(OfficeNotEncrypted):
        open_database(path, keys=KEYS)


def test_a_damaged_salt_does_not_lose_the_office(locked: Database) -> None:
    locked.close()
    whole = bytearray(locked.path.read_bytes())
    whole[3] ^= 64
    locked.path.write_bytes(whole)
    with closing(open_database(locked.path, keys=KEYS)) as again:
        again.check()


@pytest.mark.parametrize("at", [20, 5000, 20_000])
def test_a_flipped_bit_is_seen(locked: Database, at: int) -> None:
    locked.close()
    whole = bytearray(locked.path.read_bytes())
    whole[at] ^= 1
    locked.path.write_bytes(whole)
    with pytest.raises(OfficeDamaged), closing(open_database(locked.path, keys=KEYS)) as again:
        again.check()
