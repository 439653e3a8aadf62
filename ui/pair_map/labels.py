"""Where the names on the map stand, so that none covers another; and how long the scale bar is."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to be written ``gap`` pixels from a point; ``width`` and ``height`` are the text's."""

    text: str
    x: float
    y: float
    width: float
    height: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Rect:
    """Pixels that something takes up."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Rect") -> bool:
        """Whether the two overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, width: float, height: float) -> bool:
        """Whether all of it is in a window of this size."""
        inside_across = self.x >= 0 and self.x + self.width <= width
        return inside_across and self.y >= 0 and self.y + self.height <= height


class Room:
    """What is taken already, looked up by squares so that a thousand names take no time."""

    _SIDE = 64

    def __init__(self, taken: Iterable[Rect] = ()) -> None:
        self._squares: dict[tuple[int, int], list[Rect]] = {}
        for one in taken:
            self.take(one)

    def take(self, rect: Rect) -> None:
        """Nothing else may stand here from now on."""
        for square in self._squares_of(rect):
            self._squares.setdefault(square, []).append(rect)

    def is_free(self, rect: Rect) -> bool:
        """Whether nothing overlaps it."""
        return not any(
            one.meets(rect)
            for square in self._squares_of(rect)
            for one in self._squares.get(square, ())
        )

    def _squares_of(self, rect: Rect) -> Iterable[tuple[int, int]]:
        side = self._SIDE
        for column in range(int(rect.x // side), int((rect.x + rect.width) // side) + 1):
            for row in range(int(rect.y // side), int((rect.y + rect.height) // side) + 1):
                yield column, row


def placed(
    wishes: Iterable[Wish], room: Room, width: float, height: float, most: int
) -> list[tuple[Wish, Rect]]:
    """The names that find room in a window, in their order, each where it stands.

    Right of the point if that is free, else left, below or above; ``most`` bounds how many.
    """
    found: list[tuple[Wish, Rect]] = []
    for wish in wishes:
        if len(found) == most:
            break
        for rect in _places(wish):
            if rect.within(width, height) and room.is_free(rect):
                room.take(rect)
                found.append((wish, rect))
                break
    return found


def _places(wish: Wish) -> tuple[Rect, ...]:
    middle, across = wish.y - wish.height / 2, wish.x - wish.width / 2
    return tuple(
        Rect(x, y, wish.width, wish.height)
        for x, y in (
            (wish.x + wish.gap, middle),
            (wish.x - wish.gap - wish.width, middle),
            (across, wish.y + wish.gap),
            (across, wish.y - wish.gap - wish.height),
        )
    )


def bar_km(scale: float, most: float) -> float:
    """A round number of kilometres whose bar is as long as may be, at ``scale`` pixels to one.

    One, two or five of a power of ten, no less than a hundred metres.
    """
    fits = [
        step * power
        for power in (0.1, 1.0, 10.0, 100.0, 1000.0)
        for step in (1, 2, 5)
        if step * power * scale <= most
    ]
    return max(fits, default=0.1)
