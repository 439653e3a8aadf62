"""Makes an office for the first window, beside it: nothing on the screen waits for a disk."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, example_office, keys, offices
from mentorapp.operations.offices import NewOffice
from mentorapp.operations.recovery_papers import recovery_paper
from mentorapp.words import Words
from ui.first_use.fields import Wanted
from ui.first_use.steps import NextStep
from ui.first_use.window import FirstWindow
from ui.widgets.attendant import Attendant
from ui.widgets.recovery_dialog import RecoveryDialog
from ui.work import Progress


class FirstStart(Attendant):
    """One first window after the other, in whichever language; each closes before an office opens.

    It ends by itself with its window.
    """

    window: FirstWindow

    made = Signal(object, object, object)
    """The path of an office that is there now, its open database, and the `NextStep`."""
    language_wanted = Signal(str)
    open_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self, words: Words, today: Callable[[], date], actor: str, parent: QObject, path: Path
    ) -> None:
        """`path` is where the office is to lie unless somebody types another one."""
        super().__init__(parent)
        self._words, self._today, self._actor, self._path = words, today, actor, path
        self._recovery = b""
        self._unclaimed: list[Database] = []
        """Made, and not handed over yet."""
        self.window = self._make_window()

    def speak(self, words: Words) -> FirstWindow:
        """The same window in another language, with what was typed in it."""
        before, self._words = self.window, words
        self.window = self._make_window()
        self.window.show_typed(before.typed())
        self.window.setGeometry(before.geometry())
        self.window.show()
        self.window.activateWindow()
        before.hide()
        before.deleteLater()
        return self.window

    def close(self) -> None:
        """The program ends, or an office is open."""
        self.worker.close()
        for database in self._unclaimed:
            database.close()
        self.window.busy = False
        self.window.close()
        self.deleteLater()

    def _make_window(self) -> FirstWindow:
        window = FirstWindow(self._words, self._path)
        window.language_wanted.connect(self.language_wanted)
        window.open_wanted.connect(self.open_wanted)
        window.help_wanted.connect(self.help_wanted)
        window.make_wanted.connect(self._make_office)
        window.example_wanted.connect(self._make_example)
        self.attend(window)
        return window

    def _make_office(self, wanted: Wanted, step: NextStep) -> None:
        try:
            offices.check_new(wanted.new)
        except Refused as refused:
            self.window.say(refused)
            return
        if wanted.passphrase:
            self._show_recovery_key(wanted, step)
        else:
            self._make_it(wanted.new.path, lambda _progress: self._made_plain(wanted.new), step)

    def _made_plain(self, new: NewOffice) -> Database:
        return offices.make(new, self._actor)

    def _show_recovery_key(self, wanted: Wanted, step: NextStep) -> None:
        # The same again where the office was refused after it had been printed.
        self._recovery = recovery = self._recovery or keys.new_recovery_key()
        words, today, office = self._words, self._today(), wanted.new.office
        dialog = RecoveryDialog(words, recovery, self.window)
        ways = keys.FirstWays(office.coordinators[0], wanted.passphrase, recovery)

        def proven() -> None:
            dialog.accept()
            self._make_it(wanted.new.path, lambda _progress: keys.make(wanted.new, ways), step)

        dialog.proven.connect(proven)
        dialog.open()
        self.worker.compute(
            dialog,
            lambda _progress: recovery_paper(recovery, office.name, words, today),
            dialog.show_paper,
            dialog.refuse,
        )

    def _make_it(self, path: Path, job: Callable[[Progress], Database], step: NextStep) -> None:
        self._make(path, job, step, self._words.text("Making the office"))

    def _make_example(self) -> None:
        today, language = self._today(), self._words.language
        path = example_office.example_path()

        def job(progress: Progress) -> Database:
            return example_office.make(path, today, language, progress.report, progress.cancelled)

        self._make(path, job, NextStep.LOOK, self._words.text("Making the example office"))

    def _make(
        self, path: Path, job: Callable[[Progress], Database], step: NextStep, title: str
    ) -> None:
        window = self.window

        def make(progress: Progress) -> Database:
            database = job(progress)
            self._unclaimed.append(database)
            return database

        def made(database: Database) -> None:
            window.set_busy(busy=False)
            self._unclaimed.remove(database)
            self.made.emit(path, database, step)

        self.compute(make, made, window.say, title)
