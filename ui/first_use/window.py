"""The first window of all: what the new office is called, or the example, or a file from before."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorapp.domain.errors import (
    Cancelled,
    CannotWriteFile,
    InvalidField,
    OfficeNotOpened,
    Refused,
)
from mentorapp.domain.key_errors import PassphraseWeak, TypedDifferently
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.refusals import explain
from ui.first_use.fields import NewOfficeForm, Typed
from ui.first_use.steps import NextStep
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.enter import press_with_ctrl_enter
from ui.widgets.fields import ChoiceField
from ui.widgets.lone_window import LoneWindow

_SIDE = 300
#: Where it is said what is not a field's own problem.
_FIELDS: dict[type[Refused], str] = {
    CannotWriteFile: "path",
    OfficeNotOpened: "path",
    PassphraseWeak: "passphrase",
    TypedDifferently: "again",
}


class FirstWindow(LoneWindow):
    """Everything on one sheet, from top to bottom; nothing is made before a button is pressed."""

    language_wanted = Signal(str)
    make_wanted = Signal(object, object)
    """What is `Wanted` and the `NextStep` that follows."""
    example_wanted = Signal()
    open_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, words: Words, path: Path) -> None:
        """`path` is where the office lies unless something else is typed."""
        super().__init__(words)
        _ = words.text
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1040, 760).boundedTo(QSize(room.width(), room.height() - 40)))
        self.language = ChoiceField([(code, language_name(code)) for code in LANGUAGES])
        self.language.set_value(words.language)
        self.language.setAccessibleName(_("Language"))
        self.form = NewOfficeForm(words, path)
        self.import_button = picture_button(
            _("Make the office and import from Excel …"),
            "download",
            lambda: self._make(NextStep.IMPORT),
            primary=True,
        )
        self.register_button = picture_button(
            _("Make the office and register somebody"),
            "user-plus",
            lambda: self._make(NextStep.REGISTER),
        )
        self.example_button = picture_button(
            _("Try the example office"), "play", self.example_wanted.emit
        )
        self.open_button = picture_button(
            _("Open an office file …"), "folder-open", self.open_wanted.emit
        )
        self.help_button = picture_button(_("User guide (F1)"), "info", self.help_wanted.emit)
        self._lay_out()
        self.language.changed.connect(lambda: self.language_wanted.emit(self.language.value()))
        for keys, do in (
            ("F1", self.help_wanted.emit),
            ("Ctrl+O", self.open_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        press_with_ctrl_enter(self.import_button, self, self.import_button.text())
        self.form.begin_typing()

    # What stands in it

    def typed(self) -> Typed:
        """What was typed so far."""
        return self.form.typed()

    def show_typed(self, typed: Typed) -> None:
        """Go on with what was typed in another language of the window."""
        self.form.show_typed(typed)
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    # Work

    def parts(self) -> tuple[QWidget, ...]:
        return self._top, self.form, self._side, self._bottom

    def set_busy(self, *, busy: bool) -> None:
        """Whether something is being made."""
        super().set_busy(busy=busy)
        if busy:
            self.setFocus()

    def say(self, refused: Refused) -> None:
        """Why it was not made, at its field where that is known."""
        text = explain(self.words, refused)
        field = refused.field if isinstance(refused, InvalidField) else ""
        field = _FIELDS.get(type(refused), field)
        if isinstance(refused, Cancelled):
            self.message_bar.info(self.words.text("Cancelled: nothing was made."))
        elif field in self.form.fields:
            self.form.say_problem(field, text)
            self.form.go_to_problem(field)
        else:
            self.warn(text)

    def _make(self, step: NextStep) -> None:
        try:
            wanted = self.form.wanted()
        except Refused as wrong:
            self.say(wrong)
            return
        self.make_wanted.emit(wanted, step)

    def _lay_out(self) -> None:
        _ = self.words.text
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(20, 0, 20, 0)
        top.setSpacing(12)
        language = plain_label(_("Language"))
        language.setBuddy(self.language)
        self.language.setMinimumWidth(180)
        top.addWidget(plain_label(_("Welcome to Mentorapp"), "h1"))
        top.addStretch()
        top.addWidget(language)
        top.addWidget(self.language)
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 4, 20, 0)
        side.setSpacing(12)
        for title, said, button in (
            (
                _("Only having a look?"),
                _("The example office is full of made-up people. Throw it away when you like."),
                self.example_button,
            ),
            (
                _("Is there an office already?"),
                _("Open its file: a backup, or one from another computer."),
                self.open_button,
            ),
            (
                _("How do I begin?"),
                _("From here to the first letter, step by step."),
                self.help_button,
            ),
        ):
            side.addWidget(_card(title, said, button))
        side.addStretch()
        self._bottom = QWidget()
        bottom = QHBoxLayout(self._bottom)
        bottom.setContentsMargins(20, 0, 20, 0)
        bottom.setSpacing(12)
        bottom.addWidget(self.import_button)
        bottom.addWidget(self.register_button)
        bottom.addStretch()
        bars = QVBoxLayout()
        bars.setContentsMargins(20, 0, 20, 0)
        bars.addWidget(self.message_bar)
        bars.addWidget(self.busy_bar)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.form, 1)
        middle.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 16)
        layout.setSpacing(10)
        layout.addWidget(self._top)
        layout.addLayout(bars)
        layout.addLayout(middle, 1)
        layout.addWidget(self._bottom)
        # As it is read: the office first, then what else there is.
        order = (
            self.form.path.button,
            self.import_button,
            self.register_button,
            self.example_button,
            self.open_button,
            self.help_button,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


def _card(title: str, said: str, button: QPushButton) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    hint = plain_label(said, "muted")
    hint.setWordWrap(True)
    button.setAccessibleDescription(said)
    column.addWidget(plain_label(title, "h2"))
    column.addWidget(hint)
    column.addWidget(button)
    return card
