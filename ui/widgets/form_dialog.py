"""The dialog every form of the office stands in.

A form turns typed values into a draft and hands it over with `submitted`; it saves nothing
itself. Whoever listens answers with `accepted_by_office`, `refuse` or `show_problem`, so what was
typed stays until the office has taken it.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.discard_bar import DiscardBar
from ui.widgets.enter import EnterDialog
from ui.widgets.fields import Readable, mark_wrong
from ui.widgets.message_bar import MessageBar

Field = TypeVar("Field", bound=QWidget)

_LABEL_WIDTH = 190


class FormDialog(EnterDialog):
    """Groups of labelled fields, a line for refusals, Save and Cancel; Ctrl+Enter saves.

    Closing after something was typed asks first, in the dialog itself. `add_group` and `add_row`
    fill the form from top to bottom.
    """

    submitted = Signal()
    """Save was chosen and every field can be read."""

    def __init__(
        self, words: Words, title: str, save_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self.words = words
        self._fields: dict[str, QWidget] = {}
        self._problems: dict[str, QLabel] = {}
        self._dirty = False
        self._shown_before = False
        self.begins_at: QWidget | None = None
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
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        self._body = QVBoxLayout(self._sheet)
        self._body.setContentsMargins(20, 4, 20, 12)
        self._body.setSpacing(12)
        self._body.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid: QGridLayout | None = None
        self._discard = DiscardBar(words)

        self._lay_out(heading)

        self.save_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self.reject)
        self._discard.kept.connect(self._keep_editing)
        self._discard.discarded.connect(self._throw_away)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)

    # Filling the form

    def add_group(self, heading: str, hint: str = "") -> list[QWidget]:
        """Begin a group; the rows that follow belong to it. An empty heading gives none.

        Gives the widgets the group is made of, for forms that show it only when it matters.
        """
        made: list[QWidget] = []
        if heading:
            made.append(plain_label(heading, "h2"))
        if hint:
            label = plain_label(hint, "muted")
            label.setWordWrap(True)
            made.append(label)
        card = QFrame()
        card.setObjectName("card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(16, 4, 16, 14)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        # Keeps the fields beside their labels in a group of nothing but narrow ones.
        wide = QWidget()
        wide.setFixedHeight(0)
        wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(wide, 0, 1)
        made.append(card)
        for widget in made:
            self._body.insertWidget(self._body.count() - 1, widget)
        return made

    def add_row(
        self, name: str, label: str, field: Field, hint: str = "", *, required: bool = False
    ) -> Field:
        """A labelled field in the current group, known by `name`; gives the field back.

        `name` is the field's name in the domain, so that `refuse(text, "birth_year")` finds it.
        `&` in the label marks the key that goes to the field.
        """
        if self._grid is None:
            self.add_group("")
        grid = self._grid
        assert grid is not None  # noqa: S101 - add_group has just made it
        title = QLabel(f"{label} *" if required else label)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        title.setContentsMargins(0, 7, 0, 0)
        title.setBuddy(field)
        plain = label.replace("&", "")
        said = [plain, self.words.text("required")] if required else [plain]
        field.setAccessibleName(", ".join(said))
        problem = plain_label(name="problem")
        problem.setWordWrap(True)
        problem.hide()
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(field)
        if hint:
            note = plain_label(hint, "muted")
            note.setWordWrap(True)
            box.addWidget(note)
            field.setAccessibleDescription(hint)
        box.addWidget(problem)
        at = grid.rowCount()
        grid.addWidget(title, at, 0)
        grid.addLayout(box, at, 1)
        self._fields[name] = field
        self._problems[name] = problem
        self._watch(field, name)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width of the current group, without a label."""
        if self._grid is None:
            self.add_group("")
        grid = self._grid
        assert grid is not None  # noqa: S101 - add_group has just made it
        grid.addWidget(widget, grid.rowCount(), 0, 1, 2)

    def add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        """A further button at the left of Save and Cancel."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: do())
        self._buttons.insertWidget(self._buttons.count() - 3, button)
        return button

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
        problem, field = self._problems[name], self._fields[name]
        problem.setText(text)
        problem.show()
        field.setAccessibleDescription(text)
        mark_wrong(field, wrong=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.adjustSize()
        self._scroll.ensureWidgetVisible(problem)
        self._scroll.ensureWidgetVisible(field)

    def allow_saving(self) -> None:
        """Let Save be pressed; forms in which something must be chosen first look whether it is."""
        self.save_button.setEnabled(True)

    def clear_problems(self) -> None:
        """Take away what was said about fields and the form."""
        for name in self._problems:
            self._clear_problem(name)
        self.message_bar.clear()

    def start_afresh(self) -> None:
        """What is in the fields now counts as untouched, as after filling them by program."""
        self._dirty = False
        self.allow_saving()

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return self._dirty

    def field(self, name: str) -> QWidget:
        """The field added under `name`."""
        return self._fields[name]

    # Closing and saving

    def reject(self) -> None:
        if not self._dirty:
            super().reject()
        elif self._discard.isHidden():
            self._discard.ask()
        else:  # Escape while asked means what Escape meant before: stay.
            self._keep_editing()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._dirty:
            event.ignore()
            self._discard.ask()
            return
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown_before:
            self._shown_before = True
            self._dirty = False
            self.resize(self._fitting())
            first = self.begins_at or next(iter(self._fields.values()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

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
        unreadable = [
            (name, field.problem())
            for name, field in self._fields.items()
            if isinstance(field, Readable) and field.isEnabled() and field.problem()
        ]
        for name, text in reversed(unreadable):
            self.show_problem(name, text)
        if not unreadable:
            self.save_button.setEnabled(False)
            self.submitted.emit()

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
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 8)
        top.addWidget(heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(below)

    def _watch(self, field: Any, name: str) -> None:
        for news in ("changed", "textChanged", "valueChanged", "toggled", "currentIndexChanged"):
            signal = getattr(field, news, None)
            if signal is not None:
                signal.connect(lambda *_values: self._touched(name))
                return
        raise TypeError(f"{type(field).__name__} does not tell when it changes")

    def _touched(self, name: str) -> None:
        self._dirty = True
        self.allow_saving()
        self._clear_problem(name)

    def _clear_problem(self, name: str) -> None:
        problem = self._problems[name]
        if not problem.isHidden():
            problem.hide()
            self._fields[name].setAccessibleDescription("")
            mark_wrong(self._fields[name], wrong=False)

    def _keep_editing(self) -> None:
        self._discard.hide()
        self._sheet.setFocus()
        self._sheet.focusNextChild()

    def _throw_away(self) -> None:
        self._dirty = False
        super().reject()

    def _fitting(self) -> QSize:
        wanted = self._sheet.sizeHint()
        room = self.screen().availableGeometry().size()
        width = max(640, min(wanted.width() + 40, 900))
        # Wrapped labels and chips need more height than the hint, which is made for no width.
        height = max(wanted.height(), self._sheet.heightForWidth(width)) + 150
        return QSize(width, height).boundedTo(QSize(room.width() - 40, room.height() - 80))
