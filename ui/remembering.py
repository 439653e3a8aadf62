"""Where the user drew the lines between the parts of a page, kept for the next time.

Only what was dragged is kept: a card that folded for want of room is no wish. Nothing is said
about the office: the names are those of pages and classes.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QSplitter, QWidget

from ui.main_window import MainWindow
from ui.settings_store import Preferences
from ui.widgets.tabs_page import LazyTabs


def keep_splitters(window: MainWindow, pages: Iterable[str], preferences: Preferences) -> None:
    """Let every page, whenever it is made, begin as it was left."""
    for key in pages:
        page = window.page(key)
        if page is not None:
            _take(preferences, key, page)
    window.page_made.connect(partial(_take, preferences))


def _take(preferences: Preferences, key: str, part: QWidget) -> None:
    names: set[str] = set()
    for splitter in part.findChildren(QSplitter):
        owner = type(splitter.parentWidget()).__name__
        name = f"{key}.{owner}"
        while name in names:
            name += "+"
        names.add(name)
        kept = preferences.splitter(name)
        if kept is not None:
            splitter.restoreState(kept)
        splitter.splitterMoved.connect(partial(_keep, preferences, name, splitter))
    for tabs in part.findChildren(LazyTabs):
        tabs.made.connect(partial(_take, preferences, key))


def _keep(preferences: Preferences, name: str, splitter: QSplitter, _at: int, _index: int) -> None:
    preferences.keep_splitter(name, splitter.saveState())
