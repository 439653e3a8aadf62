"""What every stored record has in common."""

import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562): made by the client, so that a retry cannot write twice.

    The first 48 bits are milliseconds since 1970, the next twelve the fraction of one (method 3 of
    the RFC), so that ids made one after the other sort in that order.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    return UUID(int=milliseconds << 80 | 7 << 76 | fraction << 64 | 2 << 62 | secrets.randbits(62))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The columns of every table.

    ``version`` grows by one with each change; a save from an older version is refused.
    ``deleted_at`` hides the record from everything but the history.
    """

    id: UUID = field(default_factory=new_id)
    version: int = 1
    deleted_at: datetime | None = None
