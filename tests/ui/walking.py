"""A walk through all of a running program: pages, their tabs, files, and the dialogs of each.

Nothing is listed here: what the window offers is found by looking at it, so that a page, a tab or
a dialog that somebody adds is walked too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Transaction, pairings
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.program_window import idle, main_window
from ui.program import Program
from ui.widgets.form_dialog import FormDialog

Visit = Callable[[str, QWidget], None]
#: Dialogs lead to dialogs; further in is more of the same.
_DEEPEST = 2


class LongWords(Words):
    """Every text two fifths longer, as in a language that needs more room."""

    def text(self, message: str) -> str:
        return longer(super().text(message))

    def plural(self, singular: str, plural: str, n: int) -> str:
        return longer(super().plural(singular, plural, n))


def longer(text: str) -> str:
    """The text with more words before its last sign."""
    bare = text.rstrip(" …:.?!*)")
    if not bare or "\n" in text:
        return text
    more = max(1, round(len(bare) * 0.4) - 1)
    filler = " ".join("oxnåe" for _each in range(more // 6)) or "oxnåe"[:more]
    return f"{bare} {filler}{text[len(bare) :]}"


@dataclass
class Walk:
    """One way through a program that is open."""

    qtbot: QtBot
    program: Program
    opened: set[str] = field(default_factory=set)
    """The classes of the dialogs that were seen."""
    kept_alive: list[str] = field(default_factory=list)
    """Dialogs that were closed and are still there."""
    _pressed: set[tuple[str, str]] = field(default_factory=set)

    def settle(self) -> None:
        """Wait until pages that read themselves a moment after they are seen have done so."""
        window = main_window(self.program)

        def quiet() -> bool:
            if self.program.working:  # to find every timer takes as long as many an answer
                return False
            soon = [one for one in window.findChildren(QTimer) if one.isSingleShot()]
            return not any(one.isActive() and one.interval() < 200 for one in soon)

        self.qtbot.waitUntil(quiet, timeout=10_000)
        idle(self.qtbot, self.program)
        QApplication.processEvents()

    def everywhere(self, visit: Visit, *, files: bool = True) -> None:
        """Call `visit` with the name and the widget of each place; `files` are of some people."""
        window = main_window(self.program)
        for key in self.program.page_keys:
            page = window.show_page(key)
            self.settle()
            self._look(key, page, visit, 0)
        for name, file in self._files() if files else ():
            self._look(name, file, visit, 0)
            if isinstance(file, QDialog):
                self._close(file)
        self._menus(visit)

    def _look(self, name: str, root: QWidget, visit: Visit, depth: int) -> None:
        for part in self._parts(name, root):
            visit(part, root)
            if depth < _DEEPEST:
                self._press_all(part, root, visit, depth + 1)

    # Where one can go

    def _parts(self, name: str, root: QWidget) -> Iterator[str]:
        """The root on each of its tabs, with a row selected in its lists."""
        tabs = next((one for one in root.findChildren(QTabWidget) if one.isVisible()), None)
        if tabs is None:
            self._select(root)
            yield name
            return
        for at in range(tabs.count()):
            if tabs.isTabVisible(at) and tabs.isTabEnabled(at):
                tabs.setCurrentIndex(at)
                self.settle()
                self._select(root)
                yield f"{name}, {tabs.tabText(at)}"

    def _select(self, root: QWidget) -> None:
        for view in root.findChildren(QAbstractItemView):
            model = view.model()
            if not view.isVisible() or isinstance(view.parent(), QComboBox):
                continue
            if model.rowCount() and not view.currentIndex().isValid():
                view.setCurrentIndex(model.index(0, 0))
        self.settle()

    def _files(self) -> Iterator[tuple[str, QWidget]]:
        """The file of a mentor, a newcomer and an organisation, and the page of their pair."""
        window, wiring = main_window(self.program), self.program._wiring
        assert wiring is not None
        pairing, mentor, newcomer, organisation = self._who()
        for name, opening in (
            ("file of a mentor", partial(wiring.open_person_file, mentor)),
            ("file of a newcomer", partial(wiring.open_person_file, newcomer)),
            ("file of an organisation", partial(wiring.open_organisation_file, organisation)),
        ):
            yield from ((name, file) for file in self._raised(opening))
        wiring.open_pairing(pairing)
        self.settle()
        page = window.stack.currentWidget()
        assert page is not None
        yield "page of a pair", page

    def _who(self) -> tuple[UUID, UUID, UUID, UUID]:
        """A pair that runs, the two people in it, and an organisation."""
        found: list[tuple[UUID, UUID, UUID, UUID]] = []

        def read(tx: Transaction) -> tuple[UUID, UUID, UUID, UUID]:
            running = min(one.id for one in records.find(tx, Pairing) if one.is_running)
            row = pairings.row(tx, running, self.program._today())
            organisation = min(one.id for one in records.find(tx, Organisation))
            return running, row.mentor_person_id, row.newcomer_person_id, organisation

        assert self.program._office is not None
        self.program._office.worker.read(main_window(self.program), read, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def _menus(self, visit: Visit) -> None:
        for action in main_window(self.program).menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                for entry in list(menu.actions()):
                    if entry.isEnabled() and entry.menu() is None and asks(entry.text()):
                        self._see(f"menu > {entry.text()}", entry.trigger, visit, 1)

    # What stands in front

    def _press_all(self, name: str, root: QWidget, visit: Visit, depth: int) -> None:
        """Open what the buttons and menus of a place open, look at it and close it."""
        # Deeper in, the place is told by its kind: it is reached from many sides.
        place = name if depth == 1 else type(root).__name__
        for button in root.findChildren(QAbstractButton):
            if not shiboken6.isValid(button) or not button.isVisible() or not button.isEnabled():
                continue
            for text, do in _openings(button):
                if (place, text) not in self._pressed:
                    self._pressed.add((place, text))
                    self._see(f"{name} > {text}", do, visit, depth)

    def _see(self, name: str, do: Callable[[], object], visit: Visit, depth: int) -> None:
        for dialog in self._raised(do):
            if not type(dialog).__module__.startswith("PySide6"):
                self.opened.add(type(dialog).__name__)
                self._look(f"{name} > {type(dialog).__name__}", dialog, visit, depth)
            self._close(dialog)

    def _raised(self, do: Callable[[], object]) -> list[QWidget]:
        """The windows that stand in front because of this."""
        before = set(QApplication.topLevelWidgets())
        do()
        self.settle()
        return [
            one
            for one in QApplication.topLevelWidgets()
            if one not in before and one.isVisible() and not isinstance(one, QMenu)
        ]

    def _close(self, dialog: QWidget) -> None:
        if not shiboken6.isValid(dialog):
            return
        name = type(dialog).__name__
        deletes = dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(dialog, FormDialog):
            dialog.start_afresh()
        dialog.close()
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if shiboken6.isValid(dialog) and (deletes or dialog.isVisible()):
            self.kept_alive.append(name)


def _openings(button: QAbstractButton) -> list[tuple[str, Callable[[], object]]]:
    """What of a button or its menu opens a dialog."""
    menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
    if menu is not None:
        entries = [one for one in menu.actions() if one.isEnabled() and asks(one.text())]
        return [(one.text(), one.trigger) for one in entries]
    text = button.text() or button.accessibleName()
    return [(text, button.click)] if asks(text) else []


def asks(text: str) -> bool:
    """Whether what has these words opens a dialog."""
    return text.endswith("…") or text.startswith(("New", "Edit"))


@pytest.fixture
def nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system's own dialogs are cancelled at once, and nothing else is started."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_more: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_more: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
