"""The report on a period: a page of key figures that a manager reads alone and signs, then tables.

It names nobody. Everything it prints stands in the ``PeriodReport`` as plain data.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepInFrame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
)

from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import Chart, PeriodReport
from mentorapp.domain.sections import Breakdown
from mentorapp.reports import style
from mentorapp.reports.charts import Picture, bar_chart
from mentorapp.reports.key_figures import goal_lines, key_figure_table
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.sections import section_blocks
from mentorapp.reports.tabled import since_blocks, table_blocks
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.period_reports import TRAPS, figure_name, one_table
from mentorapp.words.periods import say_period, shortest_period
from mentorapp.words.sections import say_part
from mentorapp.words.small_numbers import say_hidden

_WIDTH, _HEIGHT = 170, 264  # mm
_CHART = 52  # mm high


def period_report(
    report: PeriodReport, words: Words, printed_on: date, since: Sequence[str] = ()
) -> bytes:
    """A4. What there is no data of is left out; the first page is one whatever there is."""
    _ = words.text
    quarterly = isinstance(report.period, Quarter)
    title = _("Quarterly report") if quarterly else _("Report to management")
    first: list[Flowable] = [
        paragraph(f"{title}: {say_period(words, report.period)}", style.TITLE),
        paragraph(_subtitle(report, words, printed_on), style.SUBTITLE),
        key_figure_table(report, words),
        *_sentences(report, words),
        *goal_lines(report, words),
        *_comment(report, words),
        *(
            [paragraph(say_hidden(words, report.office.least_shown), style.NOTE)]
            if report.hides
            else []
        ),
        Spacer(1, 5 * mm),
        _signature(words),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, report.office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 15 + _HEIGHT)], onPage=begin)],
        [
            KeepInFrame(_WIDTH * mm, (_HEIGHT - 1) * mm, first, mode="shrink"),
            *_more(report, words, since),
        ],
        title=f"{title} {report.period}",
        author=report.office.name,
        language=words.language,
    )


def chart_drawings(report: PeriodReport, words: Words, width: float = _WIDTH) -> dict[str, Picture]:
    """Each chart by its key; bars carry their numbers, so that nothing rests on colour."""
    return {one.key: _bars(one, words, width) for one in report.charts}


def _more(report: PeriodReport, words: Words, since: Sequence[str]) -> list[Flowable]:
    _ = words.text
    story: list[Flowable] = []
    drawings = list(chart_drawings(report, words, 81).values())
    if drawings:
        row = Arranged([drawings], colWidths=[85 * mm] * len(drawings), hAlign="LEFT")
        row.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0)])
        story += [row, Spacer(1, 2 * mm)]
    for one in report.tables:
        story += table_blocks(one_table(words, one), words)
    if report.sections:
        story.append(paragraph(_("What else was done"), style.SUBJECT))
        story += section_blocks(report.sections, report.office, words)
    if not story:
        return []
    notes = [paragraph(_(text), style.NOTE) for text in TRAPS]
    heading = paragraph(_("How to read the figures"), style.GROUP)
    return [PageBreak(), *story, KeepTogether([heading, *notes]), *since_blocks(since)]


def _subtitle(report: PeriodReport, words: Words, printed_on: date) -> str:
    _ = words.text
    dates = {"first": words.date(report.period.first), "last": words.date(report.until)}
    period = _("%(first)s to %(last)s") if report.finished else _("so far, %(first)s to %(last)s")
    committee = isolated(shortened(report.office.committee, 80))
    parts = [
        _("To %(committee)s") % {"committee": committee} if committee else "",
        shortened(report.office.name, 80),
        isolated(shortened(report.scheme.name(words.language), 60)) if report.scheme else "",
        period % dates,
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)


def _sentences(report: PeriodReport, words: Words) -> list[Flowable]:
    """Why pairings ended early and who wanted it."""
    told = [f"{figure_name(words, one.key)}: {_tally(one, words)}." for one in report.ends]
    return [Spacer(1, 1.5 * mm), paragraph(" ".join(told), style.CELL)] if told else []


def _tally(part: Breakdown, words: Words) -> str:
    return ", ".join(say_part(words, one, count) for one, count in part.told)


def _comment(report: PeriodReport, words: Words) -> list[Flowable]:
    if not report.comment:
        return []
    heading = paragraph(words.text("From the coordinator"), style.SMALL_HEADING)
    return [Spacer(1, 2 * mm), heading, paragraph(isolated(report.comment), style.CELL)]


def _signature(words: Words) -> Flowable:
    _ = words.text
    table = Arranged(
        [
            [
                paragraph(_("Place and date"), style.NOTE),
                "",
                paragraph(_("Read and approved"), style.NOTE),
            ]
        ],
        colWidths=[60 * mm, 20 * mm, 90 * mm],
        rowHeights=[7 * mm],
    )
    looks: list[Any] = [("LEFTPADDING", (0, 0), (-1, -1), 0)]
    looks += [("LINEABOVE", (at, 0), (at, 0), 0.6, style.MUTED) for at in (0, 2)]
    table.setStyle(looks)
    return table


def _bars(chart: Chart, words: Words, width: float) -> Picture:
    open_end = " ({})".format(words.text("last bar: so far")) if chart.open_end else ""
    values = [int(value or 0) for value in chart.lines[0].values]
    bars = [
        (shortest_period(words, point), value, words.number(value))
        for point, value in zip(chart.points, values, strict=True)
    ]
    title = figure_name(words, chart.key) + open_end
    return bar_chart(title, bars, width, _CHART, last_is_open=chart.open_end)
