"""Words for a screen reader about what has just happened elsewhere than at the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have `text` said, after what is being said now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
