"""Makes the backups of the open office beside the work, and knows how safe it is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Who
from mentorapp.domain.audit_chain import End
from mentorapp.domain.backups import BackupStatus, Drill, FoundBackup
from mentorapp.domain.errors import Cancelled, Refused
from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.operations import (
    Database,
    backup_drill,
    backups,
    noted_ends,
    plain_copies,
    restoring,
)
from mentorapp.operations.backups import Made
from mentorapp.words import Words
from ui.work import Progress, Worker

_LOOK_EVERY_MS = 60_000


class BackupKeeper(QObject):
    """One for an office that is open. Nothing of it waits on the window's thread.

    Its work goes beside the database's own thread: others save meanwhile. Two backups are never
    made at once.
    """

    status_changed = Signal(object)
    """A `BackupStatus`: after each backup, and when somebody asked with `look`. Of the example
    office nothing is told.
    """
    restore_wanted = Signal(object)
    """A `FoundBackup` is to take the place of the office; it was confirmed."""
    refused = Signal(object)
    """Why a backup that nobody asked for was not made."""

    def __init__(
        self,
        worker: Worker,
        database: Database,
        words: Words,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._database, self.words, self._now = worker, database, words, now
        self._one_at_a_time = Lock()
        self._changed = False
        if not database.read_only:
            worker.changed.connect(self._note_change)
            worker.keep_first = self.keep_first
            timer = QTimer(self)
            timer.setInterval(_LOOK_EVERY_MS)
            timer.timeout.connect(self.look_at_clock)
            timer.start()

    @property
    def who(self) -> Who:
        """Who is at the keyboard."""
        return self._database.who

    def noted_ends(self) -> list[End]:
        """Where the log ended when each backup was made; for a thread of its own."""
        return noted_ends.of(self._database)

    def look(self) -> None:
        """Find out how safe the office is now; `status_changed` tells."""
        self._worker.compute(self, lambda _progress: self._status(), self._tell)

    def begin(self) -> None:
        """At opening: an office that has backups gets the one that is due, after a crash or a long
        time. A new one is left alone for its first minute.
        """
        self._make_if_due(only_where_some_are=True)

    def look_at_clock(self) -> None:
        """Back up if it is due: changed, and not backed up for half an hour."""
        self._make_if_due()

    def _make_if_due(self, *, only_where_some_are: bool = False) -> None:
        def job(progress: Progress) -> tuple[Made | None, BackupStatus | None]:
            status = self._status()
            if self._database.read_only or status is None:
                return None, status
            if only_where_some_are and status.newest is None:
                return None, status
            with self._one_at_a_time:
                made = backups.make_if_due(self._database, self._now(), partial(_step, progress))
            return made, self._status()

        def told(done: tuple[Made | None, BackupStatus | None]) -> None:
            if done[0] is not None:
                self._changed = False
            self._tell(done[1])

        self._worker.compute(
            self, job, told, self.refused.emit, title=self.words.text("Backing up")
        )

    def back_up(
        self,
        asker: QObject,
        then: Callable[[Made], object],
        refused: Callable[[Refused], object],
    ) -> None:
        """Make one because somebody asked for it."""

        def job(progress: Progress) -> tuple[Made, BackupStatus | None]:
            with self._one_at_a_time:
                made = backups.make(self._database, self._now(), partial(_step, progress))
            return made, self._status()

        def told(done: tuple[Made, BackupStatus | None]) -> None:
            self._changed = False
            self._tell(done[1])
            then(done[0])

        self._worker.compute(asker, job, told, refused, title=self.words.text("Backing up"))

    def keep_first(self) -> None:
        """Back up before something that changes much; called where that is done, not here."""
        with self._one_at_a_time:
            backups.make_if_changed(self._database, self._now())

    def back_up_at_end(self) -> None:
        """Begin the last backup of the day, if anything was saved in this window.

        It can be stopped; what it is refused for is told when the office is opened next.
        """
        if not self._changed:
            return
        self._changed = False

        def job(progress: Progress) -> None:
            with self._one_at_a_time:
                backups.make_if_changed(self._database, self._now(), partial(_step, progress))

        self._worker.compute(
            self,
            job,
            lambda _done: None,
            lambda _refused: None,
            title=self.words.text("Backing up before closing"),
        )

    def found(
        self, asker: QObject, then: Callable[[tuple[BackupStatus, list[FoundBackup]]], object]
    ) -> None:
        """How safe the office is, and every backup there is."""
        path, now = self._database.path, self._now()
        self._worker.compute(
            asker, lambda _progress: (backups.status(path, now), restoring.of_office(path)), then
        )

    def set_second(
        self,
        asker: QObject,
        folder: Path | None,
        then: Callable[[Path | None], object],
        refused: Callable[[Refused], object],
    ) -> None:
        """Choose the second place, or none."""
        self._worker.compute(
            asker, lambda _progress: backups.set_second(self._database, folder), then, refused
        )

    def drill(
        self,
        asker: QObject,
        then: Callable[[Drill], object],
        refused: Callable[[Refused], object],
    ) -> None:
        """Try out whether the newest backup can be restored."""

        def job(progress: Progress) -> Drill:
            def look() -> None:
                if progress.cancelled():
                    raise Cancelled

            with self._one_at_a_time:
                return backup_drill.drill(self._database, self._now(), look)

        self._worker.compute(
            asker, job, then, refused, title=self.words.text("Trying out a restore")
        )

    def plain(self, asker: QObject, then: Callable[[list[LeftCopy]], object]) -> None:
        """What is left of before the office was encrypted."""

        def job(_progress: Progress) -> list[LeftCopy]:
            with self._one_at_a_time:  # not while a backup thins them
                return plain_copies.left(self._database)

        self._worker.compute(asker, job, then)

    def remove_plain(
        self,
        asker: QObject,
        then: Callable[[CopiesRemoved], object],
        refused: Callable[[Refused], object],
    ) -> None:
        """Check, back up, and remove it."""

        def job(_progress: Progress) -> CopiesRemoved:
            with self._one_at_a_time:
                return plain_copies.remove(self._database, self._now())

        title = self.words.text("Removing copies")
        self._worker.compute(asker, job, then, refused, title=title)

    @property
    def why_not_restore(self) -> NotAllowed | None:
        """Why whoever is at the keyboard may not replace an office that is open, if so."""
        try:
            backups.check_settings(self._database)
        except NotAllowed as refused:
            return refused
        return None

    def _status(self) -> BackupStatus | None:
        if backups.is_example(self._database):
            return None
        return backups.status(self._database.path, self._now())

    def _tell(self, status: BackupStatus | None) -> None:
        if status is not None:
            self.status_changed.emit(status)

    def _note_change(self) -> None:
        self._changed = True


def _step(progress: Progress, left: int, pages: int) -> None:
    progress.report(pages - left, pages)
    if progress.cancelled():
        raise Cancelled
