"""Restores a backup beside its window: checking a copy takes its time, and a share may be slow."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.backups import FoundBackup, Restored
from mentorapp.domain.errors import Cancelled
from mentorapp.operations import restoring
from mentorapp.words import Words
from ui.backups.recovery_window import RecoveryWindow
from ui.widgets.attendant import Attendant
from ui.work import Progress


class Recovery(Attendant):
    """One office of which a backup is restored, and the window for it. The office is closed."""

    window: RecoveryWindow

    open_wanted = Signal(object)
    """The path: it was restored, and is to be opened."""

    def __init__(
        self,
        words: Words,
        office: Path,
        actor: str,
        parent: QObject,
        *,
        chosen: Path | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`chosen` is the backup that somebody has chosen already."""
        super().__init__(parent)
        self.office = office
        self._words, self._actor, self._now = words, actor, now
        self.window = RecoveryWindow(words, office.name)
        self.window.restore_wanted.connect(self._restore)
        self.window.look_wanted.connect(self._look)
        self.window.open_wanted.connect(lambda: self.open_wanted.emit(office))
        self.attend(self.window)
        self.worker.compute(
            self.window,
            lambda _progress: restoring.of_office(office),
            lambda found: self.window.show_backups(found, chosen),
        )

    def close(self) -> None:
        """The office is open, or the program ends."""
        self.worker.close()
        self.window.busy = False
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _look(self, folder: Path) -> None:
        self.worker.compute(
            self.window, lambda _progress: restoring.in_folder(folder), self.window.show_backups
        )

    def _restore(self, backup: FoundBackup, typed: str) -> None:
        window, office, actor, now = self.window, self.office, self._actor, self._now

        def job(progress: Progress) -> Restored:
            def look() -> None:
                if progress.cancelled():
                    raise Cancelled

            keys = restoring.by_typed(backup.path, office, typed) if backup.encrypted else None
            return restoring.restore(backup.path, office, keys, actor, now(), look)

        def then(done: Restored) -> None:
            window.key.clear()
            window.show_restored(done)

        self.compute(job, then, window.say, self._words.text("Restoring the backup"))
