"""What an account may not do is shown as such, before it is tried.

Asked for is a right, or an operation that says itself which one it needs: so what is offered and
what is refused cannot come to differ.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right, Who
from mentorapp.words import Words
from mentorapp.words.rights import say_not_allowed, say_what_is_there, say_who_may
from ui.format import plain_label
from ui.widgets.empty_state import EmptyList, EmptyState
from ui.widgets.reading_only import say_read_only
from ui.widgets.tabs_page import TabSpec

Needed = Right | Callable[..., Any]


def needed(what: Needed) -> Right:
    """The right itself, or the one that an operation asks for."""
    if isinstance(what, Right):
        return what
    right: Right = what.__dict__["needs"]
    return right


def may(who: Who, what: Needed) -> bool:
    """Whether the account may do it."""
    return who.may(needed(what))


def why_closed(words: Words, who: Who, right: Right) -> EmptyList:
    """What stands in place of a list that is not there for this account."""
    sees = say_what_is_there(words, who.rights) if right is Right.READ else ""
    return EmptyList(say_who_may(words, right), sees)


class ClosedPage(QWidget):
    """In place of a page that would be empty for this account, or refuse whatever it is asked."""

    def __init__(self, words: Words, who: Who, title: str, right: Right) -> None:
        super().__init__()
        self.setAccessibleName(say_not_allowed(words, right, who.rights))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.addWidget(plain_label(title, "h1"))
        layout.addWidget(EmptyState(why_closed(words, who, right)), 1)


def open_tabs(specs: Sequence[TabSpec], words: Words, who: Who) -> list[TabSpec]:
    """The tabs, those closed that the account has no right to see."""

    def closed(spec: TabSpec) -> TabSpec:
        return replace(spec, make=lambda: ClosedPage(words, who, spec.title, spec.needs))

    return [spec if who.may(spec.needs) else closed(spec) for spec in specs]


def hold_back(words: Words, who: Who, what: Needed, *things: QWidget | QAction) -> None:
    """Unless the account may do it, these sleep for good and tell who may."""
    if may(who, what):
        return
    said = say_who_may(words, needed(what))
    for thing in things:
        thing.setToolTip(said)
        if isinstance(thing, QWidget):
            thing.setAccessibleDescription(said)
        else:
            thing.setStatusTip(said)
            for menu in thing.associatedObjects():
                if isinstance(menu, QMenu):
                    menu.setToolTipsVisible(True)
        _Asleep(thing)


def only_shown(
    page: QWidget, words: Words, who: Who, what: Needed, *things: QWidget, at: int = 0
) -> None:
    """Unless the account may change what the page shows, a line in it tells who may, forms that it
    opens say the same, and `things` sleep. `at` is where in the page the line stands.
    """
    if may(who, what):
        return
    said = say_who_may(words, needed(what))
    say_read_only(page, said)
    line = plain_label(said, "muted")
    line.setWordWrap(True)
    layout = page.layout()
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(at, line)
    hold_back(words, who, what, *things)


class _Asleep(QObject):
    """Keeps a button or an entry asleep, whatever wakes it when a row is chosen."""

    def __init__(self, thing: QWidget | QAction) -> None:
        super().__init__(thing)
        self._thing = thing
        thing.setEnabled(False)
        if isinstance(thing, QAction):
            thing.enabledChanged.connect(self._sleep)
        else:
            thing.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange:
            self._sleep()
        return super().eventFilter(watched, event)

    def _sleep(self) -> None:
        if self._thing.isEnabled():
            self._thing.setEnabled(False)
