"""What the pages of mentors and of newcomers have in common: list, card, form, status, deletion.

A page says with its signals what concerns others, and knows none of them.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.pairings import RUNNING
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import Transaction, beside_lists, people, schemes
from mentorapp.operations.people import PersonFile, Registration
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import by_name, capital
from ui.people.batch import PeopleBatch
from ui.people.card import (
    Facts,
    household_fact,
    pair_lines,
    person_facts,
    reach_facts,
    scheme_names,
    tie_names,
)
from ui.people.choices import scheme_choices
from ui.people.forms import PersonForms
from ui.people.role_list import P, RoleList
from ui.people.submission import Saved
from ui.people.wording import protection_mark, saved_text, status_text
from ui.widgets.list_page import ListPage
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.table_model import Prepared, TableModel
from ui.widgets.taking_back import undo_button
from ui.work import Worker


class PeoplePage(ListPage[P]):
    """A list of people in one role.

    Reads itself anew when the office changed, at once when it is seen, else when it is shown.
    """

    pair_by_hand = Signal(str, object)
    """Role ("mentor" or "newcomer") and id of the role that is to be paired."""
    import_wanted = Signal(str)
    """"mentors" or "newcomers": somebody wants to read a file of them."""
    file_wanted = Signal(object)
    """The id of a person whose file somebody wants to see."""
    open_pairing = Signal(object)
    """The id of a pairing whose page is asked for."""
    print_due = Signal(object)
    """The ids of people whose letters are to be printed, as far as any are due."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        what: RoleList[P],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            what.title,
            TableModel(what.columns, words.language, what.search),
            what.empty,
            _("Search name, number, language, place …"),
            key=lambda row: row.person_id,
            parent=parent,
        )
        self._worker = worker
        self._today = today
        self._what = what
        self._schemes: list[Scheme] = []
        self._wanted: UUID | None = None
        self._forms = PersonForms(worker, words, today, what.role, self, self.message_bar)
        self._forms.saved.connect(self._say_saved)
        self._forms.refused.connect(self._refuse)
        self._add_filters()
        self.add_button(_("Import …"), "upload", self._import)
        self.new_button = self.add_button(what.new, "plus", self.new_person, primary=True)
        self.details.add_button(_("Open file"), "folder-open", self._open_file)
        self.details.add_button(_("Edit …"), "pencil", self._edit_current).setToolTip("Ctrl+E")
        status = self.details.add_button(_("Status"), "list-checks", lambda: None)
        self.status_menu = QMenu(status)
        self.status_menu.aboutToShow.connect(self._fill_status_menu)
        status.setMenu(self.status_menu)
        self.details.add_button(_("Pair by hand …"), "link", self._pair)
        self.details.add_button(_("Delete"), "trash-2", self._delete_current, danger=True)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self._reading = ReadingSoon(self, self._read_file)
        self.picked.connect(self._show_row)
        self.opened.connect(lambda row: self.file_wanted.emit(row.person_id))
        self.add_keys(self.new_person, self._delete_current, self._edit_current)
        self.batch = PeopleBatch(self, worker, words, today, what, self.print_due)

    # What others ask

    def new_person(self) -> None:
        """Open an empty form."""
        self._forms.open_new()

    def open_person(self, person_id: UUID) -> None:
        """Open the form of somebody, and select him when he is in the list."""
        self._wanted = person_id
        self.table.select_row(person_id)
        self._forms.open_person(person_id)

    def go_on(self, form: UnfinishedForm) -> None:
        """Open a form that was left open, with what was typed in it."""
        self._forms.go_on(form)

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    # The list

    def _read_list(self) -> None:
        self.batch.refresh()
        today, prepare = self._today(), self.model.prepare

        def read(tx: Transaction) -> tuple[Prepared[P], list[Scheme]]:
            return prepare(self._what.rows(tx, today)), schemes.all_schemes(tx)

        self._worker.read(self, read, lambda got: self._show_list(*got), self._refuse)

    def _add_filters(self) -> None:
        _ = self._words.text
        self._scheme = self.add_filter(
            _("Scheme"), _("All schemes"), [], lambda row, key: key in row.schemes, "scheme"
        )
        self._status = self.add_filter(
            _("Status"),
            _("All statuses"),
            [(status, status_text(self._words, status)) for status in self._what.statuses],
            lambda row, status: row.status == status,
            "status",
        )
        self._language = self.add_filter(
            _("Language"),
            _("All languages"),
            [],
            lambda row, code: code in row.languages,
            "language",
        )
        self._municipality = self.add_filter(
            _("Municipality"),
            _("All municipalities"),
            [],
            lambda row, name: row.municipality == name,
            "municipality",
        )
        self._coordinator = self.add_filter(
            _("Coordinator"),
            _("All coordinators"),
            [],
            lambda row, name: name in row.coordinators,
            "coordinator",
        )

    def _show_list(self, prepared: Prepared[P], every: list[Scheme]) -> None:
        from mentorapp.reference.languages import languages
        from ui.format import sort_key

        _ = self._words.text
        self._schemes, rows = every, prepared.rows
        order = sort_key(self._words.language)
        known = languages()
        spoken = {code for row in rows for code in row.languages}
        names = [
            (code, capital(known[code].name(self._words.language))) for code in spoken & {*known}
        ]
        places = {row.municipality for row in rows}
        self._scheme.set_choices(scheme_choices(self._words, every, frozenset()))
        self._language.set_choices(sorted(names, key=lambda one: order(one[1])))
        self._municipality.set_choices(by_name(places, order))
        coordinators = {name for row in rows for name in row.coordinators}
        self._coordinator.set_choices(by_name(coordinators, order))
        self.show_rows(prepared)
        self.set_count(self._what.count(rows))
        if self._wanted is not None and self.table.select_row(self._wanted):
            self._wanted = None
        else:
            self.select_first()

    # The card

    def _show_row(self, row: P | None) -> None:
        if row is None:
            self._reading.stop()
            self.details.show_nothing()
            return
        self._show_card(row, None)
        self._reading.start()

    def _open_file(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.file_wanted.emit(row.person_id)

    def _read_file(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        today, person_id = self._today(), row.person_id
        self._worker.read(
            self,
            lambda tx: beside_lists.read(tx, person_id, today),
            self._show_file,
            lambda _refused: None,  # deleted meanwhile: the list is read anew and says so
        )

    def _show_file(self, file: PersonFile) -> None:
        row = self.table.current_row()
        if row is not None and row.person_id == file.registration.person.id:
            self._show_card(row, file)

    def _show_card(self, row: P, file: PersonFile | None) -> None:
        _ = self._words.text
        facts: Facts = [(_("Number"), str(row.number))]
        more: list[QWidget] = []
        marks: list[QWidget] = []
        if row.protection is not Protection.NONE:
            marks.append(protection_mark(self._words, row.protection))
        if file is not None:
            facts += reach_facts(self._words, file) + person_facts(self._words, file)
            facts.append((_("Household"), household_fact(self._words, file)))
            facts.append((_("Must not be paired with"), tie_names(self._words, file)))
            facts.append((_("In pairs"), pair_lines(self._words, file)))
            more += [self._pairing_button(one) for one in file.pairings if one.status in RUNNING]
        facts += [(_("Schemes"), scheme_names(self._words, self._schemes, row.schemes))]
        self.details.show_facts(
            row.name,
            self._what.subtitle(row),
            facts + self._what.facts(row, file),
            [(status_text(self._words, row.status), self._what.tone(row))],
            more,
            marks,
        )

    def _pairing_button(self, pairing: Any) -> QWidget:
        text = self._words.text("Open pairing %(number)s") % {"number": pairing.number}
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.open_pairing.emit(pairing.id))
        return button

    # What can be done

    def _edit_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_person(row.person_id)

    def _import(self) -> None:
        self.import_wanted.emit(f"{self._what.role.value}s")

    def _pair(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.pair_by_hand.emit(self._what.role.value, self._what.role_id(row))

    def _fill_status_menu(self) -> None:
        self.status_menu.clear()
        row = self.table.current_row()
        if row is None:
            return
        for status in self._what.steps(row):
            action = self.status_menu.addAction(status_text(self._words, status))
            action.triggered.connect(partial(self._change_status, row, status))

    def _change_status(self, row: P, status: Any, _checked: bool = False) -> None:
        today = self._today()
        said = self._words.text("%(name)s is now: %(status)s.") % {
            "name": row.name,
            "status": status_text(self._words, status),
        }
        self._worker.write(
            self,
            lambda tx: self._what.set_status(tx, row, status, today),
            lambda _done: self.message_bar.success(said, undo_button(self._words, self._worker)),
            self._refuse,
        )

    def _delete_current(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        person_id, name = row.person_id, row.name
        self._worker.write(
            self,
            lambda tx: people.delete(tx, person_id),
            lambda held: self._say_deleted(name, held),
            self._refuse,
        )

    def _say_deleted(self, name: str, held: Registration) -> None:
        def want() -> None:
            self._wanted = held.person.id

        self.message_bar.success(
            self._words.text("%(name)s was deleted.") % {"name": name},
            undo_button(self._words, self._worker, want),
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _say_saved(self, saved: Saved) -> None:
        self._wanted = saved.registration.person.id
        said = saved_text(self._words, saved)
        if saved.due_to_go:
            person_id = saved.registration.person.id
            way = (self._words.text("Open file"), lambda: self.file_wanted.emit(person_id))
            self.message_bar.warning(said, way)
        else:
            undo = undo_button(self._words, self._worker) if saved.untied else None
            self.message_bar.success(said, undo)
