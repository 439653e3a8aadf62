"""Many use a file at once; whoever needs it for himself waits for them and keeps others waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, local

from mentorapp.domain.errors import OfficeBusy

_SECONDS = 5.0


class Gate:
    """One for a file. Whoever is inside may go in again."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._inside = 0
        self._closed = False
        self._own = local()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Use the file with others; waits while somebody has it alone."""
        depth = getattr(self._own, "depth", 0)
        if not depth:
            with self._changed:
                self._changed.wait_for(lambda: not self._closed)
                self._inside += 1
        self._own.depth = depth + 1
        try:
            yield
        finally:
            self._own.depth = depth
            if not depth:
                with self._changed:
                    self._inside -= 1
                    self._changed.notify_all()

    @contextmanager
    def alone(self, seconds: float = _SECONDS) -> Iterator[None]:
        """Have the file for oneself. Raises OfficeBusy where others stay in it too long."""
        with self._changed:
            if self._closed:
                raise OfficeBusy
            self._closed = True
            if not self._changed.wait_for(lambda: not self._inside, seconds):
                self._open()
                raise OfficeBusy
        self._own.depth = 1
        try:
            yield
        finally:
            self._own.depth = 0
            with self._changed:
                self._open()

    def _open(self) -> None:
        self._closed = False
        self._changed.notify_all()
