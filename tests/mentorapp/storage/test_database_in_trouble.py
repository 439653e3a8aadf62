"""What the surroundings do to an office: programs killed, disks full or not to be written."""

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.people import Person
from mentorapp.storage import records
from mentorapp.storage.database import open_database
from tests.factories import a_person

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and rights of POSIX systems")

HEAD = """
import sys
from dataclasses import replace
from pathlib import Path
from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.storage import records, tallies
from mentorapp.storage.database import open_database

def add(database, name, notes=""):
    with database.write("Ingrid") as tx:
        records.add(tx, Person(number=number(tx), given_name=name, notes=notes))

def number(tx):
    return tallies.count(tx, Person) + 1
"""


def names(path: Path) -> list[str]:
    database = open_database(path)
    database.check()
    with database.read() as tx:
        found = [person.given_name for person in records.find(tx, Person)]
    database.close()
    return sorted(found)


# Killed

WRITER = (
    HEAD
    + """
database = open_database(Path(sys.argv[1]))
for n in range(int(sys.argv[2]), 10_000):
    add(database, f"{n:05}")
    print(f"{n:05}", flush=True)
"""
)


def kills(path: Path, program: Any, times: int) -> None:
    """Kill a writing program again and again; what it said it saved must be there."""
    said: list[str] = []
    for at in range(times):
        writer = program(WRITER, path, at * 100)
        said += [writer.stdout.readline().strip() for _ in range(1 + at % 7)]
        writer.kill()
        # Not communicate(): it forgets what the reader has read ahead.
        rest = writer.stdout.read().split()
        writer.wait()
        said += [line for line in rest if len(line) == 5]
        stored = names(path)
        assert set(said) <= set(stored)
        # At most the one whose answer did not get through any more.
        assert len(stored) - len(set(said)) <= at + 1


def test_nothing_that_was_saved_is_lost_when_the_program_is_killed(
    file: Path, program: Any
) -> None:
    kills(file, program, 6)


@pytest.mark.slow
def test_nothing_that_was_saved_is_lost_in_fifty_kills(file: Path, program: Any) -> None:
    kills(file, program, 50)


# Full

FILLER = (
    HEAD
    + """
import resource
from mentorapp.domain.errors import DiskFull
database = open_database(Path(sys.argv[1]))
room = int(sys.argv[2])
if room:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    for n in range(10_000):
        add(database, f"{n:05}", notes="x" * 5000)
        print(f"{n:05}", flush=True)
except DiskFull:
    print("full", flush=True)
with database.read() as tx:
    print(tallies.count(tx, Person), flush=True)
database.close()
print("closed", flush=True)
"""
)


def test_a_full_disk_refuses_and_loses_nothing(file: Path, program: Any) -> None:
    out, _ = program(FILLER, file, 600_000).communicate(timeout=60)
    *saved, full, counted, closed = out.split()

    assert (full, closed) == ("full", "closed")
    assert saved
    assert int(counted) == len(saved)
    assert names(file) == saved
    add_one(file)


COPIER = (
    HEAD
    + """
import resource
from datetime import UTC, datetime
from mentorapp.storage import backups
path = Path(sys.argv[1])
database = open_database(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    backups.make(database, None, path.parent / "backups", datetime.now(UTC))
except Refused as refused:
    print(type(refused).__name__, refused.reason)
"""
)


def test_a_backup_that_finds_no_room_is_refused_and_leaves_nothing(
    file: Path, program: Any
) -> None:
    out, _ = program(COPIER, file).communicate(timeout=60)

    assert out.split() == ["CannotWriteFile", "full"]
    assert list((file.parent / "backups").iterdir()) == []


def add_one(path: Path) -> None:
    database = open_database(path)
    with database.write("Ingrid") as tx:
        records.add(tx, a_person())
    database.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte and a half; needs the rights to mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "none", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("may not mount a disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_really_full_refuses_and_loses_nothing(
    small_disk: Path, file: Path, program: Any
) -> None:
    path = small_disk / "office.db"
    shutil.copyfile(file, path)

    out, _ = program(FILLER, path, 0).communicate(timeout=60)
    *saved, full, counted, closed = out.split()

    assert (full, closed) == ("full", "closed")
    assert int(counted) == len(saved) > 0
    rescued = file.parent / "rescued.db"
    for suffix in ("", "-wal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copyfile(f"{path}{suffix}", f"{rescued}{suffix}")
    assert names(rescued) == saved


# Not to be written

READER = (
    HEAD
    + """
path = Path(sys.argv[1])
try:
    database = open_database(path)
except Refused as refused:
    print(type(refused).__name__, getattr(refused, "reason", ""))
    sys.exit()
with database.read() as tx:
    print(database.read_only, repr(database.holder), tallies.count(tx, Person))
try:
    add(database, "Turid")
except Refused as refused:
    print(type(refused).__name__)
database.close()
"""
)
#: Root may write everywhere; a program without its capabilities may not.
MORTAL = (
    ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
    if os.name == "posix" and os.geteuid() == 0
    else ()
)
mortal = pytest.mark.skipif(
    bool(MORTAL) and not shutil.which("setpriv"), reason="runs as root and has no setpriv"
)


@pytest.fixture
def in_folder(file: Path) -> Iterator[Path]:
    """An office with one person in a folder of its own, which becomes writable again."""
    folder = file.parent / "locked"
    folder.mkdir()
    path = file.rename(folder / "office.db")
    add_one(path)
    for beside in folder.iterdir():
        if beside != path:
            beside.unlink()
    yield path
    folder.chmod(0o755)
    path.chmod(0o644)


@mortal
@pytest.mark.parametrize("lock_file", [False, True])
def test_an_office_in_a_folder_that_cannot_be_written_is_read(
    in_folder: Path, program: Any, lock_file: bool
) -> None:
    if lock_file:
        in_folder.with_name("office.db.lock").touch()
    before = in_folder.read_bytes()
    in_folder.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)

    out, _ = program(READER, in_folder, before=MORTAL).communicate(timeout=30)

    assert out.splitlines() == ["True '' 1", "ReadOnlyOffice"]
    assert in_folder.read_bytes() == before


@mortal
def test_an_office_that_cannot_be_written_is_read(in_folder: Path, program: Any) -> None:
    in_folder.chmod(stat.S_IRUSR)

    out, _ = program(READER, in_folder, before=MORTAL).communicate(timeout=30)

    assert out.splitlines() == ["True '' 1", "ReadOnlyOffice"]


@mortal
def test_no_office_is_made_in_a_folder_that_cannot_be_written(
    in_folder: Path, program: Any
) -> None:
    in_folder.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)

    for name in ("new.db", "below/new.db"):
        other = in_folder.parent / name
        out, _ = program(READER, other, before=MORTAL).communicate(timeout=30)
        assert out.split() == ["OfficeNotOpened", "no_permission"]


@mortal
def test_an_office_that_may_not_even_be_read_is_refused(in_folder: Path, program: Any) -> None:
    in_folder.chmod(0)
    out, _ = program(READER, in_folder, before=MORTAL).communicate(timeout=30)
    assert out.split() == ["OfficeNotOpened", "no_permission"]

    in_folder.parent.chmod(0)
    out, _ = program(READER, in_folder, before=MORTAL).communicate(timeout=30)
    assert out.split() == ["OfficeNotOpened", "no_permission"]
    in_folder.parent.chmod(0o755)
