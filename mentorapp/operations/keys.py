"""The keys of an office: made with it, and one way to them for everybody who may come in."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from secrets import token_bytes

from mentorapp.domain import recovery_key
from mentorapp.domain.account_rules import check_account
from mentorapp.domain.accounts import Account, Role, who
from mentorapp.domain.key_errors import EncryptedAlready
from mentorapp.domain.office import Office
from mentorapp.domain.passphrases import check_passphrase
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import clean
from mentorapp.operations import accounts, offices
from mentorapp.operations.offices import NewOffice
from mentorapp.storage import key_file, rekeying
from mentorapp.storage.database import Database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Stretching, Way


@dataclass(frozen=True, slots=True)
class FirstWays:
    """How an office is opened that is encrypted from now on.

    ``recovery`` was made by ``new_recovery_key``, printed, and proven by typing groups of it in.
    """

    name: str
    passphrase: str = field(repr=False)
    recovery: bytes = field(repr=False)


def new_recovery_key() -> bytes:
    """What is printed as groups by ``domain.recovery_key``."""
    return token_bytes(recovery_key.LENGTH)


def make(new: NewOffice, first: FirstWays, stretching: Stretching | None = None) -> Database:
    """Make an encrypted office, open for whoever made it: coordinator and administrator, who
    handles protected people too.

    Raises PassphraseWeak, and what ``offices.make`` refuses. ``stretching`` is for tests alone.
    """
    offices.check_new(new)
    account, keys = _first_account(first.name), OfficeKeys.new()
    slots = _first_slots(account, keys, first, new.office, stretching)
    new.path.parent.mkdir(parents=True, exist_ok=True)
    # Before the office: keys without one are in nobody's way, one without keys opens to nobody.
    key_file.write(new.path, slots, keys)
    try:
        database = offices.make(new, account.name, keys, account)
    except BaseException:
        with suppress(OSError):  # why it was not made is what is to be told
            key_file.remove(new.path)
        raise
    database.who = who(account)
    return database


def encrypt(
    database: Database,
    first: FirstWays,
    now: datetime | None = None,
    stretching: Stretching | None = None,
) -> None:
    """Encrypt an office that was begun without: whoever does it is at the keyboard from then on.

    The file in plain text is gone then, but not from backups made before, which are to be thrown
    away, nor for certain from the disk. Raises EncryptedAlready, PassphraseWeak, and what
    ``rekeying.rekey`` does: nothing has changed then.
    """
    if database.keys is not None:
        raise EncryptedAlready
    with database.read() as tx:
        office = offices.read(tx)
    account, keys = _first_account(first.name), OfficeKeys.new()
    slots = _first_slots(account, keys, first, office, stretching)
    at = now or datetime.now(UTC)
    rekeying.rekey(database, keys, slots, account.name, at, lambda tx: accounts.add(tx, account))
    database.who = who(account)


def _first_account(name: str) -> Account:
    """Who makes an encrypted office may do everything but look at the audit."""
    roles = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
    account = Account(name=clean(name), roles=roles, protected=Protection.STRICT)
    check_account(account, (), ())
    return account


def _first_slots(
    account: Account,
    keys: OfficeKeys,
    first: FirstWays,
    office: Office,
    stretching: Stretching | None,
) -> KeySlots:
    check_passphrase(first.passphrase, [account.name, office.name, office.municipality])
    slots = KeySlots.new(office.id)
    if stretching is not None:
        slots = replace(slots, stretching=stretching)
    slots = slots.with_passphrase(keys, str(account.id), first.passphrase)
    return slots.with_secret(keys, Way.RECOVERY, first.recovery)
