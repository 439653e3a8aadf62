"""What was typed where nothing keeps it, over the time that the office is locked."""

from dataclasses import dataclass, field
from uuid import UUID

from mentorapp.storage.database import Database
from mentorapp.storage.sealed_texts import sealed, unsealed


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """For the account that typed it alone, and readable with the office's key alone."""

    office: str
    account: UUID | None
    text: bytes = field(repr=False)


def put_aside(database: Database, text: str) -> LeftOpen | None:
    """The text for later; None where there is nothing, or no key to seal it with."""
    if not text or database.keys is None:
        return None
    return LeftOpen(str(database.path), database.who.account, sealed(text, database.keys))


def take_up(database: Database, left: LeftOpen | None) -> str:
    """The text again, empty for anybody else and in any other office. Raises TypedTextLost where
    the office got other keys meanwhile, from the command line.
    """
    if left is None or database.keys is None:
        return ""
    if (left.office, left.account) != (str(database.path), database.who.account):
        return ""
    return unsealed(left.text, database.keys)
