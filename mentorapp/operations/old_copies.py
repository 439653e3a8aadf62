"""Copies that open by what was taken away when the office got other keys: shown, and removed."""

from datetime import datetime

from mentorapp.domain.key_errors import NotEncrypted
from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.operations import plain_copies
from mentorapp.storage import old_copies
from mentorapp.storage.database import Database


def left(database: Database) -> list[LeftCopy]:
    """The newest first. Raises NotEncrypted."""
    if database.keys is None:
        raise NotEncrypted
    return old_copies.found(database.path, database.keys)


def remove(database: Database, now: datetime) -> CopiesRemoved:
    """Remove them as ``plain_copies.remove`` does its own, which raises the same."""
    return plain_copies.remove_all(database, now, left)
