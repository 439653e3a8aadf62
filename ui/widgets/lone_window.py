"""A window that stands alone: no office is open, and one thing after the other is done in it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.widgets.busy_bar import BusyBar
from ui.widgets.enter import press_focused
from ui.widgets.message_bar import MessageBar


class LoneWindow(QWidget):
    """While it is at work nothing else can be asked for, and it stays open until that has ended."""

    leaving = Signal()
    """It was told to close while it was at work: close it when that has ended."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.busy = False
        self.setWindowTitle("Mentorapp")
        self.message_bar = MessageBar(words)
        self.busy_bar = BusyBar(words)

    def parts(self) -> Iterable[QWidget]:
        """What is closed to everybody while it is at work."""
        raise NotImplementedError

    def set_busy(self, *, busy: bool) -> None:
        """It is at work now, or is done."""
        self.busy = busy
        for part in self.parts():
            part.setEnabled(not busy)
        if busy:
            self.message_bar.clear()
        else:
            self.busy_bar.hide()

    def warn(self, text: str) -> None:
        """Something that went wrong, and belongs to no field."""
        self.message_bar.warning(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.busy:
            event.ignore()
            self.leaving.emit()
            return
        self.forget()
        super().closeEvent(event)

    def forget(self) -> None:
        """Empty what was typed in secret. Called as the window closes."""
