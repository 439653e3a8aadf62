"""One quiet line over the list of the day: how much is kept longer than it should be."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.operations import retention
from mentorapp.words import Words
from mentorapp.words.retention import say_overdue
from ui.format import plain_label
from ui.rights import may
from ui.widgets.buttons import picture_button
from ui.work import Worker


class DueLine(QWidget):
    """Hidden while nothing is due, and for whoever does not answer for it."""

    wanted = Signal()
    """Somebody wants to see what it is."""

    def __init__(self, worker: Worker, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self.said = plain_label(name="muted")
        self.button = picture_button(words.text("Show"), "shield", self.wanted.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.said)
        layout.addWidget(self.button)
        layout.addStretch()
        self.hide()

    def refresh(self) -> None:
        """Count anew."""
        today = self._today()
        if may(self._worker.who, retention.overdue):
            self._worker.read(self, lambda tx: retention.overdue(tx, today), self._show)

    def _show(self, many: int) -> None:
        self.said.setText(say_overdue(self._words, many))
        self.button.setAccessibleDescription(self.said.text())
        self.setVisible(bool(many))
