"""What every stored record has in common."""

import secrets
import time
from array import array
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562): made by the client, so that a retry cannot write twice.

    The first 48 bits are milliseconds since 1970, the next twelve the fraction of one (method 3 of
    the RFC), so that ids made one after the other sort in that order.
    """
    return UUID(int=_stamp() | secrets.randbits(62))


def new_ids(count: int) -> list[UUID]:
    """Many at once, in ascending order: a counter of 20 bits, then 42 random ones."""
    found: list[UUID] = []
    while len(found) < count:
        part, stamp = min(count - len(found), 1 << 20), _stamp()
        for at, noise in enumerate(array("Q", secrets.token_bytes(8 * part))):
            found.append(UUID(int=stamp | at << 42 | noise >> 22))
    return found


def _stamp() -> int:
    """Time, version and variant of an id that is made now."""
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    return milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The columns of every table.

    ``version`` grows by one with each change; a save from an older version is refused.
    ``deleted_at`` hides the record from everything but the history.
    """

    id: UUID = field(default_factory=new_id)
    version: int = 1
    deleted_at: datetime | None = None
