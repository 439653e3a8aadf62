"""What a change of a standing did."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Change:
    """What a change did: pairs (newcomer, mentor) that are no more, and new ones, both sorted.

    Number and total of all pairs, locked ones too, before and after. ``method`` is "path" or, where
    everything was solved anew, the solver's name. The lowest scores of a pair, locked ones too,
    are told under "fair".
    """

    lost: tuple[tuple[int, int], ...]
    won: tuple[tuple[int, int], ...]
    number_before: int
    number_after: int
    total_before: int
    total_after: int
    certified: bool
    method: str
    lowest_before: int | None = None
    lowest_after: int | None = None

    @property
    def pairs_lost(self) -> int:
        """Fewer pairs by so many; negative: more."""
        return self.number_before - self.number_after

    @property
    def total_lost(self) -> int:
        """A lower total by so much; negative: higher."""
        return self.total_before - self.total_after

    @property
    def worst_lost(self) -> int:
        """A lower lowest score by so much; negative: higher, 0 where that is no goal."""
        if self.lowest_before is None or self.lowest_after is None:
            return 0
        return self.lowest_before - self.lowest_after


def differences(
    before: NDArray[np.int64], after: NDArray[np.int64]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Pairs that are no more, and new ones, from each newcomer's mentor before and after.

    -1 is nobody; afterwards there may be newcomers more than before.
    """
    more = np.full(len(after) - len(before), -1, dtype=np.int64)
    before = np.concatenate((before, more))
    moved = np.flatnonzero(before != after).tolist()
    lost = tuple((one, int(before[one])) for one in moved if before[one] >= 0)
    won = tuple((one, int(after[one])) for one in moved if after[one] >= 0)
    return lost, won
