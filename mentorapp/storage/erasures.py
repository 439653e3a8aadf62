"""Taking out of an office once more what was removed from it for good."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, select, update

from mentorapp.domain.audit import Did
from mentorapp.storage import anonymous_people, belongings, erasure_file, purging
from mentorapp.storage.anonymous_people import ANONYMISED
from mentorapp.storage.database import Transaction
from mentorapp.storage.erasure_file import Rows
from mentorapp.storage.parts import parts
from mentorapp.storage.purging import MAKING_ROOM, ROOM
from mentorapp.storage.tables import MIRRORS, audit_table

_TABLES = {table.name: table for table in MIRRORS.values() if "deleted_at" in table.c}


def known(tx: Transaction) -> Rows:
    """What was removed for good, as the audit has it."""
    found: Rows = {}
    columns = audit_table.c
    asked = select(columns.record, columns.record_id, columns.operation).where(
        columns.change == Did.ERASED.value
    )
    for table, record, operation in tx.connection.execute(asked):
        name = f"{ROOM}{table}" if operation == MAKING_ROOM else table
        found.setdefault(name, set()).add(record)
    found[ANONYMISED] = anonymous_people.ids(tx)
    return {table: ids for table, ids in found.items() if ids}


def take_out(tx: Transaction, wanted: Rows) -> Rows:
    """Remove for good what of ``wanted`` is there; gives all that was removed.

    What something stands on that is not ``wanted`` stays as it was: two records of one person that
    were made one since are still two in an old backup.
    """
    there, shown = Rows(), Rows()
    for name, ids in erasure_file.together(wanted, _room_of_people(tx, wanted)).items():
        if name not in _TABLES:
            continue
        for record, deleted_at in _stored(tx, _TABLES[name], ids):
            there.setdefault(name, set()).add(record)
            if deleted_at is None:
                shown.setdefault(name, set()).add(record)
    _hide(tx, shown, tx.now)
    gone = purging.purge(tx, there)
    _hide(tx, {name: ids - gone.get(name, set()) for name, ids in shown.items()}, None)
    return gone


def _room_of_people(tx: Transaction, wanted: Rows) -> Rows:
    """What once made room and is about people who go: they would else stay for its sake."""
    theirs = belongings.hanging_on(tx, {"people": wanted.get("people", set())})
    return {name: ids & wanted.get(f"{ROOM}{name}", set()) for name, ids in theirs.items()}


def _stored(tx: Transaction, table: Table, ids: set[UUID]) -> list[tuple[UUID, datetime | None]]:
    asked = select(table.c.id, table.c.deleted_at)
    return [
        (record, deleted_at)
        for part in parts(ids)
        for record, deleted_at in tx.connection.execute(asked.where(table.c.id.in_(part)))
    ]


def _hide(tx: Transaction, rows: Rows, since: datetime | None) -> None:
    for name, ids in rows.items():
        table = _TABLES[name]
        for part in parts(ids):
            tx.connection.execute(
                update(table).where(table.c.id.in_(part)).values(deleted_at=since)
            )
