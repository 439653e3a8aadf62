"""An office that is open, and who works on it."""

from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.operations import Database
from ui.work import Worker


@dataclass(slots=True, eq=False)
class OpenOffice:
    """An office that is open, with the worker on it."""

    path: Path
    database: Database
    worker: Worker

    @property
    def read_only(self) -> ReadOnlyOffice | None:
        """Why nothing can be written, if so."""
        return self.database.why_read_only if self.database.read_only else None

    def close(self) -> None:
        """Finish what was asked and let go of the file."""
        self.worker.close()
        self.database.close()


def actor() -> str:
    """Who is at the keyboard, for the audit."""
    try:
        return getuser()
    except (KeyError, OSError):  # no such user in a container
        return "mentorapp"
