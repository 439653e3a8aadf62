"""The list of what organisations look for, with the people who fit."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.domain.demands import DemandKind
from mentorapp.operations import demands
from mentorapp.operations.demands import DemandRow, FitRow
from mentorapp.words import Words
from mentorapp.words.competences import say_work
from mentorapp.words.labels import label
from ui.demands.editing import DemandEditing
from ui.demands.wording import columns, demand_facts, person_text, state_text
from ui.format import capital, plain_label
from ui.theme import Tone
from ui.widgets.buttons import picture_button
from ui.widgets.choices import values
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import ReadingSoon, Rereading
from ui.widgets.table import TableModel
from ui.work import Worker

#: So many people stand in the card.
_MOST = 5


class DemandPage(ListPage[DemandRow]):
    """Open and closed demands; the card tells who fits best and what is missing."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        open_organisation: Callable[[UUID], object],
        place: Callable[[UUID, UUID | None], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Demand"),
            TableModel(columns(words), words.language, lambda row: row.demand.notes),
            EmptyList(
                _("Nothing is looked for yet"),
                _("Note what organisations ask for, and see who fits."),
                (_("Note a demand"), self.new_demand),
            ),
            _("Search occupation, organisation …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker = worker
        self._open_person, self._place = open_person, place
        self.editing = DemandEditing(worker, words, today, self, self.message_bar)
        self.add_filter(
            _("Status"),
            _("Open and closed"),
            [(True, _("Only open")), (False, _("Only closed"))],
            lambda row, is_open: row.demand.is_open is is_open,
        )
        self.add_filter(
            _("Kind"),
            _("All kinds"),
            values(words, DemandKind),
            lambda row, kind: row.demand.kind is kind,
        )
        self.new_button = self.add_button(_("New demand"), "plus", self.new_demand, primary=True)
        self.details.add_button(_("Edit …"), "pencil", self.with_row(self.editing.edit))
        self.details.add_button(
            _("Open file"),
            "folder-open",
            self.with_row(lambda row: open_organisation(row.demand.organisation_id)),
        )
        self.close_button = self.details.add_button(
            _("Close"), "check", self.with_row(self.editing.close_or_reopen)
        )
        self.details.add_button(
            _("Delete"), "trash-2", self.with_row(self.editing.delete), danger=True
        )
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self._reading = ReadingSoon(self, self._read_fits)
        self.picked.connect(self._show_row)
        self.opened.connect(self.editing.edit)
        self.add_keys(self.new_demand)

    def new_demand(self) -> None:
        """Open an empty form."""
        self.editing.new()

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _read_list(self) -> None:
        self._worker.read(self, demands.rows, self._show_list, self.editing.refuse)

    def _show_list(self, rows: list[DemandRow]) -> None:
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: DemandRow | None) -> None:
        if row is None:
            self._reading.stop()
            self.details.show_nothing()
            return
        self._show_card(row, [])
        self._reading.start()

    def _read_fits(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        wanted = row.id
        self._worker.read(
            self,
            lambda tx: demands.fits_of_demand(tx, wanted, _MOST),
            lambda found: self._show_fits(wanted, found),
            lambda _refused: None,  # deleted meanwhile: the list is read anew
        )

    def _show_fits(self, wanted: UUID, found: list[FitRow]) -> None:
        row = self.table.current_row()
        if row is not None and row.id == wanted:
            self._show_card(row, found)

    def _show_card(self, row: DemandRow, found: list[FitRow]) -> None:
        words, _ = self._words, self._words.text
        more: list[QWidget] = []
        if found:
            more.append(plain_label(_("Who fits best"), "h2"))
        for one in found:
            button = QPushButton(f"{one.card.name} ({one.card.number})".replace("&", "&&"))
            button.setAutoDefault(False)
            button.setAccessibleName(_("Open the file of %(name)s") % {"name": one.card.name})
            button.clicked.connect(partial(self._open, one.card.id))
            said = plain_label(person_text(words, one))
            said.setWordWrap(True)
            placing = picture_button(
                _("Placement …"),
                "briefcase",
                partial(self._place, one.card.id, row.demand.organisation_id),
            )
            placing.setAccessibleName(_("A placement of %(name)s") % {"name": one.card.name})
            more += [button, said, placing]
        is_open = row.demand.is_open
        self.details.show_facts(
            capital(say_work(words, row.work)),
            capital(label(words, row.demand.kind)),
            demand_facts(words, row),
            [(state_text(words, row), Tone.OK if is_open else Tone.MUTED)],
            more,
        )
        self.close_button.setText(_("Close") if is_open else _("Open again"))

    def _open(self, person_id: UUID, _checked: bool = False) -> None:
        self._open_person(person_id)
