"""Notes in the log what went to the printer or was saved as a file."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from mentorapp.operations import Transaction, papers_out
from mentorapp.operations.papers_out import Paper
from ui.work import Worker


class PaperTrail:
    """Of one paper; its words name nobody. An office that is only read is told nothing."""

    def __init__(self, worker: Worker, asker: QObject, paper: Paper) -> None:
        self._worker, self._asker, self._paper = worker, asker, paper

    def printed(self) -> None:
        """The printer took it."""
        self._note(papers_out.printed)

    def saved(self) -> None:
        """It lies in a file."""
        self._note(papers_out.saved)

    def _note(self, note: Callable[[Transaction, Paper], None]) -> None:
        paper = self._paper
        self._worker.write_aside(
            self._asker, lambda tx: note(tx, paper), _nothing, _nothing, lambda: None
        )


def _nothing(_answer: object) -> None:
    """The paper is out, whether it could be noted or not."""
