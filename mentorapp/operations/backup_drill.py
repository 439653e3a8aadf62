"""Trying out whether the newest backup can be restored, without touching the office."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic

from mentorapp.domain.backup_errors import NoBackup
from mentorapp.operations import offices
from mentorapp.operations.offices import Summary
from mentorapp.operations.restoring import FoundBackup, of_office
from mentorapp.storage import backups, restoring
from mentorapp.storage.backup_folder import read_state, write_state
from mentorapp.storage.database import Database, open_database


@dataclass(frozen=True, slots=True)
class Drill:
    """What came out of the backup beside what is in the office.

    Where nothing was ``changed_since``, the two are the same or the backup is no good.
    """

    backup: FoundBackup
    restored: Summary
    office: Summary
    changed_since: bool
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether the backup may be relied on."""
        return self.changed_since or self.restored == self.office


def drill(database: Database, now: datetime, look: Callable[[], None] = lambda: None) -> Drill:
    """Restore the newest backup beside the office, open it, count it, and throw it away.

    ``look`` is called between the steps and stops it by raising. Raises NoBackup, and what a
    restore raises.
    """
    found = next(iter(of_office(database.path)), None)
    if found is None:
        raise NoBackup
    began = monotonic()
    changed = backups.newest_change(found.path, database.keys) != database.newest_change()
    with restoring.tried_out(found.path, database.path, database.keys, look) as copy:
        opened = open_database(copy, create=False, keys=database.keys)
        with closing(opened), opened.read() as tx:
            restored = offices.summary(tx)
        seconds = monotonic() - began
    with database.read() as tx:
        there = offices.summary(tx)
    state = replace(read_state(database.path), drilled=now.astimezone(UTC))
    done = Drill(found, restored, there, changed, seconds)
    if done.passed:
        write_state(database.path, state)
    return done
