"""Lists that lie beside an office and outlive it: on each line a word and an id, nothing else.

What became of a record since a backup was made is known from them after a restore, also where the
office of in between opens no more.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from mentorapp.storage.key_file import sync_folder

Line = tuple[str, UUID]


def append(path: Path, lines: Iterable[Line]) -> None:
    """Add to a list, on the disk when this returns. Raises OSError."""
    path.touch(0o600)
    with path.open("a+b") as file:
        if _is_cut_short(file):
            file.write(b"\n")
        file.writelines(map(_written, lines))
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> list[Line]:
    """The lines in their order; none where there is no list. One cut short is left out."""
    found: list[Line] = []
    with suppress(OSError):
        for line in path.read_bytes().decode("ascii", errors="replace").splitlines():
            word, _gap, record = line.partition(" ")
            with suppress(ValueError):
                found.append((word, UUID(record)))
    return found


def write(path: Path, lines: Iterable[Line]) -> None:
    """Put a list in place of the one before, whole and sorted. Raises OSError."""
    aside = path.with_name(f"{path.name}.part")
    aside.unlink(missing_ok=True)
    aside.touch(0o600, exist_ok=False)
    with aside.open("wb") as file:
        file.writelines(map(_written, sorted(lines)))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    sync_folder(path.parent)


def _is_cut_short(file: BinaryIO) -> bool:
    """Whether a power cut tore the last line: the next one would be lost with it."""
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return file.read() != b"\n"


def _written(line: Line) -> bytes:
    word, record = line
    return f"{word} {record.hex}\n".encode("ascii")
