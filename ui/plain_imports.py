"""Imports without PySide6's look at each of them.

PySide6 can give its methods other names, module by module (``from __feature__ import …``). To know
who wants that, it reads the whole source of every module that is imported after it, SQLAlchemy's
among them: measured, a twelfth of the time until the first rows. Nobody here wants other names, so
the import from before is put back.
"""

import builtins


def import_plainly() -> None:
    """Let modules be imported unread; calling it again, or without PySide6, changes nothing."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
