"""Is the file an office, nothing yet, or something else? Found out without changing a byte."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from mentorapp.domain.errors import (
    FileTrouble,
    NotAnOffice,
    OfficeDamaged,
    OfficeNotOpened,
    OfficeUnavailable,
)
from mentorapp.domain.files import trouble_of
from mentorapp.domain.key_errors import (
    KeysNotThere,
    OfficeLocked,
    OfficeNotEncrypted,
    SlotsUnreadable,
)
from mentorapp.storage.engines import unlocked
from mentorapp.storage.key_slots import OfficeKeys

#: "MENT": written into the file's header, so that another program's database is told apart.
APPLICATION_ID = 0x4D454E54

_SQLITE_HEADER = b"SQLite format 3\x00"
_ID_IN_HEADER = slice(68, 72)  # https://www.sqlite.org/fileformat2.html, 1.3
_PAGE = 4096  # of SQLCipher 4


def is_new(path: Path, keys: OfficeKeys | None = None) -> bool:
    """Whether there is no office yet, not even a part of one. Looks and leaves everything as it is.

    Opened for writing, another program's database would be turned into a write-ahead log's. Raises
    OfficeLocked for an encrypted office without ``keys`` and OfficeNotEncrypted for one in plain
    text where there are keys: somebody exchanged it, and what is typed in would lie open. Where
    only its backups have keys beside them, its own were lost: SlotsUnreadable says where to look.
    Without those either, it may be anything: KeysNotThere.
    """
    header = _header(path)
    if not header:
        return True
    plain = header.startswith(_SQLITE_HEADER)
    if plain and keys is not None:
        raise OfficeNotEncrypted(path)
    if not plain and keys is None:
        if slots_path(path).exists():
            raise OfficeLocked(path)
        raise _without_keys(path)
    if plain and int.from_bytes(header[_ID_IN_HEADER]) == APPLICATION_ID:
        return False
    # The header is encrypted, or may still lie in the write-ahead log, or the making of the file
    # was cut short.
    with opening(path, keys):
        found, tables = _ask_who(path, keys)
    if found != APPLICATION_ID and (found or tables):
        raise NotAnOffice(path)
    return found != APPLICATION_ID


def is_plain(path: Path) -> bool:
    """Whether the file is a database in plain text. Raises OfficeNotOpened."""
    return _header(path).startswith(_SQLITE_HEADER)


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise OfficeNotOpened(path, FileTrouble.IS_FOLDER)
        if not S_ISREG(mode):
            raise NotAnOffice(path)
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        return b""
    except OSError as trouble:
        raise OfficeNotOpened(path, trouble_of(trouble)) from trouble
    except ValueError as trouble:  # a NUL in the name
        raise OfficeNotOpened(path, FileTrouble.NOT_THERE) from trouble


def _ask_who(path: Path, keys: OfficeKeys | None) -> tuple[int, int]:
    """The application's mark and the number of tables."""
    mode = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "immutable=1"
    with closing(dbapi2.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)) as connection:
        unlocked(connection, keys)
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return found, tables


def slots_path(path: Path) -> Path:
    """Where the keys of an encrypted office lie wrapped."""
    return path.with_name(f"{path.name}.keys")


def next_path(path: Path) -> Path:
    """Where those of a file wait that is about to take the office's place."""
    return path.with_name(f"{slots_path(path).name}.next")


def without_slots(path: Path) -> SlotsUnreadable:
    """With where the newest backup has them, if one beside the office does."""
    there = path.with_name(f"{path.name}.backups").glob("*.keys")  # see ``backup_folder``
    newest = max(there, key=lambda one: one.name, default=None)
    return SlotsUnreadable(slots_path(path), newest)


def _without_keys(path: Path) -> OfficeUnavailable:
    """Why there is nothing to open the file with. A database is made of whole pages."""
    unreadable = without_slots(path)
    if unreadable.copy is not None:
        return unreadable
    if path.stat().st_size % _PAGE:
        return NotAnOffice(path)
    return KeysNotThere(path, slots_path(path).name)


@contextmanager
def opening(path: Path, keys: OfficeKeys | None = None) -> Iterator[None]:
    """Tell what the database engine says while opening as one of the OfficeUnavailable.

    The ``keys`` came out of a slot, so they are the right ones: what they do not open is damaged.
    """
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        text = str(getattr(error, "orig", error))
        if "not a database" in text and keys is None:
            raise NotAnOffice(path) from error
        if "full" in text or "disk I/O" in text:
            raise OfficeNotOpened(path, FileTrouble.FULL) from error
        if "locked" in text:
            raise OfficeNotOpened(path, FileTrouble.OTHER) from error
        if "readonly" in text or "unable to open" in text:
            raise OfficeNotOpened(path, FileTrouble.READ_ONLY) from error
        raise OfficeDamaged(path) from error
    except UnicodeDecodeError:
        # What the engine complains of stands in its complaint, as the bytes that it found. Not
        # told on: they may be somebody's name.
        raise OfficeDamaged(path) from None
