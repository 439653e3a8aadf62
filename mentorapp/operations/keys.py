"""The keys of an office: made with it, and one way to them for everybody who may come in."""

from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_bytes

from mentorapp.domain import recovery_key
from mentorapp.domain.accounts import Account, Role, who
from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.passphrases import check_passphrase
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.operations import offices
from mentorapp.operations.offices import NewOffice
from mentorapp.storage import key_file
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
    check_passphrase(first.passphrase, [first.name, new.office.name, new.office.municipality])
    if new.path.exists():
        raise CannotWriteFile(new.path.name, FileTrouble.IS_THERE)
    account = first_account(first.name)
    keys = OfficeKeys.new()
    slots = KeySlots(str(new_id()), stretching or Stretching(token_bytes(16).hex()))
    slots = slots.with_passphrase(keys, str(account.id), first.passphrase)
    slots = slots.with_secret(keys, Way.RECOVERY, first.recovery)
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


def first_account(name: str) -> Account:
    """Who makes an encrypted office may do everything but look at the audit."""
    roles = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
    return Account(name=name.strip(), roles=roles, protected=Protection.STRICT)
