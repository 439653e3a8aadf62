"""Which keys do what, read off the widgets that answer them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mentorapp.words import N_, Words

Line = tuple[str, str]
"""A key as the system writes it, and what it does."""

_STANDARD = QKeySequence.StandardKey
# What the parts that many pages share answer to; the others say it themselves (`whatsThis`).
_SHARED: tuple[tuple[QKeySequence.StandardKey | str, str], ...] = (
    (_STANDARD.Find, N_("Search in the list")),
    (_STANDARD.New, N_("Register a new one")),
    (_STANDARD.Delete, N_("Delete what is selected")),
    (_STANDARD.Print, N_("Print")),
    (_STANDARD.Undo, N_("Undo")),
    (_STANDARD.Redo, N_("Redo")),
    ("Ctrl+Return", N_("Save")),
    ("Ctrl+Enter", N_("Save")),
    ("Ctrl+Shift+L", N_("Filter the list")),
    ("Ctrl+Shift+D", N_("Show details")),
    ("Ctrl+M", N_("Log meeting …")),
    ("Ctrl+E", N_("Edit …")),
    ("Ctrl+T", N_("Note call …")),
    ("Alt+Left", N_("Back")),
    ("Esc", N_("Back")),
    ("F1", N_("The page of the guide about what you see")),
    ("Shift+F1", N_("Keyboard shortcuts")),
    ("Ctrl+/", N_("Keyboard shortcuts")),
)


def menu_keys(bar: QMenuBar) -> list[tuple[str, list[Line]]]:
    """Menu by menu; a menu without keys is left out."""
    found = []
    for action in bar.actions():
        menu = action.menu()
        lines = list(_of_menu(menu)) if isinstance(menu, QMenu) else []
        if lines:
            found.append((_plain(action.text()), lines))
    return found


def window_keys(window: QWidget) -> list[Line]:
    """What the window itself answers beside its menus, as far as it says what it is."""
    own = window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [(_native(one.key()), one.whatsThis()) for one in own if one.whatsThis()]


def page_keys(words: Words, page: QWidget) -> list[Line]:
    """What a page or dialog answers, each key and meaning once."""
    lines: dict[Line, None] = {}
    for shortcut in page.findChildren(QShortcut):
        what = shortcut.whatsThis() or _shared(words, shortcut.key())
        if what and not shortcut.key().isEmpty():
            lines[(_native(shortcut.key()), _plain(what))] = None
    for action in page.findChildren(QAction):
        if not action.shortcut().isEmpty() and action.text():
            lines[(_native(action.shortcut()), _plain(action.text()))] = None
    return list(lines)


def unnamed_keys(words: Words, page: QWidget) -> list[str]:
    """Keys that work here and of which the sheet could not say what they do."""
    return [
        one.key().toString()
        for one in page.findChildren(QShortcut)
        if not one.key().isEmpty() and not (one.whatsThis() or _shared(words, one.key()))
    ]


def _of_menu(menu: QMenu) -> Iterator[Line]:
    for action in menu.actions():
        deeper = action.menu()
        if isinstance(deeper, QMenu):
            yield from _of_menu(deeper)
            continue
        # The menu Edit only shows its keys: the fields answer them.
        text, _tab, shown = action.text().partition("\t")
        for key in [_native(one) for one in action.shortcuts()] or ([shown] if shown else []):
            yield key, _plain(text)


def _shared(words: Words, key: QKeySequence) -> str:
    for known, what in _SHARED:
        if isinstance(known, str):
            same = key == QKeySequence(known)
        else:
            same = key in QKeySequence.keyBindings(known)
        if same:
            return words.text(what)
    return ""


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…").rstrip()
