"""All that the map tells as two lists: the places, and who is in the one that is chosen."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mentorapp.operations.pair_map import Bound, Shown, Spot
from mentorapp.words import Words
from ui.format import plain_label
from ui.pair_map.laid import is_shown
from ui.pair_map.lines import Chosen
from ui.pair_map.scene import Scene
from ui.pair_map.wording import (
    say_bound,
    say_chosen,
    say_dweller,
    say_place,
    say_two,
)
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place by its index on the map; `id` stays when the office is read anew."""

    id: tuple[str, str, str]
    index: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class WhoRow:
    """Somebody, or two, of the chosen place; one of the two ids tells what opens."""

    id: Any
    at: int
    name: str
    what: str
    person_id: UUID | None = None
    pairing_id: UUID | None = None


class MapPanel(QSplitter):
    """Places above, people below."""

    place_chosen = Signal(object)
    """The index of a place that was chosen in the list."""
    open_person = Signal(object)
    open_pairing = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        _ = words.text
        self._words = words
        self._scene: Scene | None = None
        self._shown: frozenset[Shown] = frozenset(Shown)
        self._following = False
        self.places: TabTable[PlaceRow] = TabTable(
            _place_columns(words),
            words.language,
            _("Postal places"),
            _(
                "Nobody is on the map. It shows people whose form has a postal code, "
                "and what is ticked above."
            ),
        )
        self.places.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        self.people: TabTable[WhoRow] = TabTable(
            [
                Column(_("Name"), lambda row: row.name, width=240, least=140),
                Column(_("What"), lambda row: row.what, sort=lambda row: row.at),
            ],
            words.language,
            _("Who is there"),
            _("Choose a place or a line to see who is there."),
        )
        self.people.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.people.add_button(_("Open"), "eye", self._open, opens=True)
        self.heading = plain_label(_("Who is there"), "h2")
        self.heading.setWordWrap(True)
        self.setChildrenCollapsible(False)
        self.addWidget(_part(plain_label(_("Postal places"), "h2"), self.places))
        self.addWidget(_part(self.heading, self.people))
        self.setSizes([300, 300])
        self.places.table.picked.connect(self._picked)

    def show_scene(self, scene: Scene, shown: frozenset[Shown]) -> None:
        """The places that have any of what is shown."""
        self._scene, self._shown = scene, shown
        self._following = True
        self.places.show_rows(
            PlaceRow(key_of(spot), index, spot)
            for index, spot in enumerate(scene.found.spots)
            if is_shown(spot, shown)
        )
        for column, kind in enumerate(Shown, 1):
            self.places.table.setColumnHidden(column, kind not in shown)
        self._following = False

    def index_of(self, key: tuple[str, str, str] | None) -> int | None:
        """Where on the map the place now is that had this key before."""
        rows = self.places.model.all_rows()
        return next((row.index for row in rows if row.id == key), None)

    def show_chosen(self, chosen: Chosen) -> None:
        """Who is in the place, or on the line; the list of places follows."""
        scene = self._scene
        if scene is None:
            return
        self._following = True
        if chosen.spot is None:
            self.places.table.select_none()
        else:
            self.places.table.select_row(key_of(scene.found.spots[chosen.spot]))
        self._following = False
        said = say_chosen(self._words, scene, chosen, self._shown)
        self.heading.setText(said or self._words.text("Who is there"))
        self.people.show_rows(self._rows(scene, chosen))
        if chosen != Chosen() and self.people.model.rowCount():
            self.people.table.setCurrentIndex(self.people.model.index(0, 0))

    def focus_people(self) -> None:
        """Go to who is there; to the places while nothing is chosen."""
        table = self.people.table if self.people.table.isVisible() else self.places.table
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rows(self, scene: Scene, chosen: Chosen) -> list[WhoRow]:
        words, rows = self._words, list[WhoRow]()
        if chosen.line is not None:
            pairs = chosen.line.bounds
            return [self._pair(scene, bound, at, None) for at, bound in enumerate(pairs)]
        if chosen.spot is None:
            return rows
        spot = scene.found.spots[chosen.spot]
        for kind, some in ((Shown.WAITING, spot.waiting), (Shown.FREE, spot.free)):
            rows += [
                WhoRow(
                    (kind, one.person_id),
                    at,
                    one.name,
                    say_dweller(words, one, kind),
                    person_id=one.person_id,
                )
                for at, one in enumerate(some if kind in self._shown else (), len(rows))
            ]
        bounds = [
            bound
            for kind, some in ((Shown.PAIRS, spot.pairs), (Shown.PROPOSALS, spot.proposals))
            if kind in self._shown
            for bound in some
        ]
        return rows + [
            self._pair(scene, bound, at, chosen.spot) for at, bound in enumerate(bounds, len(rows))
        ]

    def _pair(self, scene: Scene, bound: Bound, at: int, seen_from: int | None) -> WhoRow:
        running = bound.kind is Shown.PAIRS
        return WhoRow(
            bound.id,
            at,
            say_two(bound),
            say_bound(self._words, scene, bound, seen_from),
            person_id=None if running else bound.newcomer.person_id,
            pairing_id=bound.id if running else None,
        )

    def _picked(self, row: PlaceRow | None) -> None:
        if not self._following and row is not None:
            self.place_chosen.emit(row.index)

    def _open(self, row: WhoRow) -> None:
        if row.pairing_id is not None:
            self.open_pairing.emit(row.pairing_id)
        else:
            self.open_person.emit(row.person_id)


def key_of(spot: Spot) -> tuple[str, str, str]:
    """What stays the same of a place when the office is read anew."""
    return spot.place.country, spot.place.municipality_code, spot.place.place


def _place_columns(words: Words) -> list[Column[PlaceRow]]:
    _ = words.text
    titles = {
        Shown.WAITING: _("Waiting"),
        Shown.FREE: _("Mentors"),
        Shown.PAIRS: _("Pairs"),
        Shown.PROPOSALS: _("Proposals"),
    }

    def many(kind: Shown, row: PlaceRow) -> int:
        return len(row.spot.of(kind))

    def told(kind: Shown, row: PlaceRow) -> str:
        return words.number(many(kind, row)) if many(kind, row) else ""

    return [
        Column(_("Place"), lambda row: say_place(row.spot), width=190, least=120),
        *(
            Column[PlaceRow](
                titles[kind],
                partial(told, kind),
                sort=partial(many, kind),
                width=92,
                least=84,
            )
            for kind in Shown
        ),
    ]


def _part(heading: QWidget, table: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(heading)
    layout.addWidget(table, 1)
    return part
