"""The report on a period: a page of key figures that a manager reads alone and signs, then tables.

It names nobody. Everything it prints stands in the ``PeriodReport`` as plain data.
"""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageBreak, PageTemplate, Spacer

from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import Chart, PeriodReport
from mentorapp.reports import style
from mentorapp.reports.charts import Picture, bar_chart
from mentorapp.reports.first_page import HEIGHT, WIDTH, first_page
from mentorapp.reports.key_figures import goal_table
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.sections import section_blocks
from mentorapp.reports.tabled import blocks_of_tables, since_blocks
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import paragraph
from mentorapp.words import Words
from mentorapp.words.period_reports import TRAPS, figure_name, one_table
from mentorapp.words.periods import say_period, shortest_period

_CHART = 42  # mm high


def period_report(
    report: PeriodReport, words: Words, printed_on: date, since: Sequence[str] = (), code: str = ""
) -> bytes:
    """A4. What there is no data of is left out; the first page is one whatever there is."""
    _ = words.text
    quarterly = isinstance(report.period, Quarter)
    title = _("Quarterly report") if quarterly else _("Report to management")
    called = f"{title}: {say_period(words, report.period)}"
    first = first_page(report, words, called, printed_on, chart_row(report, words))
    behind = [*first.behind]
    if not first.all_goals:
        behind += [
            paragraph(_("Goals and measures"), style.SUBJECT),
            goal_table(report.goals, words),
            Spacer(1, 4 * mm),
        ]
    behind += period_blocks(report, words)
    if behind:
        behind = [PageBreak(), *behind]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            log = [_("Log: %(code)s") % {"code": code}] if code else []
            canvas.begin_group(words, " · ".join([report.office.name, *log]))

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + WIDTH, 15 + HEIGHT)], onPage=begin)],
        [first.page, *behind, *since_blocks(since)],
        title=f"{title} {report.period}",
        author=report.office.name,
        language=words.language,
    )


def chart_drawings(report: PeriodReport, words: Words, width: float = WIDTH) -> dict[str, Picture]:
    """Each chart by its key; bars carry their numbers, so that nothing rests on colour."""
    return {one.key: _bars(one, words, width) for one in report.charts}


def period_blocks(
    report: PeriodReport, words: Words, more: Sequence[Flowable] = ()
) -> list[Flowable]:
    """Tables, ``more`` after them, how to read it all, and what else was done."""
    _ = words.text
    tables = [one_table(words, one) for one in report.tables]
    made = [*blocks_of_tables(tables, words, report.office.least_shown), *more]
    sections = section_blocks(report.sections, report.office, words, _("What else was done"))
    return [*made, *_reading_notes(words), *sections] if made or sections else []


def chart_row(report: PeriodReport, words: Words) -> list[Flowable]:
    """The charts side by side."""
    drawings = list(chart_drawings(report, words, 81).values())
    if not drawings:
        return []
    row = Arranged([drawings], colWidths=[85 * mm] * len(drawings), hAlign="LEFT")
    row.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return [row, Spacer(1, 2 * mm)]


def _reading_notes(words: Words) -> list[Flowable]:
    """What has to be known to read such figures."""
    notes = [paragraph(words.text(text), style.NOTE) for text in TRAPS]
    heading = paragraph(words.text("How to read the figures"), style.GROUP)
    return [KeepTogether([Spacer(1, 2 * mm), heading, *notes, Spacer(1, 4 * mm)])]


def _bars(chart: Chart, words: Words, width: float) -> Picture:
    open_end = " ({})".format(words.text("last bar: so far")) if chart.open_end else ""
    values = [int(value or 0) for value in chart.lines[0].values]
    bars = [
        (shortest_period(words, point), value, words.number(value))
        for point, value in zip(chart.points, values, strict=True)
    ]
    title = figure_name(words, chart.key) + open_end
    return bar_chart(title, bars, width, _CHART, last_is_open=chart.open_end)
