"""All that is stored about one person, found by what points to it, and its removal."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Table, select, update

from mentorapp.storage import purging
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
from mentorapp.storage.purging import Rows
from mentorapp.storage.tables import MIRRORS

#: Pointers that may be empty, and that tell of what they point to beside those ``purging`` follows.
_TELLS_TOO = {
    ("invitations", "person_id"),
    ("interviews", "pairing_id"),
    ("calls", "pairing_id"),
    ("network_checks", "pairing_id"),
    ("quotes", "interview_id"),
}
_LOOSE = "subject_id"
_TABLES = {table.name: table for table in MIRRORS.values() if "deleted_at" in table.c}


def of_person(tx: Transaction, person_id: UUID) -> Rows:
    """Every row, deleted ones too, that is about the person or a pair of his, by its table."""
    return hanging_on(tx, {"people": {person_id}})


def hanging_on(tx: Transaction, rows: Rows) -> Rows:
    """These rows and every row that is about one of them."""
    found: Rows = {name: set(ids) for name, ids in rows.items()}
    fresh = dict(found)
    while fresh:
        added: Rows = {}
        for name, ids in fresh.items():
            for table, column in _about(name):
                new = _pointing(tx, table, column, ids) - found.get(table.name, set())
                if new:
                    added.setdefault(table.name, set()).update(new)
        for name, ids in added.items():
            found.setdefault(name, set()).update(ids)
        fresh = added
    return found


def _about(name: str) -> Iterable[tuple[Table, str]]:
    for table in _TABLES.values():
        if _LOOSE in table.c:
            yield table, _LOOSE
        for key in table.foreign_keys:
            column = key.parent.name
            if key.column.table.name == name and (
                not key.parent.nullable
                or column in purging.TELLS_OF.get(table.name, ())
                or (table.name, column) in _TELLS_TOO
            ):
                yield table, column


def _pointing(tx: Transaction, table: Table, column: str, ids: Iterable[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for part in parts(set(ids)):
        found |= set(tx.connection.scalars(select(table.c.id).where(table.c[column].in_(part))))
    return found


def deleted_of(tx: Transaction, rows: Rows) -> Rows:
    """Those of these rows that are deleted already."""
    found: Rows = {}
    for name, ids in rows.items():
        table = _TABLES[name]
        for part in parts(ids):
            asked = select(table.c.id).where(table.c.id.in_(part), table.c.deleted_at.is_not(None))
            hidden = set(tx.connection.scalars(asked))
            if hidden:
                found.setdefault(name, set()).update(hidden)
    return found


def remove(tx: Transaction, rows: Rows) -> Rows:
    """Remove these rows for good, whatever else there is of them; gives all that was removed."""
    for name, ids in rows.items():
        table = _TABLES[name]
        for part in parts(ids):
            shown = table.c.id.in_(part), table.c.deleted_at.is_(None)
            tx.connection.execute(update(table).where(*shown).values(deleted_at=tx.now))
    return purging.purge(tx, rows)
