"""What is asked before an office is open: what it is to be, its passphrase, which backup."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.work import Worker


class Waiting(Protocol):
    """A window that waits for the user, and the worker beside it."""

    worker: Worker

    @property
    def window(self) -> QWidget:
        """Another one after the language was changed."""

    def close(self) -> None:
        """An office is open, something else is asked, or the program ends."""


@runtime_checkable
class Speaking(Protocol):
    """Can be asked in another language."""

    def speak(self, words: Words) -> QWidget:
        """Ask the same in these words, in the window that comes back."""


@runtime_checkable
class Warned(Protocol):
    """A window that can say what went wrong elsewhere."""

    def warn(self, text: str) -> None:
        """Say it."""
