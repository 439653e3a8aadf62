"""Making what points to one record point to another one."""

from dataclasses import replace
from uuid import UUID

from mentorapp.domain.records import Record
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import MIRRORS

#: Points to a record of any kind, which the database does not watch.
_LOOSE = "subject_id"


def repoint(tx: Transaction, kind: type[Record], old: UUID, new: UUID) -> None:
    """Let everything that is there and points to ``old`` point to ``new``."""
    for other, table in MIRRORS.items():
        if "deleted_at" not in table.c:
            continue
        above = MIRRORS[kind]
        names = [key.parent.name for key in table.foreign_keys if key.column.table is above]
        if _LOOSE in table.c:
            names.append(_LOOSE)
        for name in names:
            stored = records.find(tx, other, **{name: old})
            records.amend_all(tx, [(one, replace(one, **{name: new})) for one in stored])
