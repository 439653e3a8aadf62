"""Writing a file that somebody asked for, whole or not at all; and how a paper is to be printed."""

import os
from contextlib import suppress
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.files import trouble_of
from mentorapp.exchange.limits import MAX_BYTES
from mentorapp.reports.sides import both_sides

__all__ = ["both_sides", "make_folder", "read_at_most", "write_whole"]


def make_folder(folder: Path) -> None:
    """Make a folder with those above it; raises CannotWriteFile with the system's reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise CannotWriteFile(folder.name, trouble_of(trouble)) from trouble


def read_at_most(file: Path) -> bytes:
    """The file's bytes; of one that is larger than any list only so much that it shows.

    Raises CannotWriteFile with the reason that the system gives.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as trouble:
        raise CannotWriteFile(file.name, trouble_of(trouble)) from trouble


def write_whole(file: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write `data` to `file`; what stood there before stays when that fails.

    Raises CannotWriteFile with the reason that the system gives.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        if make_folder:
            file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            raise CannotWriteFile(file.name, FileTrouble.IS_FOLDER)
        part.unlink(missing_ok=True)  # or it might be a link, and what it leads to is not ours
        with part.open("xb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())  # or a power cut could leave an empty file of that name
        part.replace(file)
    except OSError as trouble:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotWriteFile(file.name, trouble_of(trouble)) from trouble
