"""The fields for one slip. Enter goes on to the next field, and from the last one saves."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import plain_label
from ui.meetings.reading import form_letters, read_form
from ui.meetings.slip import FIELDS, Typed
from ui.widgets.fields import TextField

_MUST = FIELDS[:4]
_USUAL_MINUTES = "60"


class SlipForm(QFrame):
    """Texts only: what they mean is found out by whoever listens."""

    submitted = Signal()
    numbered = Signal(str)
    """The number field was left with this text."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words = words
        self.fields: dict[str, TextField] = {}
        self._problems: dict[str, QLabel] = {}
        self.who = plain_label(name="h2")
        self.about = plain_label(name="muted")
        self._meaning = plain_label(name="muted")
        for name in FIELDS:
            field = TextField(NAME_LIMIT if name != "notes" else 2000)
            field.setAccessibleName(self._name(name))
            field.installEventFilter(self)
            field.changed.connect(lambda name=name: self._typed(name))
            self.fields[name] = field
            problem = plain_label(name="problem")
            problem.setWordWrap(True)
            self._problems[name] = problem
        self.fields["pairing"].editingFinished.connect(
            lambda: self.numbered.emit(self.fields["pairing"].value())
        )
        self._lay_out()
        self.clear()

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(**{name: field.value() for name, field in self.fields.items()})

    def clear(self) -> None:
        """An empty slip with what is usual filled in."""
        for field in self.fields.values():
            field.set_value("")
        self.fields["minutes"].set_value(_USUAL_MINUTES)
        self.fields["form"].set_value(next(iter(form_letters(self._words))))
        self.show_pair("", "")
        self.show_problems({})

    def start(self) -> None:
        """Put the keyboard where a slip begins."""
        self._go("pairing")

    def show_pair(self, who: str, about: str) -> None:
        """Whose slip it is."""
        self.who.setText(who or self._words.text("Whose slip? The number stands on it."))
        self.who.setEnabled(bool(who))
        self.about.setText(about)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """One sentence at each wrong field, and the keyboard at the first of them."""
        for name in FIELDS:
            self.show_problem(name, problems.get(name, ""))
        wrong = [name for name in FIELDS if name in problems]
        if wrong:
            self._go(wrong[0])

    def show_problem(self, name: str, text: str) -> None:
        """The sentence at one field; "" takes it away."""
        self._problems[name].setText(text)
        field = self.fields[name]
        field.setAccessibleDescription(text)
        if field.property("wrong") != bool(text):
            field.setProperty("wrong", bool(text))
            field.style().unpolish(field)
            field.style().polish(field)

    def problem(self, name: str) -> str:
        """The sentence at a field."""
        return self._problems[name].text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._enter(watched)
            return True
        return super().eventFilter(watched, event)

    def _enter(self, field: QObject) -> None:
        name = next(name for name, one in self.fields.items() if one is field)
        if name in _MUST[:-1]:
            self._go(_MUST[_MUST.index(name) + 1])
        else:
            self.submitted.emit()

    def _go(self, name: str) -> None:
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def _typed(self, name: str) -> None:
        self.show_problem(name, "")
        if name == "form":
            try:
                form = read_form(self.fields["form"].value(), self._words)
            except InvalidField:
                self._meaning.setText("")
            else:
                self._meaning.setText(label(self._words, form))

    def _name(self, field: str) -> str:
        return (
            self._words.text("What was done")
            if field == "notes"
            else (field_label(self._words, field))
        )

    def _lay_out(self) -> None:
        words = self._words
        letters = " · ".join(
            f"{letter} = {label(words, form)}" for letter, form in form_letters(words).items()
        )
        self._legend = plain_label(letters, "muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, name in enumerate(_MUST):
            self._place(grid, name, 0, column)
            self.fields[name].setMaximumWidth(170)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._meaning, 1, len(_MUST), Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(len(_MUST), 170)
        more = QGridLayout()
        more.setHorizontalSpacing(12)
        more.setVerticalSpacing(4)
        for column, name in enumerate(FIELDS[len(_MUST) :]):
            self._place(more, name, 0, column)
            more.setColumnStretch(column, 3 if name == "notes" else 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self.who)
        layout.addWidget(self.about)
        layout.addLayout(grid)
        layout.addWidget(self._legend)
        layout.addLayout(more)

    def _place(self, grid: QGridLayout, name: str, row: int, column: int) -> None:
        grid.addWidget(plain_label(self._name(name), "muted"), row, column)
        grid.addWidget(self.fields[name], row + 1, column)
        grid.addWidget(self._problems[name], row + 2, column)
