"""Backups of an office that is open: made by themselves and on demand, in two places, tried out.

The first place is a folder beside the office, the second a folder that somebody chose: on a share
or a stick, so that a fire or a thief takes only one. All of it runs beside the work: others go on
saving meanwhile.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right
from mentorapp.domain.backup_rules import is_due, is_overdue
from mentorapp.domain.backups import DRILL_EVERY, BackupStatus
from mentorapp.domain.errors import CannotWriteFile, FileTrouble, OfficeUnavailable, Refused
from mentorapp.domain.files import trouble_of
from mentorapp.domain.office import Office
from mentorapp.operations.restoring import FOLDER
from mentorapp.storage import backups, plain_copies, records, restoring, schema
from mentorapp.storage.backup_folder import backups_of, read_state, write_state
from mentorapp.storage.backups import Backup
from mentorapp.storage.database import Database
from mentorapp.storage.key_slots import OfficeKeys

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """``trouble`` tells why there is none in the second place, where one was chosen."""

    first: Backup
    second: Backup | None = None
    trouble: CannotWriteFile | None = None


def status(office: Path, now: datetime) -> BackupStatus:
    """Looks at the folders alone; a share that does not answer can take its time."""
    state = read_state(office)
    newest = _newest(backups_of(office), now)
    second = state.second
    there = second is not None and second.is_dir()
    newest_second = _newest(second, now) if second is not None and there else None
    drill_since = state.drilled or (_oldest(backups_of(office)))
    return BackupStatus(
        newest=newest.made if newest else None,
        overdue=is_overdue(newest.made if newest else None, now),
        second=second,
        second_missing=second is not None and not there,
        second_on_same_disk=second is not None and there and _same_disk(second, office),
        newest_second=newest_second.made if newest_second else None,
        drilled=state.drilled,
        drill_due=drill_since is not None and now - drill_since > DRILL_EVERY,
        in_plain_text=len(plain_copies.found(office)),
    )


def make(database: Database, now: datetime, step: Step = lambda _left, _all: None) -> Made:
    """Back up now, in both places, and remove what need not be kept.

    ``step`` is told how many pages are left of how many and stops it by raising. Raises
    CannotWriteFile, or OfficeDamaged where the office itself is.
    """
    office = database.path
    first = backups.make(database, database.keys, backups_of(office), now, step)
    second, trouble = None, None
    folder = read_state(office).second
    if folder is not None:
        try:
            # Made again it would lie where a stick usually is, and be taken for the one on it.
            if not folder.is_dir():
                raise CannotWriteFile(folder.parent.name, FileTrouble.NOT_THERE)  # noqa: TRY301
            second = backups.copied(first, folder)
            backups.thin(folder, now)
        except CannotWriteFile as refused:
            trouble = refused
    backups.thin(backups_of(office), now)
    restoring.thin_replaced(office, now)
    return Made(first, second, trouble)


def make_if_due(
    database: Database, now: datetime, step: Step = lambda _left, _all: None
) -> Made | None:
    """What the clock of the window asks for now and then. Once a week an office is backed up that
    nobody changed, too: it is seen then that it still can be.
    """
    newest = _newest(backups_of(database.path), now)
    last = newest.made if newest else None
    if last is not None and is_overdue(last, now) and not is_example(database):
        return make(database, now, step)
    if not is_due(True, last, now) or not is_changed(database, now):
        return None
    return make(database, now, step)


def make_if_changed(
    database: Database, now: datetime, step: Step = lambda _left, _all: None
) -> Made | None:
    """Before something that changes much, and at the end: unless the newest backup has it all."""
    return make(database, now, step) if is_changed(database, now) else None


def is_changed(database: Database, now: datetime) -> bool:
    """Whether anything was written since the newest backup. The example office is never backed
    up by itself: it can be made anew. One that was encrypted is somebody's own by now.
    """
    if is_example(database):
        return False
    newest = _newest(backups_of(database.path), now)
    return newest is None or not holds_all(newest.path, database)


def is_example(database: Database) -> bool:
    """Whether it is there to play with: all people in it are made up, and it has no accounts."""
    if database.keys is not None:
        return False
    with database.read() as tx:
        return any(office.is_example for office in records.find(tx, Office))


def holds_all(backup: Path, database: Database) -> bool:
    """Whether nothing was written since the backup. One that cannot be asked does not."""
    try:
        return backups.newest_change(backup, database.keys) == database.newest_change()
    except OfficeUnavailable:  # rotten, of an older program, or of before the keys were changed
        return False


def after_other_keys(database: Database, now: datetime) -> Refused | None:
    """Back up an office that got other keys: the copies of before open by what was taken away.

    Gives why there is no new one, or none in the second place: the keys were changed all the same.
    """
    try:
        return make(database, now).trouble
    except Refused as refused:
        return refused


def newest_of_before(office: Path, keys: OfficeKeys | None) -> datetime | None:
    """When the newest backup was made that this program can restore, of an office that a newer one
    has brought up to date.
    """
    for one in backups.in_folder(backups_of(office)):
        with suppress(OfficeUnavailable):
            if backups.version(one.path, keys) <= schema.HEAD:
                return one.made
    return None


def before_upgrade(database: Database, now: datetime) -> None:
    """Keep an office as an older program left it. Its tables are not ours yet: nothing is read."""
    make(database, now)


def set_second(database: Database, folder: Path | None) -> Path | None:
    """Choose the folder of the second place, or none; gives the folder in it for this office.

    Raises NotAllowed, or CannotWriteFile where nothing can be written there.
    """
    check_settings(database)
    if folder is not None:
        with database.read() as tx:
            own = f"{FOLDER}{records.find(tx, Office)[0].id.hex[-12:]}"
        folder = folder if folder.name == own else folder / own
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteFile(folder.parent.name, trouble_of(error)) from error
    write_state(database.path, replace(read_state(database.path), second=folder))
    return folder


def check_settings(database: Database) -> None:
    """Raise NotAllowed for whoever may not move the second place, or restore an office that is
    open. One that does not open is restored by anybody who has a passphrase: work must go on.
    """
    if not database.who.may(Right.SETTINGS):
        raise NotAllowed(Right.SETTINGS, database.who.rights)


def _newest(folder: Path, now: datetime) -> Backup | None:
    """One dated ahead of now is none to go by: the clock was wrong then, and who knows when."""
    return next((one for one in backups.in_folder(folder) if one.made <= now), None)


def _oldest(folder: Path) -> datetime | None:
    return min((one.made for one in backups.in_folder(folder)), default=None)


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
