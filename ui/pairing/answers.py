"""Keeps the solved set of the chosen scheme at hand and asks it one question at a time.

A `Solved` is no thing for two threads: while one question is worked on the others wait here, on the
window's thread. A question about another selection takes the place of the one that waits, and the
answer to the one before is dropped when it comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Cancelled, Refused
from mentorapp.operations import pairing
from mentorapp.operations.explaining import Solved
from mentorapp.words import Words
from ui.pairing.run import Outcome, solved_outcome
from ui.pairing.solving import Goal
from ui.work import Progress, Worker

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Question:
    place: str
    asker: QObject
    job: Callable[[Solved], Any]
    then: Callable[[Any], object]
    refused: Callable[[Refused], object] | None
    wanted: bool = True

    @property
    def open(self) -> bool:
        """Whether somebody still waits for the answer."""
        return self.wanted and shiboken6.isValid(self.asker)


class Answers(QObject):
    """The set is solved anew when the office has changed since, before the next question."""

    solved_anew = Signal(object)
    """The `Outcome` with the set that took the place of the one before."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], home: QWidget
    ) -> None:
        super().__init__(home)
        self._worker, self._words, self._today, self._home = worker, words, today, home
        self._scheme_id: UUID | None = None
        self._goal: Goal = "most"
        self._solved: Solved | None = None
        self._changes = 0
        self._ours = False
        self._held = False
        self._gathering = False
        self._waiting: list[_Question] = []
        self._asked: _Question | None = None
        self._progress: Progress | None = None
        self._working: Progress | None = None
        worker.changed.connect(self._on_changed)
        worker.failed.connect(self._failed)

    # Which set

    @property
    def solved(self) -> Solved | None:
        """The set as it is at hand; only to look whether there is one."""
        return self._solved

    def choose(self, scheme_id: UUID | None, goal: Goal) -> None:
        """Questions are about the best set of this scheme from now on."""
        if (scheme_id, goal) != (self._scheme_id, self._goal):
            self._scheme_id, self._goal = scheme_id, goal
            self.forget()

    def take(self, solved: Solved) -> None:
        """A run has solved it just now, and what it wrote is about to be told as a change."""
        self._solved, self._ours = solved, True

    def keep(self) -> None:
        """The next change of the office is one that the set at hand has followed already."""
        self._ours = True

    def forget(self) -> None:
        """The set at hand is not the one of the office any more."""
        self._changes += 1
        self._solved = None

    # While a run is under way

    def hold(self) -> None:
        """Ask nothing until `go_on`; a set that is being solved is given up."""
        self._held = True
        if self._progress is not None:
            self._progress.cancel()

    def go_on(self) -> None:
        """The run is over."""
        self._held = False
        self._next()

    # Questions

    def ask(
        self,
        place: str,
        asker: QObject,
        job: Callable[[Solved], T],
        then: Callable[[T], object],
        refused: Callable[[Refused], object] | None = None,
    ) -> None:
        """Let `job` ask the set beside the window; `then` gets the answer on the window's thread.

        Of one `place` only the last question counts; without a place every one does. The answer
        is dropped when `asker` is gone.
        """
        if place:
            self.drop(place)
        self._waiting.append(_Question(place, asker, job, then, refused))
        self._next()

    def drop(self, place: str) -> None:
        """Nobody wants the answer of this place any more."""
        self._waiting = [one for one in self._waiting if one.place != place]
        if self._asked is not None and self._asked.place == place:
            self._asked.wanted = False
            self._stop_work()

    def unwanted(self) -> bool:
        """For a job that takes long: whether nobody waits any more for what is worked out."""
        return self._working is not None and self._working.cancelled()

    def _stop_work(self) -> None:
        if self._working is not None:
            self._working.cancel()

    # One after the other

    def _next(self) -> None:
        if self._asked is not None or self._held:
            return
        self._waiting = [one for one in self._waiting if one.open]
        if self._scheme_id is None or not self._waiting:
            return
        question = self._asked = self._waiting.pop(0)
        if self._solved is None:
            self._gather(question, self._scheme_id)
        else:
            self._work(question, self._solved)

    def _gather(self, question: _Question, scheme_id: UUID) -> None:
        today, changes = self._today(), self._changes
        self._gathering = True

        def then(gathered: pairing.PairingInput) -> None:
            self._gathering = False
            self._solve(question, gathered, changes)

        def refused(why: Refused) -> None:
            self._gathering = False
            self._refuse(question, why)
            self._end()

        self._worker.read(
            self._home, lambda tx: pairing.gather(tx, scheme_id, today), then, refused
        )

    def _solve(self, question: _Question, gathered: pairing.PairingInput, changes: int) -> None:
        goal = self._goal

        def then(outcome: Outcome) -> None:
            if changes == self._changes:
                self._solved = outcome.solved
                self.solved_anew.emit(outcome)

        def over() -> None:
            stopped = self._progress is not None and self._progress.cancelled()
            self._progress = None
            if self._solved is not None:
                self._work(question, self._solved)
                return
            if stopped and not self._held:
                self._refuse(question, Cancelled())
            elif question.wanted:
                # The office has changed meanwhile, or a run has begun.
                self._waiting.insert(0, question)
            self._end()

        self._progress = self._worker.compute(
            self._home,
            lambda progress: solved_outcome(gathered, goal, progress),
            then,
            lambda why: self._refuse(question, why),
            always=over,
            title=self._words.text("Looking for the best pairs …"),
        )

    def _work(self, question: _Question, solved: Solved) -> None:
        if not question.open:
            self._end()
            return

        def then(answer: Any) -> None:
            if question.open:
                question.then(answer)

        def over() -> None:
            if self._working is not None and self._working.cancelled():
                self._refuse(question, Cancelled())
            self._end()

        self._working = self._worker.compute(
            self._home,
            lambda _progress: question.job(solved),
            then,
            lambda why: self._refuse(question, why),
            always=over,
            title=self._words.text("Working it out …"),
        )

    def _refuse(self, question: _Question, why: Refused) -> None:
        if question.open and question.refused is not None:
            question.refused(why)
        question.wanted = False

    def _end(self) -> None:
        self._asked, self._working = None, None
        self._next()

    def _on_changed(self) -> None:
        if self._ours:
            self._ours = False
        else:
            self.forget()

    def _failed(self, _bug: object) -> None:
        # A reading that failed tells nobody; whoever asked may ask again.
        if self._gathering:
            self._gathering = False
            self._end()
