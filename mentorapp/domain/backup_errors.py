"""Why a backup is not made, found or restored."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NoBackup(Refused):
    """There is none yet."""
