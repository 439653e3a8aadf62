import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import FileTrouble, NotAnOffice, OfficeDamaged, OfficeNotOpened
from mentorapp.domain.key_errors import KeysNotThere
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import APPLICATION_ID, is_new


def foreign(path: Path, mode: str = "DELETE", mark: int = 0) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(f"PRAGMA application_id = {mark}")
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.execute("INSERT INTO songs VALUES ('Ja, vi elsker')")
        connection.commit()


OTHERS: dict[str, Callable[[Path], object]] = {
    "a database": foreign,
    "a database with a log": lambda path: foreign(path, "WAL"),
    "a marked database": lambda path: foreign(path, mark=0x47504B47),
    "a text": lambda path: path.write_text("Navn;Telefon\nKari;91827364\n", encoding="utf-8"),
    "a photo": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(5000)),
    "an encrypted file": lambda path: path.write_bytes(os.urandom(8192)),
    "one byte": lambda path: path.write_bytes(b"S"),
    "a bare header": lambda path: path.write_bytes(b"SQLite format 3\x00"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_a_file_of_something_else_is_refused_and_stays_as_it_is(tmp_path: Path, what: str) -> None:
    path = tmp_path / "other.db"
    OTHERS[what](path)
    before = path.read_bytes()

    with pytest.raises((NotAnOffice, OfficeDamaged)):
        open_database(path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_encrypted_office_that_was_moved_without_its_keys_may_be_one(tmp_path: Path) -> None:
    keys = OfficeKeys.new()
    open_database(tmp_path / "office.db", keys=keys).close()
    with pytest.raises(KeysNotThere) as refused:
        open_database(tmp_path / "office.db")
    assert refused.value.keys == "office.db.keys"
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(os.urandom(5000))
    with pytest.raises(NotAnOffice) as other:
        open_database(photo)
    assert not isinstance(other.value, KeysNotThere)


def test_another_programs_database_in_use_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    foreign(path, "WAL")
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("INSERT INTO songs VALUES ('Mellom bakkar og berg')")
        theirs.commit()
        before = path.read_bytes()

        with pytest.raises(NotAnOffice):
            open_database(path)

        assert path.read_bytes() == before
        assert theirs.execute("SELECT count(*) FROM songs").fetchone() == (2,)


def test_a_folder_is_told_from_a_file(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotOpened) as refused:
        open_database(tmp_path)

    assert refused.value.reason == FileTrouble.IS_FOLDER


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a" * 300, FileTrouble.NOT_THERE),
        ("a\x00b", FileTrouble.NOT_THERE),
        ("office.db/under", FileTrouble.NOT_A_FOLDER),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(
    file: Path, name: str, reason: FileTrouble
) -> None:
    path = file.parent / name.replace("office.db", file.name)

    with pytest.raises(OfficeNotOpened) as refused:
        open_database(path)

    assert refused.value.reason == reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a POSIX file system")
def test_what_is_no_file_at_all_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAnOffice):
        open_database(tmp_path / "pipe")


def test_an_empty_file_is_a_new_office(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    path.touch()
    assert is_new(path)

    open_database(path).close()

    assert not is_new(path)
    assert APPLICATION_ID.to_bytes(4, "big") in path.read_bytes()[:100]


HALF_MADE = """
import os, signal, sys
from pathlib import Path
from mentorapp.storage import schema
from mentorapp.storage.database import open_database

def die(connection):
    os.kill(os.getpid(), signal.SIGKILL)

schema.create = die
open_database(Path(sys.argv[1]))
"""


def test_an_office_whose_making_was_cut_short_is_made_anew(tmp_path: Path, program: Any) -> None:
    path = tmp_path / "office.db"
    assert program(HALF_MADE, path).wait(30) == -9
    assert path.exists()

    open_database(path).close()
    database = open_database(path)
    database.check()
    database.close()


JUST_MADE = """
import os, signal, sys
from pathlib import Path
from mentorapp.storage.database import open_database
open_database(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_office_whose_mark_lies_in_the_log_still_is_an_office(
    tmp_path: Path, program: Any
) -> None:
    path = tmp_path / "office.db"
    assert program(JUST_MADE, path).wait(30) == -9

    assert not is_new(path)
    database = open_database(path)
    assert not database.read_only
    database.check()
    database.close()


def test_a_damage_that_the_engine_tells_in_no_text_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    open_database(path).close()
    data = path.read_bytes()
    broken = data.replace(b"tablepeoplepeople", b"tablep\xe9oplepeople", 1)
    assert broken != data
    path.write_bytes(broken)

    with pytest.raises(OfficeDamaged) as refused:
        open_database(path)

    assert refused.value.__cause__ is None  # what it complains of may be somebody's name


def test_where_there_is_no_office_none_is_made_unless_asked_for(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotOpened) as refused:
        open_database(tmp_path / "none.db", create=False)

    assert refused.value.reason == FileTrouble.NOT_THERE
    assert list(tmp_path.iterdir()) == []


def test_folders_on_the_way_to_a_new_office_are_made(tmp_path: Path) -> None:
    path = tmp_path / "Mentorapp" / "Fjordvik på Åsen # 2" / "office ?.db"

    open_database(path).close()

    assert path.exists()
