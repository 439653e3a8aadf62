"""Opening an encrypted office: by a passphrase, the recovery key, or the machine's own keyring."""

from pathlib import Path
from uuid import UUID

from mentorapp.domain.accounts import Account, who
from mentorapp.domain.key_errors import NoSlotOpens, SlotsUnreadable
from mentorapp.operations import offices
from mentorapp.storage import key_file, records
from mentorapp.storage.database import Database
from mentorapp.storage.key_slots import Opened


def is_encrypted(path: Path) -> bool:
    """Whether the office asks for a passphrase."""
    return key_file.is_encrypted(path)


def by_passphrase(path: Path, passphrase: str) -> Database:
    """The office opened, with its keys and with who came in. Takes half a second of work.

    Raises NoSlotOpens, also for an account that is closed, and the other OfficeUnavailable.
    """
    return _opened(path, key_file.read(path).opened_by(passphrase))


def _opened(path: Path, opened: Opened) -> Database:
    database = offices.open_office(path, create=False, keys=opened.keys)
    try:
        if not key_file.is_whole(path, opened.keys):
            raise SlotsUnreadable  # noqa: TRY301 - closed below
        with database.read() as tx:
            account = records.by_id(records.find(tx, Account)).get(UUID(opened.holder))
        if account is None or account.closed_on is not None:
            raise NoSlotOpens  # noqa: TRY301 - closed below
        database.who = who(account)
    except BaseException:
        database.close()
        raise
    return database
