"""The must-rules of ``rules`` for many pairs at once.

Each rule is an ``Allows``: it strikes out pairs of a block of newcomers against all mentors, in
buffers that are used again, and it tells for chosen people which pairs it stops. A test holds that
both say what the rule for one pair says.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mentorapp.matching.columns import Bits, PairTable, smallest

Picked = NDArray[np.int64]
Stops = NDArray[np.bool_]


class Scratch:
    """Buffers of one block: a fresh array of some megabytes costs more than to fill it."""

    def __init__(self, rows: int, columns: int) -> None:
        self._shape = rows, columns
        self._known: dict[tuple[Any, int], NDArray[Any]] = {}

    def squares(self, rows: int) -> NDArray[np.float64]:
        """Of the block's distances, filled before the rules are asked."""
        return self.of(np.float64, rows, 1)

    def of(self, kind: DTypeLike, rows: int, which: int = 0) -> NDArray[Any]:
        """A buffer of ``rows`` rows, with whatever is left in it."""
        key = np.dtype(kind), which
        if key not in self._known:
            self._known[key] = np.empty(self._shape, dtype=kind)
        return self._known[key][:rows]


class Allows(Protocol):
    """A must-rule over arrays."""

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:
        """Set False what is stopped among ``rows`` of newcomers and all mentors."""

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        """(newcomers, mentors): which pairs of the chosen people are stopped."""


class Bars(NamedTuple):
    """Stopped where both have a bit in common: what one lacks and the other asks for."""

    newcomers: Bits
    mentors: Bits

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:
        common = scratch.of(self.mentors.dtype, len(allowed))
        free = scratch.of(np.bool_, len(allowed), 1)
        np.bitwise_and(self.newcomers[rows, None], self.mentors, out=common)
        np.equal(common, 0, out=free)
        allowed &= free

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        stopped: Stops = (self.newcomers[newcomers, None] & self.mentors[mentors]) != 0
        return stopped


class InCommon(NamedTuple):
    """Stopped where no word has a bit in common."""

    newcomers: Sequence[Bits]
    mentors: Sequence[Bits]

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:
        shared = scratch.of(np.bool_, len(allowed), 1)
        for at, (ours, theirs) in enumerate(zip(self.newcomers, self.mentors, strict=True)):
            common = scratch.of(theirs.dtype, len(allowed))
            np.bitwise_and(ours[rows, None], theirs, out=common)
            if at == 0:
                np.not_equal(common, 0, out=shared)
            else:
                shared |= common != 0
        allowed &= shared

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        found = np.ones((len(newcomers), len(mentors)), dtype=np.bool_)
        for ours, theirs in zip(self.newcomers, self.mentors, strict=True):
            found &= (ours[newcomers, None] & theirs[mentors]) == 0
        return found


class NoPoints(NamedTuple):
    """Stopped where two profiles make 0 of each other."""

    table: PairTable

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:
        at = scratch.of(np.int64, len(allowed))
        np.add(self.table.newcomers[rows, None], self.table.mentors, out=at)
        allowed &= self.table.values.take(at) != 0

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        at = self.table.newcomers[newcomers, None] + self.table.mentors[mentors]
        stopped: Stops = self.table.values[at] == 0
        return stopped


class Listed(NamedTuple):
    """Stopped pair by pair: ``newcomers`` ascending, ``mentors`` beside them."""

    newcomers: Picked
    mentors: Picked

    def strike(self, rows: slice, allowed: Stops, scratch: Scratch) -> None:  # noqa: ARG002
        first, last = np.searchsorted(self.newcomers, (rows.start, rows.stop))
        allowed[self.newcomers[first:last] - rows.start, self.mentors[first:last]] = False

    def stops(self, newcomers: Picked, mentors: Picked) -> Stops:
        found = np.zeros((len(newcomers), len(mentors)), dtype=np.bool_)
        if len(self.newcomers):
            row = np.full(int(max(self.newcomers.max(), newcomers.max(initial=0))) + 1, -1)
            column = np.full(int(max(self.mentors.max(), mentors.max(initial=0))) + 1, -1)
            row[newcomers] = np.arange(len(newcomers))
            column[mentors] = np.arange(len(mentors))
            rows, columns = row[self.newcomers], column[self.mentors]
            here = (rows >= 0) & (columns >= 0)
            found[rows[here], columns[here]] = True
        return found


def bars(flags: Sequence[tuple[Stops, Stops]]) -> list[Bars]:
    """Flags of newcomers and mentors that stop each other, as few words as they fit in."""
    live = [pair for pair in flags if pair[0].any() and pair[1].any()]
    found = []
    for first in range(0, len(live), 32):
        part = live[first : first + 32]
        kind = smallest(len(part))
        sides = [
            sum(
                (pair[side].astype(kind) << kind(place) for place, pair in enumerate(part)), kind(0)
            )
            for side in (0, 1)
        ]
        found.append(Bars(np.asarray(sides[0], dtype=kind), np.asarray(sides[1], dtype=kind)))
    return found
