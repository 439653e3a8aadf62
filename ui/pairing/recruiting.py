"""Opens the list of whom to recruit, answers its what-ifs, and prints it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.office import Office
from mentorapp.domain.shortages import Recruitment, Shortage
from mentorapp.operations import offices, shortages
from mentorapp.operations.explaining import Solved
from mentorapp.operations.recruiting import Organisations, gather_organisations
from mentorapp.words import Words
from ui.pairing.answers import Answers
from ui.pairing.recruit_dialog import RecruitDialog
from ui.widgets.paper import PaperDialog
from ui.work import Worker


class Recruiting:
    """Dialogs over `home`."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        answers: Answers,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._answers = home, answers

    def open(self) -> None:
        """The kinds of mentors who are short in the present set."""
        dialog = RecruitDialog(self._words, self._home)
        dialog.what_if_wanted.connect(lambda one, number: self._what_if(dialog, one, number))
        dialog.print_wanted.connect(lambda found: self._print(dialog, found))
        dialog.finished.connect(lambda _result: self._answers.drop("recruit"))
        dialog.open()

        def ask(organisations: Organisations) -> None:
            def job(solved: Solved) -> Recruitment:
                return shortages.recruitment(
                    solved, organisations, cancelled=self._answers.unwanted
                )

            self._answers.ask("recruit", dialog, job, dialog.show_recruitment, dialog.refuse)

        self._worker.read(dialog, gather_organisations, ask, dialog.refuse)

    def _what_if(self, dialog: RecruitDialog, shortage: Shortage, recruits: int) -> None:
        def job(solved: Solved) -> int:
            return -shortages.with_recruits(solved, shortage.kind, recruits).pairs_lost

        self._answers.ask(
            "what if",
            dialog,
            job,
            lambda more: dialog.show_what_if(shortage, recruits, more),
            dialog.refuse,
        )

    def _print(self, dialog: RecruitDialog, found: Recruitment) -> None:
        words, today = self._words, self._today()
        name = f"whom-to-recruit-{today:%Y%m%d}.pdf"
        paper = PaperDialog(self._worker, words, words.text("Whom to recruit"), name, dialog)
        paper.open()

        def make(office: Office) -> None:
            self._worker.compute(
                paper,
                lambda _progress: shortages.recruitment_pdf([found], office, words, today),
                paper.show_paper,
                paper.refuse,
                title=words.text("Making the paper …"),
            )

        self._worker.read(paper, offices.read, make, paper.refuse)
