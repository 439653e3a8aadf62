"""Locking the window: what was typed is kept, nothing is shown any more, and the office is closed.

What stands on the screen is covered first, for closing may take a moment: what is under way is
finished, and forms are written into the office.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, left_open
from mentorapp.operations.left_open import LeftOpen
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.clipboard import ClipboardGuard
from ui.format import plain_label
from ui.icons import icon
from ui.idle import IdleWatch
from ui.main_window import MainWindow
from ui.system_watch import SystemWatch
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text_dialog import TextDialog

_KEYS = "Ctrl+L"


@runtime_checkable
class HoldsText(Protocol):
    """A dialog with something typed in it that nothing else keeps."""

    def unsaved(self) -> str:
        """What it is called and what was typed, line by line; empty for nothing."""


class Cover(QFrame):
    """Lies over a whole window until that is closed."""

    def __init__(self, words: Words, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        label = plain_label(words.text("Mentorapp is being locked …"), "h2")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        self.setGeometry(over.rect())
        self.raise_()
        self.show()


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The page to begin with, and what was typed and is nowhere else, or why it is lost."""

    page: str = ""
    text: str = ""
    lost: str = ""


class Lock(QObject):
    """Locks one office after the other, and knows where the user was when it did."""

    wanted = Signal()
    """Nobody has been at the keyboard for so long as was chosen, or the computer itself is locked
    or goes to sleep.
    """

    def __init__(
        self, application: QApplication, parent: QObject, system: SystemWatch | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard = ClipboardGuard(application, self)
        self._idle = IdleWatch(application, self)
        self._idle.gone.connect(self.wanted)
        self._system = system or system_watch(self)
        self._system.gone.connect(self.wanted)
        self._locked: _Locked | None = None

    def watch(self, database: Database, minutes: int) -> None:
        """The office is open: notice when its user goes, if it can be locked."""
        self._idle.stop()
        self._system.stop()
        if database.keys is not None:
            self._idle.start(minutes)
            self._system.start()

    def lock(self, words: Words, database: Database, window: MainWindow, page: str) -> bool:
        """Cover and close the window, soon; `page` is where the user is. False, and a word about
        it, where there is no passphrase that would open it again.
        """
        if database.keys is None:
            window.message_bar.info(
                words.text("The office has no passphrase, so there is nothing to lock.")
            )
            return False
        if self._locked is None:
            text = left_open.put_aside(database, _unsaved_texts(window))
            self._locked = _Locked(database.path, page, text)
            self._idle.stop()
            self._system.stop()
            # After whoever lets go of the office then.
            window.closing.connect(self._system.let_sleep)
            self._clipboard.clear()
            # Not the last backup of the day: one that waits for a dead share would keep the office
            # locked. What is due is made once it is open again.
            window.last_work = None
            close_behind_cover(words, window)
        return True

    def take_up(self, words: Words, database: Database) -> TakenUp:
        """Where the user was, if it was this office that was locked; what was typed for whoever
        typed it alone.
        """
        locked, self._locked = self._locked, None
        if locked is None or locked.path != database.path:
            return TakenUp()
        try:
            return TakenUp(locked.page, left_open.take_up(database, locked.left))
        except Refused as refused:
            return TakenUp(locked.page, lost=explain(words, refused))


@dataclass(frozen=True, slots=True)
class _Locked:
    path: Path
    page: str
    left: LeftOpen | None


def system_watch(parent: QObject, platform: str = sys.platform) -> SystemWatch:
    """The one of this system; none is asked anything before `start`."""
    if platform == "linux":
        from ui.logind_watch import LogindWatch

        return LogindWatch(parent)
    if platform == "win32":
        from ui.windows_watch import WindowsWatch

        return WindowsWatch(parent)
    return SystemWatch(parent)


def add_lock_action(
    words: Words, window: QMainWindow, menu: QMenu, lock: Callable[[], object]
) -> None:
    """Put Lock above the last entry of the menu; its keys work in the windows beside it too."""
    action = QAction(icon("lock"), words.text("&Lock"), window)
    action.setShortcut(QKeySequence(_KEYS))
    action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    action.triggered.connect(lambda _checked: lock())
    menu.insertAction(menu.actions()[-1], action)


def give_back(words: Words, taken: TakenUp, window: QWidget | None) -> None:
    """Show what was typed where nothing keeps it, to be read and copied, or say that it is lost."""
    if taken.text:
        title = words.text("What you typed before Mentorapp was locked")
        TextDialog(words, title, taken.text, window).open()
    elif taken.lost and isinstance(window, MainWindow):
        window.message_bar.warning(taken.lost)


def _unsaved_texts(window: QWidget) -> str:
    """What was typed in the dialogs over the window and is kept by none of them."""
    found = (one.unsaved() for one in window.findChildren(QDialog) if isinstance(one, HoldsText))
    return "\n\n".join(filter(None, found))


def close_behind_cover(words: Words, window: QMainWindow) -> None:
    """Cover all windows now, and close them as soon as their work is done."""
    for shown in QApplication.topLevelWidgets():
        if shown.isVisible() and shown.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
            Cover(words, shown)
    # The system's own dialogs wait in the middle of a function that goes on when they have ended.
    for shown in QApplication.topLevelWidgets():
        if shown.isVisible() and isinstance(shown, QFileDialog | QAbstractPrintDialog):
            shown.reject()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTimer.singleShot(0, window, lambda: _close(window))


def _close(window: QMainWindow) -> None:
    for dialog in window.findChildren(QDialog):
        if not shiboken6.isValid(dialog) or not dialog.isVisible():
            continue
        if isinstance(dialog, FormDialog):
            dialog.put_away()
        elif not dialog.close():
            QDialog.done(dialog, 0)
    window.close()
