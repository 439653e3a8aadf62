"""Asks somebody else for her passphrase, where one person alone may not."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mentorapp.domain.account_errors import SecondPersonNeeded
from mentorapp.domain.accounts import Who
from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, second_person
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.form_dialog import FormDialog
from ui.work import Worker


class SecondPersonDialog(FormDialog):
    """A passphrase that nobody sees; what was typed is kept nowhere."""

    def __init__(self, words: Words, about: str, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("A second person has to agree"), _("Agree"), parent)
        self.add_group(_("Two are needed"), about)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row("passphrase", _("Passphrase of the second person"), self.passphrase)


class AskingSecond:
    """What the worker calls where two are needed."""

    def __init__(self, words: Words, worker: Worker, database: Database) -> None:
        self._words, self._worker, self._database = words, worker, database
        worker.ask_second = self

    def __call__(
        self,
        needed: SecondPersonNeeded,
        agreed: Callable[[Who], object],
        declined: Callable[[], object],
    ) -> None:
        """Show the dialog over the window that is in front."""
        parent = QApplication.activeWindow()
        dialog = SecondPersonDialog(self._words, explain(self._words, needed), parent)

        def submit() -> None:
            passphrase = dialog.passphrase.text()
            self._worker.compute(
                dialog,
                lambda _progress: second_person.agreeing(self._database, passphrase, needed.level),
                accept,
                partial(self._refused, dialog),
            )

        def accept(second: Who) -> None:
            dialog.accepted_by_office()
            agreed(second)

        dialog.submitted.connect(submit)
        dialog.rejected.connect(declined)
        dialog.open()

    def _refused(self, dialog: SecondPersonDialog, refused: Refused) -> None:
        dialog.passphrase.clear()
        dialog.refuse(explain(self._words, refused), "passphrase")
