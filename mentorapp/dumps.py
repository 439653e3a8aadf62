"""A program that crashes leaves its memory, with names and keys in it, on no disk."""

import sys


def leave_none() -> None:
    """Called at a start. On Windows only its own error box is kept away: whether memory is kept
    there is for whoever runs the PC to say.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
