"""A report as plain data: counted once, then printed, shown, exported and frozen as it is.

``operations.period_reports.gather`` makes a ``PeriodReport``. What is hidden because it tells of
few is ``Hidden()`` in it already, and there is no way back to the number: whoever prints, shows or
exports a value can show no more than he has. None is "no data": the line or cell is left out or
empty, never nought. Names and definitions of keys, and values as text, are in
``words.period_reports``, which makes tables of it all for an export.

``shown`` is what a frozen report keeps (``PrintedReport.figures``, which may have other keys
beside): each count by its key, None where it was hidden. ``gather`` reads it from the reports
printed before and hides so that nothing follows from the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentorapp.domain.goals import Counted, OfficeGoal
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Period
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Average, Breakdown, Hidden, Part, Section, Value
from mentorapp.domain.statistics import Share


class Unit(StrEnum):
    """What a number counts: MINUTES are printed as hours."""

    COUNT = "count"
    DAYS = "days"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A line of the page of key figures; ``key`` is its name in ``PeriodFigures``.

    ``now`` is never None: a figure without data is no line. ``unknown`` are those of its base of
    whom nothing is known.
    """

    key: str
    now: Value
    before: Value = None
    year_before: Value = None
    unknown: int = 0
    unit: Unit = Unit.COUNT

    @property
    def change(self) -> float | None:
        """From the period before; None where either is hidden or there was no data."""
        return change(self.now, self.before)

    @property
    def change_in_a_year(self) -> float | None:
        """From the same period of the year before."""
        return change(self.now, self.year_before)


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Key figures under one heading."""

    key: str
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` as in ``KeyFigure``."""

    key: str
    unit: Unit = Unit.COUNT


@dataclass(frozen=True, slots=True)
class Row:
    """``name`` is an enum (said by ``words.labels``), a scheme or a name as it is printed.

    ``key`` tells the row in all reports and languages: a scheme's or organisation's id, the code
    of a municipality, the value of an enum.
    """

    key: str
    name: Part | Scheme
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """``key`` is what the rows are: scheme, municipality, organisation, gender, age."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None

    @property
    def hides(self) -> bool:
        """Whether a small number is hidden in it."""
        return any(isinstance(cell, Hidden) for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or row of bars of a chart; None where there is nothing to draw."""

    key: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """``key`` is its title's; the last point is ``open`` while its period runs."""

    key: str
    points: tuple[Period, ...]
    lines: tuple[Line, ...]
    unit: Unit = Unit.COUNT
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class GoalTold:
    """A goal that overlaps the period, with what has come of it by its end; ``hidden`` where that
    tells of few persons.
    """

    goal: OfficeGoal
    scheme: Scheme | None
    counted: Counted | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReport:
    """What managers read. ``until`` is the last day counted; ``finished`` when that is the end.

    ``scheme`` is what it is about, None for the whole office. ``ends`` tell why pairings ended
    early, and who wanted it.
    """

    office: Office
    period: Period
    until: date
    finished: bool
    scheme: Scheme | None = None
    groups: tuple[FigureGroup, ...]
    goals: tuple[GoalTold, ...] = ()
    ends: tuple[Breakdown, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    sections: tuple[Section, ...] = ()
    comment: str = ""
    shown: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def scope(self) -> str:
        """As ``PrintedReport`` and ``ReportComment`` have it."""
        return str(self.scheme.id) if self.scheme else ""


def number(value: Value, unit: Unit = Unit.COUNT) -> float | None:
    """A value as one number: hours, the percentage of a share, the mean; None for no data, for a
    share of nothing and for what is hidden (which an export writes as the sign, not as empty).
    """
    if isinstance(value, Share):
        return value.percent
    if isinstance(value, Average):
        return value.value
    if isinstance(value, Hidden) or value is None:
        return None
    return value / 60 if unit is Unit.MINUTES else value


def change(now: Value, then: Value) -> float | None:
    """The difference of two values of one figure in its own unit, of shares in points."""
    later, earlier = number(now), number(then)
    return None if later is None or earlier is None else later - earlier
