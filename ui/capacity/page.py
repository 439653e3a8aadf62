"""The page of places: what each organisation offers, what is taken and free, and the goal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.capacity import PlacesGoal, sum_of
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.placements import PlacementKind
from mentorapp.operations import Transaction, capacity
from mentorapp.operations.capacity import PlacesRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import say_free, say_goal, say_places
from ui.capacity.actions import OfferActions
from ui.format import capital, plain_label
from ui.rights import hold_back, may, only_shown
from ui.theme import Tone
from ui.widgets.figures import Figures
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Read:
    rows: list[PlacesRow]
    goals: list[PlacesGoal]


class PlacesPage(ListPage[PlacesRow]):
    """A line for each organisation and kind; sums above, goals below them when there are any."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_organisation: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Places"),
            TableModel(_columns(words), words.language, lambda row: str(row.number)),
            EmptyList(
                _("No places yet"),
                _("Note how many places an organisation offers, of which kind and until when."),
                (_("Note an offer"), self.new_offer) if may(worker.who, capacity.save) else None,
            ),
            _("Search organisation …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker, self._today = worker, today
        self.steps = OfferActions(worker, words, today, self, self.message_bar)
        self.figures = Figures([_("offered"), _("taken"), _("free")])
        self.goals = plain_label("", "muted")
        self.goals.setWordWrap(True)
        inside = cast("QVBoxLayout", self.layout())
        inside.insertWidget(2, self.figures)
        inside.insertWidget(3, self.goals)
        self.add_filter(
            _("Kind"),
            _("All kinds"),
            [(kind, capital(label(words, kind))) for kind in PlacementKind],
            lambda row, kind: row.places.kind is kind,
        )
        self.add_filter(
            _("Sector"),
            _("Public and private"),
            [(kind, capital(label(words, kind))) for kind in OrganisationKind],
            lambda row, kind: row.sector is kind,
        )
        self.add_filter(
            _("Free"),
            _("Free or not"),
            [("free", _("With free places")), ("over", _("More taken than offered"))],
            lambda row, wanted: bool(getattr(row.places, wanted)),
        )
        self.new_button = self.add_button(_("New offer"), "plus", self.new_offer, primary=True)

        def open_file() -> None:
            row = self.table.current_row()
            if row is not None:
                open_organisation(row.places.organisation_id)

        opening = self.details.add_button(_("Open file"), "folder-open", open_file)
        more = self.details.add_button(_("One more offer"), "plus", self._new_here)
        who = worker.who
        hold_back(words, who, Right.READ, opening)
        only_shown(self, words, who, capacity.save, self.new_button, more, at=2)
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self.picked.connect(self._show_row)
        if who.may(Right.READ):
            self.opened.connect(lambda row: open_organisation(row.places.organisation_id))

    def new_offer(self) -> None:
        """Open an empty form."""
        self.steps.new()

    def refresh(self) -> None:
        """Read the list anew."""
        self._rereading.ask()

    def _new_here(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.steps.new(row.places.organisation_id)

    def _read_list(self) -> None:
        today = self._today()

        def read(tx: Transaction) -> _Read:
            return _Read(capacity.rows(tx, today), capacity.goals(tx, today))

        self._worker.read(self, read, self._show_list, self.steps.changes.refuse)

    def _show_list(self, found: _Read) -> None:
        words = self._words
        self.show_rows(found.rows)
        total = sum_of(row.places for row in found.rows)
        self.figures.show_numbers(
            [words.number(one) for one in (total.offered, total.taken, total.free)]
        )
        self.goals.setText("\n".join(say_goal(words, one) for one in found.goals))
        self.goals.setVisible(bool(found.goals))
        self.select_first()

    def _show_row(self, row: PlacesRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        self.details.show_facts(
            row.organisation,
            capital(label(words, row.places.kind)),
            [
                (_("Number"), str(row.number)),
                (_("Sector"), capital(label(words, row.sector))),
                (_("Places"), capital(say_places(words, row.places))),
            ],
            [(capital(say_free(words, row.places)), _tone(row))],
        )


def _tone(row: PlacesRow) -> Tone:
    if row.places.over:
        return Tone.WARN
    return Tone.OK if row.places.free else Tone.MUTED


def _columns(words: Words) -> list[Column[PlacesRow]]:
    _ = words.text
    return [
        Column(_("Organisation"), lambda row: row.organisation, width=220),
        Column(_("Sector"), lambda row: capital(label(words, row.sector)), width=160),
        Column(_("Kind"), lambda row: capital(label(words, row.places.kind)), width=140),
        Column(
            _("Offered"),
            lambda row: words.number(row.places.offered),
            lambda row: row.places.offered,
            width=80,
        ),
        Column(
            _("Taken"),
            lambda row: words.number(row.places.taken),
            lambda row: row.places.taken,
            width=80,
        ),
        Column(
            _("Free"),
            lambda row: capital(say_free(words, row.places)),
            lambda row: row.places.free - row.places.over,
            width=120,
            badge=_tone,
        ),
    ]
