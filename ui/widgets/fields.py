"""The plain fields of forms: text, notes, telephone, number, choice.

Every field of this package has `value()`, `set_value()` and a signal `changed`; fields that can
hold something unreadable also have `problem()`, the sentence to show, or "".
"""

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from ui.format import plain_tooltip
from ui.widgets.written import key_text

#: What padding and arrow of a choice take of its width.
_BESIDE_CHOICE = 36


@runtime_checkable
class Readable(Protocol):
    """A field that may hold something that cannot be read."""

    def problem(self) -> str:
        """What is wrong, in the user's words; "" when nothing is."""


class TextField(QLineEdit):
    """One line of text; spaces around it are not kept."""

    changed = Signal()

    def __init__(self, longest: int = 200, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """What was typed."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        self.setCursorPosition(0)


class PhoneField(TextField):
    """A telephone number as people write it; reading it is the office's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(30, "", parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class NotesField(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next field."""

    changed = Signal()

    def __init__(self, longest: int = 4000, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self.textChanged.connect(self._hold_back)

    def value(self) -> str:
        """What was typed."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show `text`."""
        self.setPlainText(text)

    def _hold_back(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            cursor = self.textCursor()
            at = cursor.position()
            self.setPlainText(text[: self._longest])
            cursor.setPosition(min(at, self._longest))
            self.setTextCursor(cursor)
            return
        self.changed.emit()


class NumberField(QSpinBox):
    """A whole number. With `optional` the lowest step shows as empty and means None."""

    changed = Signal()

    def __init__(
        self,
        lowest: int = 0,
        highest: int = 9999,
        suffix: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setRange(lowest - 1 if optional else lowest, highest)
        if optional:
            self.setSpecialValueText(" ")
            super().setValue(lowest - 1)
        if suffix:
            self.setSuffix(f" {suffix}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.changed)

    def number(self) -> int | None:
        """The number; None when it may be empty and is."""
        line = self.lineEdit()
        chosen, behind = line.hasSelectedText(), len(line.text()) - line.cursorPosition()
        self.interpretText()
        if not chosen:  # the text is written anew: what is typed next comes where it would have
            line.setCursorPosition(max(0, len(line.text()) - behind))
        if self._optional and super().value() == self.minimum():
            return None
        return super().value()

    def set_number(self, number: int | None) -> None:
        """Show `number`."""
        self.setValue(self.minimum() if number is None else number)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _only_with_focus(self, event)


class CheckField(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self.changed)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick it or not."""
        self.setChecked(value)


class ChoiceField(QComboBox):
    """One of a few, known by key and shown by name; typing the first letters chooses."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys: list[Any] = []
        self._wanted: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(self._tell_rest)
        self.set_choices(choices)
        self.activated.connect(self._choose)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these (key, name); what was chosen stays if it is still among them."""
        before = self.value()
        self.clear()
        self._keys = [key for key, _name in choices]
        self.addItems([name for _key, name in choices])
        if before in self._keys:
            self.set_value(before)
        if self._wanted is not None:
            self.write_back(self._wanted)

    def value(self) -> Any:
        """The chosen key; None when there is nothing to choose."""
        at = self.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def set_value(self, key: Any) -> None:
        """Choose `key`. Raises ValueError when it is not offered."""
        self.setCurrentIndex(self._keys.index(key))

    def written(self) -> str:
        """The chosen key as text."""
        return key_text(self.value()) if self._wanted is None else self._wanted

    def write_back(self, text: str) -> None:
        """Choose the key that was written so, now or when it is offered."""
        at = next((at for at, key in enumerate(self._keys) if key_text(key) == text), None)
        self._wanted = text if at is None else None
        if at is not None and at != self.currentIndex():
            self.setCurrentIndex(at)
            self.changed.emit()

    def told(self) -> str:
        """The chosen name."""
        return self.currentText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        _only_with_focus(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest(self.currentText())

    def _tell_rest(self, text: str) -> None:
        """A long name is cut at the arrow: the tooltip has it whole."""
        room = self.width() - _BESIDE_CHOICE
        cut = self.fontMetrics().horizontalAdvance(text) > room
        self.setToolTip(plain_tooltip(text) if cut else "")

    def _choose(self) -> None:
        self._wanted = None
        self.changed.emit()


def _only_with_focus(field: QComboBox | QSpinBox, event: QWheelEvent) -> None:
    # Scrolling a long form must not change the fields that pass below the pointer.
    if not field.hasFocus():
        event.ignore()
    elif isinstance(field, QComboBox):
        QComboBox.wheelEvent(field, event)
    else:
        QSpinBox.wheelEvent(field, event)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Give a field the look of one whose value cannot be taken, or its own look again."""
    field.setProperty("wrong", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()
