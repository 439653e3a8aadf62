"""All concurrency of the window.

The database is asked on one background thread, one transaction at a time, so that answers come in
the order of the questions. Solving and printing run on other threads and hold up no save. Answers
are delivered on the window's thread, and dropped when the widget that asked is gone.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mentorapp.domain.account_errors import SecondPersonNeeded
from mentorapp.domain.errors import Cancelled, Refused
from ui.activities import Activity, Kind, Progress
from ui.history import History

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from mentorapp.domain.accounts import Who
    from mentorapp.operations import Transaction
    from mentorapp.operations.undoing import Change

__all__ = ["SLOW_AFTER_SECONDS", "Activity", "Database", "Kind", "Progress", "Worker"]

T = TypeVar("T")

SLOW_AFTER_SECONDS = 0.5
"""Work that takes longer is shown; what is faster would only flicker."""


class Database(Protocol):
    """What the worker needs of an office's database."""

    def read(self) -> "AbstractContextManager[Transaction]":
        """A transaction that sees one state of the office."""

    def write(self, actor: str) -> "AbstractContextManager[Transaction]":
        """A transaction that commits at the end of the block and rolls back on an exception."""

    @property
    def who(self) -> "Who":
        """Who is at the keyboard, and what he may do."""


class Worker(QObject):
    """Runs jobs in the background for the widgets of the window."""

    changed = Signal()
    """Something was written: pages read themselves anew."""
    failed = Signal(object)
    """An exception that is nobody's refusal: a bug, for the crash dialog."""
    refused_elsewhere = Signal(object)
    """A `Refused` for which the asker named no place."""
    busy = Signal(object)
    """An `Activity` that takes long, again with every step of its progress."""
    idle = Signal()
    """Nothing slow is under way any more."""
    drained = Signal()
    """No work of any kind is left."""
    _ended = Signal(object, object)

    def __init__(self, database: Database, actor: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._actor = actor
        self.history = History(self.write, self)
        self.keep_first: Callable[[], object] = lambda: None
        """Backs the office up, for whoever is to change much; called in a computation."""
        self.ask_second: Callable[..., object] | None = None
        """Asks somebody else for her passphrase, where two are needed; see ``second_person``."""
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="compute")
        self._open: list[Activity] = []
        self._shown = False
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._watch = QTimer(self)
        self._watch.setInterval(100)
        self._watch.timeout.connect(self._show_slow)

    def read(
        self,
        asker: QObject,
        job: "Callable[[Transaction], T]",
        then: Callable[[T], object],
        refused: Callable[[Refused], object] | None = None,
        title: str = "",
        progress: Progress | None = None,
    ) -> None:
        """Ask the database; `then` gets the answer on the window's thread.

        A job that takes long is given a `Progress` by whoever made it, who hands it in here to be
        shown: the job reports to it and raises `Cancelled` when it is told to stop.
        """

        def run(second: "Who | None") -> T:
            with self._database.read() as tx:
                tx.second = second
                return job(tx)

        self._start(
            self._queue,
            Activity(
                Kind.READ,
                title,
                progress or Progress(),
                asker,
                then,
                refused,
                None,
                can_cancel=progress is not None,
            ),
            run,
        )

    def write(
        self,
        asker: QObject,
        job: "Callable[[Transaction], T]",
        then: Callable[[T], object] | None = None,
        refused: Callable[[Refused], object] | None = None,
        always: Callable[[], object] | None = None,
        title: str = "",
        progress: Progress | None = None,
        *,
        remember: bool = True,
    ) -> None:
        """Change the database in one transaction; `changed` follows when it was committed.

        What it did is in `history` before `then` is called, unless `remember` is off: a write
        that takes another one back.

        `always` is called last, whatever came of it: done, refused or failed. With a `progress` as
        for `read`, a job that raises `Cancelled` is rolled back whole; one that was done before
        it noticed has its answer like any other.
        """

        def run(second: "Who | None") -> "tuple[T, tuple[Change, ...]]":
            with self._database.write(self._actor) as tx:
                tx.second = second
                return job(tx), tuple(tx.changes)

        def answer(done: "tuple[T, tuple[Change, ...]]") -> None:
            result, changes = done
            if remember:
                self.history.remember(changes)
            if then is not None and shiboken6.isValid(asker):
                then(result)

        self._start(
            self._queue,
            Activity(
                Kind.WRITE,
                title,
                progress or Progress(),
                asker,
                answer,
                refused,
                always,
                can_cancel=progress is not None,
            ),
            run,
        )

    def write_aside(
        self,
        asker: QObject,
        job: "Callable[[Transaction], T]",
        then: Callable[[T], object],
        refused: Callable[[Refused], object],
        always: Callable[[], object],
    ) -> None:
        """Write what no page shows: none is read anew, and Undo knows nothing of it."""

        def run(second: "Who | None") -> T:
            with self._database.write(self._actor) as tx:
                tx.second = second
                return job(tx)

        def answer(done: T) -> None:
            if shiboken6.isValid(asker):
                then(done)

        activity = Activity(
            Kind.WRITE, "", Progress(), asker, answer, refused, always, can_cancel=False
        )
        activity.tells = False
        self._start(self._queue, activity, run)

    def alone(
        self,
        asker: QObject,
        job: Callable[[], T],
        then: Callable[[T], object],
        refused: Callable[[Refused], object],
        title: str = "",
    ) -> None:
        """Change the keys or the whole file of the office, while nothing else is asked of it.

        The job opens the transactions that it needs; none is open.
        """
        activity = Activity(
            Kind.WRITE, title, Progress(), asker, then, refused, None, can_cancel=False
        )
        self._start(self._queue, activity, lambda _second: job())

    def compute(
        self,
        asker: QObject,
        job: Callable[[Progress], T],
        then: Callable[[T], object],
        refused: Callable[[Refused], object] | None = None,
        always: Callable[[], object] | None = None,
        title: str = "",
    ) -> Progress:
        """Solve or print beside the database; what was cancelled gives no answer.

        The job touches neither widgets nor transactions. The `Progress` that comes back can
        cancel it.
        """
        activity = Activity(
            Kind.COMPUTE, title, Progress(), asker, then, refused, always, can_cancel=True
        )
        self._start(self._pool, activity, lambda _second: job(activity.progress))
        return activity.progress

    @property
    def who(self) -> "Who":
        """Who is at the keyboard: pages ask what they can offer."""
        return self._database.who

    @property
    def working(self) -> bool:
        """Whether anything is under way, slow or not."""
        return bool(self._open)

    def stop_computing(self) -> None:
        """Ask every computation to stop; what is to be written is written."""
        for activity in self._open:
            if activity.kind is not Kind.WRITE:
                activity.progress.cancel()

    def close(self) -> None:
        """Stop computations, finish what was asked of the database and end the threads.

        Answers that have not been delivered yet are dropped. A window that must not block waits
        for `drained` first. A page whose timer runs out afterwards may still ask: its question is
        dropped, for nobody looks at the answer. Something to write is never dropped in silence.
        """
        self._closed = True
        self.stop_computing()
        self._watch.stop()
        self._pool.shutdown(wait=True)
        self._queue.shutdown(wait=True)
        self._open.clear()

    def _start(
        self,
        threads: ThreadPoolExecutor,
        activity: Activity,
        run: "Callable[[Who | None], Any]",
        second: "Who | None" = None,
    ) -> None:
        if self._closed and activity.kind is not Kind.WRITE:
            return
        activity.again = lambda agreed: self._start(threads, activity, run, agreed)
        self._open.append(activity)
        self._watch.start()
        future = threads.submit(run, second)
        # Bound now: the signal must not be looked up on another thread.
        ended = self._ended
        future.add_done_callback(lambda done: ended.emit(activity, done))

    def _deliver(self, activity: Activity, future: Future[Any]) -> None:
        if activity not in self._open:
            return
        self._open.remove(activity)
        try:
            self._answer(activity, future)
        finally:
            if activity.always is not None and shiboken6.isValid(activity.asker):
                activity.always()
            self._show_slow()
            if not self._open:
                self._watch.stop()
                self.drained.emit()

    def _answer(self, activity: Activity, future: Future[Any]) -> None:
        problem = future.exception()
        there = shiboken6.isValid(activity.asker)
        if problem is None:
            writes = activity.kind is Kind.WRITE
            wanted = activity.kind is not Kind.COMPUTE or not activity.progress.cancelled()
            try:
                # What was written is remembered also when the asker is gone.
                if (there or writes) and wanted and activity.then is not None:
                    activity.then(future.result())
            finally:
                if writes and activity.tells:
                    self.changed.emit()
        elif isinstance(problem, Refused):
            refuse = partial(self._refuse, activity, problem)
            asks = there and activity.kind is not Kind.COMPUTE
            if isinstance(problem, SecondPersonNeeded) and asks and self.ask_second is not None:
                self.ask_second(problem, activity.again, refuse)
            else:
                refuse()
        else:
            self.failed.emit(problem)

    def _refuse(self, activity: Activity, problem: Refused) -> None:
        if shiboken6.isValid(activity.asker) and activity.refused is not None:
            activity.refused(problem)
        elif not isinstance(problem, Cancelled):
            self.refused_elsewhere.emit(problem)

    def _show_slow(self) -> None:
        now = time.monotonic()
        for activity in self._open:
            if now - activity.began >= SLOW_AFTER_SECONDS:
                self._shown = True
                self.busy.emit(activity)
                return
        if self._shown:
            self._shown = False
            self.idle.emit()
