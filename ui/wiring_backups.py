"""Joins the backups to the window: its edge, its menu, a line when something is wrong, its end."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.backups import BackupStatus
from mentorapp.domain.errors import Refused
from mentorapp.operations import Database
from mentorapp.operations.backups import Made
from mentorapp.words import Words
from mentorapp.words.backups import warning
from ui.backups.edge import BackupEdge
from ui.backups.keeper import BackupKeeper
from ui.main_window import MainWindow
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings
from ui.work import Worker


def keeper_of(worker: Worker, database: Database, words: Words) -> BackupKeeper:
    """The one of this office: it goes on when the window is built anew in another language."""
    there = worker.findChild(BackupKeeper)
    if there is None:
        there = BackupKeeper(worker, database, words, partial(datetime.now, UTC), worker)
    there.words = words
    return there


def settings_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """What Settings has of them; nothing where no office is open for backups."""
    keeper = around.backups
    if keeper is None:
        return []

    def make() -> QWidget:
        from ui.backups.tab import BackupsTab

        return BackupsTab(keeper, around.words, bar)

    return [TabSpec("backups", around.words.text("Backups"), make, Right.FIGURES)]


class BackingUp(QObject):
    """One for a window."""

    restore_wanted = Signal(object)
    """A `FoundBackup` is to take the place of the office; it was confirmed."""

    def __init__(
        self,
        worker: Worker,
        keeper: BackupKeeper,
        words: Words,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._keeper, self._words, self._window = keeper, words, window
        self._looked = False
        self._told: set[type[Refused]] = set()
        self._warned = ""
        self.edge = BackupEdge(words, partial(datetime.now, UTC))
        self.edge.clicked.connect(lambda _checked: self.show_backups())
        window.statusBar().addPermanentWidget(self.edge)
        self.bar = MessageBar(words)
        window.add_bar(self.bar)
        self.bar.hide()
        self.entry = QAction(words.text("&Back up now"), window)
        self.entry.triggered.connect(lambda _checked: self.back_up())
        window.file_menu.insertAction(window.after_import, self.entry)
        window.last_work = keeper.back_up_at_end
        keeper.status_changed.connect(self._show)
        keeper.refused.connect(self._tell_once)
        keeper.restore_wanted.connect(self.restore_wanted)
        # When the first page is there: nobody waits for it.
        worker.drained.connect(self._look)

    def back_up(self) -> None:
        """Make one now."""
        self._keeper.back_up(self, self._say_made, self._window.show_refusal)

    def show_backups(self) -> None:
        """Go to them in Settings."""
        from ui.settings.page import SettingsPage

        page = self._window.show_page("settings")
        if isinstance(page, SettingsPage):
            page.show_tab("backups")

    def _say_made(self, made: Made) -> None:
        from ui.backups.tab import say_made

        say_made(self._words, self._window.message_bar, made)

    def _look(self) -> None:
        if not self._looked:
            self._looked = True
            self._keeper.begin()

    def _show(self, status: BackupStatus) -> None:
        self.edge.show_status(status)
        # One that is new is backed up in a minute, or it is told why not.
        said = warning(self._words, status) if status.newest is not None else ""
        if said and said != self._warned:
            more = (self._words.text("Show backups"), self.show_backups)
            self.bar.error(said, more)
        elif not said:
            self.bar.clear()
        self._warned = said

    def _tell_once(self, refused: Refused) -> None:
        """Not every minute anew."""
        if type(refused) not in self._told:
            self._told.add(type(refused))
            self._window.show_refusal(refused)
