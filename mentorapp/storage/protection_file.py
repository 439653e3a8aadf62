"""How protected whose address is, as a list of levels and ids beside the office.

A backup of before the protection was raised has the address open: after a restore the list says who
is to be protected again. Written when the change is committed. The last line about somebody
counts, so that a protection that two people lowered is not raised again.
"""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.storage import id_lists

Levels = dict[UUID, Protection]

_LEVELS = {level.value: level for level in Protection}


def protections_path(office: Path) -> Path:
    """Where the list lies."""
    return office.with_name(f"{office.name}.protected")


def append(office: Path, levels: Mapping[UUID, Protection]) -> None:
    """Add to the list, on the disk when this returns. Raises OSError."""
    id_lists.append(protections_path(office), _lines(levels))


def read(office: Path) -> Levels:
    """The level of everybody who is or was protected; nobody where there is no list."""
    lines = id_lists.read(protections_path(office))
    return {person: _LEVELS[word] for word, person in lines if word in _LEVELS}


def write(office: Path, levels: Mapping[UUID, Protection]) -> None:
    """Put a list in place of the one before, whole. Raises OSError."""
    id_lists.write(protections_path(office), _lines(levels))


def _lines(levels: Mapping[UUID, Protection]) -> list[id_lists.Line]:
    return [(level.value, person) for person, level in levels.items()]
