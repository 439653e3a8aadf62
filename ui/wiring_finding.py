"""Joins "Find anything" to the window: what there is to do, and how each thing found is opened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.finding import Found, FoundKind
from mentorapp.words import N_, Words
from mentorapp.words.rights import say_not_allowed
from ui.main_window import MainWindow, PageSpec
from ui.widgets.tabs_page import TabsPage, TabSpec
from ui.work import Worker

if TYPE_CHECKING:
    from ui.finding.commands import Command
    from ui.finding.dialog import FindDialog
    from ui.finding.office_index import OfficeIndex
    from ui.finding.recent import Recent

#: Key of the page, its tabs.
Tabs = Mapping[str, Sequence[TabSpec]]

#: Words, page, picture, and the page's method that does it.
_STEPS = (
    (N_("New mentor"), "mentors", "plus", "new_person"),
    (N_("New newcomer"), "newcomers", "plus", "new_person"),
    (N_("New organisation"), "organisations", "plus", "new_organisation"),
    (N_("Enter slips"), "pairings", "list-checks", "show_slips"),
    (N_("Type in answers"), "pairings", "list-checks", "type_answers"),
    (N_("Map"), "pairing", "map-pin", "show_map"),
)


class Finding(QObject):
    """One for a window; reads no code and no name before the first Ctrl+K."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        window: MainWindow,
        openers: Mapping[FoundKind, Callable[[UUID], object]],
        pages: Callable[[], Sequence[PageSpec]],
        tabs: Callable[[], Tabs],
    ) -> None:
        """`openers` are of what has a file or page of its own; the rest is shown in its list."""
        super().__init__(window)
        self._worker, self._words, self._today = worker, words, today
        self._window, self._pages, self._tabs = window, pages, tabs
        self._openers: dict[FoundKind, Callable[[UUID], object]] = {
            FoundKind.PLACEMENT: partial(_seek, window, "work", "placements"),
            FoundKind.EVENT: partial(_seek, window, "belonging", "events"),
            FoundKind.LETTER: partial(_show_letter, window),
            **openers,
        }
        self._index: OfficeIndex | None = None
        self._recent: Recent | None = None
        self._open: FindDialog | None = None
        self._noted: list[tuple[FoundKind, UUID]] = []
        window.find_wanted.connect(self.ask)

    def note(self, kind: FoundKind, id_: UUID) -> None:
        """Something was opened, here or elsewhere."""
        self._noted.append((kind, id_))

    def ask(self) -> None:
        """Show the field, once."""
        from ui.finding.dialog import FindDialog
        from ui.finding.office_index import OfficeIndex
        from ui.finding.recent import Recent

        if self._open is not None:
            return
        if self._index is None or self._recent is None:
            title = self._words.text("Reading the names")
            self._index = OfficeIndex(self._worker, self._today, title, self)
            self._recent = Recent()
        for kind, id_ in self._noted:
            self._recent.note(kind, id_)
        self._noted.clear()
        who = self._worker.who
        closed = not who.may(Right.READ)
        dialog = FindDialog(
            self._words,
            self._index,
            self._recent,
            self._commands(),
            self._window,
            nothing=say_not_allowed(self._words, Right.READ, who.rights) if closed else "",
        )
        self._worker.changed.connect(self._index.renew)
        dialog.found.connect(self._show)
        dialog.finished.connect(self._closed)
        self._open = dialog
        dialog.open()

    def _closed(self) -> None:
        self._open = None
        if self._index is not None:
            self._worker.changed.disconnect(self._index.renew)

    def _show(self, found: Found) -> None:
        self.note(found.kind, found.id)
        self._openers[found.kind](found.id)

    def _commands(self) -> "list[Command]":
        """What is done most often, the pages, their tabs, and what stands in the menus."""
        from ui.finding.commands import Command, menu_commands, native

        window, go = self._window, self._words.text("Page")
        pages, tabs = self._pages(), self._tabs()
        titles = {page.key: page.title for page in pages}
        steps = _STEPS if self._worker.who.may(Right.WRITE) else ()
        found = [
            Command(self._words.text(title), titles[key], picture, _doing(window, key, method))
            for title, key, picture, method in steps
        ]
        for page in pages:
            show = _showing(window, page.key)
            found.append(Command(page.title, go, page.icon, show, native(page.keys)))
        for page in pages:
            for tab in tabs.get(page.key, ()):
                show = _showing(window, page.key, tab.key)
                found.append(Command(tab.title, page.title, page.icon, show))
        return found + menu_commands(window.menuBar(), "ellipsis", window.find_action)


def _doing(window: MainWindow, page: str, method: str) -> Callable[[], object]:
    def do() -> None:
        getattr(window.show_page(page), method)()

    return do


def _showing(window: MainWindow, page: str, tab: str = "") -> Callable[[], object]:
    def show() -> None:
        _shown(window, page, tab)

    return show


def _shown(window: MainWindow, page: str, tab: str) -> QWidget:
    shown = window.show_page(page)
    return shown.show_tab(tab) if isinstance(shown, TabsPage) and tab else shown


def _seek(window: MainWindow, page: str, tab: str, id_: UUID) -> None:
    from ui.widgets.list_page import ListPage

    shown = _shown(window, page, tab)
    if isinstance(shown, ListPage):
        shown.seek(id_)


def _show_letter(window: MainWindow, letter_id: UUID) -> None:
    from ui.letters.page import LettersPage

    page = window.show_page("letters")
    if isinstance(page, LettersPage):
        page.show_issued(letter_id)
