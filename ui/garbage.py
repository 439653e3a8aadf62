"""Collects Python's garbage on the window's thread only.

Windows and dialogs hold their slots and the slots hold them: such circles are freed by Python's
collector, which runs on whatever thread happens to allocate. When that is the database's thread,
it destroys widgets there, and Qt ends the process (seen as a segmentation fault within a query).
So the collector is switched off, and a timer asks on the window's thread whether it is time,
with Python's own thresholds.
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: Not longer: what a run makes in a second takes a tenth of one to look through.
_INTERVAL_MS = 200
_NOTED = "garbage is collected"


class GarbageCollector(QObject):
    """Keeps the automatic collector off as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # What is there after the imports stays: no need to look through it again and again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int:
        """Collect the oldest generation whose time has come; gives how much was freed."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                return gc.collect(generation)
        return 0


def look_seldom() -> None:
    """For a program that stands: what its start made stays, and is not looked through again.

    It is a hundred thousand objects: looking at them twice took 60 ms before the first rows.
    """
    from mentorapp.operations.memory import collect_seldom  # behind the first window

    collect_seldom()
    gc.freeze()


def collect_here(parent: QObject) -> None:
    """Collect on the thread of `parent`, the application; calling it again changes nothing."""
    # Noted as a property: to look for a child takes 6 ms before the first window.
    if not parent.property(_NOTED):
        parent.setProperty(_NOTED, True)
        GarbageCollector(parent)
