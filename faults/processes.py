"""Programs of their own that can be killed: forked, so that thousands cost little."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

#: Tells the parent one line, at once.
Say = Callable[[str], None]

_PIECE = 1 << 16


@dataclass(slots=True)
class Child:
    """A running child and the reading end of what it says."""

    pid: int
    _pipe: int
    _heard: bytes = b""

    def wait_for(self, lines: int) -> None:
        """Until it said so many lines, or ended."""
        while self._heard.count(b"\n") < lines:
            piece = os.read(self._pipe, _PIECE)
            if not piece:
                return
            self._heard += piece

    def kill(self) -> None:
        """At once, as when the power of the process is cut: nothing of it is tidied up."""
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> tuple[list[str], int]:
        """All lines it said to their end, and how it ended (negative: the signal)."""
        while piece := os.read(self._pipe, _PIECE):
            self._heard += piece
        os.close(self._pipe)
        _, status = os.waitpid(self.pid, 0)
        return self._heard.decode().split("\n")[:-1], os.waitstatus_to_exitcode(status)


def start(work: Callable[[Say], None]) -> Child:
    """Do ``work`` in a child. It must touch no connection that the parent has open."""
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    os.close(reading)
    status = 1
    try:
        work(lambda line: _tell(writing, line))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it was, the child must not go on as its parent
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, line.encode() + b"\n")
