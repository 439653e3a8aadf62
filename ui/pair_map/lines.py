"""Pairs between the same two places as one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorapp.operations.pair_map import Bound, Shown


@dataclass(frozen=True, slots=True)
class MapLine:
    """All pairs, or all proposals, between two places; `one` and `other` are their indices.

    Both are the same for pairs that need not travel: they are a ring round the place.
    """

    one: int
    other: int
    kind: Shown
    bounds: tuple[Bound, ...]

    @property
    def within(self) -> bool:
        """Whether both halves live in one place."""
        return self.one == self.other

    @property
    def km(self) -> int:
        """How far the two places are apart."""
        return self.bounds[0].km


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place or the line that is looked at; neither at first."""

    spot: int | None = None
    line: MapLine | None = None

    def fades(self, line: MapLine) -> bool:
        """Whether a line steps back behind what is chosen."""
        if self.line is not None:
            return line is not self.line
        return self.spot is not None and self.spot not in {line.one, line.other}


def lines_of(bounds: Iterable[Bound]) -> tuple[MapLine, ...]:
    """The thinnest first: thick ones are painted above them."""
    found: dict[tuple[int, int, Shown], list[Bound]] = {}
    for bound in bounds:
        one, other = sorted((bound.mentor_at, bound.newcomer_at))
        found.setdefault((one, other, bound.kind), []).append(bound)
    made = [MapLine(one, other, kind, tuple(some)) for (one, other, kind), some in found.items()]
    return tuple(sorted(made, key=lambda line: len(line.bounds)))


def beside(
    point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> float:
    """How far a point lies from the line between two others."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    px, py = point[0] - one[0], point[1] - one[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)


def nearest(
    point: tuple[float, float],
    ends: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    within: float,
) -> int | None:
    """Which of the lines passes a point the nearest; None when none does so within the pixels."""
    far = [beside(point, *one) for one in ends]
    best = min(range(len(far)), key=far.__getitem__, default=None)
    return best if best is not None and far[best] <= within else None
