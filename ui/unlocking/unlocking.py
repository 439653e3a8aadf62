"""Tries passphrases beside the window: to stretch one takes half a second, on purpose."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, unlocking
from mentorapp.words import Words
from ui.unlocking.recovery_dialog import ForgottenDialog
from ui.unlocking.window import UnlockWindow
from ui.widgets.attendant import Attendant
from ui.work import Progress


class Unlocking(Attendant):
    """One office that waits for whoever may come in, and the window that asks for the passphrase.

    It ends by itself with its window.
    """

    window: UnlockWindow

    opened = Signal(object, object)
    """The path and the open database, with who came in."""
    open_wanted = Signal()
    backups_wanted = Signal(object)
    """Of the office at this path."""
    help_wanted = Signal()

    def __init__(self, words: Words, path: Path, parent: QObject, *, locked: bool = False) -> None:
        super().__init__(parent)
        self.path, self.locked = path, locked
        self._words = words
        self._unclaimed: list[Database] = []
        self.window = self._make_window()

    def close(self) -> None:
        """The office is open, or another one is; or the program ends."""
        self.worker.close()
        for database in self._unclaimed:
            database.close()
        self._unclaimed.clear()
        self.window.busy = False
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _make_window(self) -> UnlockWindow:
        window = UnlockWindow(self._words, self.path.name, locked=self.locked)
        window.typed.connect(self._try)
        window.recovery_wanted.connect(self._ask_for_recovery_key)
        window.open_wanted.connect(self.open_wanted)
        window.help_wanted.connect(self.help_wanted)
        window.backups_wanted.connect(lambda: self.backups_wanted.emit(self.path))
        self.attend(window)
        return window

    def _try(self, passphrase: str) -> None:
        path = self.path
        self._open(lambda: unlocking.by_passphrase(path, passphrase))

    def _ask_for_recovery_key(self) -> None:
        path = self.path
        dialog = ForgottenDialog(self._words, self.window)

        def ask_whose(key: bytes) -> None:
            self.worker.compute(
                dialog,
                lambda _progress: unlocking.recoverable(path, key),
                dialog.ask_whose,
                dialog.say,
            )

        def recover(key: bytes, account: UUID, passphrase: str) -> None:
            self._open(lambda: unlocking.recover(path, key, account, passphrase), dialog.say)

        dialog.key_typed.connect(ask_whose)
        dialog.chosen.connect(recover)
        dialog.open()

    def _open(
        self, way: Callable[[], Database], say: Callable[[Refused], object] | None = None
    ) -> None:
        window = self.window

        def job(_progress: Progress) -> Database:
            database = way()
            self._unclaimed.append(database)
            return database

        def then(database: Database) -> None:
            self._unclaimed.remove(database)
            for dialog in window.findChildren(ForgottenDialog):
                dialog.accepted_by_office()
            window.passphrase.clear()
            self.opened.emit(self.path, database)

        self.compute(job, then, say or window.say, self._words.text("Opening the office"))
