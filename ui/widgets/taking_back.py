"""The Undo of a message: takes back the write the message tells of."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mentorapp.words import Words
from ui.history import History, Written
from ui.work import Worker


class TakingBack(QObject):
    """Called when Undo is pressed; tells the message bar when there is nothing left to undo."""

    over = Signal()
    """It was undone elsewhere: by the menu, its key, or another message."""

    def __init__(self, history: History, do: Callable[[Written], object]) -> None:
        super().__init__()
        self._written, self._do = history.newest(), do
        history.over.connect(self._look)

    def __call__(self) -> None:
        self._do(self._written)

    def _look(self, written: Written) -> None:
        if written is self._written:
            self.over.emit()


def undo_button(
    words: Words, worker: Worker, then: Callable[[], object] | None = None
) -> tuple[str, TakingBack]:
    """What a message bar is handed for a write that was just answered (in its `then`).

    `then` is called when it was asked for, before it is done; whether it went well is told by the
    window. A change in the same records since makes it a refusal.
    """
    history = worker.history

    def take_back(written: Written) -> None:
        if then is not None:
            then()
        history.undo_this(written)

    return words.text("Undo"), TakingBack(history, take_back)


def undo_by(words: Words, worker: Worker, do: Callable[[], object]) -> tuple[str, TakingBack]:
    """As `undo_button`, for what has an operation of its own that takes it back."""
    return words.text("Undo"), TakingBack(worker.history, lambda _written: do())
