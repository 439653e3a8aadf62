"""What a screen reader could not name, a keyboard not reach, or Qt would read as markup."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can be clicked or typed into, shown and in use."""
    for widget in root.findChildren(QWidget):
        part_of_another = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        decoration = isinstance(widget, QHeaderView | QScrollArea) or part_of_another
        used = isinstance(widget, _KINDS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if used and not decoration and widget.isVisible() and widget.isEnabled():
            yield widget


def nameless(root: QWidget) -> list[str]:
    """What can be used and has no name."""
    found = []
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def out_of_reach(root: QWidget) -> list[str]:
    """Buttons that only a mouse can press; the picture inside a field has the field's own key."""
    return [
        button.text()
        for button in controls(root)
        if isinstance(button, QAbstractButton)
        and button.focusPolicy() == Qt.FocusPolicy.NoFocus
        and not isinstance(button.parent(), QLineEdit)
    ]


def read_as_markup(root: QWidget) -> list[str]:
    """Labels that guess what their text is."""
    plain = Qt.TextFormat.PlainText
    return [
        label.text()
        for label in root.findChildren(QLabel)
        if label.text() and label.textFormat() != plain
    ]
