"""One answer as it is typed from paper: the number beside the box, and the next question comes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.questionnaires import Asked, Scale
from mentorapp.words import Words
from mentorapp.words.questionnaires import answer
from mentorapp.words.refusals import explain
from ui.widgets.fields import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(TextField):
    """A digit answers and goes on; Space leaves the question open.

    A number of several digits ends with Space or Enter.
    """

    answered = Signal()
    """Go on to the next question."""

    def __init__(self, words: Words, asked: Asked, parent: QWidget | None = None) -> None:
        self._several = asked.scale is Scale.NUMBER
        super().__init__(3 if self._several else 1, parent=parent)
        self._words, self._asked = words, asked
        self.setMaximumWidth(80)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """The answer; None for an open question, and for what is none."""
        text = self.value()
        return int(text) if text and not self.problem() else None

    def set_number(self, number: int | None) -> None:
        """Show an answer."""
        self.set_value("" if number is None else str(number))

    def problem(self) -> str:
        """What is wrong with what was typed."""
        text, steps = self.value(), self._asked.scale.steps
        if not text or (text.isascii() and text.isdigit() and int(text) in steps):
            return ""
        why = InvalidField(
            f"item.{self._asked.item.value}",
            Problem.OUT_OF_RANGE,
            text,
            f"{steps[0]}–{steps[-1]}",
        )
        return explain(self._words, why)

    def written(self) -> str:
        """The digits."""
        return self.value()

    def write_back(self, text: str) -> None:
        """Show what was written."""
        self.set_value(text)

    def told(self) -> str:
        """The answer in words."""
        number = self.number()
        return self.value() if number is None else answer(self._words, self._asked, number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        goes_on = (Qt.Key.Key_Space, *(_ENTER if self._several else ()))
        if plain and event.key() in goes_on:
            self.answered.emit()
        elif plain and not self._several and text.isascii() and text.isdigit():
            self.setText(text)
            if not self.problem():
                self.answered.emit()
            else:
                self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
