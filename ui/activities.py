"""What the worker is doing: one piece of work each, with how far it has come."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorapp.domain.errors import Refused

if TYPE_CHECKING:
    from mentorapp.domain.accounts import Who


class Kind(Enum):
    """What is being done."""

    READ = "read"
    WRITE = "write"
    COMPUTE = "compute"


@dataclass(slots=True)
class Progress:
    """Handed to a computation: it reports here and asks now and then whether to stop.

    Written on one thread and read on another without a lock; single assignments are atomic.
    """

    done: int = 0
    total: int = 0
    _stop: bool = False

    def report(self, done: int, total: int) -> None:
        """So much of the work is done; `total` 0 means that nobody knows how much there is."""
        self.done, self.total = done, total

    def cancelled(self) -> bool:
        """Whether the user no longer wants it; the job then returns early with anything."""
        return self._stop

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._stop = True


@dataclass(eq=False, slots=True)
class Activity:
    """One piece of work under way, shown when it takes long."""

    kind: Kind
    title: str
    progress: Progress
    asker: QObject
    then: Callable[[Any], object] | None
    refused: Callable[[Refused], object] | None
    always: Callable[[], object] | None
    can_cancel: bool
    """Whether the job asks now and then if it should stop."""
    tells: bool = True
    """Whether `changed` follows a write: not one that no page shows."""
    again: "Callable[[Who], object] | None" = None
    """Starts it once more, with a second person who agreed."""
    began: float = field(default_factory=time.monotonic)
