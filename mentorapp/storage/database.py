"""Opening the office file and keeping its transactions; what only SQLite knows is here.

Here and in ``recognition`` and ``unread_log``, the looks this module takes at a file before it
opens it, and in ``troubles``.

The driver is sqlcipher3, with or without a key: it brings its own SQLite on every platform (the
system's may have the write-ahead-log bug of 3.7.0 to 3.51.2). WAL with synchronous=FULL lost no
acknowledged commit in 1,000 simulated power cuts; every write begins with BEGIN IMMEDIATE, as a
transaction that reads first and writes later fails at once when another wrote meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from mentorapp.domain.accounts import EVERYBODY, Who, unnoted
from mentorapp.domain.errors import (
    DiskFull,
    FileTrouble,
    OfficeBusy,
    OfficeDamaged,
    OfficeNotOpened,
    ReadOnlyOffice,
    Refused,
)
from mentorapp.domain.looks import Noted
from mentorapp.storage import (
    disks,
    engines,
    erasure_file,
    key_file,
    office_lock,
    protection_file,
    schema,
    scopes,
    unread_log,
)
from mentorapp.storage.gate import Gate
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import APPLICATION_ID, is_new, opening
from mentorapp.storage.transaction import Transaction
from mentorapp.storage.troubles import troubles_refused

__all__ = ["NEWEST_CHANGE", "Database", "Transaction", "open_database"]

#: Another one after every change, whatever the clock says.
NEWEST_CHANGE = "SELECT seq || hex(mac) FROM main.audit ORDER BY seq DESC LIMIT 1"

#: A megabyte: a copy can be stopped, and nobody waits for it longer than a blink.
_PAGES_AT_ONCE = 256


class Database:
    """An open office. Writing is refused where ``read_only``: ``holder`` has it, or the disk.

    ``keys`` are those it is encrypted with, if it is; ``who`` is set by whoever unlocked it.
    ``second`` is somebody else who agrees to all that is done, where two are needed.
    ``warning`` is what was odd about it at opening and is to be told.
    ``actor`` is who reads, as the audit names him, where there are no accounts; whoever opened the
    office says so. With an account its name stands in the audit.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        lock: FileLock | None,
        holder: str,
        keys: OfficeKeys | None = None,
    ) -> None:
        self.path = path
        self.keys = keys
        self.holder = holder
        self.read_only = lock is None
        self.who = EVERYBODY
        self.second: Who | None = None
        self.actor = ""
        self._noted = Noted()
        self._engine = engine
        self._gate = Gate()
        self._lock = lock
        self._protected_key = b""
        self.warning: Refused | None = None
        self.before_closing: Callable[[Database], object] = lambda _office: None

    @property
    def why_read_only(self) -> ReadOnlyOffice:
        """What whoever wants to write is told, where ``read_only``."""
        return ReadOnlyOffice(self.holder, "" if self.holder else disks.trouble(self.path) or "")

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A steady view of the office. Nothing is written but who looked at whom, if anybody
        protected was shown: ``actor``, before the answer is looked at.
        """
        with (
            self._gate.inside(),
            troubles_refused(self),
            self._connected() as connection,
            connection.begin(),
        ):
            tx = self._transaction(connection, self.actor, datetime.now(UTC))
            yield tx
        if not self.read_only and self._noted.fresh(tx.looks, tx.actor, tx.now):
            # What cannot be noted now is noted with the next look: nobody is kept from a telephone
            # number by a disk that is full.
            with suppress(OfficeBusy, DiskFull), self.write(tx.actor) as noting:
                noting.looks += tx.looks

    @contextmanager
    def write(self, actor: str, now: datetime | None = None) -> Iterator[Transaction]:
        """One intention: committed at the end of the block, all of it or nothing.

        Raises ReadOnlyOffice, OfficeBusy or DiskFull, besides what the block itself raises.
        """
        if self.read_only:
            raise self.why_read_only
        with (
            self._gate.inside(),
            troubles_refused(self),
            self._connected().execution_options(immediate=True) as connection,
            connection.begin(),
        ):
            tx = self._transaction(connection, actor, now or datetime.now(UTC))
            yield tx
            looks = self._noted.fresh(tx.looks, tx.actor, tx.now)
            if tx.changes or looks or tx.levels is not None:
                from mentorapp.storage import ending  # which stands on this module

                ending.end(tx, looks)
        self._noted.note(looks, tx.actor, tx.now)
        if tx.erased:
            with suppress(OSError):  # the audit has them too
                erasure_file.append(self.path, tx.erased)
        if tx.protected_now:
            with suppress(OSError):  # so does the office, and the next backup tells it beside it
                protection_file.append(self.path, tx.protected_now)

    @property
    def _reading(self) -> Who:
        return unnoted(self.who) if self.read_only else self.who

    def _connected(self) -> Connection:
        connection = self._engine.connect()
        scopes.take(connection, self._reading)
        return connection

    def _transaction(self, connection: Connection, actor: str, now: datetime) -> Transaction:
        return Transaction(
            connection,
            self.who.name or actor,
            now,
            who=self._reading,
            second=self.second,
            protected_key=self._protected_key,
        )

    def open_seals(self) -> None:
        """Have the office seal if it has not yet, and know its second key if it is among ours."""
        if self.keys is None or not self.keys.protected:
            return
        from mentorapp.storage import sealing  # which stands on this module

        immediate = not self.read_only
        with self._connected().execution_options(immediate=immediate) as c, c.begin():
            tx = Transaction(c, "", datetime.now(UTC), protected_key=self.keys.protected)
            with scopes.whole(tx):
                self._protected_key = sealing.at_opening(tx, writable=immediate)

    def check(self) -> None:
        """Raise OfficeDamaged unless every page, index and reference of the file is sound."""
        self._ask_of_file("PRAGMA integrity_check", "PRAGMA foreign_key_check")

    def _ask_of_file(self, *questions: str) -> None:
        with self.read() as tx:
            for question in questions:
                answer = tx.connection.exec_driver_sql(question).fetchall()
                if answer not in ([("ok",)], []):
                    raise OfficeDamaged(self.path)

    def look_over(self) -> None:
        """The same as far as it is quick, with every page's seal where the office is encrypted:
        0.05 s for 100,000 people. Raises OfficeDamaged.
        """
        sealed = ("PRAGMA cipher_integrity_check",) if self.keys is not None else ()
        self._ask_of_file(*sealed, "PRAGMA quick_check", "PRAGMA foreign_key_check")

    def newest_change(self) -> str:
        """The last row of the audit: another one since whenever anything was written."""
        with self.read() as tx:
            return tx.connection.exec_driver_sql(NEWEST_CHANGE).scalar() or ""

    def copy_to(
        self, path: Path, keys: OfficeKeys | None, step: Callable[[int, int], None]
    ) -> None:
        """Write the office as it is at this moment into a file of its own; ``step`` is told how
        many pages are left of how many. Others go on reading and writing.
        """
        with (
            self._gate.inside(),
            troubles_refused(self),
            closing(engines.at_rest(path, keys, writable=True)) as copy,
            closing(self._engine.raw_connection()) as source,
        ):
            told = lambda _status, left, pages: step(left, pages)  # noqa: E731 - three, not two
            driver: Any = source.driver_connection
            # Held to one moment: it would begin anew after each save of somebody else, without end.
            driver.execute("BEGIN")
            driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
            try:
                driver.backup(copy, pages=_PAGES_AT_ONCE, progress=told)
            finally:
                driver.rollback()
            copy.execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Nobody has the file open inside the block, which may put another in its place: only the
        lock is kept. After it the file is opened anew, with ``keys`` as they stand then; whoever
        wants to read or write meanwhile, in this program, waits for that.

        Raises ReadOnlyOffice, and OfficeBusy where somebody still reads.
        """
        if self.read_only:
            raise self.why_read_only
        with self._gate.alone():
            self._let_go()
            try:
                if self.path.with_name(f"{self.path.name}-wal").exists():
                    raise OfficeBusy
                yield
            finally:
                self._engine = engines.engine(self.path, writable=True, keys=self.keys)
            self.open_seals()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of the lock; once is enough."""
        try:
            if self._lock is not None:
                self.before_closing(self)
        finally:  # whatever goes wrong there, others get the office
            try:
                self._let_go()
            finally:
                lock, self._lock = self._lock, None
                if lock is not None:
                    office_lock.release(self.path, lock)

    def _let_go(self) -> None:
        if self._lock is not None:
            # On the driver's own connection: a checkpoint inside a transaction is refused. On a
            # full disk or a damaged file it fails: what was saved stays in the log, and what is
            # wrong was told, or will be when the office is opened next time.
            with (
                suppress(DBAPIError, dbapi2.Error),
                closing(self._engine.raw_connection()) as connection,
            ):
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()


def open_database(
    path: Path,
    *,
    create: bool = True,
    furnish: Callable[[Transaction], object] | None = None,
    keys: OfficeKeys | None = None,
    before_upgrade: Callable[[Database], object] = lambda _office: None,
) -> Database:
    """Open the office at ``path``, make it when it is not there and ``create`` says so.

    ``furnish`` writes what a new office begins with, in the transaction that makes its tables: a
    program that is killed meanwhile leaves no office without its own row behind. With ``keys`` the
    office is encrypted, without them it is not: either is refused for the other. An office of an
    older program is handed to ``before_upgrade`` as it is, and then brought up to date.

    A second program gets it read-only, as does one that may not write the file or its folder.
    Raises the subclasses of OfficeUnavailable, OfficeBusy while another program is making the file
    and ReadOnlyOffice for an older one that cannot be brought up to date. A file that is no office
    is never touched.
    """
    new = is_new(path, keys)
    if new and not create:
        raise OfficeNotOpened(path, FileTrouble.NOT_THERE)
    lock, holder = office_lock.acquire(path, new)
    log = unread_log.look(path) if lock is not None else None
    engine = engines.engine(path, writable=lock is not None, keys=keys)
    database = Database(path, engine, lock, holder, keys)
    try:
        # Once more under the lock: another program may have made the office in between.
        new = is_new(path, keys)
        if new and lock is None:
            raise OfficeBusy  # noqa: TRY301 - the file is the other program's and must stay
        with opening(path, keys):
            if new:
                path.touch(0o600)  # SQLite gives its log the same: nobody else on this PC reads it
                _make(engine, furnish)
            else:
                database.warning = unread_log.lost(log, engine) if log is not None else None
                if lock is not None and _is_older(engine):
                    before_upgrade(database)
                _bring_up_to_date(path, engine, writable=lock is not None)
            database.open_seals()
        if lock is not None and keys is not None:
            key_file.settle(path, keys)
    except BaseException:
        engine.dispose()
        if lock is not None:
            if new:
                leave_nothing(path)
            office_lock.release(path, lock)
        raise
    return database


def _make(engine: Engine, furnish: Callable[[Transaction], object] | None) -> None:
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        schema.create(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        if furnish is not None:
            furnish(Transaction(connection, "", datetime.now(UTC)))


def _is_older(engine: Engine) -> bool:
    with engine.connect() as connection, connection.begin():
        return schema.is_older(connection)


def _bring_up_to_date(path: Path, engine: Engine, *, writable: bool) -> None:
    with engine.connect().execution_options(immediate=writable) as connection, connection.begin():
        schema.bring_up_to_date(connection, path, writable=writable)


def leave_nothing(path: Path) -> None:
    """Remove an office that is closed, with what lies beside it under the same name.

    A file that could not be made is not left half made. Raises OSError.
    """
    for ending in ("", "-wal", "-shm", ".lock", ".holder", ".room"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
