"""What a solver hands back: who is with whom, and the prices that prove it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """``mate`` int32 (newcomers,) is each newcomer's mentor or -1; ``prices`` int64 (mentors,).

    ``method`` says in a few letters who found it.
    """

    mate: NDArray[np.int32]
    prices: NDArray[np.int64]
    method: str
