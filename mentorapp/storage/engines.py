"""Connections to the office file: which driver, how it is set, and how it is unlocked."""

from contextlib import closing, suppress
from json import JSONDecoder
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from mentorapp.storage.key_slots import OfficeKeys

_BUSY_SECONDS = 5.0
#: Until 3.51.2 a write-ahead log with two connections could destroy the file; the driver brings a
#: newer SQLite, and one built against the system's is as safe, but slower, without the log.
_SAFE = (
    ("journal_mode = WAL", "synchronous = FULL")
    if dbapi2.sqlite_version_info >= (3, 51, 3)
    else ("journal_mode = DELETE", "synchronous = EXTRA")
)


def engine(path: Path, *, writable: bool, keys: OfficeKeys | None = None) -> Engine:
    """Connections to the office at ``path``, encrypted with ``keys`` where there are any."""

    def connect() -> Any:
        connection = _connect(path, writable, keys)
        connection.isolation_level = None  # transactions are begun below, never by the driver
        for pragma in (
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "secure_delete = ON",
            "trusted_schema = OFF",
            *(_SAFE if writable else ()),
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    decode = JSONDecoder().raw_decode
    made = create_engine(
        "sqlite://",
        creator=connect,
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,  # or names and addresses would stand in error texts
        # We wrote it ourselves: no white space around it to look for, as json.loads does.
        json_deserializer=lambda text: decode(text)[0],
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return made


def _connect(path: Path, writable: bool, keys: OfficeKeys | None) -> Any:
    uri = path.absolute().as_uri()
    if writable:
        return unlocked(_open(f"{uri}?mode=rwc"), keys)
    connection = unlocked(_open(f"{uri}?mode=ro"), keys)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.OperationalError as trouble:
        connection.close()
        if "locked" in str(trouble):
            raise
        # A WAL file needs its shared memory beside it; where nothing can be written, and so nobody
        # else can write either, the file is read as it lies.
        connection = unlocked(_open(f"{uri}?immutable=1"), keys)
    return connection


def at_rest(path: Path, keys: OfficeKeys | None, *, writable: bool = False) -> Any:
    """A bare connection to a file that nobody writes: a copy, or (``writable``) one in the making.

    One file and no log beside it.
    """
    how = "mode=rwc" if writable else "immutable=1"
    return unlocked(_open(f"{path.absolute().as_uri()}?{how}"), keys)


def _open(uri: str) -> Any:
    return dbapi2.connect(uri, uri=True, timeout=_BUSY_SECONDS, check_same_thread=False)


def unlocked(connection: Any, keys: OfficeKeys | None) -> Any:
    """The connection, before its first read; with key and salt in the raw form nothing is stretched
    (0.5 ms instead of 0.2 s for each). SQLCipher would write what it thinks of a page on stderr.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    if keys is not None:
        connection.execute(f"PRAGMA key = \"x'{keys.office.hex()}{keys.salt.hex()}'\"")
    return connection


def encrypt(path: Path, copy: Path, keys: OfficeKeys) -> None:
    """Write an office in plain text, which nobody has open, into a new file with these keys.

    Never the other way: what was encrypted once is not written out in plain text by anything.
    """
    with closing(at_rest(path, None)) as source:
        key = f"\"x'{keys.office.hex()}{keys.salt.hex()}'\""
        source.execute(f"ATTACH DATABASE ? AS encrypted KEY {key}", (str(copy),))
        source.execute("SELECT sqlcipher_export('encrypted')")
        mark = source.execute("PRAGMA application_id").fetchone()[0]
        source.execute(f"PRAGMA encrypted.application_id = {mark}")
        source.execute("DETACH DATABASE encrypted")


def fit(path: Path, keys: OfficeKeys) -> bool:
    """Whether these keys open the file, of which only the first page is read."""
    with suppress(dbapi2.Error), closing(at_rest(path, keys)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master")
        return True
    return False
