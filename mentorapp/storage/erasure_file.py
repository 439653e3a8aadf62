"""What was removed from an office for good, as a list of ids beside it.

A backup of before still has it: after a restore the list says what is to go once more. Written when
the removal is committed; the audit inside the office has the same ids, should the office end in
between. Nothing but names of tables and ids stands here.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from mentorapp.storage.key_file import sync_folder

Rows = dict[str, set[UUID]]


def erasures_path(office: Path) -> Path:
    """Where the list lies."""
    return office.with_name(f"{office.name}.erased")


def append(office: Path, erased: Iterable[tuple[str, UUID]]) -> None:
    """Add to the list, on the disk when this returns. Raises OSError."""
    lines = "".join(f"{table} {record.hex}\n" for table, record in erased)
    with erasures_path(office).open("a", encoding="ascii") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def read(office: Path) -> Rows:
    """The ids by their tables; none where there is no list. A line cut short is left out."""
    found: Rows = {}
    with suppress(OSError):
        lines = erasures_path(office).read_bytes().decode("ascii", errors="replace").splitlines()
        for line in lines:
            table, _gap, record = line.partition(" ")
            with suppress(ValueError):
                found.setdefault(table, set()).add(UUID(record))
    return found


def write(office: Path, rows: Mapping[str, Iterable[UUID]]) -> None:
    """Put a list in place of the one before, whole. Raises OSError."""
    path = erasures_path(office)
    aside = path.with_name(f"{path.name}.part")
    aside.unlink(missing_ok=True)
    with aside.open("x", encoding="ascii") as file:
        for table, ids in sorted(rows.items()):
            file.writelines(f"{table} {record.hex}\n" for record in sorted(ids))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    sync_folder(path.parent)


def together(*lists: Mapping[str, Iterable[UUID]]) -> Rows:
    """All of several lists."""
    found: Rows = {}
    for rows in lists:
        for table, ids in rows.items():
            found.setdefault(table, set()).update(ids)
    return found
