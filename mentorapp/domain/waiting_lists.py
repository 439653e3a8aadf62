"""Waiting lists without names that offices of a region lend each other.

Salten: «regional koordinering»; «lære av hverandre over kommunegrensene». Only what a person agreed
to leaves the office, and never anything of a protected person.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class ListDirection(StrEnum):
    """OURS was sent by this office, THEIRS was read here."""

    OURS = "ours"
    THEIRS = "theirs"


class EntryState(StrEnum):
    """What became of one line of a list."""

    OPEN = "open"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKey(Record):
    """The office's own key for signing: Ed25519, 64 hexadecimal digits each."""

    private_key: str
    public_key: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour(Record):
    """Another office whose files are trusted, by its public key."""

    name: str
    municipality: str = ""
    public_key: str
    trusted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedList(Record):
    """One list that went out or came in; ``code`` is random and the same in both offices."""

    code: str
    direction: ListDirection
    neighbour_id: UUID | None = None
    made_on: date
    read_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEntry(Record):
    """One line: ``code`` is random for each list, ``content`` what was told, as JSON.

    ``newcomer_id`` is known in the sending office alone, ``mentor_id`` in the one that offers.
    """

    list_id: UUID
    code: str
    newcomer_id: UUID | None = None
    mentor_id: UUID | None = None
    content: str = ""
    state: EntryState = EntryState.OPEN
    decided_on: date | None = None
    note: str = ""
