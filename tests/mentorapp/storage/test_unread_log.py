"""What the log of a program that was killed does not give back is told at the next opening."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from mentorapp.domain.backup_errors import SavesLost
from mentorapp.domain.errors import Refused
from mentorapp.storage import records, unread_log
from mentorapp.storage.database import Database, open_database
from mentorapp.storage.key_slots import OfficeKeys
from tests import factories as make

KEYS = OfficeKeys.new()
_HEADER, _FRAME = 32, 24 + 4096


@pytest.fixture(params=[KEYS, None], ids=["encrypted", "plain"])
def keys(request: pytest.FixtureRequest) -> OfficeKeys | None:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def left(tmp_path: Path, keys: OfficeKeys | None) -> Iterator[Path]:
    """An office as a program leaves it that is killed after three saves."""
    alive = tmp_path / "alive.db"
    open_database(alive, keys=keys).close()
    database = open_database(alive, keys=keys)
    for number in (1, 2, 3):
        save(database, number)
    office = tmp_path / "office.db"
    for ending in ("", "-wal"):
        copyfile(f"{alive}{ending}", f"{office}{ending}")
    yield office
    database.close()


def save(database: Database, number: int) -> None:
    with database.write("Mona") as tx:
        records.add(tx, make.an_organisation(number=number))


def log_of(office: Path) -> Path:
    return office.with_name("office.db-wal")


def turn(office: Path, at: int) -> None:
    data = bytearray(log_of(office).read_bytes())
    data[at] ^= 1
    log_of(office).write_bytes(data)


def told(office: Path, keys: OfficeKeys | None) -> Refused | None:
    with closing(open_database(office, create=False, keys=keys)) as opened:
        return opened.warning


def last_frame(office: Path) -> int:
    return log_of(office).stat().st_size - _FRAME


def test_nothing_is_told_where_all_comes_back(left: Path, keys: OfficeKeys | None) -> None:
    assert told(left, keys) is None
    assert told(left, keys) is None  # nor once it is folded in


def test_a_damaged_page_near_the_beginning_is_told_with_the_moment_and_once(
    left: Path, keys: OfficeKeys | None
) -> None:
    written = datetime.fromtimestamp(log_of(left).stat().st_mtime, UTC)
    turn(left, _HEADER + 100)
    found = told(left, keys)
    assert isinstance(found, SavesLost)
    assert found.several
    assert abs((found.at - written).total_seconds()) < 60
    assert told(left, keys) is None


@pytest.mark.parametrize("at", [2, 10, 18, 30], ids=["mark", "page size", "salts", "checksum"])
def test_a_damaged_header_of_the_log_is_told(left: Path, keys: OfficeKeys | None, at: int) -> None:
    turn(left, at)
    assert isinstance(told(left, keys), SavesLost)


def test_of_one_save_it_is_said_that_it_may_have_been_cut_short(
    left: Path, keys: OfficeKeys | None
) -> None:
    turn(left, last_frame(left) + 100)
    found = told(left, keys)
    assert isinstance(found, SavesLost)
    assert not found.several


def test_a_save_that_was_cut_short_before_its_end_is_not_told(
    left: Path, keys: OfficeKeys | None
) -> None:
    data = log_of(left).read_bytes()
    log_of(left).write_bytes(data[: last_frame(left) + 24])  # the head of the frame alone
    assert told(left, keys) is None


def test_what_another_round_left_in_the_log_is_not_counted(
    left: Path, keys: OfficeKeys | None
) -> None:
    data = bytearray(log_of(left).read_bytes())
    tail = bytearray(data[-_FRAME:])
    tail[8] ^= 1  # of its salts
    log_of(left).write_bytes(data + tail)
    assert told(left, keys) is None


def test_a_second_program_does_not_take_the_log_of_the_first_for_a_lost_one(
    tmp_path: Path, keys: OfficeKeys | None
) -> None:
    first = open_database(tmp_path / "office.db", keys=keys)
    save(first, 1)
    with closing(open_database(first.path, create=False, keys=keys)) as second:
        assert second.read_only
        assert second.warning is None
    first.close()
    assert unread_log.look(tmp_path / "nothing.db") is None
