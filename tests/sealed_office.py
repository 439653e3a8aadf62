"""An encrypted office with accounts: who handles protected people, and who does not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mentorapp.domain.accounts import Account, Role, who
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, offices
from mentorapp.storage import key_file, records
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Stretching

KEYS = OfficeKeys.new()
#: As little work as is allowed.
QUICK = Stretching("00" * 16, memory=8 * 1024, passes=1, lanes=1)
_COORDINATOR = frozenset({Role.COORDINATOR})
MONA = Account(
    name="Mona Elvestrand",
    roles=_COORDINATOR | {Role.ADMINISTRATOR},
    protected=Protection.STRICT,
)
EVA = Account(name="Eva Sund", roles=_COORDINATOR, protected=Protection.STRICT)
KAI = Account(name="Kai Nes", roles=_COORDINATOR, protected=Protection.CONFIDENTIAL)
JON = Account(name="Jon Stensund", roles=_COORDINATOR)
EVERY = (MONA, EVA, KAI, JON)


def passphrase_of(account: Account) -> str:
    """What the account comes in with."""
    return f"fire våte sokker {account.name}"


def make(path: Path) -> None:
    """The office, with these four and a passphrase for each."""
    database = offices.open_office(path, keys=KEYS)
    with database.write("mona") as tx:
        records.add_all(tx, EVERY)
        office = offices.read(tx)
    database.close()
    slots = replace(KeySlots.new(office.id), stretching=QUICK)
    for one in EVERY:
        slots = slots.with_passphrase(keys_of(one), str(one.id), passphrase_of(one))
    key_file.write(path, slots, KEYS)


def keys_of(account: Account) -> OfficeKeys:
    """What the account's slot holds."""
    handles = account.protected is not Protection.NONE
    return KEYS if handles else replace(KEYS, protected=b"")


@contextmanager
def opened(path: Path, account: Account) -> Iterator[Database]:
    """The office as it is for the account."""
    database = offices.open_office(path, create=False, keys=keys_of(account))
    database.who = who(account)
    try:
        yield database
    finally:
        database.close()
