"""The middle of a form: groups of labelled fields, each with room for what is wrong with it."""

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label
from ui.widgets.fields import mark_wrong

Field = TypeVar("Field", bound=QWidget)

_LABEL_WIDTH = 190


class FormSheet(QScrollArea):
    """Filled from top to bottom; scrolls when the screen is smaller than the form."""

    touched = Signal(str)
    """The name of the field in which something was typed or chosen."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.fields: dict[str, QWidget] = {}
        self.problems: dict[str, QLabel] = {}
        self._titles: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self._paper = QWidget()
        self._paper.setObjectName("sheet")
        self._body = QVBoxLayout(self._paper)
        self._body.setContentsMargins(20, 4, 20, 12)
        self._body.setSpacing(12)
        self._body.addStretch()
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid: QGridLayout | None = None

    # Filling it

    def add_group(self, heading: str, hint: str = "") -> list[QWidget]:
        """Begin a group; gives the widgets it is made of."""
        made: list[QWidget] = []
        if heading:
            title = plain_label(heading, "h2")
            title.setWordWrap(True)  # it may be somebody's name
            made.append(title)
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

    def add_row(self, name: str, label: str, field: Field, hint: str, *, required: bool) -> Field:
        """A labelled field in the current group; gives the field back."""
        grid = self._group()
        title = QLabel(f"{label} *" if required else label)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        title.setContentsMargins(0, 7, 0, 0)
        title.setBuddy(field)
        plain = label.replace("&", "")
        said = [plain, self._words.text("required")] if required else [plain]
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
        self.fields[name] = field
        self.problems[name] = problem
        self._titles[name], self._hints[name] = plain, hint
        self._watch(field, name)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width of the current group, without a label."""
        grid = self._group()
        grid.addWidget(widget, grid.rowCount(), 0, 1, 2)

    # Asking it

    @property
    def titles(self) -> Mapping[str, str]:
        """What each field is called beside it."""
        return self._titles

    def name_of(self, widget: QWidget | None) -> str:
        """The field that the widget is or is a part of, also of what it opened; else empty."""
        parts = {field: name for name, field in self.fields.items()}
        while widget is not None and widget not in parts:
            widget = widget.parentWidget()
        return parts[widget] if widget is not None else ""

    def begin_typing(self) -> None:
        """Put the keyboard into the first field that takes it."""
        self._paper.setFocus()
        self._paper.focusNextChild()

    def fitting(self, room: QSize) -> QSize:
        """The size of a dialog that shows all of it, as far as the screen has room."""
        wanted = self._paper.sizeHint()
        width = max(640, min(wanted.width() + 40, 900))
        # Wrapped labels and chips need more height than the hint, which is made for no width.
        height = max(wanted.height(), self._paper.heightForWidth(width)) + 150
        return QSize(width, height).boundedTo(QSize(room.width() - 40, room.height() - 80))

    # What is wrong

    def say_problem(self, name: str, text: str) -> None:
        """Say what is wrong with one field, beside it. Raises KeyError for an unknown one."""
        problem, field = self.problems[name], self.fields[name]
        problem.setText(text)
        problem.show()
        field.setAccessibleDescription(text)
        mark_wrong(field, wrong=True)

    def go_to_problem(self, name: str) -> None:
        """Put the keyboard there, and what was said into view."""
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._paper.adjustSize()
        self.ensureWidgetVisible(self.problems[name])
        self.ensureWidgetVisible(field)

    def clear_problem(self, name: str) -> None:
        """Take away what was said about a field."""
        problem, field = self.problems[name], self.fields[name]
        if not problem.isHidden():
            problem.hide()
            field.setAccessibleDescription(self._hints[name])
            mark_wrong(field, wrong=False)

    def _group(self) -> QGridLayout:
        if self._grid is None:
            self.add_group("")
        grid = self._grid
        assert grid is not None  # noqa: S101 - add_group has just made it
        return grid

    def _watch(self, field: Any, name: str) -> None:
        for news in ("changed", "textChanged", "valueChanged", "toggled", "currentIndexChanged"):
            signal = getattr(field, news, None)
            if signal is not None:
                signal.connect(lambda *_values: self.touched.emit(name))
                return
        raise TypeError(f"{type(field).__name__} does not tell when it changes")
