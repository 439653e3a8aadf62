"""Files kept in the office file with the record they belong to: printed letters, reports, pictures.

They are no records: a picture or a page of some ten kilobytes has no place in every list that reads
its record, nor in the history of changes. One is never changed; it goes when its record goes for
good (``purging``), or at once by ``remove``.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import delete, insert, select

from mentorapp.storage.database import Transaction
from mentorapp.storage.paper_tables import stored_files_table
from mentorapp.storage.parts import parts

_FILES = stored_files_table.c


def keep(tx: Transaction, files: Mapping[UUID, bytes]) -> None:
    """Keep the file of each of these records, which have none yet."""
    if files:
        rows = [{"owner_id": one, "contents": contents} for one, contents in files.items()]
        tx.connection.execute(insert(stored_files_table), rows)


def read(tx: Transaction, owner_id: UUID) -> bytes | None:
    """The file of this record; None when it has none."""
    asked = select(_FILES.contents).where(_FILES.owner_id == owner_id)
    found: bytes | None = tx.connection.scalar(asked)
    return found


def which(tx: Transaction, owner_ids: Collection[UUID]) -> set[UUID]:
    """Those of these records that have a file."""
    found: set[UUID] = set()
    for part in parts(owner_ids):
        asked = select(_FILES.owner_id).where(_FILES.owner_id.in_(part))
        found |= set(tx.connection.scalars(asked))
    return found


def remove(tx: Transaction, owner_ids: Collection[UUID]) -> None:
    """Remove the files of these records for good; the records stay."""
    for part in parts(owner_ids):
        tx.connection.execute(delete(stored_files_table).where(_FILES.owner_id.in_(part)))
