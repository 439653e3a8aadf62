"""Enter presses the button that has the focus.

Qt lets Enter press the default button of a dialog, or none: who walked to Cancel by Tab would save.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Whether the key was Enter, without Ctrl and the like, on a button, which is pressed then."""
    focused = window.focusWidget()
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(focused, QPushButton | QToolButton):
        return False
    if isinstance(focused, QPushButton) and focused.menu() is not None:
        focused.showMenu()
    else:
        focused.click()
    return True


class EnterDialog(QDialog):
    """A dialog in which Enter presses the button that has the focus, else the default button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)
