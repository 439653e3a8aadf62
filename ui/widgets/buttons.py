"""Buttons with a picture before their words."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from ui.icons import icon

#: Wider than high: the icon stands at the left, and what is over keeps the words away from it.
ICON_SIZE = QSize(23, 17)


def picture_button(
    text: str,
    picture: str,
    do: Callable[[], object],
    *,
    primary: bool = False,
    danger: bool = False,
) -> QPushButton:
    """A button that calls `do` without arguments; Enter elsewhere never presses it.

    A primary one is the main thing to do on its page; a dangerous one takes something away.
    """
    role = QPalette.ColorRole.HighlightedText if primary else QPalette.ColorRole.ButtonText
    button = QPushButton(icon(picture, role), text)
    button.setIconSize(ICON_SIZE)
    button.setProperty("primary", primary)
    button.setProperty("danger", danger)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: do())
    return button
