"""An event's own window: its guests, answers and attendance by the keyboard, papers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.events import Answer, Attendance, Event
from mentorapp.operations import (
    Transaction,
    event_papers,
    events,
    guests,
    invitations,
    schemes,
)
from mentorapp.operations.event_papers import Paper
from mentorapp.operations.events import EventFile, GuestRow
from mentorapp.operations.files import write_whole
from mentorapp.operations.papers_out import Paper as Told
from mentorapp.words import Words
from mentorapp.words.events import say_counts, say_when
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.events.dialogs import GuestDialog, say_refusal
from ui.events.invite_dialog import FilterChoices, InviteDialog
from ui.events.wording import guest_columns
from ui.format import capital, plain_label
from ui.widgets.making_papers import open_paper
from ui.widgets.paper_trail import PaperTrail
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.taking_back import undo_by
from ui.work import Worker

#: Keys on a guest's row. Letters of English words, the same in every language of the window.
_ANSWERS = (("Y", Answer.YES), ("N", Answer.NO))
_ATTENDANCE = (
    ("P", Attendance.PRESENT),
    ("E", Attendance.EXCUSED),
    ("A", Attendance.ABSENT),
)


class EventWindow(PlainDialog):
    """Stays open beside the window; the event's name stands inside, never in the title."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        event_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Event"), QSize(1120, 720), parent)
        self._worker, self._today, self._id = worker, today, event_id
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self.when, self.counts = plain_label(name="muted"), plain_label()
        self.when.setWordWrap(True)
        self.counts.setWordWrap(True)
        self.guests: TabTable[GuestRow] = TabTable(
            guest_columns(words), words.language, _("Guests"), _("Nobody is invited yet.")
        )
        self._add_row_buttons()
        hint = plain_label(
            _("On a row: Y comes, N does not, P present, E excused, A absent, Del takes off."),
            "muted",
        )
        hint.setWordWrap(True)
        for widget in (self.when, self.counts):
            self.body.addWidget(widget)
        self.body.addWidget(self.guests, 1)
        self.body.addWidget(hint)
        self.add_button(_("Invitations …"), "printer", self._letters)
        self.add_button(_("Attendance sheet …"), "printer", self._sheet)
        self.add_button(_("Calendar file …"), "calendar", self._calendar)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._read()

    def _add_row_buttons(self) -> None:
        words, _ = self.words, self.words.text
        for keys, answer in _ANSWERS:
            self.guests.add_button(
                capital(label(words, answer)),
                "check" if answer is Answer.YES else "x",
                lambda row, said=answer: self._answer(row, said),  # type: ignore[misc]
                keys=keys,
            )
        for keys, attendance in _ATTENDANCE:
            self.guests.add_button(
                capital(label(words, attendance)),
                "user",
                lambda row, came=attendance: self._note(row, came),  # type: ignore[misc]
                keys=keys,
            )
        self.guests.add_button(_("Take off"), "trash-2", self._withdraw, keys="Delete")
        self.add_button(_("Invite by filter …"), "filter", self._invite)
        self.add_button(_("Invite one …"), "user-plus", self._invite_one)
        self.add_button(_("All who said yes were present"), "list-checks", self._all_present)

    def _read(self) -> None:
        self._worker.read(
            self, lambda tx: events.read(tx, self._id), self._show, self._changes.refuse
        )

    def _show(self, file: EventFile) -> None:
        event = file.event
        self.heading.setText(event.name)
        told = (say_when(self.words, event), event.place, file.organisation, file.project)
        self.when.setText(" · ".join(filter(None, told)))
        self.counts.setText(". ".join(say_counts(self.words, event, file.counts)) + ".")
        self.guests.show_rows(file.guests)

    def _do(
        self,
        job: Callable[[Transaction, date], Any],
        said: str,
        undo: Callable[[Transaction, Any], Any] | None,
    ) -> None:
        today = self._today()
        self._changes.do(lambda tx: job(tx, today), said, undo)

    def _back(self, row: GuestRow) -> Callable[[Transaction, Any], None]:
        today = self._today()
        return lambda tx, _done: invitations.put_back(tx, [row.invitation], today)

    def _answer(self, row: GuestRow, said: Answer) -> None:
        self._do(
            lambda tx, today: invitations.answer(tx, row.id, said, today),
            f"{row.name}: {label(self.words, said)}",
            self._back(row),
        )

    def _note(self, row: GuestRow, came: Attendance) -> None:
        self._do(
            lambda tx, today: invitations.note(tx, row.id, came, today),
            f"{row.name}: {label(self.words, came)}",
            self._back(row),
        )
        # At once, not when it is written: who goes down the list types faster than that.
        self.guests.table.select_below()

    def _withdraw(self, row: GuestRow) -> None:
        self._do(
            lambda tx, _today: invitations.withdraw(tx, row.id),
            self.words.text("%(name)s is not invited any more.") % {"name": row.name},
            lambda tx, gone: invitations.restore(tx, [gone]),
        )

    def _all_present(self) -> None:
        today = self._today()
        self._do(
            lambda tx, on: invitations.note_yes_present(tx, self._id, on),
            self.words.text("Noted. Mark those who did not come one by one."),
            lambda tx, before: invitations.put_back(tx, before, today),
        )

    def _invite(self) -> None:
        self._worker.read(
            self,
            lambda tx: (schemes.all_schemes(tx, active_only=True), guests.places(tx)),
            lambda found: self._open_filter(
                FilterChoices(
                    [(one.key, one.name(self.words.language)) for one in found[0]], *found[1]
                )
            ),
            self._changes.refuse,
        )

    def _open_filter(self, choices: FilterChoices) -> None:
        dialog = InviteDialog(self.words, choices, self)
        today = self._today()

        def count() -> None:
            wanted = dialog.wanted()
            self._worker.read(
                dialog,
                lambda tx: guests.preview(tx, self._id, wanted, today),
                dialog.show_preview,
                lambda why: say_refusal(dialog, why),
            )

        def invite() -> None:
            wanted, only = dialog.wanted(), dialog.chosen()
            self._worker.write(
                dialog,
                lambda tx: invitations.invite(tx, self._id, wanted, today, only),
                lambda made: self._invited(dialog, made),
                lambda why: say_refusal(dialog, why),
            )

        dialog.asked.connect(count)
        dialog.submitted.connect(invite)
        dialog.open()
        count()

    def _invited(self, dialog: InviteDialog, made: list[Any]) -> None:
        dialog.accepted_by_office()
        said = self.words.plural("%(n)d person invited.", "%(n)d people invited.", len(made))
        undo = undo_by(
            self.words,
            self._worker,
            lambda: self._changes.do(
                lambda tx: invitations.uninvite(tx, made), self.words.text("Undone.")
            ),
        )
        self.message_bar.success(said, undo)

    def _invite_one(self) -> None:
        self._worker.read(
            self,
            lambda tx: (guests.choices(tx), invitations.services(tx)),
            lambda found: self._open_one(GuestDialog(self.words, *found, self)),
            self._changes.refuse,
        )

    def _open_one(self, dialog: GuestDialog) -> None:
        today = self._today()

        def job() -> Callable[[Transaction], Any]:
            person, guest = dialog.person.value(), dialog.guest.value()
            service = dialog.service.value()
            if person is not None:
                return lambda tx: invitations.invite_person(tx, self._id, person, today)
            return lambda tx: invitations.invite_guest(tx, self._id, guest, service, today)

        self._changes.ask(dialog, job)

    def _letters(self) -> None:
        today = self._today()
        self._worker.read(
            self,
            lambda tx: event_papers.prepare_letters(tx, self._id, today, unsent=True),
            self._print,
            self._changes.refuse,
        )

    def _print(self, prepared: event_papers.Prepared) -> None:
        today = self._today()
        dialog = open_paper(
            self._worker,
            self.words,
            self.words.text("Invitations"),
            f"invitations-{prepared.number}.pdf",
            lambda _tx: event_papers.make_letters(prepared).data,
            self,
            (Event, self._id),
        )
        dialog.add_button(
            self.words.text("Printed: they are sent"),
            "check",
            lambda: self._worker.write(
                dialog,
                lambda tx: invitations.letters_printed(tx, prepared.ids, today),
                lambda _before: dialog.accept(),
                dialog.refuse,
            ),
            primary=True,
        )

    def _sheet(self) -> None:
        open_paper(
            self._worker,
            self.words,
            self.words.text("Attendance sheet"),
            "attendance.pdf",
            lambda tx: event_papers.sheet(tx, self._id, self.words).data,
            self,
            (Event, self._id),
        )

    def _calendar(self) -> None:
        self._worker.read(
            self,
            lambda tx: event_papers.calendar(tx, self._id),
            self._ask_where,
            self._changes.refuse,
        )

    def _ask_where(self, paper: Paper) -> None:
        _ = self.words.text
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the calendar file"), paper.file_name, "*.ics"
        )
        if chosen:
            self.save_calendar(Path(chosen), paper)

    def save_calendar(self, file: Path, paper: Paper) -> None:
        """Write it whole or not at all; says how it went."""
        try:
            write_whole(file, paper.data)
        except CannotWriteFile as trouble:
            self.message_bar.error(explain(self.words, trouble))
            return
        self.message_bar.success(self.words.text("Saved as %(file)s.") % {"file": file.name})
        told = Told(self.words.text("Calendar file"), Event, (self._id,))
        PaperTrail(self._worker, self, told).saved()
