"""Enter presses the button that has the focus.

Qt lets Enter press the default button of a dialog, or none: who walked to Cancel by Tab would save.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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


def press_with_ctrl_enter(button: QPushButton, home: QWidget, what: str) -> None:
    """Let Ctrl+Enter press it while it shows, from wherever in `home` the keyboard is: Enter in a
    table shows a row. `what` is for the sheet of keys.
    """

    def press() -> None:
        if button.isVisible():
            button.click()

    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(keys), home)
        shortcut.setWhatsThis(what)
        shortcut.activated.connect(press)


class EnterDialog(QDialog):
    """A dialog in which Enter presses the button that has the focus, else the default button.

    The Tab key comes to `last_stops`, the buttons below, after all else, however late that is made.
    """

    def __init__(
        self, parent: QWidget | None = None, kind: Qt.WindowType = Qt.WindowType.Dialog
    ) -> None:
        super().__init__(parent, kind)
        self.last_stops: list[QPushButton] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.last_stops:
            self._put_last()
        return super().focusNextPrevChild(forward)

    def _put_last(self) -> None:
        stops: list[QWidget] = []
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stops.append(at)
            at = at.nextInFocusChain()
        before = [one for one in stops if one not in self.last_stops]
        if before and stops[-len(self.last_stops) :] != self.last_stops:
            for one, other in pairwise([before[-1], *self.last_stops]):
                QWidget.setTabOrder(one, other)
