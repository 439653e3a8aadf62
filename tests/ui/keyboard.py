"""Somebody who has a keyboard and no mouse: keys go where the focus is, and are counted."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.program import Program

_FAR = 120


class Keyboard:
    """Presses keys and nothing else. ``keys`` counts them."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot, self.program = qtbot, program
        self.keys = 0

    def press(self, keys: str) -> None:
        """One key, perhaps with others held: ``Ctrl+Return``."""
        self.keys += 1
        QTest.keySequence(self._focus(), QKeySequence(keys))
        self.settle()

    def type(self, text: str) -> None:
        """Letter by letter."""
        self.keys += len(text)
        self._qtbot.keyClicks(self._focus(), text)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Press Tab until what has the focus is called so."""
        seen = []
        for _each in range(_FAR):
            if name in self.name():
                return
            seen.append(self.name())
            self.press("Tab")
        raise AssertionError(f"Tab never came to {name!r}, only to {dict.fromkeys(seen)}")

    def name(self) -> str:
        """What a screen reader calls the control that has the focus."""
        return QAccessible.queryAccessibleInterface(self._focus()).text(QAccessible.Text.Name)

    def name_file(self, file: Path) -> None:
        """Press Enter on what asks for a file, type its path in the dialog that opens, and Enter.

        The dialog has an event loop of its own: the keys wait for it.
        """

        def answer() -> None:
            asked = QApplication.activeModalWidget()
            field = QApplication.focusWidget()
            if not isinstance(asked, QFileDialog) or field is None or field.window() is not asked:
                QTimer.singleShot(5, answer)
                return
            self._qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self._qtbot.keyClicks(field, str(file))
            # A list of names that fit has opened under the field.
            self._qtbot.keyClick(QApplication.focusWidget() or field, Qt.Key.Key_Return)

        QTimer.singleShot(0, answer)
        self.keys += len(file.name) + 2
        self.press("Return")

    def settle(self) -> None:
        """Until all that was asked for was answered."""
        self._qtbot.waitUntil(lambda: not self.program.working, timeout=20_000)
        QApplication.processEvents()

    def _focus(self) -> QWidget:
        window = QApplication.activeWindow()
        if window is None:
            # There is no window manager here that would do it when a dialog has closed.
            window = QApplication.activeModalWidget() or self.program.window
            assert window is not None
            window.activateWindow()
            self._qtbot.waitUntil(window.isActiveWindow)
        return QApplication.focusWidget() or window
