"""Opens what is seldom asked: other weights, whom to recruit, earlier runs, papers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import offices, pairing_runs, schemes
from mentorapp.operations.explained_paper import explained_paper
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.operations.pairing_runs import KeptRow
from mentorapp.words import Words
from ui.pairing.answers import Answers
from ui.pairing.runs_dialog import RunsDialog, people_then
from ui.pairing.solving import Goal, solved_beside
from ui.pairing.trial import Present, compared, present_of
from ui.pairing.weights_dialog import WeightsDialog
from ui.rights import hold_back
from ui.widgets.paper import PaperDialog
from ui.work import Progress, Worker


class Tools:
    """Dialogs over `home`; `run` is told to run with a goal once other weights are saved."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        answers: Answers,
        run: Callable[[Goal], object],
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._answers, self._run = home, answers, run
        self._trying: Progress | None = None

    # Other weights

    def try_weights(self, scheme: Scheme, goal: Goal) -> None:
        """Ask for other weights and show what they would give."""
        dialog = WeightsDialog(self._words, scheme, goal, self._home)
        # Anybody who pairs may try other weights; they are a setting of the scheme.
        hold_back(self._words, self._worker.who, schemes.save, dialog.use_button)
        dialog.try_wanted.connect(lambda weights, aim: self._try(dialog, weights, aim))
        dialog.use_wanted.connect(lambda weights, aim: self._use(dialog, scheme, weights, aim))
        dialog.finished.connect(self._stop_trying)
        dialog.open()

    def _try(self, dialog: WeightsDialog, weights: Mapping[str, str], goal: Goal) -> None:
        self._stop_trying()

        def against(present: Present) -> None:
            self._trying = self._worker.compute(
                dialog,
                lambda progress: compared(
                    present,
                    solved_beside(present.gathered.with_weights(weights), goal, progress),
                ),
                lambda trial: dialog.show_trial(weights, goal, trial),
                dialog.refuse,
                title=self._words.text("Looking for the best pairs …"),
            )

        self._answers.ask("present", dialog, present_of, against, dialog.refuse)

    def _stop_trying(self) -> None:
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

    def _use(
        self, dialog: WeightsDialog, scheme: Scheme, weights: Mapping[str, str], goal: Goal
    ) -> None:
        changed = replace(scheme, weights=weights)

        def then(_saved: object) -> None:
            dialog.accept()
            self._run(goal)

        self._worker.write(dialog, lambda tx: schemes.save(tx, changed), then, dialog.refuse)

    # Papers

    def print_why(self, newcomer: UUID) -> None:
        """Why this newcomer has this mentor, or nobody yet, in the PDF view."""
        words, today = self._words, self._today()
        name = f"pairing-explained-{today:%Y%m%d}.pdf"
        dialog = PaperDialog(
            self._worker,
            words,
            words.text("Why these two, or why nobody yet"),
            name,
            self._home,
            (Newcomer, newcomer),
        )
        dialog.open()

        def ask(office: Office) -> None:
            def job(solved: Solved) -> bytes:
                check_in_run(solved, newcomer)
                return explained_paper(solved, newcomer, office, words, today)

            self._answers.ask("paper", dialog, job, dialog.show_paper, dialog.refuse)

        self._worker.read(dialog, offices.read, ask, dialog.refuse)

    # Earlier runs

    def show_runs(self, scheme_id: UUID | None) -> None:
        """The runs of the scheme that were kept, and the people of the chosen one."""
        dialog = RunsDialog(self._words, self._home)
        dialog.chosen.connect(lambda row: self._read_run(dialog, row))
        dialog.open()
        self._worker.read(
            dialog,
            lambda tx: pairing_runs.kept_runs(tx, scheme_id),
            dialog.show_runs,
            dialog.refuse,
        )

    def _read_run(self, dialog: RunsDialog, row: KeptRow) -> None:
        words, number = self._words, str(row.run.number)
        self._worker.read(
            dialog,
            lambda tx: people_then(words, pairing_runs.kept_run(tx, number)),
            lambda people: dialog.show_people(row, people),
            dialog.refuse,
        )
