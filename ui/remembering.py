"""How the user divided a page and which columns he chose of a list, kept for the next time.

Only what was dragged or chosen is kept: a card that folded for want of room is no wish. Nothing is
said about the office: the names are those of pages and classes.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QSplitter, QWidget

from ui.main_window import MainWindow
from ui.settings_store import Preferences
from ui.widgets.list_page import ListPage
from ui.widgets.tabs_page import LazyTabs


def keep_looks(window: MainWindow, pages: Iterable[str], preferences: Preferences) -> None:
    """Let every page, whenever it is made, begin as it was left."""
    for key in pages:
        page = window.page(key)
        if page is not None:
            _take(preferences, key, page)
    window.page_made.connect(partial(_take, preferences))


def _take(preferences: Preferences, key: str, part: QWidget) -> None:
    _take_splitters(preferences, key, part)
    lists = [part] if isinstance(part, ListPage) else part.findChildren(ListPage)
    for one in lists:
        if one.columns_button.in_use:
            _take_columns(preferences, f"{key}.{type(one).__name__}", one)
    for tabs in part.findChildren(LazyTabs):
        tabs.made.connect(partial(_take, preferences, key))


def _take_columns(preferences: Preferences, name: str, page: "ListPage[Any]") -> None:
    page.columns.begin(preferences.columns(name) or "")
    page.columns.changed.connect(partial(_keep_columns, preferences, name, page))


def _keep_columns(preferences: Preferences, name: str, page: "ListPage[Any]") -> None:
    columns = page.columns
    preferences.keep_columns(name, "" if columns.is_standard() else columns.written())


def _take_splitters(preferences: Preferences, key: str, part: QWidget) -> None:
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


def _keep(preferences: Preferences, name: str, splitter: QSplitter, _at: int, _index: int) -> None:
    preferences.keep_splitter(name, splitter.saveState())


def place(window: QWidget, before: QWidget | None, preferences: Preferences) -> None:
    """Where the window before stood, or the last one of the day before."""
    if isinstance(before, MainWindow):
        window.restoreGeometry(before.saveGeometry())
    elif preferences.geometry is not None:
        window.restoreGeometry(preferences.geometry)
        _onto_screen(window)


def _onto_screen(window: QWidget) -> None:
    """Qt lets a window that is wider than its screen begin left of it, where no edge is seen."""
    room, left_top = window.screen().availableGeometry(), window.pos()
    window.move(max(left_top.x(), room.left()), max(left_top.y(), room.top()))
