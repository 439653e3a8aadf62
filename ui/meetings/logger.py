"""Logging one meeting from wherever a pair is shown."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from mentorapp.domain.errors import Refused
from mentorapp.domain.meetings import Meeting
from mentorapp.operations import Transaction, meetings, pairings
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.meetings.dialog import MeetingDialog
from ui.widgets.message_bar import MessageBar
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

    def ask(self, pairing_id: UUID, bar: MessageBar, meeting: Meeting | None = None) -> None:
        """Open the dialog for a new meeting of the pairing, or to mend `meeting`."""
        if self._read_only is not None:
            bar.warning(explain(self._words, self._read_only))
            return
        today = self._today()
        self._worker.read(
            bar,
            lambda tx: pairings.row(tx, pairing_id, today),
            lambda row: self._open(row, bar, meeting),
        )

    def remove(self, meeting: Meeting, bar: MessageBar) -> None:
        """Take the meeting back; the message offers to undo it."""

        def then(_removed: Meeting) -> None:
            _ = self._words.text
            bar.info(
                _("The meeting on %(date)s was taken back.")
                % {"date": self._words.date(meeting.held_on)},
                (_("Undo"), lambda: self._restore(meeting, bar)),
            )

        self._worker.write(bar, lambda tx: meetings.remove(tx, meeting.id), then)

    def _restore(self, meeting: Meeting, bar: MessageBar) -> None:
        self._worker.write(
            bar,
            lambda tx: meetings.restore(tx, meeting),
            lambda _meeting: bar.success(self._words.text("The meeting is back.")),
        )

    def _open(self, row: PairingRow, bar: MessageBar, meeting: Meeting | None) -> None:
        dialog = MeetingDialog(self._words, row, self._today(), meeting, bar.window())
        dialog.submitted.connect(lambda: self._save(dialog, row, bar, new=meeting is None))
        dialog.open()

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
                (_("Undo"), lambda: self.remove(saved, bar)) if new else None,
            )

        self._worker.write(dialog, job, then, dialog.tell)
