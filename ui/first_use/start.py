"""Makes an office for the first window, beside it: nothing on the screen waits for a disk."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorapp.operations import Transaction, example_office, offices
from mentorapp.operations.offices import NewOffice
from mentorapp.words import Words
from ui.first_use.steps import NextStep
from ui.first_use.window import FirstWindow
from ui.work import Progress, Worker

if TYPE_CHECKING:
    from mentorapp.domain.errors import Refused


class _NoOffice:
    """The worker computes; there is no database to ask yet."""

    def read(self) -> AbstractContextManager[Transaction]:
        raise LookupError

    def write(self, actor: str) -> AbstractContextManager[Transaction]:
        raise LookupError(actor)


class FirstStart(QObject):
    """One first window after the other, in whichever language; each closes before an office opens.

    It ends by itself with its window.
    """

    made = Signal(object, object)
    """The path of an office that is there now, and the `NextStep`."""
    language_wanted = Signal(str)
    open_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self, words: Words, today: Callable[[], date], actor: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._words, self._today, self._actor = words, today, actor
        self._leaves = False
        self.worker = Worker(_NoOffice(), actor, self)
        self.worker.drained.connect(self._drained)
        self.window = self._make_window()
        self.window.show()

    def speak(self, words: Words) -> None:
        """The same window in another language, with what was typed in it."""
        before, self._words = self.window, words
        self.window = self._make_window()
        self.window.show_typed(before.typed())
        self.window.setGeometry(before.geometry())
        self.window.show()
        self.window.activateWindow()
        before.hide()
        before.deleteLater()

    def close(self) -> None:
        """The program ends, or an office is open."""
        self.worker.close()

    def _make_window(self) -> FirstWindow:
        window = FirstWindow(self._words, offices.default_path())
        window.language_wanted.connect(self.language_wanted)
        window.open_wanted.connect(self.open_wanted)
        window.help_wanted.connect(self.help_wanted)
        window.make_wanted.connect(self._make_office)
        window.example_wanted.connect(self._make_example)
        window.leaving.connect(self._leave)
        self.worker.busy.connect(window.busy_bar.show_activity)
        self.worker.idle.connect(window.busy_bar.hide)
        return window

    def _make_office(self, new: NewOffice, step: NextStep) -> None:
        actor = self._actor

        def job(_progress: Progress) -> Path:
            offices.make(new, actor).close()
            return new.path

        self._make(job, step, self._words.text("Making the office"))

    def _make_example(self) -> None:
        today, language = self._today(), self._words.language

        def job(progress: Progress) -> Path:
            path = example_office.example_path()
            example_office.make(path, today, language, progress.report, progress.cancelled).close()
            return path

        self._make(job, NextStep.LOOK, self._words.text("Making the example office"))

    def _make(self, job: Callable[[Progress], Path], step: NextStep, title: str) -> None:
        window = self.window
        refused: list[Refused] = []

        def made(path: Path) -> None:
            window.set_busy(busy=False)
            self.made.emit(path, step)

        def ended() -> None:
            window.set_busy(busy=False)
            for one in refused:
                window.say(one)

        window.set_busy(busy=True)
        self.worker.compute(window, job, made, refused.append, ended, title)

    def _leave(self) -> None:
        self._leaves = True
        self.worker.stop_computing()

    def _drained(self) -> None:
        if self._leaves:
            self.window.close()
