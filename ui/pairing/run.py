"""A run of the engine: gather in the database, solve beside it, keep in the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import pairing
from mentorapp.operations.pairing import LeftOverRow, PairingInput, Run
from ui.work import Progress, Worker

Goal = Literal["most", "best"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a kept run found; `full_score` is the most one pair can reach."""

    scheme_id: UUID
    pairs: int
    left_over: tuple[LeftOverRow, ...]
    full_score: int
    broken_locks: int


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
        self.running = False

    def start(self, scheme_id: UUID, goal: Goal, today: date, title: str) -> None:
        """Gather, solve, keep."""
        self.running = True

        def solve(gathered: PairingInput) -> None:
            self._progress = self._worker.compute(
                self._asker,
                lambda progress: pairing.solve(gathered, goal, progress.report, progress.cancelled),
                lambda run: self._keep(gathered, run, today),
                self._stop,
                always=self._computed,
                title=title,
            )

        self._worker.read(
            self._asker, lambda tx: pairing.gather(tx, scheme_id, today), solve, self._stop
        )

    def cancel(self) -> None:
        """Stop solving; nothing is kept."""
        if self._progress is not None:
            self._progress.cancel()

    def _computed(self) -> None:
        cancelled = self._progress is not None and self._progress.cancelled()
        self._progress = None
        if cancelled:
            self._end()

    def _keep(self, gathered: PairingInput, run: Run, today: date) -> None:
        outcome = Outcome(
            scheme_id=gathered.scheme.id,
            pairs=len(run.pairs),
            left_over=tuple(pairing.left_over(gathered, run)),
            full_score=run.full_score,
            broken_locks=len(run.broken_locks),
        )
        self._worker.write(
            self._asker,
            lambda tx: pairing.keep(tx, gathered, run),
            lambda _rows: self._found(outcome),
            self._refused,
            always=self._end,
        )

    def _stop(self, refused: Refused) -> None:
        self._refused(refused)
        self._end()

    def _end(self) -> None:
        self.running = False
        self._ended()
