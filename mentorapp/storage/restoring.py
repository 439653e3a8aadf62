"""Putting a backup in the place of an office, which need not open for it.

The copy is made, checked, brought up to date and freed of what was erased since in a folder of its
own; only then is the office moved out of the way and the copy moved in. Nothing is ever written
over: what was replaced can be opened where it lies then.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path
from shutil import copyfile, rmtree
from uuid import UUID

from sqlalchemy.exc import DBAPIError

from mentorapp.domain.accounts import Account
from mentorapp.domain.backup_rules import OLDEST, ages
from mentorapp.domain.backups import Restored
from mentorapp.domain.errors import (
    CannotWriteFile,
    FileTrouble,
    NotAnOffice,
    OfficeDamaged,
    OfficeTooNew,
    Refused,
)
from mentorapp.domain.files import trouble_of
from mentorapp.domain.protection import Shield, strictest
from mentorapp.storage import (
    backups,
    erasure_file,
    erasures,
    key_file,
    key_slots,
    protection_file,
    recognition,
    records,
    scopes,
    shields,
)
from mentorapp.storage.backup_folder import backups_of, replaced_of
from mentorapp.storage.database import Transaction, open_database
from mentorapp.storage.erasure_file import Rows
from mentorapp.storage.key_file import sync_file, sync_folder
from mentorapp.storage.key_slots import OfficeKeys, Way
from mentorapp.storage.office_lock import alone
from mentorapp.storage.protection_file import Levels
from mentorapp.storage.recognition import next_path, slots_path

_STAMP = "%Y%m%dT%H%M%SZ"
#: What an office consists of, the file itself first: a half without it opens nothing by mistake.
_PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Since:
    """What became of records since a backup was made: removed for good, or how protected.

    ``accounts`` are those that came in to the office as it was, ``holders`` their ids by its slots.
    """

    erased: Rows
    levels: Levels
    accounts: Mapping[UUID, str] = field(default_factory=dict)
    holders: frozenset[UUID] = frozenset()


def restore(
    backup: Path,
    office: Path,
    keys: OfficeKeys | None,
    actor: str,
    now: datetime,
    finish: Callable[[Transaction, Since], tuple[int, int]],
    look: Callable[[], None] = lambda: None,
) -> Restored:
    """Restore ``backup``, which the ``keys`` open.

    ``finish`` takes out of the copy what is told to have been erased, protects whom it is told of,
    and notes the restore; it gives how many rows went and how many people it protected. ``look``
    is called between the steps and stops it by raising. Raises OfficeUnavailable for a backup that
    is not sound, too new or not opened by these keys, CannotWriteFile, and ReadOnlyOffice where
    another program has the office open. Nothing has changed then.
    """
    with alone(office), tried_out(backup, office, keys, look) as copy:
        since = _since(backup, office, keys)
        opened = open_database(copy, create=False, keys=keys)
        with closing(opened), opened.write(actor, now) as tx:
            gone, protected = finish(tx, since)
            shut_out, unnamed = _shut_out(tx, since) if keys else ((), 0)
        if _beside(copy, "-wal").exists():  # no room to fold it in
            raise CannotWriteFile(office.name, FileTrouble.FULL)
        backups.check(copy, keys)
        look()
        slots = _slots_for(backup, office, keys)
        present = _present_slots(office)
        of_then = slots is not None and slots not in present and slots_path(office).exists()
        replaced = _exchange(copy, office, slots, now)
        with suppress(OSError):  # the lists it was put together from are there all the same
            if since.erased:
                erasure_file.write(office, since.erased)
            if since.levels:
                protection_file.write(office, since.levels)
    return Restored(office, replaced, gone, of_then, protected, shut_out, unnamed)


@contextmanager
def tried_out(
    backup: Path, office: Path, keys: OfficeKeys | None, look: Callable[[], None]
) -> Iterator[Path]:
    """A checked copy of the backup on the disk of the office, away again at the end."""
    if backup.is_symlink() or recognition.is_new(backup, keys):
        raise NotAnOffice(backup)
    with _workshop(office) as workshop, _told_of(backup):
        copy = workshop / office.name
        backups.copy_exactly(backup, copy)
        look()
        backups.check(copy, keys)
        look()
        yield copy


def thin_replaced(office: Path, now: datetime) -> None:
    """Remove what restores took out of the way as long ago as no backup is kept."""
    made = [one.made for one in backups.in_folder(backups_of(office))]
    with suppress(OSError):
        for folder in replaced_of(office).iterdir():
            with suppress(ValueError):
                since = datetime.strptime(folder.name[:16], _STAMP).replace(tzinfo=UTC)
                old = ages([since, *made], now).get(since, timedelta())
                if old >= OLDEST and not folder.is_symlink():
                    rmtree(folder)


def _since(backup: Path, office: Path, keys: OfficeKeys | None) -> Since:
    """What the lists tell, and the old office if it can be asked."""
    erased, levels, accounts = Rows(), Levels(), dict[UUID, str]()
    # A damaged file may answer with anything; the lists beside it are the rule. It is open to read
    # alone, and those protected would not be there for that.
    with (
        suppress(Refused, DBAPIError, ValueError),
        closing(open_database(office, create=False, keys=keys)) as old,
        old.read() as tx,
        scopes.whole(tx),
    ):
        erased = erasures.known(tx)
        levels = shields.shielded(tx)
        accounts = {one.id: one.name for one in _let_in(tx)}
    beside = backups.office_in(backup.parent)
    erased = erasure_file.together(erasure_file.read(office), erasure_file.read(beside), erased)
    listed = protection_file.read(office)
    # What could not be written into the one list stands in the other: the stricter counts.
    present = {one: _strictest(one, listed, levels) for one in listed.keys() | levels.keys()}
    levels = protection_file.read(beside) | present
    return Since(erased, levels, accounts, _holders(office))


def _shut_out(tx: Transaction, since: Since) -> tuple[tuple[str, ...], int]:
    there = {one.id for one in _let_in(tx)}
    names = [name for account, name in since.accounts.items() if account not in there]
    return tuple(sorted(names)), len(since.holders - since.accounts.keys() - there)


def _let_in(tx: Transaction) -> list[Account]:
    return [one for one in records.find(tx, Account) if one.closed_on is None]


def _holders(office: Path) -> frozenset[UUID]:
    with suppress(Refused, ValueError):
        slots = key_file.read(office).slots
        return frozenset(UUID(one.holder) for one in slots if one.way is Way.PASSPHRASE)
    return frozenset()


def _strictest(person: UUID, *lists: Levels) -> Shield:
    told = [levels[person] for levels in lists if person in levels]
    return Shield(strictest(one.level for one in told), strictest(one.own for one in told))


def _slots_for(backup: Path, office: Path, keys: OfficeKeys | None) -> Path | None:
    """The file of key slots that the restored office gets, None for one without keys.

    The present one where it has the same key: whoever was removed since does not come in again,
    and passphrases changed since are still the right ones.
    """
    if keys is None:
        return None
    for present in _present_slots(office):
        with suppress(OSError, ValueError):
            if key_slots.is_whole(present.read_text(encoding="utf-8"), keys):
                return present
    return slots_path(backup)


def _present_slots(office: Path) -> tuple[Path, Path]:
    """Those in place, and those that wait where a program was killed: either may be right."""
    return slots_path(office), next_path(office)


def _exchange(copy: Path, office: Path, slots: Path | None, now: datetime) -> Path | None:
    """Move the office out of the way and the copy in."""
    new_slots = copy.with_name("slots")
    moved: list[tuple[Path, Path]] = []
    aside = _unused(replaced_of(office) / now.astimezone(UTC).strftime(_STAMP))
    try:
        if slots is not None:
            new_slots.touch(0o600)
            copyfile(slots, new_slots)
            sync_file(new_slots)
        there = [one for part in _PARTS if (one := _beside(office, part)).exists()]
        there += [one for one in _present_slots(office) if one.exists()]
        if there:
            aside.mkdir(parents=True)
        for one in there:
            one.rename(aside / one.name)
            moved.append((aside / one.name, one))
        if slots is not None:
            new_slots.replace(slots_path(office))
        copy.replace(office)
        sync_folder(office.parent)
    except OSError as error:
        for now_at, was_at in reversed(moved):
            with suppress(OSError):  # why it was not exchanged is what is to be told
                now_at.replace(was_at)
        raise CannotWriteFile(office.name, trouble_of(error)) from error
    return aside / office.name if (aside / office.name).exists() else None


@contextmanager
def _told_of(backup: Path) -> Iterator[None]:
    """What is wrong with the copy is wrong with the backup, which is the one the user knows."""
    try:
        yield
    except (NotAnOffice, OfficeDamaged, OfficeTooNew) as refused:
        refused.path = backup
        raise


@contextmanager
def _workshop(office: Path) -> Iterator[Path]:
    """A folder on the office's own disk, away again at the end."""
    folder = _beside(office, ".restoring")
    try:
        rmtree(folder, ignore_errors=True)  # of a program that was killed
        folder.mkdir(mode=0o700)
        yield folder
    except OSError as error:
        raise CannotWriteFile(office.name, trouble_of(error)) from error
    finally:
        rmtree(folder, ignore_errors=True)


def _unused(folder: Path) -> Path:
    names = (folder.with_name(f"{folder.name}-{again}") for again in count(2))
    return next(one for one in chain([folder], names) if not one.exists())


def _beside(office: Path, ending: str) -> Path:
    return office.with_name(f"{office.name}{ending}")
