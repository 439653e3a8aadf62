"""What is computed for a window that stands alone, and that window's end."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from mentorapp.domain.errors import Refused
from ui.widgets.lone_window import LoneWindow
from ui.without_office import computing
from ui.work import Progress

T = TypeVar("T")


class Attendant(QObject):
    """Works for one window, which closes by itself once what it waits for has ended."""

    window: LoneWindow

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._leaves = False
        self.worker = computing(self)
        self.worker.drained.connect(self._drained)

    def attend(self, window: LoneWindow) -> None:
        """Show in this window what is being done, and heed when it is told to close."""
        window.leaving.connect(self._leave)
        self.worker.busy.connect(window.busy_bar.show_activity)
        self.worker.idle.connect(window.busy_bar.hide)

    def compute(
        self,
        job: Callable[[Progress], T],
        then: Callable[[T], object],
        say: Callable[[Refused], object],
        title: str,
    ) -> None:
        """Keep the window busy with this; why it was refused is said when it is no longer."""
        window = self.window
        refused: list[Refused] = []

        def ended() -> None:
            window.set_busy(busy=False)
            for one in refused:
                say(one)

        window.set_busy(busy=True)
        self.worker.compute(window, job, then, refused.append, ended, title)

    def _leave(self) -> None:
        self._leaves = True
        self.worker.stop_computing()

    def _drained(self) -> None:
        if self._leaves:
            self.window.close()
