"""Pairs that are judged together, and what judges them."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.columns import PairTable

Points = NDArray[np.int32]
Pairs = NDArray[np.int64]


class Batch(NamedTuple):
    """Pairs to be judged: places of newcomers and mentors, and the squares of their distances."""

    newcomers: Pairs
    mentors: Pairs
    squares: NDArray[np.float64] | None


class Feature(Protocol):
    """One or more criteria over arrays."""

    def add(self, batch: Batch, points: Points) -> None:
        """Add what each pair gets, times its weight."""


def looked_up(table: PairTable, batch: Batch) -> Pairs:
    """Where the pairs stand in the table's values."""
    at = table.newcomers.take(batch.newcomers)
    at += table.mentors.take(batch.mentors)
    return at
