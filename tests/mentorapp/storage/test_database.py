import os
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from mentorapp.domain.errors import OfficeBusy, OfficeDamaged, ReadOnlyOffice
from mentorapp.domain.people import Person
from mentorapp.storage import engines, office_lock, records, tallies
from mentorapp.storage.database import Database, open_database
from tests.factories import a_person


def pragma(database: Database, name: str) -> Any:
    with database.read() as tx:
        return tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.fixture
def other_writer(file: Path) -> Iterator[Any]:
    """Something that writes to the file without asking for our lock."""
    with closing(dbapi2.connect(str(file), isolation_level=None)) as connection:
        yield connection


def people(database: Database) -> int:
    with database.read() as tx:
        return tallies.count(tx, Person)


def test_the_log_is_written_ahead_and_every_commit_reaches_the_disk(bare: Database) -> None:
    assert pragma(bare, "journal_mode") == "wal"
    assert pragma(bare, "synchronous") == 2  # FULL
    assert pragma(bare, "foreign_keys") == 1
    assert pragma(bare, "secure_delete") == 1
    assert pragma(bare, "trusted_schema") == 0
    assert pragma(bare, "temp_store") == 2  # in memory: no names in temporary files


def test_every_connection_is_set_up_alike(bare: Database) -> None:
    with bare.read() as one, bare.read() as other:
        for tx in (one, other):
            assert tx.connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert tx.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_write_holds_the_office_from_its_first_moment(bare: Database, other_writer: Any) -> None:
    other_writer.execute("PRAGMA busy_timeout = 0")
    with bare.write("Ingrid"), pytest.raises(dbapi2.OperationalError, match="locked"):
        other_writer.execute("BEGIN IMMEDIATE")

    with bare.read():
        other_writer.execute("BEGIN IMMEDIATE")  # a reader holds nobody up
    other_writer.execute("ROLLBACK")


def test_a_write_waits_for_another_one(bare: Database) -> None:
    inside = threading.Event()
    order = []

    def first() -> None:
        with bare.write("Ingrid") as tx:
            inside.set()
            records.add(tx, a_person())
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with bare.write("Turid") as tx:
        order.append("second")
        records.add(tx, a_person())
    thread.join()

    assert order == ["first", "second"]
    assert people(bare) == 2


def test_a_write_that_waits_too_long_is_told_that_the_office_is_busy(
    file: Path, other_writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_BUSY_SECONDS", 0.05)
    database = open_database(file)
    other_writer.execute("BEGIN IMMEDIATE")

    with pytest.raises(OfficeBusy), database.write("Ingrid"):
        pass

    other_writer.execute("ROLLBACK")
    with database.write("Ingrid") as tx:
        records.add(tx, a_person())
    database.close()


def test_a_read_sees_one_state_however_long_it_lasts(bare: Database) -> None:
    with bare.read() as tx:
        before = tallies.count(tx, Person)
        with bare.write("Ingrid") as writing:
            records.add(writing, a_person())
        assert tallies.count(tx, Person) == before
    assert people(bare) == before + 1


def test_a_bug_in_the_block_stays_a_bug(bare: Database) -> None:
    with pytest.raises(ZeroDivisionError), bare.write("Ingrid"):
        raise ZeroDivisionError


# One writing program


def test_a_second_program_reads_and_is_told_who_has_the_office(bare: Database) -> None:
    with bare.write("Ingrid") as tx:
        records.add(tx, a_person())

    second = open_database(bare.path)

    assert second.read_only
    assert str(threading.get_native_id()) in second.holder or "," in second.holder
    assert people(second) == 1
    with bare.write("Ingrid") as tx:
        records.add(tx, a_person())
    assert people(second) == 2
    with pytest.raises(ReadOnlyOffice) as refused, second.write("Turid"):
        pass
    assert refused.value.holder == second.holder
    second.close()
    assert people(bare) == 2  # its closing disturbed nobody


def test_after_closing_another_program_may_write_and_nothing_lies_about(file: Path) -> None:
    open_database(file).close()

    again = open_database(file)
    assert not again.read_only
    again.close()

    assert {path.name for path in file.parent.iterdir()} <= {file.name, f"{file.name}.lock"}


@pytest.mark.skipif(os.name == "nt", reason="Windows: the rights of the folder hold")
def test_nobody_else_on_the_computer_reads_an_office_or_its_log(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    with closing(open_database(file)) as office, office.write("Ingrid") as tx:
        records.add(tx, a_person())
        of_office = [file, file.with_name(f"{file.name}-wal")]
        assert [path.stat().st_mode & 0o077 for path in of_office] == [0, 0]


def test_a_closed_office_is_one_file(bare: Database) -> None:
    with bare.write("Ingrid") as tx:
        records.add(tx, a_person())
    bare.close()

    moved = bare.path.rename(bare.path.parent.parent / "alone.db")
    there = open_database(moved)
    assert people(there) == 1
    there.close()


def test_what_fails_before_closing_keeps_the_office_from_nobody(bare: Database) -> None:
    def fails(office: Database) -> None:
        with office.read() as tx:
            tx.connection.exec_driver_sql("SELECT * FROM no_such_table")

    bare.before_closing = fails
    with pytest.raises(DBAPIError):
        bare.close()
    assert not bare.path.with_name(f"{bare.path.name}-wal").exists()
    with closing(open_database(bare.path)) as there:
        assert not there.read_only
    bare.close()


HOLDER = """
import sys
from pathlib import Path
from mentorapp.storage.database import open_database
database = open_database(Path(sys.argv[1]))
print(database.read_only, flush=True)
sys.stdin.read()
"""


def test_the_office_is_free_again_when_its_holder_is_killed(file: Path, program: Any) -> None:
    holder = program(HOLDER, file)
    assert holder.stdout.readline() == "False\n"
    second = open_database(file)
    assert second.read_only
    assert second.holder.endswith(f", {holder.pid}")
    second.close()

    holder.kill()
    holder.wait()

    third = open_database(file)
    assert not third.read_only
    third.close()


def test_an_office_that_somebody_is_making_is_not_taken_from_him(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    path.touch()
    with FileLock(f"{path}.lock", timeout=0), pytest.raises(OfficeBusy):
        open_database(path)

    assert path.exists()


def test_an_office_that_was_made_in_between_is_opened_and_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.db"

    def somebody_is_quicker(*args: Any, **kwargs: Any) -> Any:
        monkeypatch.undo()
        quicker = open_database(path)
        with quicker.write("Turid") as tx:
            records.add(tx, a_person())
        quicker.close()
        return FileLock(*args, **kwargs)

    monkeypatch.setattr(office_lock, "FileLock", somebody_is_quicker)
    database = open_database(path)

    assert not database.read_only
    assert people(database) == 1
    database.close()


def test_of_many_that_make_the_same_office_one_writes_and_none_destroys(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    barrier = threading.Barrier(6)
    opened: list[Database] = []

    def open_it() -> None:
        barrier.wait()
        with suppress(OfficeBusy):  # it was being made this very moment
            opened.append(open_database(path))

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (writer,) = [database for database in opened if not database.read_only]
    with writer.write("Ingrid") as tx:
        records.add(tx, a_person())
    assert {people(database) for database in opened} == {1}
    for database in opened:
        database.close()


# Damage


def test_a_sound_office_passes_its_check(full: Database) -> None:
    full.check()


def damage(path: Path, at: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * length)


def test_damage_in_the_middle_of_the_file_is_found(full: Database) -> None:
    full.close()
    size = full.path.stat().st_size
    damage(full.path, size // 3, size // 3)

    with pytest.raises(OfficeDamaged):
        checked(full.path)


def test_a_file_cut_off_is_found(full: Database) -> None:
    full.close()
    whole = full.path.read_bytes()
    full.path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(OfficeDamaged):
        checked(full.path)


def test_a_reference_to_nobody_is_found(full: Database) -> None:
    full.close()
    with closing(dbapi2.connect(str(full.path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM schemes")
        connection.commit()

    with pytest.raises(OfficeDamaged):
        checked(full.path)


def checked(path: Path) -> None:
    database = open_database(path)
    try:
        database.check()
    finally:
        database.close()


def test_damage_met_in_daily_work_is_told_as_damage(bare: Database) -> None:
    people = [a_person(notes="x" * 5000) for _ in range(200)]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, people)
    bare.close()
    damage(bare.path, bare.path.stat().st_size // 2, 100_000)
    database = open_database(bare.path)

    with pytest.raises(OfficeDamaged), database.read() as tx:
        records.find(tx, Person)

    database.close()
