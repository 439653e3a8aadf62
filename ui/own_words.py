"""Keeps what is said in a window to the office's own words."""

from PySide6.QtCore import QObject

from mentorapp.operations import word_lists
from mentorapp.words import Words
from ui.work import Worker


class OwnWords(QObject):
    """Reads the office's own words when it is made and after each change.

    The worker answers in the order of the questions: what is asked for later is told with them.
    """

    def __init__(self, worker: Worker, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._words = worker, words
        worker.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        words = self._words
        self._worker.read(self, lambda tx: word_lists.hand_in(tx, words), lambda _done: None)
