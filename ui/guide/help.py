"""F1 and the sheet of keys, in the window and in every dialog in front of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from mentorapp.words import Words
from ui.guide.keys import menu_keys, page_keys, window_keys
from ui.guide.texts import PAGES
from ui.guide.topics import topic_of

if TYPE_CHECKING:
    from ui.guide.window import GuideWindow

_GUIDE_KEY = "F1"
_SHEET_KEYS = ("Shift+F1", "Ctrl+/")


def show_first_page(words: Words, beside: QWidget) -> "GuideWindow":
    """The page for the first day, for a window without menus; it goes with that window."""
    from ui.guide.window import GuideWindow

    there = beside.findChild(GuideWindow)
    guide = there or GuideWindow(words)
    guide.setParent(beside, Qt.WindowType.Window)
    guide.show_topic(PAGES[0])
    guide.show()
    guide.raise_()
    guide.activateWindow()
    return guide


class Help(QObject):
    """Belongs to one main window and goes with it; so does the guide."""

    def __init__(
        self,
        words: Words,
        window: QMainWindow,
        menu: QMenu,
        page: Callable[[], QWidget | None],
    ) -> None:
        """`menu` gets the entries on top; `page` is what the window shows."""
        super().__init__(window)
        _ = words.text
        self._words, self._window, self._page = words, window, page
        self.guide: GuideWindow | None = None
        first = menu.actions()[0] if menu.actions() else None
        self.guide_action = menu.addAction(_("&User guide"))
        self.guide_action.setShortcut(QKeySequence(_GUIDE_KEY))
        self.guide_action.triggered.connect(self.open_guide)
        self.sheet_action = menu.addAction(_("&Keyboard shortcuts"))
        self.sheet_action.setShortcuts([QKeySequence(key) for key in _SHEET_KEYS])
        self.sheet_action.triggered.connect(self.open_sheet)
        if first is not None:
            menu.insertActions(first, [self.guide_action, self.sheet_action])
            menu.insertSeparator(first)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._arm)

    def open_guide(self) -> None:
        """Open the page about what has the keyboard, or else about what the window shows."""
        from ui.guide.window import GuideWindow

        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is self.guide:
            self.guide.show_topic(PAGES[0])
            return
        topic = topic_of(focused) or topic_of(self._page()) or PAGES[0]
        if self.guide is None:
            self.guide = GuideWindow(self._words)
        self.guide.show_topic(topic)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def open_sheet(self) -> None:
        """The keys of the dialog in front, or of the window and its page."""
        from ui.guide.sheet import KeySheet

        _ = self._words.text
        front = QApplication.activeWindow()
        if front is None or front is self._window or front is self.guide:
            page = self._page()
            parts = menu_keys(self._window.menuBar())
            parts.append((_("Pages"), window_keys(self._window)))
            parts.append((_("On this page"), page_keys(self._words, page) if page else []))
            front = self._window
        else:
            parts = [(_("In this window"), page_keys(self._words, front))]
        KeySheet(self._words, [part for part in parts if part[1]], front).open()

    def close(self) -> None:
        """The window goes."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None

    def _arm(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Give a window that gets the keyboard the two keys: those of the menu do not reach it."""
        front = now.window() if now is not None else None
        if front is None or front is self._window or front.property("help") is not None:
            return
        parent: QWidget | None = front
        while parent is not None and parent is not self._window:
            parent = parent.parentWidget()
        if parent is None and front is not self.guide:
            return
        front.setProperty("help", True)
        QShortcut(QKeySequence(_GUIDE_KEY), front).activated.connect(self.open_guide)
        for key in _SHEET_KEYS:
            QShortcut(QKeySequence(key), front).activated.connect(self.open_sheet)
