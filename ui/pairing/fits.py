"""How well everybody of the other list fits whom one looks from, asked a moment after choosing."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.operations.without_pair import percents_of
from ui.pairing.answers import Answers

_SOON_MS = 100
"""Running through a list with the arrow keys asks once."""


class Fits:
    """`told` gets the scores in per cent by role id, or None when there are none."""

    def __init__(
        self,
        answers: Answers,
        home: QWidget,
        told: Callable[[Mapping[UUID, int] | None], object],
    ) -> None:
        self._answers, self._home, self._told = answers, home, told
        self._of: UUID | None = None
        self._soon = QTimer(home)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)

    def look_from(self, role_id: UUID | None) -> None:
        """Ask for this person, unless the answer is there; of nobody there are none at once."""
        if role_id is not None and role_id == self._of:
            return
        self._of = role_id
        self._answers.drop("fits")
        if role_id is None:
            self._soon.stop()
            self._told(None)
        else:
            self._soon.start()

    def forget(self) -> None:
        """The office has changed: the same person is asked for anew."""
        self._of = None

    def rest(self) -> None:
        """The page is hidden."""
        self._soon.stop()

    def _ask(self) -> None:
        of = self._of
        if of is None:
            return

        def job(solved: Solved) -> Mapping[UUID, int]:
            check_in_run(solved, of)
            return percents_of(solved, of)

        self._answers.ask("fits", self._home, job, self._told, lambda _why: self._told(None))
