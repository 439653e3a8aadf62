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

from mentorapp.domain.breakdowns import MEETINGS, MINUTES, RAN, Dimension, wide
from mentorapp.domain.report_views import At, Cells, View
from mentorapp.domain.small_numbers import LEAST

#: What stands for "no limit": far more than any count of the tests.
MUCH = 100_000
#: What pairs did, which is counted by the days on which they did it.
DONE = (MEETINGS, MINUTES)
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
        for kind in (*self._kinds(), *self._done()):
            for dimension, groups in self._groups.items():
                terms: dict[Any, int] = {(copy, *kind, dimension, one): 1 for one in groups}
                equations.append((terms | {(copy, *kind, "", ""): -1}, 0))
        return equations

    def _done(self) -> list[tuple[str, str, date]]:
        return [
            (figure, scheme, day)
            for figure in DONE
            for scheme in self._schemes
            for day, _after in self._spans[:-1]
        ]

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
        if at.figure in DONE:
            assert at.first is not None
            return {
                (copy, *kind, at.dimension, at.group): 1
                for kind in self._done()
                if kind[0] == at.figure
                and at.scheme in ("", kind[1])
                and at.first <= kind[2] <= at.until
            }
        for kind in self._kinds():
            scheme, begun, ended, how = kind
            if at.scheme in ("", scheme) and self._is_of(at, begun, ended, how):
                terms[(copy, *kind, at.dimension, at.group)] = 1
        return terms

    def _is_of(self, at: At, begun: date, ended: date | None, how: str) -> bool:
        if at.figure == "pairings_running":
            return begun <= at.until and (ended is None or ended > at.until)
        if at.figure == RAN:
            assert at.first is not None
            return begun <= at.until and (ended is None or ended >= at.first)
        if at.figure == "pairings_started":
            return at.first is not None and at.first <= begun <= at.until
        return (
            at.first is not None
            and ended is not None
            and at.first <= ended <= at.until
            and how
            == {"pairings_completed": "completed", "pairings_ended_early": "early"}[at.figure]
        )


def hidden_and_shown(report: Cells, figures: Sequence[str]) -> tuple[list[At], dict[At, int]]:
    """What stands in the tables as hidden, and every number that the report has."""
    tables = {(one.dimension, figure) for one in report.tables for figure in one.columns}
    every = report.told.shown
    return (
        [at for at, n in every.items() if n is None and (at.dimension, at.figure) in tables],
        {at: n for at, n in every.items() if n is not None and at.figure in figures},
    )


def terms_of(pairs: Pairs, report: Cells, at: At, copy: str = "") -> Terms:
    """A row of several groups is all of them."""
    members = next((one.members for one in report.tables if one.dimension == at.dimension), {})
    found: dict[object, int] = {}
    for group in members.get(at.group, (at.group,)):
        found |= pairs.count(at._replace(group=group), copy)
    return found


def narrow(
    reports: Sequence[Cells],
    schemes: Sequence[str],
    groups: Mapping[Dimension, str],
    figures: Sequence[str],
) -> list[str]:
    """The hidden cells that all reports together place within less than the threshold, though the
    totals on the first page of the last one do not.
    """
    pairs = Pairs([one.view for one in reports], schemes, groups)

    def reader(*, tables_of_last: bool) -> Reader:
        equations = pairs.whole()
        for report in reports:
            _hidden, shown = hidden_and_shown(report, figures)
            equations += [
                (terms_of(pairs, report, at), n)
                for at, n in shown.items()
                if tables_of_last or report is not reports[-1] or not at.dimension
            ]
        return Reader(equations)

    every = reader(tables_of_last=True)
    found = []
    for report in reports:
        for at in hidden_and_shown(report, figures)[0]:
            terms = terms_of(pairs, report, at)
            width = every.width(terms)
            if width < wide(at.figure, LEAST) and width < reader(tables_of_last=False).width(terms):
                found.append(str(at))
    return found
