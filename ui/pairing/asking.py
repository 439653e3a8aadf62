"""Opens the dialogs that ask the solved set: why not, and what a remedy would give."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.explanations import Effect, Remedy, WhyNot
from mentorapp.domain.shared_remedies import SharedRemedy
from mentorapp.operations import explaining
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.words import Words
from ui.pairing.answers import Answers
from ui.pairing.known import Known, known_of
from ui.pairing.try_dialog import TryDialog
from ui.pairing.why_not import WhyNotDialog


class Asking:
    """Dialogs over `home`; `lock` is told of two who are to be a pair instead."""

    def __init__(
        self,
        words: Words,
        answers: Answers,
        home: QWidget,
        lock: Callable[[WhyNotDialog, UUID, UUID], object],
    ) -> None:
        self._words, self._answers, self._home, self._lock = words, answers, home, lock

    def why_not(self, newcomer: UUID | None, mentor: UUID | None) -> None:
        """Ask about these two, or about whoever is chosen then."""

        def opened(known: Known) -> None:
            dialog = WhyNotDialog(self._words, known, newcomer, mentor, self._home)
            dialog.wanted.connect(lambda one, other: self._ask(dialog, one, other))
            dialog.lock_wanted.connect(lambda one, other: self._lock(dialog, one, other))
            dialog.open()
            dialog.begin()

        self._answers.ask("people", self._home, known_of, opened)

    def try_out(self, newcomer: UUID, remedy: Remedy) -> None:
        """What this remedy would give, before anything is changed."""
        dialog = TryDialog(self._words, self._home)
        dialog.open()

        def job(solved: Solved) -> tuple[Effect | None, Mapping[UUID, str]]:
            check_in_run(solved, newcomer)
            effect = explaining.try_remedy(solved, newcomer, remedy)
            return effect, solved.names

        self._answers.ask(
            "remedy",
            dialog,
            job,
            lambda answer: dialog.show_effect(newcomer, remedy, *answer),
            dialog.refuse,
        )

    def try_together(self, remedy: SharedRemedy) -> None:
        """What this change would give for all whom it is for, before anything is changed."""
        dialog = TryDialog(self._words, self._home)
        dialog.open()

        def job(solved: Solved) -> tuple[Effect | None, Mapping[UUID, str]]:
            check_in_run(solved, *(one for one, _change in remedy.changes))
            return explaining.try_together(solved, remedy), solved.names

        self._answers.ask(
            "remedy",
            dialog,
            job,
            lambda answer: dialog.show_effect_for_all(remedy, *answer),
            dialog.refuse,
        )

    def _ask(self, dialog: WhyNotDialog, newcomer: UUID, mentor: UUID) -> None:
        def job(solved: Solved) -> tuple[WhyNot, Effect | None]:
            check_in_run(solved, newcomer, mentor)
            found = explaining.why_not(solved, newcomer, mentor)
            without = explaining.try_forbid(solved, newcomer, mentor) if found.present else None
            return found, without

        self._answers.ask(
            "why not", dialog, job, lambda answer: dialog.show_answer(*answer), dialog.refuse
        )
