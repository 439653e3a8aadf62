"""Buttons with a picture before their words, and one that opens a menu."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

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


def add_entry(
    menu: QMenu,
    text: str,
    do: Callable[[], object],
    key: QKeySequence.StandardKey | str | None,
) -> QAction:
    """An entry of a menu that calls `do` without arguments, also by its `key`."""
    action = menu.addAction(text)
    if key is not None:
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked: do())
    return action


class MenuButton(QPushButton):
    """A button with a menu of what is seldom done; Enter or Space opens it."""

    def __init__(self, text: str, picture: str, home: QWidget) -> None:
        """`home` is the page in which the entries' keys work."""
        super().__init__(icon(picture), text)
        self._home = home
        self.setIconSize(ICON_SIZE)
        self.setAutoDefault(False)
        self.list = QMenu(self)
        self.list.setToolTipsVisible(True)
        self.setMenu(self.list)

    def add(self, text: str, hint: str, do: Callable[[], object], keys: str = "") -> QAction:
        """An entry, which `keys` choose from anywhere in the page."""
        action = self.list.addAction(text)
        action.setToolTip(hint)
        action.triggered.connect(lambda _checked: do())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._home.addAction(action)  # keys of a menu that is closed do nothing
        return action
