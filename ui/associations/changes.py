"""What is changed about activities and introductions: dialog, one write, and a word about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.errors import Refused
from mentorapp.operations import Transaction, associations, introductions, offices, organisations
from mentorapp.operations.introductions import IntroductionRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.associations.dialogs import ActivityDialog, IntroductionDialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker

T = TypeVar("T")
Step = Callable[[Transaction, UUID, date, date], Introduction]


class AssociationChanges:
    """Opens the dialogs over `home` and tells in `bar` how it went."""

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

    def edit_activity(self, activity: Activity | None, organisation_id: UUID | None = None) -> None:
        """The form of an activity; a new one may belong to a given association."""

        def ask(given: tuple[list[tuple[UUID, str]], str]) -> None:
            choices, country = given
            dialog = ActivityDialog(
                self._words, activity, choices, country, organisation_id, self._home
            )

            def save() -> None:
                draft = dialog.activity()
                if draft is not None:
                    self._save(dialog, lambda tx: associations.save(tx, draft))

            dialog.submitted.connect(save)
            dialog.open()

        self._read(lambda tx: (organisations.choices(tx), offices.read(tx).country), ask)

    def delete_activity(self, activity: Activity) -> None:
        """Delete it, with the offer to undo."""
        self._take_away(
            lambda tx: associations.delete(tx, activity.id), associations.restore, activity.name
        )

    def edit_introduction(
        self,
        introduction: Introduction | None,
        person_id: UUID | None = None,
        activity_id: UUID | None = None,
    ) -> None:
        """The form of an introduction; for a new one the person or the activity may be given."""
        today = self._today()

        def ask(given: tuple[list[tuple[UUID, str]], list[tuple[UUID, str]]]) -> None:
            people, activities = given
            dialog = IntroductionDialog(
                self._words,
                today,
                introduction,
                people,
                activities,
                person_id,
                activity_id,
                self._home,
            )

            def save() -> None:
                draft = dialog.introduction()
                if draft is None:
                    return
                job = introductions.introduce if introduction is None else introductions.save
                self._save(dialog, lambda tx: job(tx, draft, today))

            dialog.submitted.connect(save)
            dialog.open()

        self._read(
            lambda tx: (
                introductions.people_choices(tx),
                associations.choices(tx, only_open=introduction is None),
            ),
            ask,
        )

    def take_step(self, row: IntroductionRow, step: Step, said: str) -> None:
        """Note a step as of today, with the offer to undo; another day is told in the form."""
        today = self._today()

        def undo(saved: Introduction) -> None:
            before = replace(row.introduction, version=saved.version)
            self._write(lambda tx: introductions.save(tx, before, today), lambda _one: None)

        self._write(
            lambda tx: step(tx, row.id, today, today),
            lambda saved: self._bar.success(
                said, undo_by(self._words, self._worker, lambda: undo(saved))
            ),
        )

    def delete_introduction(self, row: IntroductionRow) -> None:
        """Delete it, with the offer to undo."""
        self._take_away(
            lambda tx: introductions.delete(tx, row.id),
            introductions.restore,
            f"{row.person} – {row.activity}",
        )

    def _take_away(
        self,
        job: Callable[[Transaction], T],
        restore: Callable[[Transaction, T], object],
        name: str,
    ) -> None:
        _ = self._words.text

        def back(held: T) -> None:
            self._write(
                lambda tx: restore(tx, held),
                lambda _one: self._bar.success(_("%(name)s is back in the list.") % {"name": name}),
            )

        self._write(
            job,
            lambda held: self._bar.success(
                _("%(name)s was deleted.") % {"name": name},
                undo_by(self._words, self._worker, lambda: back(held)),
            ),
        )

    def _save(self, dialog: FormDialog, job: Callable[[Transaction], Any]) -> None:
        def then(_saved: object) -> None:
            dialog.accepted_by_office()
            self._bar.success(self._words.text("Saved."))

        def refused(why: Refused) -> None:
            dialog.refuse(explain(self._words, why), str(getattr(why, "field", "")))

        self._worker.write(dialog, job, then, refused)

    def _read(self, job: Callable[[Transaction], Any], then: Callable[[Any], object]) -> None:
        self._worker.read(self._home, job, then, self._refuse)

    def _write(self, job: Callable[[Transaction], Any], then: Callable[[Any], object]) -> None:
        self._worker.write(self._home, job, then, self._refuse)

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))
