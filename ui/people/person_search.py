"""A line in which somebody is found by name or number while one types.

The office is asked as in the search of the lists: all of its people at once would be thousands to
compare with at every key.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.people import Person
from ui.widgets.chips import TypeAhead


def name_and_number(name: str, number: int) -> str:
    """How somebody is told from others of the same name."""
    return f"{name} ({number})"


class PersonSearch(TypeAhead):
    """Asks for people while one types; Enter takes the first or the marked one.

    `taken` gives the id as text.
    """

    asks = Signal(str)
    """Who is called that, or has that number? The answer comes with `show_found`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answered = ""
        self._takes_first = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)  # fast typing asks once
        self._pause.timeout.connect(self._ask)

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.text().strip()

    def show_found(self, text: str, people: Sequence[Person]) -> None:
        """The answer to `asks`; one to what is no longer typed is passed over."""
        if text != self.typed:
            return
        self._answered = text
        self.set_choices(
            [(str(one.id), name_and_number(one.name, one.number)) for one in people], tuple
        )
        names = [name for _id, name in self._choices]
        self._offers.setStringList(names)
        takes_first, self._takes_first = self._takes_first, False
        if names and takes_first:
            self._take(names[0])
        elif names and self.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _offer(self, typed: str) -> None:
        self._takes_first = False
        if typed.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._popup.hide()

    def _enter(self) -> bool:
        popup = self._popup
        if popup.isVisible() and popup.currentIndex().isValid():
            self._take(str(popup.currentIndex().data()))
            return True
        if not self.typed:
            return False
        # With something typed Enter never saves the form around the field.
        if self._answered != self.typed:
            self._takes_first = True
            self._ask()
        elif self._choices:
            self._take(self._choices[0][1])
        return True

    def _ask(self) -> None:
        self._pause.stop()
        if self.typed:
            self.asks.emit(self.typed)
