"""Why nothing can be written, for dialogs in which somebody would else type in vain."""

from PySide6.QtWidgets import QWidget

_NAME = "mentorapp_read_only"


def say_read_only(window: QWidget, reason: str) -> None:
    """Nothing can be written in this window and what opens over it; "" if it can."""
    window.setProperty(_NAME, reason)


def why_read_only(widget: QWidget) -> str:
    """What the window says in which it stands, or over which it opened; "" if it can write."""
    above = widget.parentWidget()
    while above is not None:
        reason = above.property(_NAME)
        if reason:
            return str(reason)
        above = above.parentWidget()
    return ""
