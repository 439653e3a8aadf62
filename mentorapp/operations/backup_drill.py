"""Trying out whether the newest backup can be restored, without touching the office."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime
from time import monotonic

from mentorapp.domain.backup_errors import NoBackup
from mentorapp.domain.backups import Counted, Drill
from mentorapp.operations import offices
from mentorapp.operations.backups import holds_all
from mentorapp.operations.offices import Summary
from mentorapp.operations.restoring import of_office
from mentorapp.storage import restoring
from mentorapp.storage.backup_folder import read_state, write_state
from mentorapp.storage.database import Database, open_database


def drill(database: Database, now: datetime, look: Callable[[], None] = lambda: None) -> Drill:
    """Restore the newest backup beside the office, open it, count it, and throw it away.

    ``look`` is called between the steps and stops it by raising. Raises NoBackup, and what a
    restore raises.
    """
    found = next(iter(of_office(database.path)), None)
    if found is None:
        raise NoBackup
    began = monotonic()
    changed = not holds_all(found.path, database)
    with restoring.tried_out(found.path, database.path, database.keys, look) as copy:
        opened = open_database(copy, create=False, keys=database.keys)
        with closing(opened), opened.read() as tx:
            restored = offices.summary(tx)
        seconds = monotonic() - began
    with database.read() as tx:
        there = offices.summary(tx)
    state = replace(read_state(database.path), drilled=now.astimezone(UTC))
    counted = (
        Counted(one.name, getattr(restored, one.name), getattr(there, one.name))
        for one in fields(Summary)
    )
    done = Drill(found, tuple(counted), changed, seconds)
    if done.passed:
        write_state(database.path, state)
    return done
