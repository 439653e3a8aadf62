"""Which part of the flat map is seen, how large: moved, zoomed, fitted. No Qt in here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mentorapp.domain.projection import Flat

#: Pixels to the kilometre. The coast is drawn to some hundred metres: nearer shows nothing more.
FARTHEST: Final = 0.05
NEAREST: Final = 24.0
#: However few places there are, so much of the land around them is seen when all is fitted in.
_LEAST_KM: Final = 30.0
#: The middle may be moved so far from the middle of the map, or nobody would find back.
_FARTHEST_KM: Final = 4000.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the flat map, in kilometres."""

    west: float
    north: float
    east: float
    south: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.north <= other.south
            and other.north <= self.south
        )


def box_of(points: Iterable[Flat]) -> Box | None:
    """The smallest box around these; None around nothing."""
    listed = list(points)
    if not listed:
        return None
    across, down = [x for x, _ in listed], [y for _, y in listed]
    return Box(min(across), min(down), max(across), max(down))


@dataclass(frozen=True, slots=True)
class View:
    """A window of so many pixels with ``middle`` at its middle, ``scale`` pixels to a kilometre."""

    width: float
    height: float
    middle: Flat = (0.0, 0.0)
    scale: float = 2.0

    def to_screen(self, flat: Flat) -> tuple[float, float]:
        """The pixel at which a point of the map is seen."""
        return (
            self.width / 2 + (flat[0] - self.middle[0]) * self.scale,
            self.height / 2 + (flat[1] - self.middle[1]) * self.scale,
        )

    def to_flat(self, x: float, y: float) -> Flat:
        """The point of the map that is seen at a pixel."""
        return (
            self.middle[0] + (x - self.width / 2) / self.scale,
            self.middle[1] + (y - self.height / 2) / self.scale,
        )

    def moved(self, x: float, y: float) -> "View":
        """The map drawn along by so many pixels."""
        return self._seen(
            self.middle[0] - x / self.scale, self.middle[1] - y / self.scale, self.scale
        )

    def zoomed(self, times: float, x: float, y: float) -> "View":
        """So many times as large; what is seen at the pixel stays there."""
        scale = min(NEAREST, max(FARTHEST, self.scale * times))
        held = self.to_flat(x, y)
        return self._seen(
            held[0] - (x - self.width / 2) / scale, held[1] - (y - self.height / 2) / scale, scale
        )

    def resized(self, width: float, height: float) -> "View":
        """The same middle in a window of another size."""
        return replace(self, width=width, height=height)

    def fitted(self, box: Box, margin: float) -> "View":
        """All of the box, with a margin of pixels."""
        middle = (box.west + box.east) / 2, (box.north + box.south) / 2
        scale = self._scale(box.east - box.west, box.south - box.north, margin)
        return self._seen(*middle, scale)

    def holding(self, flat: Flat, margin: float) -> "View":
        """The same, moved no more than it takes to see a point."""
        x, y = self.to_screen(flat)
        left, top = min(margin, self.width / 2), min(margin, self.height / 2)
        across = min(0.0, self.width - left - x) + max(0.0, left - x)
        down = min(0.0, self.height - top - y) + max(0.0, top - y)
        return self if not across and not down else self.moved(across, down)

    def box(self) -> Box:
        """What is seen."""
        west, north = self.to_flat(0, 0)
        east, south = self.to_flat(self.width, self.height)
        return Box(west, north, east, south)

    def _scale(self, across: float, down: float, margin: float) -> float:
        width = max(1.0, self.width - 2 * margin)
        height = max(1.0, self.height - 2 * margin)
        wished = min(width / max(across, _LEAST_KM), height / max(down, _LEAST_KM))
        return min(NEAREST, max(FARTHEST, wished))

    def _seen(self, x: float, y: float, scale: float) -> "View":
        far = _FARTHEST_KM
        middle = min(far, max(-far, x)), min(far, max(-far, y))
        return replace(self, middle=middle, scale=scale)
