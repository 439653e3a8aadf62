"""Opens the form of somebody, and carries what it hands over to the office and back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.people import Person
from mentorapp.operations import Transaction, people
from mentorapp.operations.people import PersonFile
from mentorapp.words import Words
from ui.people.dialog import PersonDialog
from ui.people.submission import (
    FormChoices,
    Role,
    Saved,
    Submission,
    read_case_officers,
    read_choices,
)
from ui.work import Worker


class PersonForms(QObject):
    """The forms over one page. A form closes when the office has taken what it holds."""

    saved = Signal(object)
    """A `Saved`: what is now stored."""
    refused = Signal(object)
    """A `Refused`: somebody could not even be read."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], role: Role, page: QWidget
    ) -> None:
        super().__init__(page)
        self._worker = worker
        self._words = words
        self._today = today
        self._role = role
        self._page = page

    def open_new(self) -> None:
        """An empty form."""
        self._worker.read(self, read_choices, lambda got: self._show(None, got), self.refused.emit)

    def open_person(self, person_id: UUID) -> None:
        """The form of somebody."""
        today = self._today()

        def read(tx: Transaction) -> tuple[PersonFile, FormChoices]:
            file = people.read(tx, person_id, today)
            return file, read_choices(tx, file.registration.person.household_id)

        self._worker.read(
            self,
            read,
            lambda got: self._show(*got),
            self.refused.emit,
        )

    def _show(self, file: PersonFile | None, choices: FormChoices) -> None:
        on_top = QApplication.activeModalWidget()
        over = on_top if isinstance(on_top, PersonDialog) else self._page
        dialog = PersonDialog(self._words, self._today(), self._role, file, choices, over)
        dialog.completed.connect(lambda submission: self._save(dialog, submission))
        dialog.asks_likely.connect(lambda person, at: self._look_for_same(dialog, person, at))
        dialog.open_other.connect(self.open_person)
        dialog.asks_people.connect(lambda text: self._find_people(dialog, text))
        role = file.registration.newcomer if file else None
        officer = role.case_officer_id if role else None
        dialog.asks_case_officers.connect(
            lambda: self._worker.read(
                dialog, lambda tx: read_case_officers(tx, officer), dialog.offer_case_officers
            )
        )
        dialog.open()

    def _save(self, dialog: PersonDialog, submission: Submission) -> None:
        today = self._today()

        def then(saved: Saved) -> None:
            dialog.accepted_by_office()
            self.saved.emit(saved)

        self._worker.write(dialog, lambda tx: submission.save(tx, today), then, dialog.say)

    def _find_people(self, dialog: PersonDialog, text: str) -> None:
        self._worker.read(
            dialog,
            lambda tx: people.search(tx, text),
            lambda found: dialog.offer_people(text, found),
        )

    def _look_for_same(self, dialog: PersonDialog, person: Person, details: ContactDetails) -> None:
        self._worker.read(
            dialog,
            lambda tx: people.likely_same(tx, person, details),
            dialog.show_likely,
            lambda _refused: dialog.show_likely([]),
        )
