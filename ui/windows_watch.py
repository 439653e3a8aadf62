"""Windows: the system sends every window a word before it sleeps, and to those that ask for it one
when the session is locked.
"""

import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from ui.system_watch import SystemWatch

#: winuser.h and wtsapi32.h.
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
_OF_THIS_SESSION = 0
_LEAVING = frozenset(
    {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}
)


def ask_for_word(window: int) -> None:
    """Have the window told of locking; where the system refuses, it tells of sleep alone."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(
            wintypes.HWND(window), wintypes.DWORD(_OF_THIS_SESSION)
        )


class WindowsWatch(SystemWatch):
    """A window that is never shown hears it, as long as the program runs."""

    def __init__(self, parent: QObject, ask: Callable[[int], None] = ask_for_word) -> None:
        super().__init__(parent)
        self._ask = ask
        self._watching = False
        self._window: QWindow | None = None
        self._filter = _Filter(self._hear)

    def start(self) -> None:
        self._watching = True
        application = QCoreApplication.instance()
        if self._window is None and application is not None:
            self._window = QWindow()
            self._window.create()
            self._ask(int(self._window.winId()))
            application.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        self._watching = False

    def _hear(self, message: int, what: int) -> None:
        if self._watching and (message, what) in _LEAVING:
            self.gone.emit()


class _Filter(QAbstractNativeEventFilter):
    """Reads every message of the program and keeps none from anybody."""

    def __init__(self, hear: Callable[[int, int], None]) -> None:
        super().__init__()
        self._hear = hear

    def nativeEventFilter(
        self,
        kind: Any,
        message: Any,
    ) -> tuple[bool, int]:
        if bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            told = wintypes.MSG.from_address(int(message))
            self._hear(told.message, told.wParam)
        return False, 0
