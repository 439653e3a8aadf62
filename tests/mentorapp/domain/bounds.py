"""What somebody with a solver can work out: the least and the most a hidden count can be."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from mentorapp.domain.hidden_cells import Sum

#: What stands for "no limit": far more than any count of the tests.
MUCH = 10_000


class Reader:
    """Knows every sum there is, and of the counts those that were shown; integers from nought."""

    def __init__(
        self,
        keys: Iterable[Hashable],
        sums: Sequence[Sum[Hashable]],
        known: Mapping[Hashable, int],
    ) -> None:
        self.at = {key: at for at, key in enumerate(keys)}
        rows = np.zeros((max(len(sums), 1), len(self.at)))
        for row, one in zip(rows, sums, strict=False):
            for key in one.wholes:
                row[self.at[key]] += 1
            for key in one.parts:
                row[self.at[key]] -= 1
        low, high = np.zeros(len(self.at)), np.full(len(self.at), float(MUCH))
        for key, count in known.items():
            low[self.at[key]] = high[self.at[key]] = count
        self.sums, self.limits = LinearConstraint(rows, 0, 0), Bounds(low, high)

    def least_and_most(self, key: Hashable) -> tuple[int, int]:
        found = []
        for sign in (1, -1):
            wanted = np.zeros(len(self.at))
            wanted[self.at[key]] = sign
            answer = milp(
                wanted,
                integrality=np.ones(len(self.at)),
                bounds=self.limits,
                constraints=self.sums,
            )
            assert answer.success, answer.message
            found.append(round(sign * answer.fun))
        return found[0], found[1]

    def width(self, key: Hashable) -> int:
        least, most = self.least_and_most(key)
        return most - least
