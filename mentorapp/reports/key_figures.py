"""The table of key figures: each with what it is of beside it, and held against two periods."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm

from mentorapp.domain.report_data import GoalTold, KeyFigure, PeriodReport, Unit
from mentorapp.domain.sections import Hidden, Value
from mentorapp.domain.statistics import Share
from mentorapp.reports import style
from mentorapp.reports.figures import MINUS, signed
from mentorapp.reports.sections import named_and_defined, value_cell
from mentorapp.reports.tables import LOOKS, DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.period_reports import GROUPS, definition_of, figure_name, say_goal
from mentorapp.words.periods import short_period
from mentorapp.words.report_tables import say_cell

_WIDTH, _NOW, _THEN, _CHANGE = 170, 20, 20, 16  # mm
_GOAL, _WANTED, _SO_FAR, _HOW_FAR = 72, 38, 35, 25  # mm
#: Close together: with every figure and the goals it is one page that a manager reads.
_CLOSE = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6)]


def key_figure_table(report: PeriodReport, words: Words) -> DataTable:
    """170 mm wide. Without anything of an earlier period its columns are left out."""
    figures = [one for group in report.groups for one in group.figures]
    with_before = bool(without_empty([one.before for one in figures]))
    with_year = bool(without_empty([one.year_before for one in figures]))
    so_far = "" if report.finished else "\n" + words.text("so far")
    period = report.period
    heads = [
        paragraph(words.text("Figure"), style.HEAD),
        paragraph(short_period(words, period) + so_far, style.HEAD_RIGHT),
    ]
    then = [period.previous()] if with_before else []
    then += [period.year_before()] if with_year else []
    for other in then:
        heads += [
            paragraph(short_period(words, other), style.HEAD_RIGHT),
            paragraph(words.text("Change"), style.HEAD_RIGHT),
        ]
    rows: list[list[Any]] = [heads]
    looks: list[Any] = [*LOOKS, ("VALIGN", (0, 1), (-1, -1), "TOP")]
    looks += [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    looks += _CLOSE
    for group in report.groups:
        looks.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), style.SOFT))
        name = paragraph(words.text(GROUPS[group.key]), style.CELL_BOLD)
        rows.append([name, *[""] * (len(heads) - 1)])
        for one in group.figures:
            looks.append(("LINEBELOW", (0, len(rows)), (-1, len(rows)), 0.4, style.LINE))
            rows.append(_line(one, words, with_before=with_before, with_year=with_year))
    widths = [0, _NOW, *[_THEN, _CHANGE] * len(then)]
    widths[0] = _WIDTH - sum(widths)
    table = DataTable(rows, colWidths=[width * mm for width in widths], row_heads=(0,))
    table.setStyle(looks)
    return table


def without_empty(*columns: Sequence[Value]) -> list[Sequence[Value]]:
    """The columns that have a value: the table leaves the others out."""
    return [one for one in columns if any(value is not None for value in one)]


def goal_table(goals: Sequence[GoalTold], words: Words) -> DataTable:
    """What the office has set itself, and how far it is; its head stands on every page."""
    _ = words.text
    names = (_("Goal"), _("Wanted"), _("So far"), _("How far"))
    rows = [[paragraph(name, style.HEAD) for name in names]]
    for one in goals:
        cells = [isolated(shortened(say_cell(words, cell), 160)) for cell in say_goal(words, one)]
        rows.append([paragraph(cell, style.CELL) for cell in cells])
    widths = [width * mm for width in (_GOAL, _WANTED, _SO_FAR, _HOW_FAR)]
    table = DataTable(rows, colWidths=widths, repeatRows=1, row_heads=(0,))
    table.setStyle(
        [
            *LOOKS,
            *_CLOSE,
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
        ]
    )
    return table


def _line(one: KeyFigure, words: Words, *, with_before: bool, with_year: bool) -> list[Any]:
    unknown = (
        words.text("Not known: %(n)s.") % {"n": words.number(one.unknown)} if one.unknown else ""
    )
    cells = [
        named_and_defined(figure_name(words, one.key), definition_of(words, one.key), unknown),
        _said(one.now, one.unit, words, bold=True),
    ]
    if with_before:
        cells += [_said(one.before, one.unit, words), _change(one, one.change, words)]
    if with_year:
        cells += [
            _said(one.year_before, one.unit, words),
            _change(one, one.change_in_a_year, words),
        ]
    return cells


def _said(value: Value, unit: Unit, words: Words, *, bold: bool = False) -> Any:  # noqa: ANN401
    looks = style.CELL_BOLD_RIGHT if bold else style.CELL_RIGHT
    if value is None:
        return paragraph(MINUS, looks)
    if unit is Unit.MINUTES and isinstance(value, int) and not isinstance(value, Hidden):
        return paragraph(words.hours(value), looks)
    return value_cell(value, words, bold=bold)


def _change(one: KeyFigure, by: float | None, words: Words) -> Any:  # noqa: ANN401 - a cell
    """In its own unit; the change of a share says that it is in points."""
    if by is None:
        return paragraph("", style.CELL_RIGHT)
    if isinstance(one.now, Share):
        return [
            paragraph(signed(by, words), style.CELL_RIGHT),
            paragraph(words.text("points"), style.NOTE_RIGHT),
        ]
    return paragraph(signed(by / 60 if one.unit is Unit.MINUTES else by, words), style.CELL_RIGHT)
