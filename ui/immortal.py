"""Keeps None, True and False alive on Python 3.11.

The wheels of PySide6 6.12 are built for Pythons where these never die (3.12 and later), and give
one away without counting it whenever a virtual method, a signal or `index.data()` answers with
one: measured, a thousand lost references for a thousand calls. Python 3.11 does count, and after
some thousand calls stops the whole program with "deallocating None". So their counts are raised
beyond what any session can lose. On later Pythons there is nothing to do.
"""

import ctypes
import sys

_NEVER = 1 << 40


def make_immortal() -> None:
    """Raise the counts; calling it again does no harm."""
    counting = sys.implementation.name == "cpython" and sys.version_info < (3, 12)
    # A debug build keeps two pointers before the count; nobody ships those.
    if not counting or hasattr(sys, "gettotalrefcount"):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(constant) < _NEVER:
            ctypes.c_ssize_t.from_address(id(constant)).value += 2 * _NEVER
