"""What there is to paint, worked out once after reading: it is made beside the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from mentorapp.domain.projection import Flat, Projection
from mentorapp.operations.pair_map import PairMap
from mentorapp.reference.coast import lands
from mentorapp.reference.places import COUNTRIES, Place, places_of
from mentorapp.reference.towns import towns
from ui.pair_map.lines import MapLine, lines_of
from ui.pair_map.view import Box, box_of

#: So many towns of a country may be named; the smaller ones only when one is near.
_TOWNS = 600
#: Where a map begins that knows neither the office's place nor anybody's.
_AROUND_KM = 60.0
_COUNTRY = {"NO": (64.5, 13.0), "SE": (62.5, 16.5), "DK": (56.0, 10.5), "FI": (64.0, 26.0)}


@dataclass(frozen=True, slots=True)
class Outline:
    """Land in kilometres of the flat map, and the box around it; ``edged`` for the Nordic ones.

    What lies around them is cut off somewhere: a line would make a coast of the cut.
    """

    shape: QPolygonF
    box: Box
    edged: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A town that helps to find one's way; ``codes`` tells how large it is."""

    text: str
    at: Flat
    codes: int


@dataclass(frozen=True, slots=True)
class Ground:
    """Land and towns around a place, the larger towns first; ``mainland`` is the office's own."""

    projection: Projection
    countries: frozenset[str]
    land: tuple[Outline, ...]
    mainland: Box
    towns: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The office's map on its ground: where its places lie, and the lines between them."""

    found: PairMap
    ground: Ground
    at: tuple[Flat, ...]
    lines: tuple[MapLine, ...]

    @property
    def box(self) -> Box:
        """What is fitted in: all places, else what lies around the office, else its country."""
        if self.found.home is not None and not self.at:
            return Box(-_AROUND_KM, -_AROUND_KM, _AROUND_KM, _AROUND_KM)
        return box_of(self.at) or self.ground.mainland


def scene_of(found: PairMap, ground: Ground | None) -> Scene:
    """The map on the ground that was made before, if it is still the right one."""
    middle = _middle(found)
    countries = frozenset({found.country, *(spot.place.country for spot in found.spots)})
    if ground is None or (ground.projection, ground.countries) != (middle, countries):
        ground = _ground(middle, countries, found.country)
    at = ground.projection.flat_all(
        (spot.place.latitude, spot.place.longitude) for spot in found.spots
    )
    return Scene(found, ground, tuple(at), lines_of((*found.pairs, *found.proposals)))


def _middle(found: PairMap) -> Projection:
    home: Place | None = found.home
    if home is None and found.spots:
        home = found.spots[0].place
    if home is not None:
        return Projection(home.latitude, home.longitude)
    return Projection(*_COUNTRY.get(found.country) or _first(found.country))


def _first(country: str) -> tuple[float, float]:
    one = next(places_of(country), None)
    return (one.latitude, one.longitude) if one is not None else _COUNTRY["NO"]


def _ground(projection: Projection, countries: frozenset[str], own: str) -> Ground:
    land = []
    mainland, most = Box(-500, -500, 500, 500), 0
    for one in lands():
        flat = list(projection.flat_all(one.points))
        box = box_of(flat)
        if box is None:
            continue
        shape = QPolygonF([QPointF(x, y) for x, y in flat])
        land.append(Outline(shape, box, one.country in COUNTRIES))
        if one.country == own and len(flat) > most:
            mainland, most = box, len(flat)
    largest = sorted(
        (town for country in countries for town in towns(country)[:_TOWNS]),
        key=lambda town: -town.codes,
    )
    at = projection.flat_all((town.latitude, town.longitude) for town in largest)
    names = (Name(town.name, spot, town.codes) for town, spot in zip(largest, at, strict=True))
    return Ground(projection, countries, tuple(land), mainland, tuple(names))
