"""What is changed on a pairing's page: dialog, then one write, then a word about it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import (
    Transaction,
    closing,
    follow_up,
    households,
    offices,
    pairings,
    projects,
)
from mentorapp.operations.closing import Before
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.letters import text_as_printed
from mentorapp.words.refusals import explain
from ui.pairings.dialogs import (
    FollowUpDialog,
    HandOverDialog,
    RecordDialog,
)
from ui.pairings.end_dialog import EndDialog
from ui.pairings.tag_dialog import TagDialog
from ui.widgets.conflicts import choose_and_save
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_dialog import NoteDialog
from ui.widgets.taking_back import undo_button
from ui.widgets.text_dialog import TextDialog
from ui.work import Worker

Action = tuple[str, Callable[[], object]]


class PairingChanges:
    """Opens the dialogs over `home` and tells in `bar` how it went."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
        pair_again: Callable[[UUID], object],
    ) -> None:
        """`pair_again` is handed the newcomer's role for whom another mentor is to be found."""
        self._pair_again = pair_again
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar = home, bar

    def record(self, file: PairingFile, going_on: UnfinishedForm | None = None) -> None:
        """Agreement, start meeting, interpreter, fit, planned end."""
        self._make_record(file, going_on).open()

    def _make_record(
        self,
        file: PairingFile,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> RecordDialog:
        dialog = RecordDialog(self._words, file, self._today(), self._home)

        def save() -> None:
            draft = dialog.draft()
            self._write(
                dialog,
                lambda tx, today: pairings.save(tx, draft, today),
                self._words.text("Saved."),
                meanwhile=lambda: self._read_anew(dialog, draft.id),
            )

        dialog.submitted.connect(save)
        subject = Subject(FormKind.PAIRING, file.pairing.id, file.pairing.version)
        FormKeeping(dialog, self._worker, subject, self._bar, going_on, after)
        return dialog

    def _read_anew(self, dialog: RecordDialog, pairing_id: UUID) -> None:
        today = self._today()
        self._worker.read(
            dialog,
            lambda tx: pairings.read(tx, pairing_id, today),
            lambda file: choose_and_save(dialog, self._make_record(file, after=dialog)),
            dialog.tell,
        )

    def tag(self, file: PairingFile) -> None:
        """Persons or households on each side, and the project."""
        pairing_id = file.pairing.id

        def ask(choices: list[tuple[UUID, str]]) -> None:
            dialog = TagDialog(self._words, file, choices, self._home)

            def save() -> None:
                mentor, newcomer = dialog.mentor_side.value(), dialog.newcomer_side.value()
                project_id, paired = dialog.project.value(), dialog.mentor_side.isEnabled()

                def job(tx: Transaction, _today: date) -> None:
                    if paired:
                        households.set_sides(tx, pairing_id, mentor, newcomer)
                    projects.tag_pairing(tx, pairing_id, project_id)

                self._write(dialog, job, self._words.text("Saved."))

            dialog.submitted.connect(save)
            dialog.open()

        self._worker.read(self._home, projects.choices, ask)

    def end(self, file: PairingFile) -> None:
        """Close the pairing, with what became of the newcomer and what now for each."""
        pairing_id, today = file.pairing.id, self._today()

        def ask(before: Before) -> None:
            dialog = EndDialog(self._words, _who(file), before, today, self._home)

            def save() -> None:
                if not dialog.complete():
                    return
                how, again = dialog.closing(), dialog.pairs_again

                def then(_ended: object) -> None:
                    dialog.accepted_by_office()
                    said = self._words.text("The pairing is ended.")
                    self._bar.success(said, undo_button(self._words, self._worker))
                    if again:
                        self._pair_again(before.newcomer_id)

                self._worker.write(
                    dialog, lambda tx: closing.close(tx, pairing_id, how, today), then, dialog.tell
                )

            dialog.submitted.connect(save)
            dialog.open()

        self._worker.read(
            self._home,
            lambda tx: closing.before(tx, pairing_id, today),
            ask,
            lambda refused: self._bar.warning(explain(self._words, refused)),
        )

    def hand_over(self, file: PairingFile) -> None:
        """Another coordinator takes over, or somebody else stands in."""

        def ask(coordinators: tuple[str, ...]) -> None:
            now = file.row.coordinator
            current = next((one for one in file.responsibilities if one.to_date is None), None)
            dialog = HandOverDialog(
                self._words,
                _who(file),
                coordinators,
                now,
                self._home,
                stand_in=current.stand_in if current else "",
            )

            def save() -> None:
                if dialog.complete():
                    name, stand_in = dialog.coordinator(), dialog.stand_in()
                    self._write(
                        dialog,
                        lambda tx, today: pairings.hand_over(
                            tx, file.pairing.id, name, today, stand_in
                        ),
                        self._words.text("%(name)s is responsible now.") % {"name": name},
                    )

            dialog.submitted.connect(save)
            dialog.open()

        self._worker.read(self._home, offices.read, lambda office: ask(office.coordinators))

    def finish(self, file: PairingFile, one: FollowUp) -> None:
        """Done, with a note; a done one is opened again."""
        _ = self._words.text
        if one.done_on is not None:
            self._reopen(one)
            return
        about = f"{label(self._words, one.kind)} · {_who(file)}"
        dialog = NoteDialog(
            self._words,
            _("Follow-up done"),
            about,
            _("What was said or agreed"),
            self._home,
            note=one.note,
        )

        def save() -> None:
            note = dialog.note()
            self._write(
                dialog,
                lambda tx, today: follow_up.done(tx, one.id, today, note),
                _("The follow-up is done."),
                (_("Undo"), lambda: self._reopen(one)),
            )

        dialog.submitted.connect(save)
        dialog.open()

    def plan(self, file: PairingFile) -> None:
        """A follow-up beside those of the scheme."""
        dialog = FollowUpDialog(self._words, _who(file), self._today(), None, self._home)

        def save() -> None:
            if dialog.complete():
                due, kind, note = dialog.due(), dialog.kind(), dialog.note()
                self._write(
                    dialog,
                    lambda tx, today: follow_up.plan(tx, file.pairing.id, due, kind, today, note),
                    self._words.text("The follow-up is planned."),
                )

        dialog.submitted.connect(save)
        dialog.open()

    def postpone(self, file: PairingFile, one: FollowUp) -> None:
        """Another day for a follow-up that is open."""
        if one.done_on is not None:
            self._bar.info(self._words.text("The follow-up is done already."))
            return
        dialog = FollowUpDialog(self._words, _who(file), self._today(), one, self._home)

        def save() -> None:
            if dialog.complete():
                due, note = dialog.due(), dialog.note()
                self._write(
                    dialog,
                    lambda tx, today: follow_up.postpone(tx, one.id, due, today, note),
                    self._words.text("The follow-up is postponed to %(date)s.")
                    % {"date": self._words.date(due)},
                )

        dialog.submitted.connect(save)
        dialog.open()

    def read_letter(self, letter: LetterIssued) -> None:
        """The letter's text as it was printed."""
        said = text_as_printed(self._words, letter)
        TextDialog(self._words, label(self._words, letter.kind), said, self._home).open()

    def _reopen(self, one: FollowUp) -> None:
        self._worker.write(
            self._home,
            lambda tx: follow_up.reopen(tx, one.id),
            lambda _done: self._bar.info(self._words.text("The follow-up is open again.")),
            lambda refused: self._bar.warning(explain(self._words, refused)),
        )

    def _write(
        self,
        dialog: FormDialog,
        job: Callable[[Transaction, date], Any],
        said: str,
        action: Action | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> None:
        """`meanwhile` is what to do when somebody else saved the same."""
        today = self._today()

        def then(_saved: object) -> None:
            dialog.accepted_by_office()
            self._bar.success(said, action)

        def refused(why: Refused) -> None:
            if isinstance(why, ChangedMeanwhile) and meanwhile is not None:
                meanwhile()
                return
            field = str(getattr(why, "field", ""))
            dialog.refuse(explain(self._words, why), field)

        self._worker.write(dialog, lambda tx: job(tx, today), then, refused)


def _who(file: PairingFile) -> str:
    return f"{file.row.who} ({file.row.number})"
