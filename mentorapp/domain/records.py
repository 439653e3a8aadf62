"""What every stored record has in common."""

import secrets
import time
from array import array
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import repeat
from typing import Any, TypeVar
from uuid import UUID, SafeUUID


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
        noise = array("Q", secrets.token_bytes(8 * part))
        found += ids_of([stamp | at << 42 | one >> 22 for at, one in enumerate(noise)])
    return found


def ids_of(numbers: Iterable[int]) -> list[UUID]:
    """The ids with these numbers (``UUID.int``), which must be from 0 to 2 ** 128 - 1.

    A pairing run makes tens of thousands of ids. ``UUID`` itself spends three quarters of its time
    on finding out in which form it was given an id; here its two slots are filled directly.
    """
    given = list(numbers)
    made = list(map(object.__new__, repeat(UUID, len(given))))
    deque(map(_set_number, made, given), maxlen=0)
    deque(map(_set_safety, made, repeat(SafeUUID.unknown)), maxlen=0)
    return made


_set_number = UUID.__dict__["int"].__set__
_set_safety = UUID.__dict__["is_safe"].__set__


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


R = TypeVar("R", bound=Record)


def records_of(kind: type[R], columns: Mapping[str, Iterable[Any]], many: int) -> list[R]:
    """So many records from columns, which must hold every field and as many values each.

    Their slots are filled directly: the ``__init__`` of a frozen dataclass makes a call for every
    field of every record. A test holds that no kind of record does more in it.
    """
    made = list(map(object.__new__, repeat(kind, many)))
    for name, values in columns.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made
