"""The table of key figures: each with what it is of beside it, and held against two periods."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from mentorapp.domain.report_data import KeyFigure, PeriodReport, Unit
from mentorapp.domain.sections import Hidden, Value
from mentorapp.domain.statistics import Share
from mentorapp.reports import style
from mentorapp.reports.figures import MINUS, signed
from mentorapp.reports.period_table import LOOKS
from mentorapp.reports.sections import say_value
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.period_reports import GROUPS, definition_of, figure_name, say_goal
from mentorapp.words.periods import short_period
from mentorapp.words.report_tables import say_cell

_NAME, _NOW, _THEN, _CHANGE = 62, 28, 24, 18  # mm
#: More goals than these stand in the tables behind.
_GOALS = 5


def key_figure_table(report: PeriodReport, words: Words) -> DataTable:
    """170 mm wide. Without anything of the year before its columns are left out."""
    _ = words.text
    figures = [one for group in report.groups for one in group.figures]
    with_year = any(one.year_before is not None for one in figures)
    so_far = "" if report.finished else "\n" + _("so far")
    period = report.period
    then = [period.previous(), *([period.year_before()] if with_year else [])]
    heads = [
        paragraph("", style.HEAD),
        paragraph(short_period(words, period) + so_far, style.HEAD_RIGHT),
    ]
    for other in then:
        heads += [
            paragraph(short_period(words, other), style.HEAD_RIGHT),
            paragraph(_("Change"), style.HEAD_RIGHT),
        ]
    rows: list[list[Any]] = [heads]
    looks: list[Any] = [*LOOKS, ("VALIGN", (0, 1), (-1, -1), "TOP")]
    looks += [("TOPPADDING", (0, 1), (-1, -1), 1), ("BOTTOMPADDING", (0, 1), (-1, -1), 1.4)]
    for group in report.groups:
        looks.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), style.SOFT))
        rows.append([paragraph(_(GROUPS[group.key]), style.CELL_BOLD), *[""] * (len(heads) - 1)])
        for one in group.figures:
            looks.append(("LINEBELOW", (0, len(rows)), (-1, len(rows)), 0.4, style.LINE))
            rows.append(_line(one, words, with_year=with_year))
    widths = [_NAME, _NOW, *[_THEN, _CHANGE] * len(then)]
    widths[0] += 170 - sum(widths)
    table = DataTable(rows, colWidths=[width * mm for width in widths], row_heads=(0,))
    table.setStyle(looks)
    return table


def goal_lines(report: PeriodReport, words: Words) -> list[Flowable]:
    """What the office has set itself, and how far it is."""
    if not report.goals:
        return []
    _ = words.text
    names = (_("Goal"), _("Wanted"), _("So far"), _("How far"))
    rows = [[paragraph(name, style.HEAD) for name in names]]
    for one in report.goals[:_GOALS]:
        cells = [isolated(shortened(say_cell(words, cell), 160)) for cell in say_goal(words, one)]
        rows.append([paragraph(cell, style.CELL) for cell in cells])
    widths = [width * mm for width in (56, 44, 44, 26)]
    table = DataTable(rows, colWidths=widths, row_heads=(0,))
    table.setStyle(
        [
            *LOOKS,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
        ]
    )
    return [Spacer(1, 2.5 * mm), table]


def _line(one: KeyFigure, words: Words, *, with_year: bool) -> list[Flowable]:
    unknown = (
        " " + words.text("Not known: %(n)s.") % {"n": words.number(one.unknown)}
        if one.unknown
        else ""
    )
    cells: list[Flowable] = [
        _named(figure_name(words, one.key), definition_of(words, one.key) + unknown),
        paragraph(_said(one.now, one.unit, words), style.CELL_BOLD_RIGHT),
        paragraph(_said(one.before, one.unit, words), style.CELL_RIGHT),
        paragraph(_change(one, one.change, words), style.CELL_RIGHT),
    ]
    if with_year:
        cells += [
            paragraph(_said(one.year_before, one.unit, words), style.CELL_RIGHT),
            paragraph(_change(one, one.change_in_a_year, words), style.CELL_RIGHT),
        ]
    return cells


def _named(name: str, definition: str) -> Any:  # noqa: ANN401 - a cell of two paragraphs
    return [paragraph(name, style.CELL), paragraph(definition, style.DEFINITION)]


def _said(value: Value, unit: Unit, words: Words) -> str:
    if value is None:
        return MINUS
    if unit is Unit.MINUTES and isinstance(value, int) and not isinstance(value, Hidden):
        return words.hours(value)
    return say_value(value, words)


def _change(one: KeyFigure, by: float | None, words: Words) -> str:
    if by is None:
        return ""
    if isinstance(one.now, Share):
        return words.text("%(n)s points") % {"n": signed(by, words)}
    return signed(by / 60 if one.unit is Unit.MINUTES else by, words)
