"""Where marks and lines are on the screen, for the painter and for the mouse."""

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mentorapp.operations.pair_map import Shown, Spot
from ui.pair_map.glyphs import radius
from ui.pair_map.lines import MapLine, nearest
from ui.pair_map.scene import Scene
from ui.pair_map.view import Box, View

#: A mark is hit so far from its middle, however small it is: 24 pixels across, WCAG 2.5.8.
_TARGET = 12.0
_LINE_TARGET = 7.0
#: A place that only pairs have an end in.
_END = 4.5
_MARGIN = 60.0
#: So many places in sight have marks of full size; of more they shrink, so that a country full of
#: them is no heap.
_ROOMY, _SMALLEST = 80, 0.3
#: So far outside the marks run the rings of pairs within a place.
_RINGS = {Shown.PAIRS: 4.0, Shown.PROPOSALS: 9.0}

Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle, a diamond, or the small ring of a place with nothing but pairs."""

    kind: Shown
    x: float
    y: float
    size: float
    many: int


@dataclass(frozen=True, slots=True)
class LaidSpot:
    """A place on the screen; ``reach`` is how far its marks and rings go from its point."""

    index: int
    x: float
    y: float
    reach: float
    marks: tuple[Mark, ...]

    def away(self, x: float, y: float) -> float | None:
        """How far a pixel lies from the nearest mark; None when it hits none."""
        far = [(math.hypot(mark.x - x, mark.y - y), max(mark.size, _TARGET)) for mark in self.marks]
        hits = [distance for distance, reach in far if distance <= reach]
        return min(hits, default=None)


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line on the screen; that of pairs within a place is a ring round it."""

    line: MapLine
    one: Pixel
    other: Pixel
    ring: float


@dataclass(frozen=True, slots=True)
class Laid:
    """What is on the screen, the largest places first."""

    spots: tuple[LaidSpot, ...]
    lines: tuple[LaidLine, ...]

    def spot_at(self, x: float, y: float) -> int | None:
        """The index of the place whose mark is nearest to a pixel."""
        hits = [(away, spot.index) for spot in self.spots if (away := spot.away(x, y)) is not None]
        return min(hits)[1] if hits else None

    def line_at(self, x: float, y: float) -> MapLine | None:
        """The line that passes nearest to a pixel."""
        straight = [one for one in self.lines if not one.line.within]
        at = nearest((x, y), [(one.one, one.other) for one in straight], _LINE_TARGET)
        return straight[at].line if at is not None else None


def is_shown(spot: Spot, shown: Collection[Shown]) -> bool:
    """Whether a place has any of what is shown."""
    return spot.many(shown) > 0


def laid_out(scene: Scene, view: View, shown: Collection[Shown]) -> Laid:
    """Everything of these kinds that can be seen in the view."""
    reach: dict[int, float] = {}
    spots, seen = tuple(_spots(scene, view, shown, reach)), view.box()
    lines = tuple(
        _line(line, view.to_screen(scene.at[line.one]), view.to_screen(scene.at[line.other]), reach)
        for line in scene.lines
        if line.kind in shown and _is_seen(scene, line, seen)
    )
    return Laid(spots, lines)


def _spots(
    scene: Scene, view: View, shown: Collection[Shown], reach: dict[int, float]
) -> Iterator[LaidSpot]:
    """The places in sight; ``reach`` is told how far the marks of each go."""
    rings = {
        kind: {line.one for line in scene.lines if line.within and line.kind is kind}
        for kind in _RINGS
        if kind in shown
    }
    found = [
        (index, spot, at)
        for index, (spot, at) in enumerate(
            zip(scene.found.spots, map(view.to_screen, scene.at), strict=True)
        )
        if -_MARGIN < at[0] < view.width + _MARGIN
        and -_MARGIN < at[1] < view.height + _MARGIN
        and is_shown(spot, shown)
    ]
    part = max(_SMALLEST, min(1.0, math.sqrt(_ROOMY / max(1, len(found)))))
    for index, spot, at in found:
        marks = _marks(spot, shown, at, part)
        reach[index] = max(abs(mark.x - at[0]) + mark.size for mark in marks)
        around = max((_RINGS[kind] for kind, those in rings.items() if index in those), default=0.0)
        yield LaidSpot(index, *at, reach[index] + around, marks)


def _marks(spot: Spot, shown: Collection[Shown], at: Pixel, part: float) -> tuple[Mark, ...]:
    """The circle left of the diamond, so that the two meet over the place."""
    waiting = len(spot.waiting) if Shown.WAITING in shown else 0
    free = len(spot.free) if Shown.FREE in shown else 0
    left, right = part * radius(waiting), part * radius(free)
    both = bool(waiting and free)
    x, y = at
    found = []
    if waiting:
        found.append(Mark(Shown.WAITING, x - left * both, y, left, waiting))
    if free:
        found.append(Mark(Shown.FREE, x + right * 1.1 * both, y, right, free))
    return tuple(found) or (Mark(Shown.PAIRS, x, y, part * _END, 0),)


def _is_seen(scene: Scene, line: MapLine, seen: Box) -> bool:
    one, other = scene.at[line.one], scene.at[line.other]
    return (
        max(one[0], other[0]) >= seen.west
        and min(one[0], other[0]) <= seen.east
        and max(one[1], other[1]) >= seen.north
        and min(one[1], other[1]) <= seen.south
    )


def _line(line: MapLine, one: Pixel, other: Pixel, reach: dict[int, float]) -> LaidLine:
    """Proposals run a little beside the pairs of the same two places."""
    if line.within:
        return LaidLine(line, one, other, reach.get(line.one, _END) + _RINGS[line.kind])
    if line.kind is Shown.PROPOSALS:
        dx, dy = other[0] - one[0], other[1] - one[1]
        length = math.hypot(dx, dy) or 1.0
        across = (-dy / length * 5, dx / length * 5)
        one, other = ((x + across[0], y + across[1]) for x, y in (one, other))
    return LaidLine(line, one, other, 0.0)
