"""An office that lies where it can only be read, and the way to a disk of this PC."""

from pathlib import Path

from mentorapp.domain.errors import FileTrouble, ReadOnlyOffice, Refused
from mentorapp.operations.offices import own_folder
from mentorapp.storage import disks
from mentorapp.storage.copying import copy_office

__all__ = ["copy_office", "good_place", "is_misplaced"]


def is_misplaced(refused: Refused | None) -> bool:
    """Whether the office can be written once it lies somewhere else."""
    reasons = (FileTrouble.NETWORK, FileTrouble.SYNCED)
    return isinstance(refused, ReadOnlyOffice) and refused.reason in reasons


def good_place(office: Path, documents: Path) -> Path:
    """Where a copy of it may lie: among the documents, unless those are kept in step as well."""
    wanted = documents / "Mentorapp" / office.name
    return own_folder() / office.name if disks.trouble(wanted) else wanted
