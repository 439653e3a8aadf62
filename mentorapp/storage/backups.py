"""Copies of an office: written aside, opened and checked, and only then called a backup.

A backup lies in a folder as ``office-20261127T143005Z.backup`` with its key slots beside it, and is
encrypted with the office's own keys. What was not checked to the end has another ending and is
never offered.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from itertools import count
from pathlib import Path
from shutil import copyfile

from mentorapp.domain.audit_chain import End
from mentorapp.domain.backup_rules import kept
from mentorapp.domain.errors import (
    CannotWriteFile,
    DiskFull,
    FileTrouble,
    NotAnOffice,
    OfficeBusy,
    OfficeDamaged,
)
from mentorapp.domain.files import trouble_of
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.storage import engines, erasure_file, protection_file, scopes, shields
from mentorapp.storage.database import NEWEST_CHANGE, Database
from mentorapp.storage.erasure_file import Rows
from mentorapp.storage.key_file import sync_file, sync_folder, whole_text
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.protection_file import Levels
from mentorapp.storage.recognition import APPLICATION_ID, opening, slots_path

_ENDING = ".backup"
_NAME = f"office-%Y%m%dT%H%M%SZ{_ENDING}"


@dataclass(frozen=True, slots=True)
class Backup:
    """One checked copy; ``made`` is UTC, ``size`` bytes."""

    path: Path
    made: datetime
    size: int


def make(
    database: Database,
    keys: OfficeKeys | None,
    folder: Path,
    now: datetime,
    step: Callable[[int, int], None] = lambda _left, _all: None,
) -> Backup:
    """Copy the office as it is at this moment, while others go on writing to it.

    ``step`` is told how many pages are left of how many; what it raises stops the copy. Raises
    CannotWriteFile, OfficeDamaged where the copy does not hold what it should, and SlotsUnreadable
    or OfficeBusy where there are no key slots for it, or the office got other keys meanwhile.
    """
    target = _unused(folder, now)
    with _written(target) as aside:
        database.copy_to(aside, keys, step)
        check(aside, keys)
        if keys is not None:
            _put_beside(target, _slots_of(database.path, keys))
        _tell_since(folder, database)
    return _backup(target)


def _unused(folder: Path, now: datetime) -> Path:
    """Named by the second: the next free one where two are made in one, as with other keys."""
    moments = (now.astimezone(UTC) + timedelta(seconds=more) for more in count())
    names = (folder / moment.strftime(_NAME) for moment in moments)
    return next(one for one in names if not one.exists())


def copied(backup: Backup, folder: Path) -> Backup:
    """The backup in a second place too, read back and compared. Raises CannotWriteFile."""
    target = folder / backup.path.name
    with _written(target) as aside:
        copy_exactly(backup.path, aside)
        if slots_path(backup.path).exists():
            _put_beside(target, slots_path(backup.path).read_bytes())
        beside, there = office_in(backup.path.parent), office_in(folder)
        # It may know what the first does no longer: that one was emptied, or lies on another PC.
        erased = erasure_file.together(erasure_file.read(there), erasure_file.read(beside))
        _write_lists(folder, erased, protection_file.read(there) | protection_file.read(beside))
    return _backup(target)


def newest_change(path: Path, keys: OfficeKeys | None) -> str:
    """The last row of a copy's audit; ``Database.newest_change`` gives that of the office."""
    with opening(path, keys), closing(engines.at_rest(path, keys)) as connection:
        found = connection.execute(NEWEST_CHANGE).fetchone()
    return found[0] if found else ""


def end_of_audit(path: Path, keys: OfficeKeys | None) -> End:
    """The last line of a copy's audit. Raises OfficeUnavailable, also for one of before the lines
    had codes.
    """
    asked = "SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1"
    with opening(path, keys), closing(engines.at_rest(path, keys)) as connection:
        found = connection.execute(asked).fetchone()
    return End(*found) if found else End(0, b"")


def version(path: Path, keys: OfficeKeys | None) -> str:
    """The migration that a copy stands at. Raises OfficeUnavailable."""
    with opening(path, keys), closing(engines.at_rest(path, keys)) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return found[0] if found else ""


def copy_exactly(source: Path, target: Path) -> None:
    """Copy a file that nobody writes, read it back and compare. Raises OSError.

    The copy is its owner's alone, however many may read the source.
    """
    target.touch(0o600)
    copyfile(source, target)
    if digest(target) != digest(source):
        raise OSError


def digest(path: Path) -> bytes:
    """Tells one content of a file from another. Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()


def office_in(folder: Path) -> Path:
    """The office as the lists of ids know it that lie in a folder of backups."""
    return folder / "office"


def check(path: Path, keys: OfficeKeys | None) -> None:
    """Read every page, index and reference of a copy. Raises OfficeDamaged or NotAnOffice."""
    questions = ["PRAGMA integrity_check", "PRAGMA foreign_key_check"]
    if keys is not None:
        questions.insert(0, "PRAGMA cipher_integrity_check")
    with opening(path, keys), closing(engines.at_rest(path, keys)) as connection:
        for question in questions:
            if connection.execute(question).fetchall() not in ([("ok",)], []):
                raise OfficeDamaged(path)
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise NotAnOffice(path)


def in_folder(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; none where it cannot be read.

    Links are not followed: what they lead to is not ours.
    """
    found = []
    with suppress(OSError):
        for path in folder.glob(f"*{_ENDING}"):
            with suppress(ValueError, OSError):
                if path.is_file() and not path.is_symlink():
                    found.append(_backup(path))
    return sorted(found, key=lambda one: one.made, reverse=True)


def thin(folder: Path, now: datetime) -> list[Backup]:
    """Remove the backups that need not be kept, and tell which."""
    there = in_folder(folder)
    stay = kept([one.made for one in there], now)
    gone = [one for one in there if one.made not in stay]
    for one in gone:
        for path in (one.path, slots_path(one.path)):
            path.unlink(missing_ok=True)
    return gone


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """A file aside of ``target``, which takes its place at the end of the block, on the disk."""
    aside = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside.unlink(missing_ok=True)
        aside.touch(0o600, exist_ok=False)
        yield aside
        sync_file(aside)
        aside.replace(target)
        sync_folder(target.parent)
    except BaseException as error:
        with suppress(OSError):  # why it was not written is what is to be told
            aside.unlink(missing_ok=True)
            slots_path(target).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise CannotWriteFile(target.name, trouble_of(error)) from error
        if isinstance(error, DiskFull):  # the disk of the backup, while nothing is saved
            raise CannotWriteFile(target.name, FileTrouble.FULL) from error
        raise


def _tell_since(folder: Path, database: Database) -> None:
    """Write beside the backups what a restore of an older one must know."""
    beside = office_in(folder)
    with database.read() as tx, scopes.whole(tx):
        there = shields.shielded(tx)
    erased = erasure_file.together(erasure_file.read(beside), erasure_file.read(database.path))
    levels = protection_file.read(beside) | protection_file.read(database.path) | there
    _write_lists(folder, erased, levels)


def _write_lists(folder: Path, erased: Rows, levels: Levels) -> None:
    if erased:
        erasure_file.write(office_in(folder), erased)
    if levels:
        protection_file.write(office_in(folder), levels)


def _slots_of(office: Path, keys: OfficeKeys) -> bytes:
    """The key slots that open what was copied with these keys. Raises SlotsUnreadable, or
    OfficeBusy where the office got other keys meanwhile: such a copy would open to nobody.
    """
    try:
        return whole_text(office, keys).encode()
    except SlotsUnreadable:
        if not engines.fit(office, keys):
            raise OfficeBusy from None
        raise


def _put_beside(target: Path, slots: bytes) -> None:
    """Never written through a link that lies there."""
    path = slots_path(target)
    path.unlink(missing_ok=True)
    path.touch(0o600, exist_ok=False)
    path.write_bytes(slots)
    sync_file(path)


def _backup(path: Path) -> Backup:
    made = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    return Backup(path, made, path.stat().st_size)
