"""Who has a passphrase: coordinators are added, changed and removed, in the office and its slots.

Both are changed in one transaction, the slots last: a program that is killed in between leaves a
slot for an account that is not there, which opens nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from mentorapp.domain.account_errors import NotAllowed, OnlyHandlersLetIn
from mentorapp.domain.accounts import Account, Right, who
from mentorapp.domain.audit import Did
from mentorapp.domain.key_errors import NoSlotOpens, NotEncrypted
from mentorapp.domain.passphrases import check_passphrase
from mentorapp.domain.protection import Protection
from mentorapp.operations import accounts, offices
from mentorapp.operations.intention import check
from mentorapp.storage import audit_chain, key_file, records, rekeying, sealing
from mentorapp.storage.database import Database, Transaction
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way


@dataclass(frozen=True, slots=True)
class WayIn:
    """An account, and whether a passphrase is kept for it."""

    account: Account
    has_passphrase: bool


def all_ways(database: Database) -> list[WayIn]:
    """Every account that is not closed. Raises NotAllowed and SlotsUnreadable."""
    _, slots = _slots(database)
    with database.read() as tx:
        found = accounts.all_accounts(tx)
    return [
        WayIn(one, bool(slots.of(str(one.id), Way.PASSPHRASE)))
        for one in found
        if one.closed_on is None
    ]


def closed(database: Database) -> list[Account]:
    """Accounts that come in no more, by name. Raises NotAllowed."""
    with database.read() as tx:
        found = [one for one in accounts.all_accounts(tx) if one.closed_on is not None]
    return sorted(found, key=lambda one: one.name.casefold())


def add(
    database: Database, account: Account, passphrase: str, now: datetime | None = None
) -> Account:
    """Let somebody in by this passphrase, which she changes when she first comes in.

    Raises what ``accounts.add`` does, PassphraseWeak, PassphraseTaken and CannotWriteFile.
    """
    return _let_in(database, lambda tx: accounts.add(tx, account), passphrase, now)


def reopen(
    database: Database, account_id: UUID, passphrase: str, now: datetime | None = None
) -> Account:
    """Let somebody in again who was removed, by another passphrase. Her name is hers in the log,
    so that nobody new can have it. Raises what ``accounts.reopen`` does and what ``add`` does.
    """
    return _let_in(database, lambda tx: accounts.reopen(tx, account_id), passphrase, now)


def change(database: Database, account: Account, now: datetime | None = None) -> Account:
    """Save other roles, schemes, another name or level. Who becomes a handler of protected people
    gets the key to where they live, who is one no more loses it.

    Where it is lost to somebody by one who has it, it is made anew, and the office's own with it.
    Raises what ``accounts.change`` does, CannotWriteFile and what ``rekeying.rekey`` does.
    """
    keys, slots = _slots(database)
    with database.read() as tx:
        before = records.get(tx, Account, account.id)
    if _handles(before) and not _handles(account) and keys.protected:
        changed = []
        _rekey(
            database, slots, lambda tx: changed.append(accounts.change(tx, account)), now, before
        )
        return changed[0]
    with database.write(database.who.name, now) as tx:
        saved = accounts.change(tx, account)
        if _handles(before) != _handles(saved):
            if keys.protected:
                slots = slots.refilled(keys, _of_handlers(tx, slots))
            else:
                slots = slots.kept_from(slots.of(str(account.id)))
            key_file.write(database.path, slots, keys)
    return saved


def change_passphrase(database: Database, old: str, new: str, now: datetime | None = None) -> None:
    """Whoever came in takes another passphrase. Backups made before open with the old one.

    Raises NoSlotOpens where ``old`` is not hers, and what ``give_passphrase`` does.
    """
    _, slots = _slots(database)
    if slots.opened_by(old).holder != str(database.who.account):
        raise NoSlotOpens
    give_passphrase(database, UUID(str(database.who.account)), new, now)


def give_passphrase(
    database: Database, account_id: UUID, passphrase: str, now: datetime | None = None
) -> None:
    """Put this passphrase in the place of the account's own; that of somebody else who forgot it
    takes an administrator, and a handler of protected people where she is one.

    Raises NotAllowed, OnlyHandlersLetIn, PassphraseWeak, PassphraseTaken, ReadOnlyOffice and
    CannotWriteFile.
    """
    keys, slots = _slots(database)
    holder = str(account_id)
    with database.write(database.who.name, now) as tx:
        tx.operation = "ways_in.give_passphrase"
        account = records.get(tx, Account, account_id)
        if account_id != database.who.account:
            check(tx, Right.ACCOUNTS)
        if _handles(account) and not keys.protected:
            raise OnlyHandlersLetIn(account.protected)
        _check(tx, account, passphrase)
        before = slots.of(holder, Way.PASSPHRASE)
        slots = slots.with_passphrase(_known_to(account, keys), holder, passphrase)
        slots = slots.without(before)
        audit_chain.append(tx, "accounts", [account_id], Did.CHANGED, [("passphrase",)])
        key_file.write(database.path, slots, keys)


def remove(database: Database, account_id: UUID, on: date, now: datetime | None = None) -> None:
    """Close the account, take its slots away and give the office other keys.

    Copies made before still open with what she knows: they are to be made anew and thrown away.
    Raises what ``accounts.close`` does and what ``rekeying.rekey`` does: nothing has changed then.
    """
    _, slots = _slots(database)
    with database.read() as tx:
        account = records.get(tx, Account, account_id)
    left = slots.without(slots.of(str(account_id)))
    _rekey(database, left, lambda tx: accounts.close(tx, account_id, on), now, account)


def renew_recovery_key(database: Database, recovery: bytes, now: datetime | None = None) -> None:
    """Have another recovery key from now on, and other keys of the office: who found the old paper
    comes in no more. Raises NotAllowed, OnlyHandlersLetIn and what ``rekeying.rekey`` does.
    """
    check_may_renew(database)
    keys, slots = _slots(database)
    slots = slots.with_secret(keys, Way.RECOVERY, recovery)
    slots = slots.without({one.id for one in slots.slots[:-1] if one.way is Way.RECOVERY})

    def note(tx: Transaction) -> None:
        tx.operation = "ways_in.renew_recovery_key"
        office = [offices.read(tx).id]
        audit_chain.append(tx, "offices", office, Did.CHANGED, [("recovery_key",)])

    _rekey(database, slots, note, now)


def check_may_renew(database: Database) -> None:
    """Raise what ``renew_recovery_key`` would, before another key is shown to anybody.

    The paper opens where protected people live too: only a handler has what is on it.
    """
    keys, _ = _slots(database)
    if not database.who.may(Right.ACCOUNTS):
        raise NotAllowed(Right.ACCOUNTS, database.who.rights)
    if not keys.protected:
        raise OnlyHandlersLetIn(Protection.STRICT)


def _slots(database: Database) -> tuple[OfficeKeys, KeySlots]:
    """Raises NotEncrypted, and SlotsUnreadable where somebody without the key has changed them."""
    if database.keys is None:
        raise NotEncrypted
    return database.keys, key_file.whole(database.path, database.keys)


def _let_in(
    database: Database,
    let: Callable[[Transaction], Account],
    passphrase: str,
    now: datetime | None,
) -> Account:
    keys, slots = _slots(database)
    with database.write(database.who.name, now) as tx:
        account = let(tx)
        _check(tx, account, passphrase)
        holder = str(account.id)
        before = slots.of(holder, Way.PASSPHRASE)
        slots = slots.with_passphrase(_known_to(account, keys), holder, passphrase)
        key_file.write(database.path, slots.without(before), keys)
    return account


def _rekey(
    database: Database,
    slots: KeySlots,
    change: Callable[[Transaction], object],
    now: datetime | None,
    gone: Account | None = None,
) -> None:
    """Other keys for the office, and where ``gone`` handled protected people another one to them,
    as far as whoever does this has the old one.
    """
    old = _slots(database)[0]
    keys, handlers = replace(OfficeKeys.new(), protected=old.protected), None
    if gone is not None and _handles(gone) and old.protected:
        keys = OfficeKeys.new()
        with database.read() as tx:
            handlers = _of_handlers(tx, slots) - slots.of(str(gone.id))

    def changed(tx: Transaction) -> None:
        change(tx)
        if keys.protected != old.protected:
            sealing.rekey(tx, old.protected, keys.protected)

    slots, at = slots.refilled(keys, handlers), now or datetime.now(UTC)
    rekeying.rekey(database, keys, slots, database.who.name, at, changed)


def _check(tx: Transaction, account: Account, passphrase: str) -> None:
    office = offices.read(tx)
    check_passphrase(passphrase, [account.name, office.name, office.municipality])


def _handles(account: Account) -> bool:
    return who(account).protected is not Protection.NONE


def _known_to(account: Account, keys: OfficeKeys) -> OfficeKeys:
    return keys if _handles(account) else replace(keys, protected=b"")


def _of_handlers(tx: Transaction, slots: KeySlots) -> set[str]:
    """The slots that hold the key to where protected people live."""
    handlers = {str(one.id) for one in records.find(tx, Account) if _handles(one)}
    return {one.id for one in slots.slots if one.way is Way.RECOVERY or one.holder in handlers}
