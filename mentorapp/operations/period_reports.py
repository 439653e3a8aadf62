"""The report on a period for managers: everything counted once, as plain data.

Page, workbook, pictures, screen and what is kept of it are made from this.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.breakdowns import COLUMNS, WHO_CAME, Dimension, Tally, undated
from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.goals import Measure
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.period_figures import UNITS, figure_groups
from mentorapp.domain.proposals import DecidedBy
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_cells import cells_of
from mentorapp.domain.report_data import (
    Chart,
    Column,
    GoalTold,
    Line,
    PeriodReport,
    Row,
    Table,
    Unit,
)
from mentorapp.domain.report_views import Cells, TableCells, View
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Breakdown, Gathered, Hidden, Part, Section, parts
from mentorapp.domain.small_numbers import is_small, is_small_share
from mentorapp.domain.statistics import Facts, PeriodFigures, period_figures
from mentorapp.operations import goals, offices, period_facts, report_comments, told_before
from mentorapp.operations.goals import GoalRow
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_figures import OutcomeFigures
from mentorapp.operations.section_cells import held_against, tallies_of
from mentorapp.operations.sections import sections
from mentorapp.reference.places import municipality_middle
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

if TYPE_CHECKING:
    from mentorapp.reports.charts import Picture

#: The period reported and those before it that stand in the charts.
_IN_CHART = 5
_BARS = ("pairings_running", "meetings")


@counts_all
def gather(
    tx: Transaction,
    period: Period,
    today: date,
    scheme_id: UUID | None = None,
    outcomes: OutcomeFigures | None = None,
) -> PeriodReport:
    """For the whole office or one scheme. Raises QuarterNotBegun for what has not begun.

    ``outcomes`` are those of the period where the caller has counted them already.
    """
    if period.first > today:
        raise QuarterNotBegun(str(period))
    office = offices.read(tx)
    scheme = records.get(tx, Scheme, scheme_id) if scheme_id else None
    facts = period_facts.gather(tx, scheme_id)
    row = [period]
    while len(row) < _IN_CHART:
        row.insert(0, row[0].previous())
    counted = [_counted(facts, one, today) for one in row]
    now = period_figures(facts, period, today)
    year_before = _counted(facts, period.year_before(), today)
    twice = period.year_before() == period.previous()
    told = () if scheme else _sections(tx, period, now.until, today, outcomes)
    cells = _cells(tx, facts, now, scheme, office.least_shown, tallies_of(tx, told, today))
    return PeriodReport(
        office=office,
        period=period,
        until=now.until,
        finished=now.finished,
        scheme=scheme,
        groups=figure_groups(
            now,
            counted[-2],
            None if twice else year_before,
            office.least_shown,
            of_pairs=scheme is not None,
        )
        if counted[-1]
        else (),
        goals=_goals(tx, period, now.until, scheme),
        ends=_ends(now, office.least_shown),
        tables=tuple(
            table
            for one in cells.tables
            if undated(one.dimension) in COLUMNS
            and (table := _table(tx, office, cells, one, now)).rows
            and table.columns
        ),
        charts=_charts(row, [*counted[:-1], now]),
        sections=held_against(told, cells),
        comment=report_comments.read(tx, period, str(scheme.id) if scheme else ""),
        shown={str(at): count for at, count in cells.told.shown.items()},
    )


def pdf(
    report: PeriodReport, words: Words, today: date, since: Sequence[str] = (), code: str = ""
) -> bytes:
    """The pages; touches no database. ``since`` is what is different since they were printed,
    ``code`` that of the log's last line.
    """
    from mentorapp.reports.period_report import period_report

    return period_report(report, words, today, since, code)


def charts(report: PeriodReport, words: Words) -> "dict[str, Picture]":
    """Each chart as a drawing of its own."""
    from mentorapp.reports.period_report import chart_drawings

    return chart_drawings(report, words)


def _counted(facts: Facts, period: Period, today: date) -> PeriodFigures | None:
    """None before the office had anybody: a nought would say that there was something to count."""
    roles = (*facts.mentors, *facts.newcomers)
    begun = [*(one.registered_on for one in roles), *(one.agreed_on for one in facts.pairings)]
    if period.last < min(begun, default=date.max):
        return None
    return period_figures(facts, period, today)


def _cells(
    tx: Transaction,
    facts: Facts,
    now: PeriodFigures,
    scheme: Scheme | None,
    least: int,
    tallies: Sequence[Tally],
) -> Cells:
    period, scope = now.period, str(scheme.id) if scheme else ""
    beside = [View(one.first, one.last, scope) for one in (period.previous(), period.year_before())]
    return cells_of(
        facts,
        View(period.first, now.until, scope),
        beside,
        told_before.cells(tx),
        least,
        columns={**COLUMNS, **WHO_CAME} if scheme is None else COLUMNS,
        tallies=tallies,
    )


def _table(
    tx: Transaction, office: Office, cells: Cells, table: TableCells, now: PeriodFigures
) -> Table:
    """Without the columns of which all is hidden: they would tell nothing."""
    names = _names(tx, table)
    columns = [
        figure
        for figure in table.columns
        if any(cells.count(table.dimension, group, figure) is not None for group in table.groups)
        and getattr(now, figure)
    ]
    rows = [
        Row(
            group or Gathered.NOT_TOLD.value,
            names[group],
            tuple(_cell(cells.count(table.dimension, group, figure)) for figure in columns),
        )
        for group in table.groups
    ]
    own = [one for one in rows if not isinstance(one.name, Gathered)]
    last = [one for one in rows if isinstance(one.name, Gathered)]
    return Table(
        key=undated(table.dimension),
        columns=tuple(Column(one, UNITS.get(one, Unit.COUNT)) for one in columns),
        rows=(*sorted(own, key=lambda one: _place(one, office.language)), *last),
        total=Row("total", "", tuple(getattr(now, one) for one in columns)),
    )


def _place(row: Row, language: str) -> tuple[int, str]:
    """Ages in their order, all others by name, schemes by that in the office's language."""
    if isinstance(row.name, AgeBand):
        return list(AgeBand).index(row.name), ""
    name = row.name.name(language) if isinstance(row.name, Scheme) else str(row.name)
    return 0, name.casefold()


def _cell(count: int | None) -> int | Hidden:
    return Hidden() if count is None else count


def _names(tx: Transaction, table: TableCells) -> dict[str, Part | Scheme]:
    known: dict[str, Part | Scheme] = {str(one.id): one for one in records.find(tx, Scheme)}
    known |= {str(one.id): one.name for one in records.find(tx, Organisation)}
    found: dict[str, Part | Scheme] = {}
    for group in table.groups:
        if group.startswith("+"):
            found[group] = Gathered.OTHERS
        elif not group:
            found[group] = Gathered.NOT_TOLD
        elif table.dimension == Dimension.GENDER:
            found[group] = Gender(group)
        elif undated(table.dimension) == Dimension.AGE:
            found[group] = AgeBand(group)
        elif table.dimension == Dimension.MUNICIPALITY:
            place = municipality_middle(group[:2], group[2:])
            found[group] = place.municipality if place else group
        else:
            found[group] = known.get(group, Gathered.OTHERS)
    return found


def _ends(now: PeriodFigures, least: int) -> tuple[Breakdown, ...]:
    """Who declined proposals, why pairings ended early and who wanted it; nothing where all of it
    is hidden. Why a proposal was declined stands in somebody's own words and is not counted.
    """
    reasons = {kind: now.end_reasons.get(kind.value, 0) for kind in EndReason}
    initiators = {kind: now.end_initiators.get(kind.value, 0) for kind in Initiator}
    refused = {kind: now.refused_by.get(kind.value, 0) for kind in DecidedBy}
    told = (
        replace(parts(refused, least), key="refused_by"),
        replace(parts(reasons, least), key="end_reasons"),
        replace(parts(initiators, least), key="end_initiators"),
    )
    return tuple(one for one in told if one.told)


def _charts(
    periods: Sequence[Period], counted: Sequence[PeriodFigures | None]
) -> tuple[Chart, ...]:
    there = [(one, figures) for one, figures in zip(periods, counted, strict=True) if figures]
    return tuple(
        Chart(
            key=key,
            points=tuple(one for one, _figures in there),
            lines=(Line(key, tuple(getattr(figures, key) for _one, figures in there)),),
            open_end=not there[-1][1].finished,
        )
        for key in _BARS
        if any(getattr(figures, key) for _one, figures in there)
    )


def _sections(
    tx: Transaction, period: Period, until: date, today: date, outcomes: OutcomeFigures | None
) -> tuple[Section, ...]:
    """Without what the tables tell: two ways of hiding one count would give it away."""
    return tuple(
        replace(
            one,
            breakdowns=tuple(part for part in one.breakdowns if part.key != "newcomers.gender"),
        )
        for one in sections(tx, period.first, until, today, outcomes)
    )


def _goals(
    tx: Transaction, period: Period, until: date, scheme: Scheme | None
) -> tuple[GoalTold, ...]:
    return tuple(
        GoalTold(row.goal, row.scheme, row.counted, tells_of_few(row))
        for row in goals.rows(tx, until)
        if row.goal.from_date <= until
        and row.goal.to_date >= period.first
        and (scheme is None or row.goal.scheme_id == scheme.id)
    )


def tells_of_few(row: GoalRow) -> bool:
    """Whether the result tells what a few persons have become."""
    counted, least = row.counted, row.office.least_shown
    if counted is None or row.goal.typed_result is not None:
        return False
    if row.goal.measure is Measure.ASSOCIATION_MEMBERS:
        return is_small(counted.part, least)
    if row.goal.measure is not Measure.IN_WORK_SHARE:
        return False
    return any(is_small_share(counted.part, of or 0, least) for of in (counted.base, counted.known))
