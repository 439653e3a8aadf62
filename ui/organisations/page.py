"""The page of organisations."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation, OrganisationKind
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import offices, organisations
from mentorapp.operations.organisations import OrganisationRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import by_name, plain_label, sort_key
from ui.organisations.dialog import OrganisationDialog
from ui.organisations.wording import (
    agreement_text,
    columns,
    facts,
    is_short,
    kind_text,
    search_text,
    shortage_text,
)
from ui.theme import Tone
from ui.widgets.conflicts import choose_and_save
from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.table import TableModel
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class OrganisationsPage(ListPage[OrganisationRow]):
    """Where mentors come from: agreements, contact persons, promised and present mentors."""

    file_wanted = Signal(object)
    """The id of an organisation whose file somebody wants to see."""
    import_wanted = Signal(str)
    """"organisations": somebody wants to read a file of them."""

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
            _("Organisations"),
            TableModel(columns(words, today), words.language, search_text),
            EmptyList(
                _("No organisations yet"),
                _("Register the businesses and associations that mentors come from."),
                (_("Register an organisation"), self.new_organisation),
            ),
            _("Search name, number, place, contact person …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker = worker
        self._today = today
        self._wanted: UUID | None = None
        self.add_filter(
            _("Kind"),
            _("All kinds"),
            [(kind, kind_text(words, kind)) for kind in OrganisationKind],
            lambda row, kind: row.kind is kind,
            "kind",
        )
        self.add_filter(
            _("Mentors"),
            _("All agreements"),
            [("short", _("Fewer mentors than promised")), ("over", _("Agreement has ended"))],
            self._fits,
            "agreement",
        )
        self.add_filter(
            _("First jobs"),
            _("All jobs"),
            [(True, _("With low-threshold jobs"))],
            lambda row, wanted: row.low_threshold is wanted,
            "jobs",
        )
        self._municipality = self.add_filter(
            _("Municipality"),
            _("All municipalities"),
            [],
            lambda row, name: row.municipality == name,
            "municipality",
        )
        self.add_button(_("Import …"), "upload", lambda: self.import_wanted.emit("organisations"))
        self.new_button = self.add_button(
            _("New organisation"), "plus", self.new_organisation, primary=True
        )
        self.details.add_button(_("Open file"), "folder-open", self._open_file)
        self.details.add_button(_("Edit …"), "pencil", self._edit_current).setToolTip("Ctrl+E")
        self.details.add_button(_("Delete"), "trash-2", self._delete_current, danger=True)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self._reading = ReadingSoon(self, self._read_one)
        self.picked.connect(self._show_row)
        self.opened.connect(lambda row: self.file_wanted.emit(row.id))
        self.add_keys(self.new_organisation, self._delete_current, self._edit_current)
        self.chosen_bar = self.choose_many()
        add_export(self.chosen_bar, self, worker, words)

    # What others ask

    def new_organisation(self) -> None:
        """Open an empty form, in the office's own country."""
        self._worker.read(
            self,
            offices.read,
            lambda office: self._show_form(_blank(office)),
            self._refuse,
        )

    def open_organisation(self, organisation_id: UUID) -> None:
        """Open the form of one."""
        self._wanted = organisation_id
        self.table.select_row(organisation_id)
        self._worker.read(
            self, lambda tx: organisations.read(tx, organisation_id), self._show_form, self._refuse
        )

    def go_on(self, form: UnfinishedForm) -> None:
        """Open a form that was left open, with what was typed in it."""
        wanted = form.subject_id
        self._worker.read(
            self,
            lambda tx: organisations.read(tx, wanted) if wanted else _blank(offices.read(tx)),
            lambda organisation: self._show_form(organisation, form),
            self._refuse,
        )

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    # Inside

    def _read_list(self) -> None:
        self._worker.read(self, organisations.rows, self._show_list, self._refuse)

    def _fits(self, row: OrganisationRow, wanted: Any) -> bool:
        if wanted == "short":
            return is_short(row)
        return row.agreement_to is not None and row.agreement_to < self._today()

    def _show_list(self, rows: list[OrganisationRow]) -> None:
        there = {row.municipality for row in rows}
        self._municipality.set_choices(by_name(there, sort_key(self._words.language)))
        self.show_rows(rows)
        if self._wanted is not None and self.table.select_row(self._wanted):
            self._wanted = None
        else:
            self.select_first()

    def _show_row(self, row: OrganisationRow | None) -> None:
        if row is None:
            self._reading.stop()
            self.details.show_nothing()
            return
        self._show_card(row, None)
        self._reading.start()

    def _read_one(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        wanted = row.id
        self._worker.read(
            self,
            lambda tx: organisations.read(tx, wanted),
            self._show_one,
            lambda _refused: None,  # deleted meanwhile: the list is read anew and says so
        )

    def _show_one(self, organisation: Organisation) -> None:
        row = self.table.current_row()
        if row is not None and row.id == organisation.id:
            self._show_card(row, organisation)

    def _show_card(self, row: OrganisationRow, organisation: Organisation | None) -> None:
        badges = [(kind_text(self._words, row.kind), Tone.INFO)]
        if row.low_threshold:
            badges.append((self._words.text("Low-threshold jobs"), Tone.INFO))
        if is_short(row):
            badges.append((self._words.text("Fewer than promised"), Tone.WARN))
        self.details.show_facts(
            row.name,
            agreement_text(self._words, row, self._today()),
            facts(self._words, row, organisation),
            badges,
            marks=[_said(text)] if (text := shortage_text(self._words, row)) else [],
        )

    def _edit_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_organisation(row.id)

    def _open_file(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.file_wanted.emit(row.id)

    def _delete_current(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        wanted = row.id
        self._worker.write(
            self,
            lambda tx: organisations.delete(tx, wanted),
            self._say_deleted,
            self._refuse,
        )

    def _say_deleted(self, held: Organisation) -> None:
        def want() -> None:
            self._wanted = held.id

        self.message_bar.success(
            self._words.text("%(name)s was deleted.") % {"name": held.name},
            undo_button(self._words, self._worker, want),
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _show_form(
        self, organisation: Organisation, going_on: UnfinishedForm | None = None
    ) -> None:
        self._make_form(organisation, going_on).open()

    def _make_form(
        self,
        organisation: Organisation,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> OrganisationDialog:
        dialog = OrganisationDialog(self._words, self._today(), organisation, self)
        dialog.completed.connect(lambda changed: self._save(dialog, changed))
        subject = Subject(FormKind.ORGANISATION)
        if organisation.number:
            subject = Subject(FormKind.ORGANISATION, organisation.id, organisation.version)
        FormKeeping(dialog, self._worker, subject, self.message_bar, going_on, after)
        return dialog

    def _save(self, dialog: OrganisationDialog, changed: Organisation) -> None:
        self._wanted = changed.id
        self._worker.write(
            dialog,
            lambda tx: organisations.save(tx, changed),
            lambda saved: self._say_saved(dialog, saved),
            lambda refused: self._not_saved(dialog, changed, refused),
        )

    def _not_saved(
        self, dialog: OrganisationDialog, changed: Organisation, refused: Refused
    ) -> None:
        if not isinstance(refused, ChangedMeanwhile):
            dialog.say(refused)
            return
        self._worker.read(
            self,
            lambda tx: organisations.read(tx, changed.id),
            lambda stored: choose_and_save(dialog, self._make_form(stored, after=dialog)),
            dialog.say,
        )

    def _say_saved(self, dialog: OrganisationDialog, saved: Organisation) -> None:
        dialog.accepted_by_office()
        self.message_bar.success(
            self._words.text("Saved: %(name)s, number %(number)s.")
            % {"name": saved.name, "number": saved.number}
        )


def _blank(office: Office) -> Organisation:
    return Organisation(name="", country=office.country)


def _said(text: str) -> QWidget:
    """A warning above the facts."""
    said = plain_label(text, "warning")
    said.setWordWrap(True)
    return said
