"""How far a long operation is, told to whoever waits for it, who may stop it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from mentorapp.domain.errors import Cancelled

T = TypeVar("T")

#: Rows between two reports: a tenth of a second of an import (docs/performance.md), so that Cancel
#: answers at once and asking costs nothing.
_EVERY = 250


class LongWork:
    """Counts what is done of ``total``; the callables may be missing, as for a script.

    ``progress`` is called with done and total. Where ``cancelled`` says yes, Cancelled is raised:
    inside a transaction, so that all of it is rolled back.
    """

    def __init__(
        self,
        total: int,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._total, self._progress, self._cancelled = total, progress, cancelled
        self._done = 0

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """The items one by one."""
        for part in self.parts(items):
            yield from part

    def parts(self, items: Sequence[T]) -> Iterator[Sequence[T]]:
        """The items in parts, for what is written many at a time."""
        for start in range(0, len(items), _EVERY):
            self.look()
            part = items[start : start + _EVERY]
            yield part
            self._done += len(part)

    def look(self) -> None:
        """Tell how far it is. Raises Cancelled when it is no longer wanted."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(self._done, self._total)
