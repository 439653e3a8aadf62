"""Logging one meeting from wherever a pair is shown."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import Transaction, meetings, pairings
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.meetings.dialog import MeetingDialog
from ui.widgets.conflicts import choose_and_save
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class MeetingLogger(QObject):
    """Handed to the pages that show pairs, which do not know the dialog.

    How it went is told in the message bar of the page that asked.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        read_only: Refused | None = None,
    ) -> None:
        """`read_only` is why nothing can be written, if so: said before anything is typed."""
        super().__init__(parent)
        self._worker, self._words, self._today = worker, words, today
        self._read_only = read_only

    def ask(
        self,
        pairing_id: UUID,
        bar: MessageBar,
        meeting: Meeting | None = None,
        going_on: UnfinishedForm | None = None,
    ) -> None:
        """Open the dialog for a new meeting of the pairing, or to mend `meeting`."""
        if self._read_only is not None:
            bar.warning(explain(self._words, self._read_only))
            return
        today = self._today()
        self._worker.read(
            bar,
            lambda tx: pairings.row(tx, pairing_id, today),
            lambda row: self._open(row, bar, meeting, going_on),
        )

    def go_on(self, form: UnfinishedForm, bar: MessageBar) -> None:
        """Open a form that was left open, of a new meeting or of one to mend."""
        subject = form.subject_id
        if subject is None:
            return
        if not form.seen_version:
            self.ask(subject, bar, going_on=form)
            return
        self._worker.read(
            bar,
            lambda tx: meetings.read(tx, subject),
            lambda meeting: self.ask(meeting.pairing_id, bar, meeting, form),
        )

    def remove(self, meeting: Meeting, bar: MessageBar) -> None:
        """Take the meeting back; the message offers to undo it."""

        def then(_removed: Meeting) -> None:
            _ = self._words.text
            bar.info(
                _("The meeting on %(date)s was taken back.")
                % {"date": self._words.date(meeting.held_on)},
                undo_by(self._words, self._worker, lambda: self._restore(meeting, bar)),
            )

        self._worker.write(bar, lambda tx: meetings.remove(tx, meeting.id), then)

    def _restore(self, meeting: Meeting, bar: MessageBar) -> None:
        self._worker.write(
            bar,
            lambda tx: meetings.restore(tx, meeting),
            lambda _meeting: bar.success(self._words.text("The meeting is back.")),
        )

    def _open(
        self,
        row: PairingRow,
        bar: MessageBar,
        meeting: Meeting | None,
        going_on: UnfinishedForm | None,
    ) -> None:
        self._make(row, bar, meeting, going_on).open()

    def _make(
        self,
        row: PairingRow,
        bar: MessageBar,
        meeting: Meeting | None,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> MeetingDialog:
        dialog = MeetingDialog(self._words, row, self._today(), meeting, bar.window())
        dialog.submitted.connect(lambda: self._save(dialog, row, bar, new=meeting is None))
        subject = Subject(FormKind.MEETING, row.id)
        if meeting is not None:
            subject = Subject(FormKind.MEETING, meeting.id, meeting.version)
        FormKeeping(dialog, self._worker, subject, bar, going_on, after)
        return dialog

    def _save(self, dialog: MeetingDialog, row: PairingRow, bar: MessageBar, *, new: bool) -> None:
        draft, today = dialog.draft(), self._today()
        problem = dialog.missing()
        if problem is not None:
            dialog.tell(problem)
            return

        def job(tx: Transaction) -> Meeting:
            return meetings.log(tx, draft, today) if new else meetings.amend(tx, draft, today)

        def then(saved: Meeting) -> None:
            dialog.accepted_by_office()
            _ = self._words.text
            bar.success(
                _("Meeting of %(who)s on %(date)s saved.")
                % {"who": row.who, "date": self._words.date(saved.held_on)},
                undo_by(self._words, self._worker, lambda: self.remove(saved, bar))
                if new
                else None,
            )

        def refused(why: Refused) -> None:
            if isinstance(why, ChangedMeanwhile):
                self._worker.read(
                    dialog,
                    lambda tx: meetings.read(tx, draft.id),
                    lambda stored: choose_and_save(
                        dialog, self._make(row, bar, stored, after=dialog)
                    ),
                    dialog.tell,
                )
            else:
                dialog.tell(why)

        self._worker.write(dialog, job, then, refused)
