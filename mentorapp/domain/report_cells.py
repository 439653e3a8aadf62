"""The cells of a period's tables, and how they hang together with each other and with what was
printed before.

Every table has the total of the first page. Over days: a year is the sum of its quarters, and two
periods that overlap are made of the same stretches of days. Over schemes: the whole office is the
schemes that had a report of their own, and the rest. Between a day and a later one: what runs then
and has ended since is what ran before and has begun since.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from mentorapp.domain.breakdowns import (
    COLUMNS,
    COMPLETED,
    ENDED_EARLY,
    OF_PAIRS,
    ON_A_DAY,
    OPEN,
    RAN,
    RUNNING,
    STARTED,
    Amount,
    Dimension,
    Tally,
    dated,
    wide,
)
from mentorapp.domain.hidden_cells import Cell, Sum, Told, told
from mentorapp.domain.report_counts import REST, Counts, together_key
from mentorapp.domain.report_views import At, Cells, Printed, TableCells, View
from mentorapp.domain.statistics import Facts

_DAY = timedelta(days=1)
#: Reports that ended so long before are not looked through: too much has come and gone since.
LOOKED_BACK = timedelta(days=400)
_PAIR_FIGURES = (STARTED, RUNNING, COMPLETED, ENDED_EARLY)


def figures_of(dimension: str, figures: tuple[str, ...], scheme: str) -> tuple[str, ...]:
    """The columns of a table in a report on one scheme or on all; none is no table."""
    if not scheme:
        return figures
    if dimension == Dimension.SCHEME:
        return ()
    return tuple(one for one in figures if one in OF_PAIRS)


def cells_of(
    facts: Facts,
    view: View,
    beside: Iterable[View] = (),
    earlier: Sequence[Printed] = (),
    least: int = 5,
    *,
    columns: Mapping[Dimension, tuple[str, ...]] | None = None,
    tallies: Sequence[Tally] = (),
    merged: bool = True,
) -> Cells:
    """What may be shown of ``view``. ``beside`` are periods whose totals are printed with it,
    ``earlier`` what was printed in other reports and in this one before.

    ``columns`` are the tables with their columns, all of the report on a period where none are
    named; ``merged`` lays the places too small to stand alone together in one row.
    """
    asked = COLUMNS if columns is None else columns
    laid = {dated(one, view.until): figures for one, figures in asked.items()}
    made = _Made(
        facts, view, tuple(beside), _near(view, earlier), least, laid, tallies, merged=merged
    )
    found = told(made.cells, made.sums, [dict(one) for one in made.earlier])
    tables = tuple(
        TableCells(
            one.dimension,
            tuple(f for f in one.columns if _column(one.dimension, f) not in found.untold),
            tuple(group for group in one.groups if _is_told(one, group, view, found)),
            one.members,
        )
        for one in made.tables
    )
    return Cells(view, tables, found)


def _is_told(table: TableCells, group: str, view: View, found: Told[At]) -> bool:
    """Whether a row has anything but noughts."""
    return any(
        found.shown[view.at(figure, table.dimension, group)] != 0
        for figure in table.columns
        if _column(table.dimension, figure) not in found.untold
    )


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
        columns: Mapping[str, tuple[str, ...]],
        tallies: Sequence[Tally],
        *,
        merged: bool,
    ) -> None:
        self.cells: dict[At, Cell] = {}
        self.sums: list[Sum[At]] = []
        self.tables: list[TableCells] = []
        self.earlier = earlier
        self._view, self._least, self._merged = view, least, merged
        keys = {at for one in earlier for at in one}
        # Other columns of the same rows may have been printed: they hang together with these.
        self._columns = {
            dimension: frozenset(figures) | {at.figure for at in keys if at.dimension == dimension}
            for dimension, figures in columns.items()
        }
        every = {one for figures in columns.values() for one in figures}
        every |= {one.figure for one in tallies}
        self._pages = {one.at(figure) for one in (view, *beside) for figure in every}
        told = {(one.dimension, one.figure) for one in tallies}
        self._pages |= {at for at in keys if not at.dimension}
        self._views = {view} | {
            View(at.first, at.until, at.scheme)
            for at in keys
            if at.first and (at.dimension in columns or (at.dimension, at.figure) in told)
        }
        self._schemes = sorted({one.scheme for one in self._views if one.scheme})
        self._counts = Counts(facts, tallies, self._schemes)
        for dimension, figures in columns.items():
            if own := figures_of(dimension, figures, view.scheme):
                self._lay_out(dimension, own)
        for tally in tallies:
            self._lay_out(tally.dimension, (tally.figure,))
        for dimension in columns:
            if dimension not in OPEN:
                self._tie(dimension)
        for tally in tallies:
            self._tie_tally(tally)
        for one in self._views:
            self._others_of(one)

    # What is printed now

    def _lay_out(self, dimension: str, figures: tuple[str, ...]) -> None:
        found = {one: self._counts.of(self._view.at(one), dimension) for one in figures}
        groups = sorted({group for counts in found.values() for group in counts})
        alone = [
            group
            for group in groups
            if not self._merged
            or dimension not in (Dimension.MUNICIPALITY, Dimension.ORGANISATION)
            or any(self._stands(found[one].get(group), one, dimension) for one in figures)
        ]
        gone, together = self._counts.before(self.earlier, dimension, groups)
        others = tuple(sorted({*groups, *together} - {*alone}))
        rows = [*sorted({*alone, *gone}), *([together_key(others)] if others else [])]
        self.tables.append(
            TableCells(dimension, figures, tuple(rows), {rows[-1]: others} if others else {})
        )
        for figure in figures:
            for group in rows:
                at = self._view.at(figure, dimension, group)
                self._put(at, others if group.startswith("+") else (group,), printed=True)
            for group in set(self._counts.groups(dimension)) - set(groups) - gone - together:
                # Whoever sees no row knows that there is nobody.
                at = self._view.at(figure, dimension, group)
                self.cells[at] = Cell(0, column="page", pinned=True)

    def _stands(self, amount: Amount | None, figure: str, dimension: str) -> bool:
        return bool(amount and amount.count and not amount.small(figure, dimension, self._least))

    def _others_of(self, view: View) -> None:
        """Rows of an earlier report that were too small to stand alone, as a sum of those."""
        for report in self.earlier:
            for at in report:
                if (
                    at.group.startswith("+")
                    and at.dimension in self._columns
                    and (at.until, at.scheme) == (view.until, view.scheme)
                ):
                    self._put(at, self._counts.together(at, report))

    # How it hangs together

    def _tie(self, dimension: str) -> None:
        figures = sorted(self._columns[dimension] - {*_PAIR_FIGURES, RAN})
        figures += _PAIR_FIGURES if self._has_running(dimension) else ()
        scopes = ["", *self._schemes] if any(not v.scheme for v in self._views) else self._schemes
        for figure in figures:
            for scheme in scopes:
                if not scheme or figure in OF_PAIRS:
                    self._tie_days(dimension, figure, scheme)
            if "" in scopes and self._schemes and figure in OF_PAIRS:
                self._tie_schemes(dimension, figure)
        for scheme in scopes:
            self._tie_running(dimension, scheme)
            self._tie_ran(dimension, scheme)

    def _has_running(self, dimension: str) -> bool:
        """Whether pairs are counted in it that began, run and end."""
        return not {RUNNING, RAN}.isdisjoint(self._columns[dimension])

    def _tie_tally(self, tally: Tally) -> None:
        if tally.adds_up:
            self._tie_days(tally.dimension, tally.figure, "")
        else:
            self._add_up(self._view.at(tally.figure), tally.dimension)

    def _tie_ran(self, dimension: str, scheme: str) -> None:
        """What ran at any time still runs at the end, or has ended by then."""
        if RAN not in self._columns[dimension]:
            return
        for view in sorted(self._views):
            if view.scheme == scheme:
                self._add_up(view.at(RAN), dimension)
            for group in self._counts.groups(dimension) if view.scheme == scheme else ():
                parts = [
                    view.at(one, dimension, group) for one in (RUNNING, COMPLETED, ENDED_EARLY)
                ]
                for at in (view.at(RAN, dimension, group), *parts):
                    self._put(at, (group,))
                self.sums.append(Sum((view.at(RAN, dimension, group),), tuple(parts)))

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
                for group in self._counts.groups(dimension):
                    whole = view.at(figure, dimension, group)
                    self._put(whole, (group,))
                    parts = [whole._replace(first=a, until=b) for a, b in within]
                    for part in parts:
                        self._put(part, (group,))
                    self.sums.append(Sum((whole,), tuple(parts)))
                self._add_up(view.at(figure), dimension)

    def _tie_schemes(self, dimension: str, figure: str) -> None:
        for first, until in self._days(figure):
            for group in self._counts.groups(dimension):
                whole = At(first, until, "", figure, dimension, group)
                parts = [whole._replace(scheme=one) for one in (*self._schemes, REST)]
                for at in (whole, *parts):
                    self._put(at, (group,))
                self.sums.append(Sum((whole,), tuple(parts)))

    def _tie_running(self, dimension: str, scheme: str) -> None:
        if not self._has_running(dimension):
            return
        for first, until in self._stretches():
            for group in self._counts.groups(dimension):
                then = At(None, first - _DAY, scheme, RUNNING, dimension, group)
                now = then._replace(until=until)
                begun = At(first, until, scheme, STARTED, dimension, group)
                ended = [begun._replace(figure=one) for one in (COMPLETED, ENDED_EARLY)]
                for at in (then, now, begun, *ended):
                    self._put(at, (group,))
                self.sums.append(Sum((now, *ended), (then, begun)))

    def _add_up(self, total: At, dimension: str) -> None:
        self._put_total(total)
        parts = [
            total._replace(dimension=dimension, group=one) for one in self._counts.groups(dimension)
        ]
        for at in parts:
            self._put(at, (at.group,))
        self.sums.append(Sum((total,), tuple(parts)))

    # Counting

    def _put_total(self, at: At) -> None:
        if at not in self.cells:
            amount = sum(self._counts.of(at, "").values(), Amount())
            shown = at in self._pages
            self.cells[at] = Cell(amount.count, column="page" if shown else "", pinned=shown)

    def _put(self, at: At, groups: tuple[str, ...], *, printed: bool = False) -> None:
        if at in self.cells:
            return
        counts = self._counts.of(at._replace(dimension="", group=""), at.dimension)
        amount = sum((counts.get(one, Amount()) for one in groups), Amount())
        opened = at.dimension in OPEN
        tally = self._counts.tally(at.dimension, at.figure)
        self.cells[at] = Cell(
            amount.count,
            small=not opened
            and (
                amount.small(at.figure, at.dimension, self._least)
                or (tally is not None and at.group in tally.hidden)
            ),
            column=_column(at.dimension, at.figure) if printed else "",
            pinned=printed and opened,
            wide=wide(at.figure, self._least),
        )
        if at.group.startswith("+"):
            members = tuple(at._replace(group=one) for one in groups)
            for member in members:
                self._put(member, (member.group,))
            self.sums.append(Sum((at,), members))
