"""A run of the engine: gather in the database, solve beside it, keep in the database."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Cancelled, Refused
from mentorapp.operations import pairing
from mentorapp.operations.explaining import Solved
from mentorapp.operations.pairing import LeftOverRow, PairingInput
from ui.pairing.solving import Goal, solved_beside
from ui.work import Progress, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a kept run found; `seconds` is from the click to the set."""

    scheme_id: UUID
    solved: Solved
    pairs: int
    left_over: tuple[LeftOverRow, ...]
    broken_locks: int
    certified: bool
    seconds: float


class Runner:
    """One run at a time; `ended` is told when it is over, whatever came of it."""

    def __init__(
        self,
        worker: Worker,
        asker: QWidget,
        found: Callable[[Outcome], object],
        refused: Callable[[Refused], object],
        ended: Callable[[], object],
    ) -> None:
        self._worker, self._asker = worker, asker
        self._found, self._refused, self._ended = found, refused, ended
        self._progress: Progress | None = None
        self._unwanted = False
        self.running = False

    def start(self, scheme_id: UUID, goal: Goal, today: date, title: str) -> None:
        """Gather, solve, keep."""
        self.running, self._unwanted = True, False
        began = time.monotonic()

        def solve(gathered: PairingInput) -> None:
            if self._unwanted:
                self._end()
                return
            self._progress = self._worker.compute(
                self._asker,
                lambda progress: solved_outcome(gathered, goal, progress, began),
                self._keep,
                self._stop,
                always=self._computed,
                title=title,
            )

        self._worker.read(
            self._asker, lambda tx: pairing.gather(tx, scheme_id, today), solve, self._stop
        )

    def cancel(self) -> None:
        """Stop reading and solving; nothing is kept. What is being saved is saved."""
        self._unwanted = True
        if self._progress is not None:
            self._progress.cancel()

    def _computed(self) -> None:
        cancelled = self._progress is not None and self._progress.cancelled()
        self._progress = None
        if cancelled:
            self._end()

    def _keep(self, outcome: Outcome) -> None:
        solved = outcome.solved
        self._worker.write(
            self._asker,
            lambda tx: pairing.keep(tx, solved.pairing_input, solved.run),
            lambda _kept: self._found(outcome),
            self._refused,
            always=self._end,
        )

    def _stop(self, refused: Refused) -> None:
        if not isinstance(refused, Cancelled):
            self._refused(refused)
        self._end()

    def _end(self) -> None:
        """Told once, though a cancelled run ends in two ways: refused, and computed."""
        if self.running:
            self.running = False
            self._ended()


def solved_outcome(
    gathered: PairingInput, goal: Goal, progress: Progress, began: float | None = None
) -> Outcome:
    """The best set with what is told of it; `began` is when it was asked for."""
    since = time.monotonic() if began is None else began
    solved = solved_beside(gathered, goal, progress)
    run = solved.run
    return Outcome(
        scheme_id=gathered.scheme.id,
        solved=solved,
        pairs=len(run.pairs),
        left_over=tuple(pairing.left_over(gathered, run)),
        broken_locks=len(run.broken_locks),
        certified=run.basis is not None and run.basis.assignment.certified,
        seconds=time.monotonic() - since,
    )
