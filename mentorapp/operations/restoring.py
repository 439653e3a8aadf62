"""The backups of an office, found without opening it, and one of them put in its place."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mentorapp.domain import recovery_key
from mentorapp.domain.backups import FoundBackup, Restored
from mentorapp.domain.errors import OfficeUnavailable
from mentorapp.domain.key_errors import RecoveryKeyIncomplete, RecoveryKeyMistyped
from mentorapp.domain.office import Office
from mentorapp.domain.people import Person
from mentorapp.operations import anonymising, last_seen
from mentorapp.operations.protecting_again import protect_again
from mentorapp.operations.retained import leave_out, words_of
from mentorapp.storage import (
    backups,
    deletions,
    erasures,
    key_file,
    recognition,
    records,
    restoring,
)
from mentorapp.storage.anonymous_people import ANONYMISED
from mentorapp.storage.backup_folder import backups_of, read_state
from mentorapp.storage.database import Transaction
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Opened, Way
from mentorapp.storage.restoring import Since

#: What a folder for one office is called in a place that several may use.
FOLDER = "mentorapp-"

__all__ = [
    "FoundBackup",
    "OfficeKeys",
    "Restored",
    "by_passphrase",
    "by_recovery_key",
    "in_folder",
    "is_encrypted",
    "of_office",
    "restore",
]


def of_office(office: Path) -> list[FoundBackup]:
    """All backups of the office in both places, the newest first. One in both is told once."""
    first = list(_found(backups_of(office)))
    second = read_state(office).second
    known = {one.path.name for one in first}
    more = _found(second, in_second_place=True) if second else ()
    return _newest_first([*first, *(one for one in more if one.path.name not in known)])


def in_folder(folder: Path) -> list[FoundBackup]:
    """The backups in a folder that somebody shows, and in those of offices inside it."""
    found = list(_found(folder))
    for inside in folder.glob(f"{FOLDER}*"):
        found += _found(inside)
    return _newest_first(found)


def is_encrypted(backup: Path) -> bool:
    """Whether it takes keys to restore it. Raises OfficeNotOpened."""
    return not recognition.is_plain(backup)


def by_passphrase(backup: Path, office: Path, passphrase: str) -> OfficeKeys:
    """The keys of an encrypted backup: by a passphrase of now, from the slots beside the office, or
    by one of then, from those beside the backup. Raises NoSlotOpens, SlotsUnreadable and the like.
    """
    return _keys(backup, office, lambda slots: slots.opened_by(passphrase))


def by_recovery_key(backup: Path, office: Path, secret: bytes) -> OfficeKeys:
    """The same by the recovery key, read from its paper by ``domain.recovery_key``."""
    return _keys(backup, office, lambda slots: slots.opened_by_secret(Way.RECOVERY, secret))


def by_typed(backup: Path, office: Path, text: str) -> OfficeKeys:
    """The same by whichever of the two somebody typed."""
    try:
        secret = recovery_key.typed(text)
    except (RecoveryKeyIncomplete, RecoveryKeyMistyped):
        return by_passphrase(backup, office, text)
    return by_recovery_key(backup, office, secret)


def _keys(backup: Path, office: Path, opened: Callable[[KeySlots], Opened]) -> OfficeKeys:
    with suppress(OfficeUnavailable):  # then those of the backup tell why not
        keys = opened(key_file.read(office)).keys
        recognition.is_new(backup, keys)  # another office's, or older than the present key
        return keys
    return opened(key_file.read(backup)).keys


def restore(
    backup: Path,
    office: Path,
    keys: OfficeKeys | None,
    actor: str,
    now: datetime,
    look: Callable[[], None] = lambda: None,
) -> Restored:
    """Put the backup in the place of the office, which is closed and need not open.

    ``keys`` open the backup: from its own key slots. What was there is kept, what was removed for
    good since the backup is removed again, and who was protected since is protected again.
    ``look`` is called between the steps; what it raises stops it. Raises what
    ``storage.restoring`` does; nothing has changed then.
    """
    done = restoring.restore(backup, office, keys, actor, now, _finish, look)
    last_seen.forget(office)
    return done


def _finish(tx: Transaction, since: Since) -> tuple[int, int]:
    tx.operation, erased = "restoring.restore", since.erased
    people = records.stored(tx, Person, erased.get(deletions.table_of(Person), set()))
    secrets = [text for one in people for text in words_of(tx, one)]
    gone = erasures.take_out(tx, erased)
    leave_out(tx, secrets)
    anonymising.anonymise_again(tx, erased.get(ANONYMISED, set()), tx.now.astimezone().date())
    protected = protect_again(tx, since.levels)
    records.trace_restored(tx, "offices", [one.id for one in records.find(tx, Office)])
    return sum(map(len, gone.values())), protected


def _found(folder: Path, *, in_second_place: bool = False) -> Iterator[FoundBackup]:
    for one in backups.in_folder(folder):
        encrypted = not recognition.is_plain(one.path)
        yield FoundBackup(one.path, one.made, one.size, encrypted, in_second_place)


def _newest_first(found: list[FoundBackup]) -> list[FoundBackup]:
    return sorted(found, key=lambda one: one.made, reverse=True)
