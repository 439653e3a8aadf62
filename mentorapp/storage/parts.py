"""Many ids, in as many statements as SQLite needs for them."""

from collections.abc import Collection, Iterator
from uuid import UUID

#: SQLite takes 32,766 values in a statement.
_PART = 5_000


def parts(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    """All of them in order, so that a run is the same each time."""
    every = sorted(ids)
    return (every[start : start + _PART] for start in range(0, len(every), _PART))
