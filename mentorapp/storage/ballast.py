"""Room kept for the day the disk is full: a file beside the office that can be given up.

On a full disk SQLite refuses everything, deleting too. With this file gone there is room to save
what stands in a form, and to delete something.
"""

import os
from contextlib import suppress
from pathlib import Path
from shutil import disk_usage

SIZE = 16 * 1024 * 1024
#: Where less is free than so many times its size, the disk needs the room more than we do.
_PLENTY = 64


def keep(office: Path) -> None:
    """Have the file, unless it cannot be made or the disk is nearly full already."""
    path = _path(office)
    with suppress(OSError):
        if path.exists() or disk_usage(office.parent).free < _PLENTY * SIZE:
            return
        with path.open("xb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, SIZE)
            else:
                for _ in range(SIZE // 65_536):
                    file.write(bytes(65_536))


def give_up(office: Path) -> bool:
    """Whether there was such a file: there is room now to try again."""
    with suppress(OSError):
        _path(office).unlink()
        return True
    return False


def _path(office: Path) -> Path:
    return office.with_name(f"{office.name}.room")
