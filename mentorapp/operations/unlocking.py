"""Opening an encrypted office: by a passphrase, or by the recovery key when it is forgotten."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mentorapp.domain.accounts import Account, who
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.operations import coming_in, last_seen, offices, ways_in
from mentorapp.storage import key_file, records
from mentorapp.storage.database import Database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Opened, Way


def is_encrypted(path: Path) -> bool:
    """Whether the office asks for a passphrase."""
    return key_file.is_encrypted(path)


def by_passphrase(path: Path, passphrase: str) -> Database:
    """The office opened, with its keys and with who came in. Takes half a second of work.

    Raises NoSlotOpens, also for an account that is closed, and the other OfficeUnavailable.
    """
    with coming_in.trying(path):
        opened = key_file.opened(path, lambda slots: slots.opened_by(passphrase))
        return _let_in(path, opened.keys, UUID(opened.holder), Way.PASSPHRASE)


def put_keys_back(path: Path, copy: Path) -> None:
    """Give an office that lost its file of keys the one of its newest backup, as SlotsUnreadable
    names it. Raises SlotsUnreadable, SlotsTooNew and CannotWriteFile.
    """
    key_file.put_back(path, copy)


def keys_by_passphrase(path: Path, passphrase: str) -> OfficeKeys:
    """The keys alone, of an office or a backup that may not open. Raises NoSlotOpens."""
    return key_file.opened(path, lambda slots: slots.opened_by(passphrase)).keys


def keys_by_recovery_key(path: Path, recovery: bytes) -> OfficeKeys:
    """The same by the recovery key."""
    return key_file.opened(path, _by_recovery_key(recovery)).keys


def recoverable(path: Path, recovery: bytes) -> list[Account]:
    """Who may get a new passphrase by the recovery key: the accounts that are not closed.

    Raises NoSlotOpens, and what stands in the way of opening.
    """
    with coming_in.trying(path):
        keys = keys_by_recovery_key(path, recovery)
    database = offices.open_office(path, create=False, keys=keys)
    try:
        with database.read() as tx:
            return [one for one in records.find(tx, Account) if one.closed_on is None]
    finally:
        database.close()


def recover(
    path: Path, recovery: bytes, account: UUID, passphrase: str, now: datetime | None = None
) -> Database:
    """The office opened for somebody who forgot her passphrase; she gets this one.

    Raises PassphraseWeak, PassphraseTaken, ReadOnlyOffice and what ``recoverable`` does.
    """
    database = _let_in(path, keys_by_recovery_key(path, recovery), account, Way.RECOVERY)
    try:
        ways_in.give_passphrase(database, account, passphrase, now)
    except BaseException:
        database.close()
        raise
    return database


def _by_recovery_key(recovery: bytes) -> Callable[[KeySlots], Opened]:
    return lambda slots: slots.opened_by_secret(Way.RECOVERY, recovery)


def _let_in(path: Path, keys: OfficeKeys, account_id: UUID, way: Way) -> Database:
    database = offices.open_office(path, create=False, keys=keys)
    try:
        with database.read() as tx:
            account = records.by_id(records.find(tx, Account)).get(account_id)
        if account is None or account.closed_on is not None:
            raise NoSlotOpens  # noqa: TRY301 - closed below
        database.who = who(account)
        database.look_over()
        database.warning = database.warning or last_seen.older(database)
        coming_in.came_in(database, way)
        if not database.read_only:
            last_seen.note(database)
            database.before_closing = last_seen.note
    except BaseException:
        database.close()
        raise
    return database
