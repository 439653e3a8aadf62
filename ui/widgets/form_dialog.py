"""The dialog every form of the office stands in.

A form turns typed values into a draft and hands it over with `submitted`; it saves nothing
itself. Whoever listens answers with `accepted_by_office`, `refuse` or `show_problem`, so what was
typed stays until the office has taken it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.discard_bar import DiscardBar
from ui.widgets.enter import EnterDialog
from ui.widgets.fields import Readable
from ui.widgets.form_sheet import Field, FormSheet
from ui.widgets.message_bar import MessageBar
from ui.widgets.reading_only import why_read_only
from ui.widgets.written import told, write_back, written


class Keeping(Protocol):
    """Keeps what was typed when the form is closed without saving; see ``form_keeping``."""

    def leave(self, then: Callable[[], object], failed: Callable[[], object]) -> None:
        """Call `then` when it is kept, at once if it was already, or `failed`."""


class FormDialog(EnterDialog):
    """Groups of labelled fields, a line for refusals, Save and Cancel; Ctrl+Enter saves.

    What is wrong with a field is said as one leaves it, and again at saving. Closing after
    something was typed keeps it, or asks first where nothing keeps it. `add_group` and `add_row`
    fill the form from top to bottom.
    """

    submitted = Signal()
    """Save was chosen and every field can be read."""
    touched = Signal()
    """Something was typed or chosen."""

    def __init__(
        self, words: Words, title: str, save_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self.words = words
        self._dirty = False
        self._typed_in: set[str] = set()
        self._shown_before = False
        self.begins_at: QWidget | None = None
        self.keeping: Keeping | None = None
        self.is_leaving = False
        """Closed as soon as what was typed is kept."""
        self.check_field: Callable[[str], str] | None = None
        """What the office would say about one field, "" when nothing; asked as one leaves it."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)

        heading = plain_label(title, "h1")
        heading.setWordWrap(True)
        self.message_bar = MessageBar(words)
        self.save_button = QPushButton(save_text or _("Save"))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.setToolTip(
            QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        )
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.last_stops = [self.cancel_button, self.save_button]
        self._sheet = FormSheet(words)
        self._fields, self._problems = self._sheet.fields, self._sheet.problems
        self._discard = DiscardBar(words)

        self._lay_out(heading)

        self.save_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self.reject)
        self._sheet.touched.connect(self._touched)
        self._discard.kept.connect(self._keep_editing)
        self._discard.discarded.connect(self.leave)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)

    # Filling the form

    def add_group(self, heading: str, hint: str = "") -> list[QWidget]:
        """Begin a group; the rows that follow belong to it. An empty heading gives none.

        Gives the widgets the group is made of, for forms that show it only when it matters.
        """
        return self._sheet.add_group(heading, hint)

    def add_row(
        self, name: str, label: str, field: Field, hint: str = "", *, required: bool = False
    ) -> Field:
        """A labelled field in the current group, known by `name`; gives the field back.

        `name` is the field's name in the domain, so that `refuse(text, "birth_year")` finds it.
        `&` in the label marks the key that goes to the field.
        """
        return self._sheet.add_row(name, label, field, hint, required=required)

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width of the current group, without a label."""
        self._sheet.add_wide(widget)

    def add_on_top(self, widget: QWidget) -> None:
        """Something below the title that stays while the fields scroll."""
        self._top.addWidget(widget)

    def add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        """A further button at the left of Save and Cancel."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: do())
        self._buttons.insertWidget(self._buttons.count() - 3, button)
        self.last_stops.insert(len(self.last_stops) - 2, button)
        return button

    # What the fields hold

    def contents(self) -> dict[str, str]:
        """What stands in each field, in its own writing."""
        return {name: written(field) for name, field in self._fields.items()}

    def write_back(self, contents: Mapping[str, str]) -> None:
        """Write what `contents` gave into the fields it names; names unknown here are passed by."""
        for name, field in self._fields.items():
            if name in contents:
                write_back(field, contents[name])

    def told(self, name: str) -> tuple[str, str]:
        """What a field is called, and what stands in it as one reads it."""
        return self._sheet.titles[name], told(self.words, self._fields[name])

    # What the office answers

    def accepted_by_office(self) -> None:
        """It is saved: close."""
        self._dirty = False
        self.accept()

    def refuse(self, text: str, field: str = "") -> None:
        """Say why not, at `field` when the form has it, else above the buttons."""
        self.allow_saving()
        if field in self._problems:
            self.show_problem(field, text)
        else:
            self.message_bar.warning(text)

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong with one field and go there.

        Raises KeyError for a field the form does not have.
        """
        self.allow_saving()
        self._sheet.say_problem(name, text)
        self._sheet.go_to_problem(name)

    def allow_saving(self) -> None:
        """Let Save be pressed; forms in which something must be chosen first look whether it is."""
        self.save_button.setEnabled(True)

    def clear_problems(self) -> None:
        """Take away what was said about fields and the form."""
        for name in self._problems:
            self._sheet.clear_problem(name)
        self.message_bar.clear()

    def start_afresh(self) -> None:
        """What is in the fields now counts as untouched, as after filling them by program."""
        self._dirty = False
        self._typed_in.clear()
        self.allow_saving()

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return self._dirty

    def field(self, name: str) -> QWidget:
        """The field added under `name`."""
        return self._fields[name]

    def begin_typing(self) -> None:
        """Put the keyboard into the first field."""
        self._sheet.begin_typing()

    # Closing and saving

    def save(self) -> None:
        """As if Save was pressed."""
        self._submit()

    def leave(self) -> None:
        """Close without a question, and without saving."""
        self.is_leaving = False
        self._dirty = False
        super().reject()

    def put_away(self) -> None:
        """Close without a question; where something keeps what was typed, as soon as it is kept."""
        if not self._dirty or self.keeping is None:
            self.leave()
        elif not self.is_leaving:
            self.is_leaving = True
            self.keeping.leave(self.leave, self.leave)

    def unsaved(self) -> str:
        """What was typed and nothing keeps, as one reads it; empty when there is nothing."""
        if not self._dirty or self.keeping is not None:
            return ""
        lines = [self.windowTitle()]
        for name in sorted(self._typed_in):
            title, text = self.told(name)
            lines.append(f"{title}: {text}")
        return "\n".join(lines)

    def reject(self) -> None:
        if not self._dirty:
            super().reject()
        elif self.keeping is not None:
            if not self.is_leaving:
                self.is_leaving = True
                self.keeping.leave(self.leave, self._ask_to_discard)
        elif self._discard.isHidden():
            self._ask_to_discard()
        else:  # Escape while asked means what Escape meant before: stay.
            self._keep_editing()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._dirty:
            if self._discard.isHidden():
                self.reject()
            event.setAccepted(not self.isVisible())
            return
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown_before:
            self._shown_before = True
            self.start_afresh()
            self.resize(self._fitting())
            first = self.begins_at or next(iter(self._fields.values()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._refuses()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Back from the crash dialog: the office did not answer, saving may be tried again.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.allow_saving()

    def _submit(self) -> None:
        if not self.save_button.isEnabled():
            return
        self.clear_problems()
        self._discard.hide()
        if self._refuses():
            return
        wrong = [(name, text) for name in self._fields if (text := self._problem_of(name))]
        for name, text in wrong:
            self._sheet.say_problem(name, text)
        if wrong:
            self._sheet.go_to_problem(wrong[0][0])
        else:
            self.save_button.setEnabled(False)
            self.submitted.emit()

    def _refuses(self) -> bool:
        """Say that nothing can be saved here, before anything is typed; the form can be read."""
        reason = why_read_only(self)
        if reason:
            self.message_bar.warning(reason)
        return bool(reason)

    def _problem_of(self, name: str) -> str:
        field = self._fields[name]
        if not field.isEnabled():
            return ""
        said = field.problem() if isinstance(field, Readable) else ""
        return said or (self.check_field(name) if self.check_field is not None else "")

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None or now is None or not self.isVisible():
            return
        name = self._sheet.name_of(old)
        # An empty field that one only walks past is not scolded.
        if name in self._typed_in and name != self._sheet.name_of(now):
            text = self._problem_of(name)
            if text:
                self._sheet.say_problem(name, text)

    def _lay_out(self, heading: QLabel) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch()
        self._buttons.addWidget(self.cancel_button)
        self._buttons.addWidget(self.save_button)
        below = QVBoxLayout()
        below.setContentsMargins(20, 8, 20, 16)
        below.setSpacing(10)
        below.addWidget(self.message_bar)
        below.addWidget(self._discard)
        below.addLayout(self._buttons)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(20, 16, 20, 8)
        self._top.setSpacing(10)
        self._top.addWidget(heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._sheet, 1)
        layout.addLayout(below)

    def _touched(self, name: str) -> None:
        self._dirty = True
        self._typed_in.add(name)
        self.allow_saving()
        self._sheet.clear_problem(name)
        self.touched.emit()

    def _ask_to_discard(self) -> None:
        self.is_leaving = False
        self._discard.ask()

    def _keep_editing(self) -> None:
        self._discard.hide()
        self.begin_typing()

    def _fitting(self) -> QSize:
        return self._sheet.fitting(self.screen().availableGeometry().size())
