"""The list of events."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.events import EventKind
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import Transaction, events, organisations
from mentorapp.operations.events import EventRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.events.dialogs import EventDialog, say_refusal
from ui.events.file import EventWindow
from ui.events.wording import event_columns, event_facts, event_search
from ui.format import capital
from ui.theme import Tone
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.table import TableModel
from ui.work import Worker


class EventsPage(ListPage[EventRow]):
    """Events to come and over, newest first."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Events"),
            TableModel(event_columns(words), words.language, event_search),
            EmptyList(
                _("No events yet"),
                _("Register theme evenings, network meetings, courses, and talks of services."),
                (_("New event"), self._new),
            ),
            _("Search name, place, number …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker, self._today = worker, today
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self.add_filter(
            _("When"),
            _("All events"),
            [("upcoming", _("To come")), ("past", _("Over")), ("staff", _("For staff"))],
            _fits,
        )
        self.add_filter(
            _("Kind"),
            _("All kinds"),
            [(kind, capital(label(words, kind))) for kind in EventKind],
            lambda row, kind: row.event.kind is kind,
        )
        self.new_button = self.add_button(_("New event"), "plus", self._new, primary=True)
        self.details.add_button(_("Guests …"), "users", self.with_row(self._open))
        self.details.add_button(_("Edit …"), "pencil", self.with_row(self._edit))
        self.cancel_button = self.details.add_button(
            _("Cancel event"), "ban", self.with_row(self._cancel)
        )
        self.details.add_button(_("Delete"), "trash-2", self.with_row(self._delete), danger=True)
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read)
        self.picked.connect(self._show_row)
        self.opened.connect(self._open)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.add_keys(self._new, self.with_row(self._delete))

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _read(self) -> None:
        today = self._today()
        self._worker.read(self, lambda tx: events.rows(tx, today), self._show, self._changes.refuse)

    def _show(self, rows: list[EventRow]) -> None:
        self.show_rows(rows)
        self.select_first()
        self._show_row(self.table.current_row())

    def _show_row(self, row: EventRow | None) -> None:
        _ = self._words.text
        if row is None:
            self.details.show_nothing()
            return
        cancelled = row.event.cancelled_on is not None
        badges = [(_("cancelled"), Tone.MUTED)] if cancelled else []
        if row.counts.over:
            badges.append((_("More than there is room for"), Tone.WARN))
        self.cancel_button.setText(_("Takes place after all") if cancelled else _("Cancel event"))
        self.details.show_facts(
            row.event.name,
            capital(label(self._words, row.event.kind)),
            event_facts(self._words, row),
            badges,
        )

    def _new(self) -> None:
        self._ask(None)

    def _edit(self, row: EventRow) -> None:
        self._ask(row)

    def _ask(self, row: EventRow | None) -> None:
        self._worker.read(
            self,
            lambda tx: (organisations.choices(tx), events.project_choices(tx)),
            lambda found: self._open_form(row, *found),
            self._changes.refuse,
        )

    def _open_form(
        self,
        row: EventRow | None,
        organisations: list[tuple[UUID, str]],
        projects: list[tuple[UUID, str]],
    ) -> None:
        today = self._today()
        event = row.event if row else None
        dialog = EventDialog(self._words, today, event, organisations, projects, self)

        def save() -> None:
            told = dialog.event_told()
            if told is not None:
                self._worker.write(
                    dialog,
                    lambda tx: events.save(tx, told, today),
                    lambda _saved: self._saved(dialog),
                    lambda why: say_refusal(dialog, why),
                )

        dialog.submitted.connect(save)
        subject = Subject(FormKind.EVENT)
        if event is not None:
            subject = Subject(FormKind.EVENT, event.id, event.version)
        FormKeeping(dialog, self._worker, subject, self.message_bar)
        dialog.open()

    def _saved(self, dialog: EventDialog) -> None:
        dialog.accepted_by_office()
        self.message_bar.success(self._words.text("Saved."))

    def _open(self, row: EventRow) -> None:
        EventWindow(self._worker, self._words, self._today, row.id, self).show()

    def _cancel(self, row: EventRow) -> None:
        _ = self._words.text
        today = self._today()

        def cancel(tx: Transaction) -> Any:
            return events.cancel(tx, row.id, today)

        def back(tx: Transaction) -> Any:
            return events.uncancel(tx, row.id, today)

        if row.event.cancelled_on is None:
            self._changes.do(cancel, _("The event is cancelled."), lambda tx, _done: back(tx))
        else:
            self._changes.do(back, _("The event takes place."), lambda tx, _done: cancel(tx))

    def _delete(self, row: EventRow) -> None:
        self._changes.do(
            lambda tx: events.delete(tx, row.id),
            self._words.text("Deleted: %(name)s") % {"name": row.event.name},
            events.restore,
        )


def _fits(row: EventRow, which: str) -> bool:
    if which == "staff":
        return row.event.is_for_staff
    return row.past is (which == "past")
