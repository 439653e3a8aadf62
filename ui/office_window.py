"""The window of an office that is open, with all that is in it; it opens no office itself."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.protection import Protection
from mentorapp.operations import offices
from mentorapp.words import Words
from mentorapp.words.audit import say_kept_back
from mentorapp.words.refusals import explain
from ui.appearance import Appearance
from ui.guide.help import Help
from ui.look_menu import LookMenu
from ui.main_window import MainWindow, OfficeShown
from ui.open_office import OpenOffice
from ui.rights import hold_back
from ui.widgets.second_person import AskingSecond
from ui.wiring import Wiring
from ui.wiring_backups import BackingUp, keeper_of
from ui.wiring_deleted import Deleting
from ui.wiring_rights import Scoped, open_pages

if TYPE_CHECKING:
    from ui.security.desk import Desk


def make_window(
    office: OpenOffice,
    words: Words,
    today: Callable[[], date],
    appearance: Appearance,
    recover: Callable[[Path, Path], object],
    desk: "Desk",
) -> tuple[MainWindow, Wiring]:
    """Not shown yet; what asks for another office or language is the caller's to hear.

    `recover` is called with the office and the backup that is to take its place.
    """
    keeper = keeper_of(office.worker, office.database, words)
    wiring = Wiring(office.worker, words, today, office.read_only, keeper, desk)
    AskingSecond(words, office.worker, office.database)
    shown = OfficeShown("", office.path.name, why_read_only(words, office))
    window = MainWindow(
        words, office.worker, shown, open_pages(wiring.specs(), words, office.worker)
    )
    wiring.attach(window)
    Scoped(words, office.worker, window)
    Deleting(office.worker, words, today, office.read_only, window)
    backing_up = BackingUp(office.worker, keeper, words, window)
    backing_up.restore_wanted.connect(lambda backup: recover(office.path, backup.path))
    window.view_menu.addMenu(LookMenu(words, appearance, window))
    window.about_wanted.connect(lambda: _show_about(words, window))
    office.worker.compute(window, lambda _progress: offices.keep_room(office.path), _nothing)
    if office.database.warning is not None:
        window.message_bar.warning(explain(words, office.database.warning))
    assistance = Help(words, window, window.help_menu, window.stack.currentWidget)
    window.closing.connect(assistance.close)
    return window, wiring


def _nothing(_done: None) -> None:
    """Room is kept, or not: there is nothing to tell."""


def mark_example(
    words: Words, window: MainWindow, office: OpenOffice, throw_away: Callable[[], object]
) -> None:
    """Put the line over every page that tells that all in it is made up, and how it goes."""
    from ui.first_use.example_bar import ExampleBar  # no real office needs it

    if window.findChild(ExampleBar) is None:
        bar = ExampleBar(words, read_only=office.read_only is not None)
        hold_back(words, office.database.who, Right.SETTINGS, bar.button)
        bar.thrown_away.connect(throw_away)
        window.add_bar(bar)


def why_read_only(words: Words, office: OpenOffice) -> str:
    """With what is not shown for that reason; empty where the office can be written."""
    if not office.read_only:
        return ""
    reason = explain(words, office.read_only)
    if office.database.who.protected is Protection.NONE:
        return reason
    return f"{reason} {say_kept_back(words)}"


def put_away(window: QWidget | None) -> None:
    """Another takes its place on the same office: closing it would let go of that."""
    if window is not None:
        for assistance in window.findChildren(Help):
            assistance.close()
        window.hide()
        window.deleteLater()


def _show_about(words: Words, window: MainWindow) -> None:
    from ui.about import AboutDialog  # reads what is installed, which few ever ask for

    AboutDialog(words, window).open()
