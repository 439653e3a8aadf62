"""How protected whose address is, as a list of levels and ids beside the office.

A backup of before the protection was raised has the address open: after a restore the list says who
is to be protected again. Written when the change is committed. The last line about somebody
counts, so that a protection that two people lowered is not raised again. Where a home gives more
than is somebody's own, both stand there, as in ``confidential/none``.
"""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from mentorapp.domain.protection import Protection, Shield
from mentorapp.storage import id_lists

Levels = dict[UUID, Shield]

_WORDS = {
    level.value if own is level else f"{level.value}/{own.value}": Shield(level, own)
    for level in Protection
    for own in Protection
    if own.rank <= level.rank
}
_WORD_OF = {shield: word for word, shield in _WORDS.items()}


def protections_path(office: Path) -> Path:
    """Where the list lies."""
    return office.with_name(f"{office.name}.protected")


def append(office: Path, levels: Mapping[UUID, Shield]) -> None:
    """Add to the list, on the disk when this returns. Raises OSError."""
    id_lists.append(protections_path(office), _lines(levels))


def read(office: Path) -> Levels:
    """The level of everybody who is or was protected; nobody where there is no list."""
    lines = id_lists.read(protections_path(office))
    return {person: _WORDS[word] for word, person in lines if word in _WORDS}


def write(office: Path, levels: Mapping[UUID, Shield]) -> None:
    """Put a list in place of the one before, whole. Raises OSError."""
    id_lists.write(protections_path(office), _lines(levels))


def _lines(levels: Mapping[UUID, Shield]) -> list[id_lists.Line]:
    return [(_WORD_OF[shield], person) for person, shield in levels.items()]
