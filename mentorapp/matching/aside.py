"""Work that cannot be stopped, or that keeps the interpreter for itself, in a child process.

SciPy's sparse solver holds the interpreter while it runs, and neither of its solvers can be told to
stop. In a child the window stays alive, and cancelling ends the child.
"""

import multiprocessing
import pickle
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from typing import Protocol, TypeVar, cast

from mentorapp.matching.watch import Stopped

_Found = TypeVar("_Found")

#: Seconds between two questions whether the run was cancelled.
_BETWEEN = 0.05


class Aside(Protocol):
    """Runs ``function(*args)`` somewhere and gives back what it returns."""

    def __call__(self, function: Callable[..., _Found], *args: object) -> _Found: ...


def in_place(function: Callable[..., _Found], *args: object) -> _Found:
    """Here and now: for tests, the command line and everything small."""
    return function(*args)


def in_child(cancelled: Callable[[], bool]) -> Aside:
    """Runs each function in a process of its own, which is killed when ``cancelled`` says so.

    The function must be at the top level of a module, and it, its arguments and what it returns
    must pickle. Raises Stopped when cancelled, what the function raised, or RuntimeError when the
    child died. A frozen program calls ``multiprocessing.freeze_support()`` first thing.
    """

    def run(function: Callable[..., _Found], *args: object) -> _Found:
        spawning = multiprocessing.get_context("spawn")
        given = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        task, giving = spawning.Pipe(duplex=False)
        ours, answer = spawning.Pipe(duplex=False)
        child = spawning.Process(target=_work, args=(task, answer), daemon=True)
        child.start()
        task.close()
        answer.close()
        # A child takes what it is given when it has read its modules, which can be a second later:
        # who waits for that cannot ask whether the run was cancelled.
        handing_over = Thread(target=_give, args=(giving, given), daemon=True)
        handing_over.start()
        try:
            while not ours.poll(_BETWEEN):
                if cancelled():
                    raise Stopped
            worked, found = ours.recv()
        except EOFError:
            raise RuntimeError("the child process died") from None
        finally:
            child.kill()
            child.join()
            child.close()
            handing_over.join()
            ours.close()
        if not worked:
            raise cast("BaseException", found)
        return cast("_Found", found)

    return run


def _give(giving: Connection, given: bytes) -> None:
    with suppress(OSError), giving:  # the child was killed before it had read everything
        giving.send_bytes(given)


def _work(task: Connection, answer: Connection) -> None:
    try:
        function, args = pickle.loads(task.recv_bytes())  # noqa: S301 - from our own parent
        found: tuple[bool, object] = True, function(*args)
    except Exception as error:  # noqa: BLE001 - handed on and raised by the parent
        found = False, error
    answer.send(found)
    answer.close()
