"""What lies beside an office for its backups: found from its path, without opening it.

``office.db.backups`` holds the backups and, in ``state.json``, where the second place is and when
a restore was last tried. ``office.db.replaced`` holds what a restore took out of the way.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.files import trouble_of
from mentorapp.storage.key_file import sync_folder

_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class BackupState:
    """``second`` is the folder of the second place, on this PC; ``drilled`` is UTC."""

    second: Path | None = None
    drilled: datetime | None = None


def backups_of(office: Path) -> Path:
    """The first place."""
    return office.with_name(f"{office.name}.backups")


def replaced_of(office: Path) -> Path:
    """Where offices lie that a restore replaced, each in a folder of its own."""
    return office.with_name(f"{office.name}.replaced")


def read_state(office: Path) -> BackupState:
    """As it was written last; nothing is known where it is missing or damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        told = json.loads((backups_of(office) / _STATE).read_text(encoding="utf-8"))
        second, drilled = told["second"], told["drilled"]
        return BackupState(
            Path(second) if second else None,
            datetime.fromisoformat(drilled) if drilled else None,
        )
    return BackupState()


def write_state(office: Path, state: BackupState) -> None:
    """Raises CannotWriteFile."""
    path = backups_of(office) / _STATE
    aside = path.with_name(f"{_STATE}.part")
    told = {
        "second": str(state.second or ""),
        "drilled": state.drilled.isoformat() if state.drilled else "",
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.unlink(missing_ok=True)
        with aside.open("x", encoding="utf-8") as file:
            json.dump(told, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise CannotWriteFile(path.name, trouble_of(error)) from error
