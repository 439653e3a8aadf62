"""Why a backup is not made, found or restored, and what no backup brings back."""

from dataclasses import dataclass
from datetime import datetime

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NoBackup(Refused):
    """There is none yet."""


@dataclass(eq=False)
class SavesLost(Refused):
    """Told, not refused: of what was saved last, up to ``at``, something cannot be read. Unless it
    is ``several`` saves, it may be the one that was being written when the power went.
    """

    at: datetime
    several: bool
