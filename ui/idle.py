"""Notices that nobody is at the keyboard any more.

By the clock of the day, not by a timer alone: timers stand still while a computer sleeps, and the
lid of a laptop is closed for hours.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LOOKS_EVERY_MS = 2_000

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Tells once when nothing was typed or moved for so long, until `start` is called anew."""

    gone = Signal()

    def __init__(
        self,
        application: QApplication,
        parent: QObject,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._application, self._clock = application, clock
        self._limit = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether it would notice."""
        return self._timer.isActive()

    def start(self, minutes: int) -> None:
        """Notice when `minutes` have passed from now on without a sign of life."""
        self._limit = minutes * 60.0
        self._last = self._clock()
        self._timer.start()
        self._application.installEventFilter(self)

    def stop(self) -> None:
        """Notice nothing."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def look(self) -> bool:
        """Whether it is so long; tells it if so."""
        now = self._clock()
        self._last = min(self._last, now)  # the clock may have been set back
        if not self.watching or now - self._last < self._limit:
            return False
        self.stop()
        self.gone.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _SIGNS_OF_LIFE or not event.spontaneous():
            return False
        # The first touch after a long sleep is no excuse for it, and reaches nothing.
        if self.look():
            return True
        self._last = self._clock()
        return False
