"""Opens the form of an answer and keeps it; the list of questions and the person's file use it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, outcomes
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.outcomes import say_answer
from mentorapp.words.refusals import explain
from ui.outcomes.answer_dialog import AnswerDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class Answering:
    """Over `home`; what happened is said in its message bar."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        message_bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar = home, message_bar

    def ask(
        self,
        person_id: UUID,
        name: str,
        scheme: Scheme,
        exit_on: date,
        point: OutcomePoint,
        *,
        outcome: Outcome | None = None,
        protected: bool = False,
    ) -> AnswerDialog:
        """Open the form, of a new answer or of `outcome`."""
        words, today = self._words, self._today()
        about = words.text("%(scheme)s, ended %(date)s: %(point)s") % {
            "scheme": scheme.name(words.language),
            "date": words.date(exit_on),
            "point": label(words, point),
        }
        fresh = Outcome(
            person_id=person_id,
            scheme_id=scheme.id,
            exit_on=exit_on,
            point=point,
            status=OutcomeStatus.WORK,
            asked_on=today,
        )
        dialog = AnswerDialog(
            words, today, outcome or fresh, name, about, self._home, protected=protected
        )
        dialog.submitted.connect(lambda: self._save(dialog, name, today))
        dialog.open()
        return dialog

    def take_back(self, outcome: Outcome) -> None:
        """Delete an answer, with Undo."""
        self._worker.write(
            self._home,
            lambda tx: outcomes.delete(tx, outcome.id),
            self._say_taken_back,
            self.refuse,
        )

    def refuse(self, refused: Refused) -> None:
        """Say a refusal that has no form."""
        self._bar.warning(explain(self._words, refused))

    def _save(self, dialog: AnswerDialog, name: str, today: date) -> None:
        record = dialog.record()

        def job(tx: Transaction) -> Outcome:
            return outcomes.save(tx, record, today)

        def then(kept: Outcome) -> None:
            dialog.accepted_by_office()
            self._bar.success(
                self._words.text("%(name)s %(point)s: %(answer)s.")
                % {
                    "name": name,
                    "point": label(self._words, kept.point),
                    "answer": say_answer(self._words, kept),
                }
            )

        self._worker.write(dialog, job, then, dialog.say)

    def _say_taken_back(self, gone: Outcome) -> None:
        _ = self._words.text
        self._bar.success(
            _("The answer is taken back."),
            undo_by(self._words, self._worker, lambda: self._restore(gone)),
        )

    def _restore(self, gone: Outcome) -> None:
        self._worker.write(
            self._home,
            lambda tx: outcomes.restore(tx, gone),
            lambda _done: self._bar.success(self._words.text("The answer is back.")),
            self.refuse,
        )
