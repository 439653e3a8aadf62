"""The Undo of a message: takes back the write the message tells of."""

from collections.abc import Callable

from mentorapp.words import Words
from ui.work import Worker


def undo_button(
    words: Words, worker: Worker, then: Callable[[], object] | None = None
) -> tuple[str, Callable[[], None]]:
    """What a message bar is handed for a write that was just answered (in its `then`).

    `then` is called when it was asked for, before it is done; whether it went well is told by the
    window. A change in the same records since makes it a refusal.
    """
    changes, history = worker.history.newest(), worker.history

    def take_back() -> None:
        if then is not None:
            then()
        history.undo_this(changes)

    return words.text("Undo"), take_back
