"""A window with the address of a protected person is left out of pictures of the screen.

Windows keeps such pictures by itself (Recall, the Snipping Tool's list), and shares the screen in
meetings. Qt has no word for it; elsewhere than on Windows there is nothing to call, and nothing is
done.
"""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

#: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity
SHOWN, LEFT_OUT = 0x00, 0x11

_NOW = "left out of pictures"

SetAffinity = Callable[[int, int], object]
"""Takes the number of a window of the system, and one of the two above."""


def _of_windows() -> SetAffinity | None:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        # Its own copy of the library: argument types set here are nobody else's.
        call = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        call.argtypes = [wintypes.HWND, wintypes.DWORD]
        call.restype = wintypes.BOOL
        found: SetAffinity = call
        return found
    else:  # noqa: RET505 - the type checker follows one system at a time
        return None


def leave_out(
    widget: QWidget, *, left_out: bool, find: Callable[[], SetAffinity | None] = _of_windows
) -> None:
    """Leave the widget's window out of pictures, or let it be in them again.

    A system that refuses (Windows before 10 version 2004) goes on as before: nobody can work less
    for it.
    """
    if widget.property(_NOW) is left_out or (not left_out and widget.property(_NOW) is None):
        return
    set_affinity = find()
    if set_affinity is None:
        return
    set_affinity(int(widget.window().winId()), LEFT_OUT if left_out else SHOWN)
    widget.setProperty(_NOW, left_out)
