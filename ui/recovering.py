"""The window in which a backup is restored, in place of that of the office."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.words import Words

if TYPE_CHECKING:
    from ui.backups.recovery import Recovery


class Recovering(QObject):
    """There is one at a time; `wanted` is shown when the window of the office is closed."""

    failed = Signal(object)
    """An exception that is a bug."""
    open_wanted = Signal(object)
    """The path of an office that is to be opened now."""

    def __init__(self, actor: str, parent: QObject) -> None:
        super().__init__(parent)
        self._actor = actor
        self.recovery: Recovery | None = None
        self.wanted: tuple[Path, Path | None] | None = None

    def show_wanted(self, words: Words) -> QWidget | None:
        """The window of what is wanted, shown; once."""
        from ui.backups.recovery import Recovery  # seldom needed

        wanted, self.wanted = self.wanted, None
        if wanted is None:
            return None
        self.close()
        path, chosen = wanted
        recovery = self.recovery = Recovery(words, path, self._actor, self, chosen=chosen)
        recovery.worker.failed.connect(self.failed)
        recovery.open_wanted.connect(self._open)
        recovery.window.show()
        return recovery.window

    def _open(self, path: Path) -> None:
        self.open_wanted.emit(path)
        self.close()  # only now: the program ends with its last window

    def close(self) -> None:
        """The office is open, or the program ends."""
        recovery, self.recovery = self.recovery, None
        if recovery is not None:
            recovery.close()
