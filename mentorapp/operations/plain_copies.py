"""What is left in plain text of an office that was encrypted later: shown, and removed."""

from collections.abc import Callable
from datetime import datetime

from mentorapp.domain.key_errors import NotEncrypted
from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.operations import backups
from mentorapp.storage import plain_copies
from mentorapp.storage.database import Database

__all__ = ["CopiesRemoved", "LeftCopy", "left", "remove"]


def left(database: Database) -> list[LeftCopy]:
    """The newest first; none for an office that is in plain text itself."""
    return plain_copies.found(database.path)


def remove(database: Database, now: datetime) -> CopiesRemoved:
    """Remove them, once the office was read through and backed up with its keys.

    Those in the second place stay where the new backup could not be put there. Deleted is what the
    disk lets go of: what lay in its blocks may be found there for a while by whoever looks with
    the right tools. Raises NotEncrypted, NotAllowed, ReadOnlyOffice, OfficeDamaged and
    CannotWriteFile: nothing was removed then.
    """
    return remove_all(database, now, left)


def remove_all(
    database: Database, now: datetime, left: Callable[[Database], list[LeftCopy]]
) -> CopiesRemoved:
    """The same for whatever copies are ``left``."""
    if database.keys is None:
        raise NotEncrypted
    backups.check_settings(database)
    if database.read_only:
        raise database.why_read_only
    database.look_over()
    database.check()
    made = backups.make(database, now)
    there = left(database)
    stays = [one for one in there if one.in_second_place and made.second is None]
    not_removed = plain_copies.remove(database.path, [one for one in there if one not in stays])
    return CopiesRemoved(len(there) - len(stays) - len(not_removed), (*stays, *not_removed))
