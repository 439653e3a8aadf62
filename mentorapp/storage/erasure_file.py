"""What was removed from an office for good, as a list of ids beside it.

A backup of before still has it: after a restore the list says what is to go once more. Written when
the removal is committed; the audit inside the office has the same ids, should the office end in
between. Nothing but names of tables and ids stands here.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import UUID

from mentorapp.storage import id_lists

Rows = dict[str, set[UUID]]


def erasures_path(office: Path) -> Path:
    """Where the list lies."""
    return office.with_name(f"{office.name}.erased")


def append(office: Path, erased: Iterable[tuple[str, UUID]]) -> None:
    """Add to the list, on the disk when this returns. Raises OSError."""
    id_lists.append(erasures_path(office), erased)


def read(office: Path) -> Rows:
    """The ids by their tables; none where there is no list."""
    found: Rows = {}
    for table, record in id_lists.read(erasures_path(office)):
        found.setdefault(table, set()).add(record)
    return found


def write(office: Path, rows: Mapping[str, Iterable[UUID]]) -> None:
    """Put a list in place of the one before, whole. Raises OSError."""
    lines = ((table, record) for table, ids in rows.items() for record in ids)
    id_lists.write(erasures_path(office), lines)


def together(*lists: Mapping[str, Iterable[UUID]]) -> Rows:
    """All of several lists."""
    found: Rows = {}
    for rows in lists:
        for table, ids in rows.items():
            found.setdefault(table, set()).update(ids)
    return found
