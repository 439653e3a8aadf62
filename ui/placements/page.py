"""The page of placements."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.domain.placements import PlacementKind, PlacementStatus
from mentorapp.operations import Transaction, placement_rows
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import say_status, say_warning
from ui.format import capital, plain_label
from ui.placements.actions import PlacementActions
from ui.placements.wording import TONES, columns, facts
from ui.theme import Tone
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import TableModel
from ui.work import Worker


class PlacementsPage(ListPage[PlacementRow]):
    """Who is where in working life; of protected people without the place."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Placements"),
            TableModel(columns(words), words.language, lambda row: f"{row.number} {row.project}"),
            EmptyList(
                _("No placements yet"),
                _("Register who is in placement, language practice or a first job, and where."),
                (_("Register a placement"), self.new_placement),
            ),
            _("Search name, place, number …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker, self._today, self._open_person = worker, today, open_person
        self.steps = PlacementActions(worker, words, today, self, self.message_bar)
        self._add_filters()
        self.new_button = self.add_button(
            _("New placement"), "plus", self.new_placement, primary=True
        )
        self._end_button = self._add_buttons()
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self.picked.connect(self._show_row)
        self.opened.connect(self.steps.edit)
        self.add_keys(self.new_placement, self.with_row(self.steps.delete))

    def new_placement(
        self, person_id: UUID | None = None, organisation_id: UUID | None = None
    ) -> None:
        """Open an empty form, of one person and at one organisation if given."""
        self.steps.new(person_id, organisation_id)

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _add_filters(self) -> None:
        words, _ = self._words, self._words.text
        self.add_filter(
            _("Kind"),
            _("All kinds"),
            [(kind, capital(label(words, kind))) for kind in PlacementKind],
            lambda row, kind: row.placement.kind is kind,
        )
        self.add_filter(
            _("Status"),
            _("Every status"),
            [(status, capital(label(words, status))) for status in PlacementStatus],
            lambda row, status: row.status is status,
        )
        self.organisation = self.add_filter(
            _("Organisation"),
            _("All organisations"),
            [],
            lambda row, organisation: row.organisation_id == organisation,
        )

    def _add_buttons(self) -> QPushButton:
        _, card, steps = self._words.text, self.details, self.steps

        def button(text: str, picture: str, do: Callable[[PlacementRow], object]) -> QPushButton:
            return card.add_button(text, picture, self.with_row(do))

        button(_("Edit …"), "pencil", steps.edit)
        button(
            _("Person file"), "folder-open", lambda row: self._open_person(row.placement.person_id)
        )
        button(_("Midway …"), "calendar-check", steps.midway)
        ending = button(_("End …"), "check", self._end_or_reopen)
        self._extend_button = button(_("Extend …"), "arrow-right", steps.extend)
        button(_("Print"), "printer", steps.print)
        button(_("History"), "clock", steps.history)
        card.add_button(_("Delete"), "trash-2", self.with_row(steps.delete), danger=True)
        return ending

    def _end_or_reopen(self, row: PlacementRow) -> None:
        if row.placement.ended_on is None:
            self.steps.end(row)
        else:
            self.steps.reopen(row)

    def _read_list(self) -> None:
        today = self._today()

        def read(tx: Transaction) -> tuple[list[PlacementRow], list[tuple[UUID, str]]]:
            rows = placement_rows.rows(tx, today)
            there = {row.organisation_id: row.organisation for row in rows if row.organisation_id}
            return rows, sorted(there.items(), key=lambda one: one[1].casefold())

        self._worker.read(self, read, self._show_list, self.steps.changes.refuse)

    def _show_list(self, found: tuple[list[PlacementRow], list[tuple[UUID, str]]]) -> None:
        rows, there = found
        self.organisation.set_choices(there)
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: PlacementRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words = self._words
        marks = []
        if row.warning is not None:
            said = plain_label(say_warning(words, row.warning), "warning")
            said.setWordWrap(True)
            marks.append(said)
        badges = [(capital(say_status(words, row.placement, row.status)), TONES[row.status])]
        if row.hidden:
            badges.append((words.text("Protected"), Tone.WARN))
        self.details.show_facts(
            row.person,
            capital(label(words, row.placement.kind)),
            facts(words, row),
            badges,
            marks=marks,
        )
        ended = row.placement.ended_on is not None
        self._extend_button.setEnabled(not ended)
        self._end_button.setText(words.text("Reopen") if ended else words.text("End …"))
