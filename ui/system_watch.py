"""Notices that the computer goes to sleep or that its screen is locked.

Where no system tells it, the time that nobody has typed does: see ``idle``.
"""

from PySide6.QtCore import QObject, Signal


class SystemWatch(QObject):
    """Tells nothing by itself: each system has one of its own."""

    gone = Signal()
    """The computer goes to sleep, or its screen was locked: whoever was there has left."""

    def start(self) -> None:
        """From now on it is worth telling."""

    def stop(self) -> None:
        """Tell nothing any more."""

    def let_sleep(self) -> None:
        """What was to be done before the computer sleeps is done."""
