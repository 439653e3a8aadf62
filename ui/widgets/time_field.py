"""A field for a time of day."""

import re
from datetime import time

from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.widgets.fields import TextField

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


class TimeField(TextField):
    """A time of day as people write it: 10, 10:30, 1030."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(10, words.text("hh:mm"), parent)
        self._words = words
        self.setMaximumWidth(100)

    def time(self) -> time | None:
        """The time; None when empty or unreadable."""
        found = _CLOCK.fullmatch(self.value())
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            return None
        return time(int(found[1]), int(found[2] or 0))

    def problem(self) -> str:
        """A sentence when what was typed is no time."""
        if self.value() and self.time() is None:
            return self._words.text("Write the time as hours and minutes, for example 10:30.")
        return ""
