"""A probe in the event loop that notes how long it was kept from coming round."""

from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer

_BETWEEN_MS = 2


class Ticks(QObject):
    """Comes round every other millisecond and notes how long it was kept waiting at most.

    ``longest`` is what whoever types would wait. ``own`` is the longest that this thread itself
    worked without coming round: the rest of a wait was spent on Python's lock, which another thread
    held, or on other programs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.own = 0.0
        self._last, self._worked = perf_counter(), thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_BETWEEN_MS)

    def stop(self) -> float:
        """The longest wait, the one that is just over included."""
        self._tick()
        self._timer.stop()
        return self.longest

    def _tick(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.longest = max(self.longest, now - self._last)
        self.own = max(self.own, worked - self._worked)
        self._last, self._worked = now, worked
