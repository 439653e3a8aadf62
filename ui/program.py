"""The running program: which office is open, in which language, and the window that shows it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.office import Office
from mentorapp.operations import Database, offices, unlocking
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.appearance import Appearance
from ui.application import speak
from ui.choosing_files import office_to_make, office_to_open
from ui.copying_here import offer_at_opening, offer_copy
from ui.first_use.steps import NextStep
from ui.guide.help import show_first_page
from ui.keys_back import offer_keys
from ui.locking import Lock, add_lock_action, give_back
from ui.main_window import MainWindow, OfficeShown
from ui.office_window import make_window, mark_example, put_away, why_read_only
from ui.open_office import OpenOffice, actor
from ui.opening import OpeningWindow
from ui.remembering import keep_looks, place
from ui.security.desk import Desk
from ui.settings_store import Preferences
from ui.unlocking.unlocking import Unlocking
from ui.waiting import Speaking, Waiting, Warned
from ui.wiring_beginning import begin_with
from ui.work import Worker

if TYPE_CHECKING:
    from ui.wiring import Wiring


class Program(QObject):
    """Opens offices and shows each in a window; one at a time."""

    failed = Signal(object)
    """An exception that is a bug, from whichever worker there is."""

    def __init__(
        self,
        application: QApplication,
        words: Words,
        preferences: Preferences,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._application = application
        self._words = words
        self._preferences = preferences
        self._appearance = Appearance(application, preferences, self)
        self._today = today
        self._office: OpenOffice | None = None
        self._wiring: Wiring | None = None
        self._waiting: Waiting | None = None
        self._after_closing: Callable[[], object] | None = None
        self._refused = offices.default_path()
        self.window: QWidget | None = None
        self._lock = Lock(application, self)
        self._lock.wanted.connect(self.lock)
        application.aboutToQuit.connect(self.close_office)

    @property
    def words(self) -> Words:
        """The language the window speaks now."""
        return self._words

    @property
    def waiting(self) -> Waiting | None:
        """What is asked before an office is open."""
        return self._waiting

    @property
    def working(self) -> bool:
        """Whether anything asked of the office, or of the first window, is under way."""
        holders = (self._office, self._waiting)
        return any(one is not None and one.worker.working for one in holders)

    @property
    def page_keys(self) -> list[str]:
        """The pages of the window, from top to bottom of the side bar."""
        return [] if self._wiring is None else [spec.key for spec in self._wiring.specs()]

    # Offices

    def begin(self, path: Path | None = None) -> None:
        """Ask what an office is to be that is to lie at ``path``, or at the usual place."""
        from ui.first_use.start import FirstStart  # once in the life of an office

        first = FirstStart(self._words, self._today, actor(), self, path or offices.default_path())
        first.made.connect(self._begin_with)
        first.language_wanted.connect(self.speak)
        first.open_wanted.connect(self.ask_to_open)
        first.help_wanted.connect(self._help)
        self._wait_with(first)

    def start(self, path: Path) -> None:
        """Open the first office, or ask for its passphrase, or say in a window why it cannot be."""
        if unlocking.is_encrypted(path):
            self._ask_for_passphrase(path)
            return
        try:
            database = offices.open_office(path, create=False)
        except Refused as refused:
            self._show_opening(path, refused)
        else:
            self._take(path, database)

    def open(self, path: Path) -> None:
        """Open another office in place of the one that is open, which stays when that fails."""
        office, window = self._office, self.window
        if office is None or not isinstance(window, MainWindow):
            self.start(path)
            return
        if path.resolve() == office.path.resolve():
            window.message_bar.info(self._words.text("This office is open already."))
            return
        if unlocking.is_encrypted(path):
            self._ask_for_passphrase(path)
            return
        office.worker.compute(
            window,
            lambda _progress: offices.open_office(path, create=False),
            lambda database: self._take(path, database),
            window.show_refusal,
            title=self._words.text("Opening the office"),
        )

    def make(self, path: Path) -> None:
        """Ask what a new office is to be; a file that is there already is never replaced."""
        path = path if path.suffix else path.with_suffix(".db")
        if path.exists() and path.stat().st_size:
            said = self._words.text("“%(file)s” is there already. Choose another name, or open it.")
            self._say(said % {"file": path.name})
            return
        if isinstance(self.window, MainWindow):
            self._close_and(self.window, partial(self.begin, path))
        else:
            self.begin(path)

    def close_office(self) -> None:
        """Let go of the office, when the program ends."""
        office, self._office = self._office, None
        waiting, self._waiting = self._waiting, None
        for one in (office, waiting):
            if one is not None:
                one.close()

    def ask_to_open(self) -> None:
        """Let the user look for an office."""
        chosen = office_to_open(self._words, self.window, self._folder())
        if chosen is not None:
            self.open(chosen)

    def ask_to_make(self) -> None:
        """Let the user say where a new office is to lie."""
        chosen = office_to_make(self._words, self.window, self._folder())
        if chosen is not None:
            self.make(chosen)

    def lock(self) -> None:
        """Close the office until somebody types a passphrase; what was typed is kept."""
        office, window = self._office, self.window
        if office is None or not isinstance(window, MainWindow):
            return
        if self._lock.lock(self._words, office.database, window, self._current_page()):
            self._after_closing = partial(self._ask_for_passphrase, office.path, locked=True)

    def recover(self, path: Path, chosen: Path | None = None) -> None:
        """Let a backup take the place of the office at ``path``, which is closed for it."""
        if isinstance(self.window, MainWindow):
            self._close_and(self.window, partial(self.recover, path, chosen))
            return
        from ui.backups.recovery import Recovery  # seldom needed

        recovery = Recovery(self._words, path, actor(), self, chosen=chosen)
        recovery.open_wanted.connect(self.start)
        self._wait_with(recovery)

    def speak(self, language: str) -> None:
        """Rebuild the window in another language; the office stays open."""
        if language == self._words.language:
            return
        self._words = Words(language)
        self._preferences.language = language
        speak(self._application, self._words)
        waiting: object = self._waiting
        if isinstance(waiting, Speaking):
            self.window = waiting.speak(self._words)
        if self._office is not None:
            before = self._show_window(self._office, self._current_page())
            put_away(before)

    # Windows

    def _take(self, path: Path, database: Database) -> None:
        database.actor = database.who.name or actor()
        worker = Worker(database, database.actor)
        worker.failed.connect(self.failed)
        office = self._office = OpenOffice(path, database, worker)
        self._preferences.office_file = path.absolute()
        taken = self._lock.take_up(self._words, database)
        before = self._show_window(office, taken.page or "today")
        self._lock.watch(database, self._preferences.lock_minutes)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.close()
        # Only now: the program ends with its last window.
        if before is not None and shiboken6.isValid(before):
            before.close()
        give_back(self._words, taken, self.window)

    def _show_window(self, office: OpenOffice, page: str) -> QWidget | None:
        """Show the office in a new window; gives back the one that was there before."""
        words, before = self._words, self.window

        def name(found: Office) -> None:
            if window is not self.window:
                return
            reason = why_read_only(words, office)
            window.set_office(OfficeShown(found.name, office.path.name, reason))
            if found.is_example:
                anew = partial(self._begin_anew, office.database)
                mark_example(words, window, office, partial(self._close_and, window, anew))

        # Before any page asks: what the office is called waits for no list.
        office.worker.read(self, offices.read, name)
        desk = Desk(office.worker, office.database, words, self._preferences)
        desk.minutes_changed.connect(partial(self._lock.watch, office.database))
        desk.encrypted.connect(self.lock)
        window, wiring = make_window(
            office, words, self._today, self._appearance, self.recover, desk
        )
        wiring.language_wanted.connect(self.speak)
        wiring.office_saved.connect(name)
        window.language_wanted.connect(self.speak)
        window.open_wanted.connect(self.ask_to_open)
        window.new_wanted.connect(self.ask_to_make)
        add_lock_action(words, window, window.file_menu, self.lock)
        offer_copy(words, window, office, self.open)
        window.closing.connect(lambda: self._window_closed(window, office))
        place(window, before, self._preferences)
        keep_looks(window, [spec.key for spec in wiring.specs()], self._preferences)
        if page != "today":
            window.show_page(page)
        self.window, self._wiring = window, wiring
        window.show()
        return before

    def _window_closed(self, window: MainWindow, office: OpenOffice) -> None:
        self._preferences.geometry = window.saveGeometry()
        if window is self.window:
            self.window = None
        if office is self._office:
            self._office = None
        office.close()
        window.deleteLater()
        after, self._after_closing = self._after_closing, None
        if after is not None:
            after()

    def _close_and(self, window: MainWindow, do: Callable[[], object]) -> None:
        self._after_closing = do
        window.close()

    def _begin_with(self, path: Path, database: Database, step: NextStep) -> None:
        """An office was made in the first window."""
        self._take(path, database)
        if self._wiring is not None:
            begin_with(self._wiring, step)

    def _begin_anew(self, database: Database) -> None:
        """The window of the example office is going, and its file is let go of."""
        from mentorapp.operations import example_office

        self.begin()
        try:
            example_office.throw_away(database.path, database.keys, database.who)
        except Refused as refused:
            self._say(explain(self._words, refused))
        else:
            self._preferences.office_file = None

    def _ask_for_passphrase(self, path: Path, *, locked: bool = False) -> None:
        asking = Unlocking(self._words, path, self, locked=locked)
        asking.opened.connect(self._take)
        asking.open_wanted.connect(self.ask_to_open)
        asking.help_wanted.connect(self._help)
        asking.backups_wanted.connect(self.recover)
        self._wait_with(asking)

    def _wait_with(self, waiting: Waiting) -> None:
        """Ask something before an office is open, in the place of what was asked before it."""
        waiting.worker.failed.connect(self.failed)
        before, asked_before = self.window, self._waiting
        self._waiting = waiting
        if not isinstance(before, MainWindow):
            self.window = waiting.window
        waiting.window.show()
        waiting.window.activateWindow()
        # Only now: the program ends with its last window.
        if asked_before is not None:
            asked_before.close()
        elif isinstance(before, OpeningWindow):
            before.close()

    def _help(self) -> None:
        # No lambda that holds the asker: it would be freed by its own end, which Qt does not bear.
        asking = self.window if self._waiting is None else self._waiting.window
        if asking is not None:
            show_first_page(self._words, asking)

    def _show_opening(self, path: Path, refused: Refused) -> None:
        self._refused = path
        if self._say(explain(self._words, refused)):
            return
        window = OpeningWindow(self._words, refused)
        window.open_wanted.connect(self.ask_to_open)
        window.new_wanted.connect(self.ask_to_make)
        window.backups_wanted.connect(lambda: self.recover(self._refused))
        window.retry_wanted.connect(lambda: self.start(self._refused))
        offer_at_opening(self._words, window, path, refused, self.start)
        offer_keys(self._words, window, path, refused, self.start)
        self.window = window
        window.show()

    def _say(self, text: str) -> bool:
        window: object = self.window
        if isinstance(window, MainWindow):
            window.message_bar.warning(text)
        elif isinstance(window, Warned):
            window.warn(text)
        return window is not None

    def _folder(self) -> Path:
        office = self._office
        return (office.path if office is not None else offices.default_path()).parent

    def _current_page(self) -> str:
        if not isinstance(self.window, MainWindow):
            return "today"
        return self.page_keys[self.window.sidebar.currentRow()]
