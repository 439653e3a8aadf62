"""The running program: which office is open, in which language, and the window that shows it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.office import Office
from mentorapp.operations import Database, offices
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.appearance import Appearance
from ui.application import speak
from ui.clipboard import ClipboardGuard
from ui.first_use.steps import NextStep
from ui.guide.help import Help, show_first_page
from ui.look_menu import LookMenu
from ui.main_window import MainWindow, OfficeShown
from ui.open_office import OpenOffice, actor
from ui.opening import OpeningWindow
from ui.remembering import keep_looks
from ui.settings_store import Preferences
from ui.wiring import Wiring
from ui.wiring_backups import BackingUp, keeper_of
from ui.wiring_beginning import begin_with
from ui.wiring_deleted import Deleting
from ui.work import Worker

if TYPE_CHECKING:
    from ui.backups.recovery import Recovery
    from ui.first_use.start import FirstStart


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
        self._first: FirstStart | None = None
        self._unwanted: OpenOffice | None = None
        self._recovery: Recovery | None = None
        self._to_recover: tuple[Path, Path | None] | None = None
        self._refused = (offices.default_path(), True)
        self.window: QWidget | None = None
        ClipboardGuard(application, self)
        application.aboutToQuit.connect(self.close_office)

    @property
    def words(self) -> Words:
        """The language the window speaks now."""
        return self._words

    @property
    def working(self) -> bool:
        """Whether anything asked of the office, or of the first window, is under way."""
        holders = (self._office, self._first, self._recovery)
        return any(one is not None and one.worker.working for one in holders)

    @property
    def page_keys(self) -> list[str]:
        """The pages of the window, from top to bottom of the side bar."""
        return [] if self._wiring is None else [spec.key for spec in self._wiring.specs()]

    # Offices

    def begin(self) -> None:
        """No office is known: ask for one, or show the example."""
        from ui.first_use.start import FirstStart  # once in the life of an office

        first = FirstStart(self._words, self._today, actor(), self)
        first.worker.failed.connect(self.failed)
        first.made.connect(self._begin_with)
        first.language_wanted.connect(self.speak)
        first.open_wanted.connect(self.ask_to_open)
        first.help_wanted.connect(lambda: show_first_page(self._words, first.window))
        self._first, self.window = first, first.window

    def start(self, path: Path, *, create: bool) -> None:
        """Open the first office; a window that says why stands there when it cannot be."""
        try:
            database = offices.open_office(path, create=create, language=self._words.language)
        except Refused as refused:
            self._show_opening(path, refused, create=create)
        else:
            self._take(path, database)

    def open(self, path: Path, *, create: bool = False) -> None:
        """Open another office in place of the one that is open, which stays when that fails."""
        office, window = self._office, self.window
        if office is None or not isinstance(window, MainWindow):
            self.start(path, create=create)
            return
        if path.resolve() == office.path.resolve():
            window.message_bar.info(self._words.text("This office is open already."))
            return
        language = self._words.language
        office.worker.compute(
            window,
            lambda _progress: offices.open_office(path, create=create, language=language),
            lambda database: self._take(path, database),
            window.show_refusal,
            title=self._words.text("Opening the office"),
        )

    def make(self, path: Path) -> None:
        """Make a new office; a file that is there already is never replaced."""
        path = path if path.suffix else path.with_suffix(".db")
        if path.exists() and path.stat().st_size:
            said = self._words.text("“%(file)s” is there already. Choose another name, or open it.")
            self._say(said % {"file": path.name})
            return
        self.open(path, create=True)

    def close_office(self) -> None:
        """Let go of the office, when the program ends."""
        office, self._office = self._office, None
        recovery, self._recovery = self._recovery, None
        for one in (office, self._first, recovery):
            if one is not None:
                one.close()

    def ask_to_open(self) -> None:
        """Let the user look for an office."""
        _ = self._words.text
        name, _kind = QFileDialog.getOpenFileName(
            self.window,
            _("Open office"),
            str(self._folder()),
            _("Mentorapp offices (*.db)") + ";;" + _("All files (*)"),
        )
        if name:
            self.open(Path(name))

    def ask_to_make(self) -> None:
        """Let the user say where a new office is to lie."""
        _ = self._words.text
        name, _kind = QFileDialog.getSaveFileName(
            self.window,
            _("New office"),
            str(self._folder() / "office.db"),
            _("Mentorapp offices (*.db)"),
            # It would ask whether to replace the file, which is never done.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.make(Path(name))

    def recover(self, path: Path, chosen: Path | None = None) -> None:
        """Let a backup take the place of the office at ``path``, which is closed for it."""
        before = self.window
        if isinstance(before, MainWindow):
            self._to_recover = (path, chosen)
            before.close()
            return
        from ui.backups.recovery import Recovery  # seldom needed

        recovery = self._recovery = Recovery(self._words, path, actor(), self, chosen=chosen)
        recovery.worker.failed.connect(self.failed)
        recovery.open_wanted.connect(self._open_recovered)
        self.window = recovery.window
        recovery.window.show()
        if before is not None:
            before.close()

    def _open_recovered(self, path: Path) -> None:
        recovery, self._recovery = self._recovery, None
        self.window = None
        self.start(path, create=False)
        if recovery is not None:
            recovery.close()

    def speak(self, language: str) -> None:
        """Rebuild the window in another language; the office stays open."""
        if language == self._words.language:
            return
        self._words = Words(language)
        self._preferences.language = language
        speak(self._application, self._words)
        if self._first is not None:
            self._first.speak(self._words)
            self.window = self._first.window
        if self._office is not None:
            before = self._show_window(self._office, self._current_page())
            if before is not None:
                # Hidden and freed, not closed: closing would let go of the office.
                for assistance in before.findChildren(Help):
                    assistance.close()
                before.hide()
                before.deleteLater()

    # Windows

    def _take(self, path: Path, database: Database) -> None:
        database.actor = actor()
        worker = Worker(database, database.actor)
        worker.failed.connect(self.failed)
        office = self._office = OpenOffice(path, database, worker)
        self._preferences.office_file = path.absolute()
        before = self._show_window(office, "today")
        if before is not None:
            # Only now: the program ends with its last window.
            before.close()
        if self._first is not None:
            self._first.close()
            self._first.deleteLater()
            self._first = None

    def _show_window(self, office: OpenOffice, page: str) -> QWidget | None:
        """Show the office in a new window; gives back the one that was there before."""
        words, before = self._words, self.window
        reason = explain(words, office.read_only) if office.read_only else ""
        keeper = keeper_of(office.worker, office.database, words)
        wiring = Wiring(office.worker, words, self._today, office.read_only, keeper)

        def name(found: Office) -> None:
            if window is not self.window:
                return
            window.set_office(OfficeShown(found.name, office.path.name, reason))
            if found.is_example:
                self._mark_example(window, office)

        # Before any page asks: what the office is called waits for no list.
        office.worker.read(self, offices.read, name)
        shown = OfficeShown("", office.path.name, reason)
        window = MainWindow(words, office.worker, shown, wiring.specs())
        wiring.attach(window)
        wiring.language_wanted.connect(self.speak)
        wiring.office_saved.connect(name)
        Deleting(office.worker, words, self._today, office.read_only, window)
        joined = BackingUp(office.worker, keeper, words, window, wiring.show_backups)
        joined.restore_wanted.connect(lambda backup: self.recover(office.path, backup.path))
        window.language_wanted.connect(self.speak)
        window.view_menu.addMenu(LookMenu(words, self._appearance, window))
        window.open_wanted.connect(self.ask_to_open)
        window.new_wanted.connect(self.ask_to_make)
        window.about_wanted.connect(lambda: _show_about(words, window))
        assistance = Help(words, window, window.help_menu, window.stack.currentWidget)
        window.closing.connect(assistance.close)
        window.closing.connect(lambda: self._window_closed(window, office))
        if isinstance(before, MainWindow):
            window.restoreGeometry(before.saveGeometry())
        elif self._preferences.geometry is not None:
            window.restoreGeometry(self._preferences.geometry)
            _onto_screen(window)
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
        to_recover, self._to_recover = self._to_recover, None
        if office is self._unwanted:
            self._begin_anew(office.path)
        elif to_recover is not None:
            self.recover(*to_recover)

    def _begin_with(self, path: Path, step: NextStep) -> None:
        """An office was made in the first window."""
        self.start(path, create=False)
        if self._wiring is not None:
            begin_with(self._wiring, step)

    def _mark_example(self, window: MainWindow, office: OpenOffice) -> None:
        from ui.first_use.example_bar import ExampleBar  # no real office needs it

        if window.findChild(ExampleBar) is None:
            bar = ExampleBar(self._words, read_only=office.read_only is not None)
            bar.thrown_away.connect(lambda: self._throw_away(window, office))
            window.add_bar(bar)

    def _throw_away(self, window: MainWindow, office: OpenOffice) -> None:
        self._unwanted = office
        window.close()

    def _begin_anew(self, path: Path) -> None:
        """The window of the example office is going, and its file is let go of."""
        from mentorapp.operations import example_office

        self.begin()
        try:
            example_office.throw_away(path)
        except Refused as refused:
            self._say(explain(self._words, refused))
        else:
            self._preferences.office_file = None

    def _show_opening(self, path: Path, refused: Refused, *, create: bool) -> None:
        self._refused = (path, create)
        if isinstance(self.window, OpeningWindow) or self._first is not None:
            self._say(explain(self._words, refused))
            return
        window = OpeningWindow(self._words, explain(self._words, refused))
        window.open_wanted.connect(self.ask_to_open)
        window.new_wanted.connect(self.ask_to_make)
        window.backups_wanted.connect(lambda: self.recover(self._refused[0]))
        window.retry_wanted.connect(self._retry)
        self.window = window
        window.show()

    def _retry(self) -> None:
        path, create = self._refused
        self.start(path, create=create)

    def _say(self, text: str) -> None:
        window = self.window
        if isinstance(window, MainWindow):
            window.message_bar.warning(text)
        elif isinstance(window, OpeningWindow):
            window.say(text)
        elif self._first is not None:
            self._first.window.warn(text)

    def _folder(self) -> Path:
        office = self._office
        return (office.path if office is not None else offices.default_path()).parent

    def _current_page(self) -> str:
        if not isinstance(self.window, MainWindow):
            return "today"
        return self.page_keys[self.window.sidebar.currentRow()]


def _show_about(words: Words, window: QWidget) -> None:
    from ui.about import AboutDialog  # reads what is installed, which few ever ask for

    AboutDialog(words, window).open()


def _onto_screen(window: QWidget) -> None:
    """Qt lets a window that is wider than its screen begin left of it, where no edge is seen."""
    room, left_top = window.screen().availableGeometry(), window.pos()
    window.move(max(left_top.x(), room.left()), max(left_top.y(), room.top()))
