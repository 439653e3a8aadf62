"""What somebody with a solver can work out: the least and the most a hidden count can be.

Nothing of the rules that hide is used: ``Reader`` takes equations, ``office`` makes them from the
pairs there could be, of which every printed count is a sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from mentorapp.domain.breakdowns import Dimension
from mentorapp.domain.report_views import At, View

#: What stands for "no limit": far more than any count of the tests.
MUCH = 10_000
Terms = Mapping[Any, int]


class Reader:
    """Knows equations between counts that are whole and not below nought."""

    def __init__(self, equations: Sequence[tuple[Terms, int]]) -> None:
        keys = dict.fromkeys(key for terms, _value in equations for key in terms)
        self._at = {key: at for at, key in enumerate(keys)}
        rows = np.zeros((len(equations), len(self._at)))
        for row, (terms, _value) in zip(rows, equations, strict=True):
            for key, factor in terms.items():
                row[self._at[key]] += factor
        values = [value for _terms, value in equations]
        self._limits = LinearConstraint(rows, values, values)

    def least_and_most(self, terms: Terms) -> tuple[int, int]:
        found = []
        for sign in (1, -1):
            wanted = np.zeros(len(self._at))
            for key, factor in terms.items():
                wanted[self._at[key]] = sign * factor
            answer = milp(
                wanted,
                integrality=np.ones(len(self._at)),
                bounds=Bounds(0, MUCH),
                constraints=self._limits,
            )
            assert answer.success, answer.message
            found.append(round(sign * answer.fun))
        return found[0], found[1]

    def width(self, terms: Terms) -> int:
        least, most = self.least_and_most(terms)
        return most - least


class Pairs:
    """All kinds of pairs there could be: by when they began and ended and how, scheme and group.

    Time is cut where any report begins or ends. ``copy`` keeps the knowledge of two days apart.
    """

    def __init__(
        self, views: Iterable[View], schemes: Sequence[str], groups: Mapping[Dimension, str]
    ) -> None:
        days = {day for one in views for day in (one.first, one.until + timedelta(days=1))}
        self._spans = list(pairwise([date.min, *sorted(days), date.max]))
        self._schemes, self._groups = schemes, groups

    def whole(self, copy: str = "") -> list[tuple[Terms, int]]:
        """The groups of every dimension are the same pairs."""
        equations: list[tuple[Terms, int]] = []
        for kind in self._kinds():
            for dimension, groups in self._groups.items():
                terms: dict[Any, int] = {(copy, *kind, dimension, one): 1 for one in groups}
                equations.append((terms | {(copy, *kind, "", ""): -1}, 0))
        return equations

    def _kinds(self) -> list[tuple[str, date, date | None, str]]:
        return [
            (scheme, begun, ended, how)
            for scheme in self._schemes
            for begun, _after in self._spans[:-1]
            for ended, how in (
                (None, ""),
                *(
                    (day, how)
                    for day, _ in self._spans
                    if day >= begun
                    for how in ("completed", "early")
                ),
            )
        ]

    def count(self, at: At, copy: str = "") -> Terms:
        """Which pairs a printed count is the sum of."""
        terms: dict[Any, int] = {}
        for kind in self._kinds():
            scheme, begun, ended, how = kind
            if at.scheme in ("", scheme) and self._is_of(at, begun, ended, how):
                terms[(copy, *kind, at.dimension, at.group)] = 1
        return terms

    def _is_of(self, at: At, begun: date, ended: date | None, how: str) -> bool:
        if at.figure == "pairings_running":
            return begun <= at.until and (ended is None or ended > at.until)
        if at.figure == "pairings_started":
            return at.first is not None and at.first <= begun <= at.until
        return (
            at.first is not None
            and ended is not None
            and at.first <= ended <= at.until
            and how
            == {"pairings_completed": "completed", "pairings_ended_early": "early"}[at.figure]
        )
