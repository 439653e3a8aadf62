"""What list and file do with a card alike: edit, delete with Undo, print."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import competence_papers, competences
from mentorapp.operations.competences import CardRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.competences.dialog import CardDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.making_papers import open_paper
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class CardEditing:
    """Dialogs over `home`; what happened is said in `bar`."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar = home, bar

    def edit(self, person_id: UUID) -> None:
        """The form, empty for somebody without a card."""
        self._worker.read(
            self._home, lambda tx: competences.row_of(tx, person_id), self._open, self.refuse
        )

    def delete(self, row: CardRow) -> None:
        """Take the card away; the person stays."""
        said = self._words.text("The competence card of %(name)s was deleted.")
        self._worker.write(
            self._home,
            lambda tx: competences.remove(tx, row.id),
            lambda held: self._bar.success(
                said % {"name": row.name},
                undo_by(self._words, self._worker, lambda: self._restore(held)),
            ),
            self.refuse,
        )

    def print(self, person_id: UUID) -> None:
        """The card for the person, in the person's language."""
        today = self._today()
        open_paper(
            self._worker,
            self._words,
            self._words.text("Competence card"),
            "competence-card.pdf",
            lambda tx: competence_papers.card_pdf(tx, person_id, today),
            self._home,
            (Person, person_id),
        )

    def refuse(self, refused: Refused) -> None:
        """Say why not."""
        self._bar.warning(explain(self._words, refused))

    def _open(self, row: CardRow) -> None:
        dialog = CardDialog(self._words, self._today(), row, self._home)
        dialog.completed.connect(lambda card: self._save(dialog, row.name, card))
        subject = Subject(FormKind.COMPETENCE_CARD, row.card.person_id, row.card.version)
        FormKeeping(dialog, self._worker, subject, self._bar)
        dialog.open()

    def _save(self, dialog: CardDialog, name: str, card: CompetenceCard) -> None:
        today = self._today()

        def then(_saved: CompetenceCard) -> None:
            dialog.accepted_by_office()
            said = self._words.text("Saved: the competence card of %(name)s.")
            self._bar.success(said % {"name": name})

        self._worker.write(dialog, lambda tx: competences.save(tx, card, today), then, dialog.say)

    def _restore(self, held: CompetenceCard) -> None:
        self._worker.write(
            self._home, lambda tx: competences.restore(tx, held), refused=self.refuse
        )
