"""The cells of a period's tables, and how they hang together with each other and with what was
printed before.

Every table has the total of the first page. Over days: a year is the sum of its quarters, and two
periods that overlap are made of the same stretches of days. Over schemes: the whole office is the
schemes that had a report of their own, and the rest. Between a day and a later one: what runs then
and has ended since is what ran before and has begun since.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise

from mentorapp.domain.breakdowns import (
    COLUMNS,
    COMPLETED,
    ENDED_EARLY,
    OF_PAIRS,
    ON_A_DAY,
    OPEN,
    RUNNING,
    STARTED,
    Amount,
    Dimension,
    amounts,
    wide,
)
from mentorapp.domain.hidden_cells import Cell, Sum, told
from mentorapp.domain.report_views import At, Cells, Printed, TableCells, View
from mentorapp.domain.statistics import Facts

_DAY = timedelta(days=1)
#: Reports that ended so long before are not looked through: too much has come and gone since.
LOOKED_BACK = timedelta(days=400)
#: Not in any report: all schemes but those that had one.
_REST = "rest"
_PAIR_FIGURES = (STARTED, RUNNING, COMPLETED, ENDED_EARLY)


def figures_of(dimension: Dimension, scheme: str) -> tuple[str, ...]:
    """The columns of a table in a report on one scheme or on all; none is no table."""
    if not scheme:
        return COLUMNS[dimension]
    if dimension is Dimension.SCHEME:
        return ()
    return tuple(one for one in COLUMNS[dimension] if one in OF_PAIRS)


def cells_of(
    facts: Facts,
    view: View,
    beside: Iterable[View] = (),
    earlier: Sequence[Printed] = (),
    least: int = 5,
) -> Cells:
    """What may be shown of ``view``. ``beside`` are periods whose totals are printed with it,
    ``earlier`` what was printed in other reports and in this one before.
    """
    made = _Made(facts, view, tuple(beside), _near(view, earlier), least)
    found = told(made.cells, made.sums, [dict(one) for one in made.earlier])
    tables = tuple(
        TableCells(
            one.dimension,
            tuple(f for f in one.columns if _column(one.dimension, f) not in found.untold),
            one.groups,
            one.members,
        )
        for one in made.tables
    )
    return Cells(view, tables, found)


def _near(view: View, earlier: Sequence[Printed]) -> list[Printed]:
    since = view.first - LOOKED_BACK
    kept = ({at: n for at, n in one.items() if at.until >= since} for one in earlier)
    return [one for one in kept if one]


def _column(dimension: str, figure: str) -> str:
    return f"{dimension}.{figure}"


class _Made:
    """Cells and sums, made step by step."""

    def __init__(
        self,
        facts: Facts,
        view: View,
        beside: tuple[View, ...],
        earlier: Sequence[Printed],
        least: int,
    ) -> None:
        self.cells: dict[At, Cell] = {}
        self.sums: list[Sum[At]] = []
        self.tables: list[TableCells] = []
        self.earlier = earlier
        self._facts, self._view, self._least = facts, view, least
        self._amounts: dict[tuple[date | None, date, str, str, str], dict[str, Amount]] = {}
        keys = {at for one in earlier for at in one}
        self._pages = {one.at(figure) for one in (view, *beside) for figure in _every_figure()}
        self._pages |= {at for at in keys if not at.dimension}
        self._views = {view} | {
            View(at.first, at.until, at.scheme) for at in keys if at.first and at.dimension
        }
        self._schemes = sorted({one.scheme for one in self._views if one.scheme})
        for dimension in COLUMNS:
            if figures_of(dimension, view.scheme):
                self._lay_out(dimension)
        for dimension in COLUMNS:
            if dimension not in OPEN:
                self._tie(dimension)
        for one in self._views - {view}:
            self._others_of(one)

    # What is printed now

    def _lay_out(self, dimension: Dimension) -> None:
        figures = figures_of(dimension, self._view.scheme)
        found = {one: self._of(self._view.at(one), dimension) for one in figures}
        groups = sorted({group for counts in found.values() for group in counts})
        alone = [
            group
            for group in groups
            if dimension not in (Dimension.MUNICIPALITY, Dimension.ORGANISATION)
            or any(self._stands(found[one].get(group), one, dimension) for one in figures)
        ]
        others = tuple(group for group in groups if group not in alone)
        rows = [*alone, *([_others(others)] if others else [])]
        self.tables.append(
            TableCells(dimension, figures, tuple(rows), {rows[-1]: others} if others else {})
        )
        for figure in figures:
            for group in rows:
                at = self._view.at(figure, dimension, group)
                self._put(at, others if group.startswith("+") else (group,), printed=True)
            for group in set(self._groups(dimension)) - set(groups):
                # Whoever sees no row knows that there is nobody.
                at = self._view.at(figure, dimension, group)
                self.cells[at] = Cell(0, column="page", pinned=True)

    def _stands(self, amount: Amount | None, figure: str, dimension: str) -> bool:
        return bool(amount and amount.count and not amount.small(figure, dimension, self._least))

    def _others_of(self, view: View) -> None:
        """Rows of an earlier report that were too small to stand alone, as a sum of those."""
        for report in self.earlier:
            for at in report:
                if at.group.startswith("+") and (at.until, at.scheme) == (view.until, view.scheme):
                    named = {
                        one.group
                        for one in report
                        if one._replace(group="") == at._replace(group="")
                    }
                    every = self._of(at._replace(dimension="", group=""), at.dimension)
                    self._put(at, tuple(sorted(set(every) - named)))

    # How it hangs together

    def _tie(self, dimension: Dimension) -> None:
        figures = [one for one in COLUMNS[dimension] if one not in _PAIR_FIGURES]
        figures += _PAIR_FIGURES if RUNNING in COLUMNS[dimension] else ()
        scopes = ["", *self._schemes] if any(not v.scheme for v in self._views) else self._schemes
        for figure in figures:
            for scheme in scopes:
                if not scheme or figure in OF_PAIRS:
                    self._tie_days(dimension, figure, scheme)
            if "" in scopes and self._schemes and figure in OF_PAIRS:
                self._tie_schemes(dimension, figure)
        for scheme in scopes:
            self._tie_running(dimension, scheme)

    def _stretches(self) -> list[tuple[date, date]]:
        """The days of all reports, cut where any of them begins or ends."""
        cuts = sorted({day for one in self._views for day in (one.first, one.until + _DAY)})
        return [
            (first, after - _DAY)
            for first, after in pairwise(cuts)
            if any(one.first <= first and after - _DAY <= one.until for one in self._views)
        ]

    def _days(self, figure: str) -> list[tuple[date | None, date]]:
        """Each stretch, or, for what is counted on a day, the days at their ends."""
        if figure not in ON_A_DAY:
            return [*self._stretches()]
        ends = {until for _first, until in self._stretches()}
        if figure == RUNNING:
            ends |= {first - _DAY for first, _until in self._stretches()}
        return [(None, day) for day in sorted(ends)]

    def _tie_days(self, dimension: str, figure: str, scheme: str) -> None:
        for first, until in self._days(figure):
            self._add_up(At(first, until, scheme, figure), dimension)
        if figure in ON_A_DAY:
            return
        for view in sorted(self._views):
            if view.scheme != scheme:
                continue
            within = [
                (first, until)
                for first, until in self._stretches()
                if view.first <= first and until <= view.until
            ]
            if len(within) > 1:
                for group in self._groups(dimension):
                    whole = view.at(figure, dimension, group)
                    self._put(whole, (group,))
                    parts = [whole._replace(first=a, until=b) for a, b in within]
                    for part in parts:
                        self._put(part, (group,))
                    self.sums.append(Sum((whole,), tuple(parts)))
                self._add_up(view.at(figure), dimension)

    def _tie_schemes(self, dimension: str, figure: str) -> None:
        for first, until in self._days(figure):
            for group in self._groups(dimension):
                whole = At(first, until, "", figure, dimension, group)
                parts = [whole._replace(scheme=one) for one in (*self._schemes, _REST)]
                for at in (whole, *parts):
                    self._put(at, (group,))
                self.sums.append(Sum((whole,), tuple(parts)))

    def _tie_running(self, dimension: str, scheme: str) -> None:
        if RUNNING not in COLUMNS[Dimension(dimension)]:
            return
        for first, until in self._stretches():
            for group in self._groups(dimension):
                then = At(None, first - _DAY, scheme, RUNNING, dimension, group)
                now = then._replace(until=until)
                begun = At(first, until, scheme, STARTED, dimension, group)
                ended = [begun._replace(figure=one) for one in (COMPLETED, ENDED_EARLY)]
                for at in (then, now, begun, *ended):
                    self._put(at, (group,))
                self.sums.append(Sum((now, *ended), (then, begun)))

    def _add_up(self, total: At, dimension: str) -> None:
        self._put_total(total)
        parts = [total._replace(dimension=dimension, group=one) for one in self._groups(dimension)]
        for at in parts:
            self._put(at, (at.group,))
        self.sums.append(Sum((total,), tuple(parts)))

    # Counting

    def _groups(self, dimension: str) -> list[str]:
        """Every group that anybody is in."""
        facts = self._facts
        found = {one.groups.get(dimension, "") for one in (*facts.mentors, *facts.newcomers)}
        return sorted(found | {one.groups.get(dimension, "") for one in facts.pairings})

    def _of(self, total: At, dimension: str) -> dict[str, Amount]:
        first, until, scheme, figure = total[:4]
        key = (first, until, scheme, figure, dimension)
        if key not in self._amounts:
            if scheme == _REST:
                found = dict(self._of(total._replace(scheme=""), dimension))
                for one in self._schemes:
                    for group, less in self._of(total._replace(scheme=one), dimension).items():
                        minus = Amount(-less.count, -less.protected, -less.of)
                        found[group] = found[group] + minus
            else:
                found = amounts(self._facts, figure, first, until, scheme, dimension)
            self._amounts[key] = found
        return self._amounts[key]

    def _put_total(self, at: At) -> None:
        if at not in self.cells:
            amount = sum(self._of(at, "").values(), Amount())
            shown = at in self._pages
            self.cells[at] = Cell(amount.count, column="page" if shown else "", pinned=shown)

    def _put(self, at: At, groups: tuple[str, ...], *, printed: bool = False) -> None:
        if at in self.cells:
            return
        counts = self._of(at._replace(dimension="", group=""), at.dimension)
        amount = sum((counts.get(one, Amount()) for one in groups), Amount())
        opened = at.dimension in OPEN
        self.cells[at] = Cell(
            amount.count,
            small=not opened and amount.small(at.figure, at.dimension, self._least),
            column=_column(at.dimension, at.figure) if printed else "",
            pinned=printed and opened,
            wide=wide(at.figure, self._least),
        )
        if at.group.startswith("+"):
            members = tuple(at._replace(group=one) for one in groups)
            for member in members:
                self._put(member, (member.group,))
            self.sums.append(Sum((at,), members))


def _others(groups: Iterable[str]) -> str:
    """A key that tells which rows are together, without telling them."""
    return "+" + sha256("|".join(groups).encode()).hexdigest()[:12]


def _every_figure() -> set[str]:
    return {figure for columns in COLUMNS.values() for figure in columns}
