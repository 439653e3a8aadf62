"""What stands in a field, as text: to keep it, to write it back, to tell it to a reader.

Fields of several parts do it themselves (`Written`); those of one piece are done here.
"""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from mentorapp.words import Words

_NOTHING = "–"


@runtime_checkable
class Written(Protocol):
    """A field that knows its own writing."""

    def written(self) -> str:
        """What stands in it, empty for nothing; the same text for the same contents."""

    def write_back(self, text: str) -> None:
        """Show what `written` gave, and tell that it changed; what is no longer there is left."""

    def told(self) -> str:
        """What stands in it, for a reader."""


def written(field: QWidget) -> str:
    """What stands in the field. Raises TypeError for a field that has no writing."""
    if isinstance(field, Written):
        return field.written()
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QCheckBox):
        return "yes" if field.isChecked() else ""
    if isinstance(field, QSpinBox):
        field.interpretText()
        return field.cleanText().strip()
    raise TypeError(f"{type(field).__name__} cannot be written down")


def write_back(field: QWidget, text: str) -> None:
    """Show what `written` gave."""
    if isinstance(field, Written):
        field.write_back(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(text))
    elif isinstance(field, QSpinBox):
        field.setValue(int(text) if text else field.minimum())


def told(words: Words, field: QWidget) -> str:
    """What stands in the field, for a reader; a dash for nothing."""
    if isinstance(field, Written):
        return field.told() or _NOTHING
    if isinstance(field, QCheckBox):
        return words.text("yes") if field.isChecked() else words.text("no")
    if isinstance(field, QSpinBox):
        return field.text().strip() or _NOTHING
    return written(field).strip() or _NOTHING


def key_text(key: Any) -> str:
    """The writing of one choice: ids and values of enums as they are stored."""
    return "" if key is None else str(key)
