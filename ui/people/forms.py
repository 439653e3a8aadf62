"""Opens the form of somebody, and carries what it hands over to the office and back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.people import Person
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
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
from ui.widgets.conflicts import choose_and_save
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


class PersonForms(QObject):
    """The forms over one page. A form closes when the office has taken what it holds."""

    saved = Signal(object)
    """A `Saved`: what is now stored."""
    refused = Signal(object)
    """A `Refused`: somebody could not even be read."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        role: Role,
        page: QWidget,
        bar: MessageBar,
    ) -> None:
        super().__init__(page)
        self._worker = worker
        self._words = words
        self._today = today
        self._role = role
        self._page, self._bar = page, bar

    def open_new(self) -> None:
        """An empty form."""
        self._worker.read(self, read_choices, lambda got: self._show(None, got), self.refused.emit)

    def open_person(self, person_id: UUID) -> None:
        """The form of somebody."""
        self._read(person_id, self._show)

    def go_on(self, form: UnfinishedForm) -> None:
        """A form that was left open, with what was typed in it."""
        if form.subject_id is not None:
            self._read(form.subject_id, lambda file, choices: self._show(file, choices, form))
        else:
            self._worker.read(
                self, read_choices, lambda got: self._show(None, got, form), self.refused.emit
            )

    def _read(self, person_id: UUID, then: Callable[[PersonFile, FormChoices], object]) -> None:
        today = self._today()

        def read(tx: Transaction) -> tuple[PersonFile, FormChoices]:
            file = people.read(tx, person_id, today)
            return file, read_choices(tx, file.registration.person.household_id)

        self._worker.read(
            self,
            read,
            lambda got: then(*got),
            self.refused.emit,
        )

    def _show(
        self,
        file: PersonFile | None,
        choices: FormChoices,
        going_on: UnfinishedForm | None = None,
    ) -> None:
        self._make(file, choices, going_on).open()

    def _make(
        self,
        file: PersonFile | None,
        choices: FormChoices,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> PersonDialog:
        on_top = QApplication.activeModalWidget()
        over: QWidget | None = on_top if isinstance(on_top, PersonDialog) else self._page
        if after is not None:  # which is about to be freed, with all that lies over it
            over = after.parentWidget()
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
        subject = Subject(FormKind(self._role.value), *(_version(file) if file else ()))
        FormKeeping(dialog, self._worker, subject, self._bar, going_on, after)
        return dialog

    def _save(self, dialog: PersonDialog, submission: Submission) -> None:
        today = self._today()

        def then(saved: Saved) -> None:
            dialog.accepted_by_office()
            self.saved.emit(saved)

        def refused(why: Refused) -> None:
            if isinstance(why, ChangedMeanwhile):
                self._read(
                    submission.registration.person.id,
                    lambda file, choices: choose_and_save(
                        dialog, self._make(file, choices, after=dialog)
                    ),
                )
            else:
                dialog.say(why)

        self._worker.write(dialog, lambda tx: submission.save(tx, today), then, refused)

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


def _version(file: PersonFile) -> tuple[UUID, int]:
    """Who it is, and a version that grows with any of the records the form is made of."""
    held = file.registration
    parts = (held.person, held.details, held.mentor, held.newcomer, file.household, *held.consents)
    return held.person.id, sum(part.version for part in parts if part is not None)
