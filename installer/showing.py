"""Shows one thing of the window after the other, as a user would, to take a picture of it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from ui.letters.page import LettersPage
from ui.main_window import MainWindow
from ui.pair_map.window import MapWindow
from ui.pairing.page import PairingPage
from ui.pairings.page import PairingsPage
from ui.people.page import PeoplePage
from ui.program import Program
from ui.widgets.list_page import ListPage
from ui.widgets.tabs_page import TabsPage

_TABS = {
    "placements": ("work", "placements"),
    "events": ("belonging", "events"),
    "waiting-lists": ("cooperation", "waiting_lists"),
}


class Showing:
    """`names` are what there is to see: the pages by their keys, tabs, files, forms, papers."""

    def __init__(self, program: Program, size: tuple[int, int]) -> None:
        """Raises SystemExit when the office of the program could not be opened."""
        if not isinstance(program.window, MainWindow):
            raise SystemExit("the office cannot be opened")
        self._program, self._window = program, program.window
        self._window.resize(*size)
        self._shown: dict[str, Callable[[], QWidget]] = {
            **{key: partial(self._page, key) for key in program.page_keys},
            **{name: partial(self._tab, *where) for name, where in _TABS.items()},
            "pairing-file": self._pair,
            "slips": self._slips,
            "letter": self._letter,
            "person-form": self._form,
            "person-file": self._file,
            "map": self._map,
            "find": self._find,
        }
        self._settle()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything, in the order of the window."""
        return tuple(self._shown)

    def each(self, names: Sequence[str]) -> Iterator[tuple[str, QWidget]]:
        """What is named, one after the other; raises KeyError for what there is not."""
        for name in names:
            shown = self._shown[name]()
            self._settle()
            yield name, shown
            for dialog in self._window.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.close()
            self._settle()

    # The parts of the window

    def _page(self, key: str) -> QWidget:
        page = self._go(key)
        if isinstance(page, PairingPage):
            page.control.button.click()
            self._settle()
        if isinstance(page, LettersPage) and not page.due.chosen():
            page.tabs.setCurrentWidget(page.issued)
        _select_first(page)
        return self._window

    def _tab(self, key: str, tab: str) -> QWidget:
        page = self._go(key)
        assert isinstance(page, TabsPage)  # noqa: S101 - the page of this key
        shown = page.show_tab(tab)
        self._settle()
        _select_first(shown)
        return self._window

    def _pair(self) -> QWidget:
        self._pairs().open_pairing(self._busiest())
        return self._window

    def _slips(self) -> QWidget:
        self._pairs().show_slips()
        return self._window

    def _letter(self) -> QWidget:
        pair = self._busiest()
        page = self._go("letters")
        assert isinstance(page, LettersPage)  # noqa: S101 - the page of this key
        page.print_pairing(pair)
        return self._window

    def _form(self) -> QWidget:
        page = self._go("mentors")
        assert isinstance(page, PeoplePage)  # noqa: S101 - the page of this key
        page.open_person(page.model.row(0).person_id)
        return self._in_front()

    def _file(self) -> QWidget:
        page = self._go("newcomers")
        assert isinstance(page, PeoplePage)  # noqa: S101 - the page of this key
        page.file_wanted.emit(page.model.row(0).person_id)
        return self._in_front()

    def _map(self) -> QWidget:
        page = self._go("pairing")
        assert isinstance(page, PairingPage)  # noqa: S101 - the page of this key
        page.show_map()
        self._settle()
        (shown,) = self._window.findChildren(MapWindow)
        shown.resize(self._window.size())
        shown.panel.places.table.setFocus()
        return shown

    def _find(self) -> QWidget:
        self._go("today")
        self._window.find_wanted.emit()
        return self._in_front()

    # How one gets there

    def _go(self, key: str) -> QWidget:
        page = self._window.show_page(key)
        self._settle()
        return page

    def _pairs(self) -> PairingsPage:
        page = self._go("pairings")
        assert isinstance(page, PairingsPage)  # noqa: S101 - the page of this key
        return page

    def _busiest(self) -> UUID:
        """Of the pairs that run the one with the most meetings; SystemExit where there is none."""
        rows = self._pairs().list.model.all_rows()
        if not rows:
            raise SystemExit("the office has no pair to show")
        found: UUID = max(rows, key=lambda row: (row.ended_on is None, row.meetings)).id
        return found

    def _in_front(self) -> QWidget:
        self._settle()
        return next(one for one in self._window.findChildren(QDialog) if one.isVisible())

    def _settle(self) -> None:
        """Until everything that was asked is answered and painted."""
        deadline = QDeadlineTimer(30_000)
        # Twice: cards ask a moment after a row was selected, and PDF pages are drawn when seen.
        for _time in range(2):
            while self._program.working and not deadline.hasExpired():
                _wait(20)
            _wait(250)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _select_first(page: QWidget) -> None:
    for one in [page, *page.findChildren(QWidget)]:
        if isinstance(one, ListPage) and one.isVisible() and one.model.rowCount():
            one.table.setCurrentIndex(one.model.index(0, 0))
            one.table.setFocus()
            return
    page.setFocus()
