"""How a long run is stopped and tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass


class Stopped(Exception):
    """The run was cancelled; nothing came of it."""


@dataclass(frozen=True, slots=True)
class Watch:
    """``cancelled`` is asked at least every tenth of a second, ``progress`` told (done, all)."""

    cancelled: Callable[[], bool] | None = None
    progress: Callable[[int, int], object] | None = None

    def ask(self) -> None:
        """Raise Stopped if the run was cancelled."""
        if self.cancelled is not None and self.cancelled():
            raise Stopped

    def tell(self, done: int, of: int) -> None:
        if self.progress is not None:
            self.progress(done, of)


QUIET = Watch()
