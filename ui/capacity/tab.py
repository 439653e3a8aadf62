"""A tab of the organisation's file: its places now, its offers, and who was there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.capacity import sum_of
from mentorapp.operations import Transaction, capacity, placement_rows
from mentorapp.operations.capacity import OfferRow, OrganisationPlaces
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import say_places, say_status
from ui.capacity.actions import OfferActions
from ui.format import capital, plain_label
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Read:
    organisation_id: UUID
    places: OrganisationPlaces
    placements: list[PlacementRow]


class PlacesTab(RecordTab):
    """Offers above, placements below; people with a protected address are not in the list."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
        open_person: Callable[[UUID], object],
    ) -> None:
        super().__init__(worker, message_bar)
        self._words, self._today = words, today
        _ = words.text
        self.steps = OfferActions(worker, words, today, self, message_bar)
        self.now = plain_label("", "h2")
        self.now.setWordWrap(True)
        self.years = plain_label("", "muted")
        self.years.setWordWrap(True)
        self.offers: TabTable[OfferRow] = TabTable(
            _offer_columns(words),
            words.language,
            _("Offers of places"),
            _("No places offered yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.offers.add_plain_button(_("New offer …"), "plus", self._new)
        self.offers.add_button(_("Edit …"), "pencil", self.steps.edit, opens=True)
        self.offers.add_button(_("Delete"), "trash-2", self.steps.delete, keys="Delete")
        self.placements: TabTable[PlacementRow] = TabTable(
            _placement_columns(words),
            words.language,
            _("Placements here"),
            _("Nobody has had a placement here yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.placements.add_button(
            _("Person file"),
            "folder-open",
            lambda row: open_person(row.placement.person_id),
            opens=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.now)
        layout.addWidget(self.years)
        layout.addWidget(self.offers, 2)
        layout.addWidget(self.placements, 3)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def ask(tx: Transaction) -> _Read:
            return _Read(
                record_id,
                capacity.of_organisation(tx, record_id, today),
                placement_rows.of_organisation(tx, record_id, today),
            )

        self.worker.read(self, ask, self._show, self.steps.changes.refuse)

    def _show(self, found: _Read) -> None:
        if found.organisation_id != self.record_id:
            return
        words, _ = self._words, self._words.text
        said = say_places(words, sum_of(found.places.now))
        self.now.setText(f"{capital(label(words, found.places.sector))}: {said}")
        self.years.setText(
            " · ".join(
                _("%(year)d: %(offered)d offered, %(taken)d taken")
                % {"year": one.year, "offered": one.offered, "taken": one.taken}
                for one in found.places.years[:6]
            )
        )
        self.years.setVisible(bool(found.places.years))
        self.offers.show_rows(found.places.offers)
        self.placements.show_rows(found.placements)

    def _new(self) -> None:
        if self.record_id is not None:
            self.steps.new(self.record_id)


def _offer_columns(words: Words) -> list[Column[OfferRow]]:
    _ = words.text
    return [
        Column(
            _("From"),
            lambda row: words.date(row.offer.from_date),
            lambda row: row.offer.from_date,
            width=120,
        ),
        Column(
            _("To"),
            lambda row: words.date(row.offer.to_date),
            lambda row: row.offer.to_date or date.max,
            width=120,
        ),
        Column(_("Kind"), lambda row: capital(label(words, row.offer.kind)), width=170),
        Column(
            _("Places"),
            lambda row: words.number(row.offer.places),
            lambda row: row.offer.places,
            width=90,
        ),
        Column(
            _("Holds today"),
            lambda row: _("Yes") if row.holds else _("No"),
            width=110,
            badge=lambda row: Tone.OK if row.holds else Tone.MUTED,
        ),
        Column(_("Notes"), lambda row: row.offer.notes, width=240),
    ]


def _placement_columns(words: Words) -> list[Column[PlacementRow]]:
    _ = words.text
    return [
        Column(
            _("From"),
            lambda row: words.date(row.placement.started_on),
            lambda row: row.placement.started_on,
            width=120,
        ),
        Column(
            _("To"),
            lambda row: words.date(row.placement.ended_on or row.placement.planned_end),
            lambda row: row.placement.ended_on or row.placement.planned_end,
            width=120,
        ),
        Column(_("Person"), lambda row: row.person, width=190),
        Column(_("Kind"), lambda row: capital(label(words, row.placement.kind)), width=170),
        Column(
            _("Status"),
            lambda row: capital(say_status(words, row.placement, row.status)),
            width=150,
        ),
        Column(_("Unit or department"), lambda row: row.placement.unit, width=170),
    ]
