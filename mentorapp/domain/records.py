"""What every stored record has in common."""

import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


def new_id() -> UUID:
    """A version 7 UUID (RFC 9562): made by the client, so that a retry cannot write twice.

    The first 48 bits are milliseconds since 1970, which keeps an index on the id in order.
    """
    milliseconds = time.time_ns() // 1_000_000
    random_bits = secrets.randbits(74)
    high, low = random_bits >> 62, random_bits & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The columns of every table.

    ``version`` grows by one with each change; a save from an older version is refused.
    ``deleted_at`` hides the record from everything but the history.
    """

    id: UUID = field(default_factory=new_id)
    version: int = 1
    deleted_at: datetime | None = None
