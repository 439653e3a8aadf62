"""The quarterly report: one page of figures for managers, with what each figure is of.

It names nobody and breaks nothing down by gender, age or area: in a scheme with a few dozen pairs
small numbers would show persons.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer, Table

from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.statistics import QuarterFigures
from mentorapp.reports import style
from mentorapp.reports.charts import bar_chart
from mentorapp.reports.figures import DEFINITIONS, Group, ended_early, groups
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import Words

_WIDTH, _HEIGHT = 170, 264  # mm
_QUARTERS_IN_CHART = 8


def quarterly_report(
    figures: Sequence[QuarterFigures], office: Office, words: Words, printed_on: date
) -> bytes:
    """``figures`` are quarters in a row, oldest first; the last one is reported.

    The one before it, if it is there, gives the changes; up to eight stand in the charts.
    """
    if not figures:
        raise ValueError("no quarter to report")
    _ = words.text
    now = figures[-1]
    before = _quarter_before(figures)
    title = _("Quarterly report")
    story: list[Flowable] = [
        paragraph(f"{title}: {say_quarter(now.quarter, words)}", style.TITLE),
        paragraph(_subtitle(now, office, words, printed_on), style.SUBTITLE),
        _table(groups(now, before, words), now, words),
        Spacer(1, 3 * mm),
    ]
    if why := ended_early(now, words):
        story += [paragraph(why, style.CELL), Spacer(1, 3 * mm)]
    story += [_charts(figures[-_QUARTERS_IN_CHART:], words), Spacer(1, 3 * mm)]
    story += [paragraph(_(definition), style.NOTE) for definition in DEFINITIONS]
    story.append(paragraph(_small_print(words), style.NOTE))

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        canvas.begin_group(words, office.name)

    page = PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 15 + _HEIGHT)], onPage=begin)
    return build(
        [page],
        [KeepInFrame(_WIDTH * mm, (_HEIGHT - 1) * mm, story, mode="shrink")],
        title=f"{title} {now.quarter}",
        author=office.name,
        language=words.language,
    )


def say_quarter(quarter: Quarter, words: Words) -> str:
    """As a title has it: 3rd quarter of 2026."""
    names = {
        1: words.text("1st quarter of %(year)d"),
        2: words.text("2nd quarter of %(year)d"),
        3: words.text("3rd quarter of %(year)d"),
        4: words.text("4th quarter of %(year)d"),
    }
    return names[quarter.number] % {"year": quarter.year}


def _short(quarter: Quarter, words: Words) -> str:
    """As a table's head has it: Q3 2026."""
    return words.text("Q%(number)d %(year)d") % {"number": quarter.number, "year": quarter.year}


def _quarter_before(figures: Sequence[QuarterFigures]) -> QuarterFigures | None:
    wanted = figures[-1].quarter.previous()
    return next((one for one in figures if one.quarter == wanted), None)


def _subtitle(now: QuarterFigures, office: Office, words: Words, printed_on: date) -> str:
    _ = words.text
    dates = {"first": words.date(now.quarter.first), "last": words.date(now.until)}
    period = _("%(first)s to %(last)s") if now.finished else _("so far, %(first)s to %(last)s")
    parts = [
        shortened(office.name, 80),
        period % dates,
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)


def _small_print(words: Words) -> str:
    return words.text(
        "Figures are counted as things stood on the last day counted. They are not broken down by "
        "gender, age or area, because small numbers could show who somebody is."
    )


def _table(figures: Sequence[Group], now: QuarterFigures, words: Words) -> Table:
    _ = words.text
    earlier = now.quarter.previous()
    so_far = "" if now.finished else "\n" + _("so far")
    rows: list[list[Flowable | str]] = [
        [
            "",
            paragraph(_short(now.quarter, words) + so_far, style.HEAD_RIGHT),
            paragraph(_short(earlier, words), style.HEAD_RIGHT),
            paragraph(_("Change"), style.HEAD_RIGHT),
        ]
    ]
    looks: list[Any] = [
        style.NO_HELVETICA,
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
    ]
    for group in figures:
        looks.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), style.SOFT))
        rows.append([paragraph(group.name, style.CELL_BOLD), "", "", ""])
        for line in group.lines:
            looks.append(("LINEBELOW", (0, len(rows)), (-1, len(rows)), 0.4, style.LINE))
            rows.append(
                [
                    paragraph(line.name, style.CELL),
                    paragraph(line.now, style.CELL_BOLD_RIGHT),
                    paragraph(line.before, style.CELL_RIGHT),
                    paragraph(line.change, style.CELL_RIGHT),
                ]
            )
    table = Table(rows, colWidths=[width * mm for width in (70, 36, 34, 30)])
    table.setStyle(looks)
    return table


def _charts(figures: Sequence[QuarterFigures], words: Words) -> Table:
    """Two charts side by side: pairs and meetings differ too much for one scale."""
    _ = words.text
    quarters = [
        words.text("Q%(number)d %(year)d")
        % {"number": one.quarter.number, "year": one.quarter.year % 100}
        for one in figures
    ]
    open_end = not figures[-1].finished
    note = " ({})".format(_("last bar: so far")) if open_end else ""
    drawings = [
        bar_chart(
            title + note,
            [
                (quarter, value, words.number(value))
                for quarter, value in zip(quarters, values, strict=True)
            ],
            81,
            56,
            last_is_open=open_end,
        )
        for title, values in (
            (_("Pairings running"), [one.pairings_running for one in figures]),
            (_("Meetings in the quarter"), [one.meetings for one in figures]),
        )
    ]
    table = Table([drawings], colWidths=[89 * mm, 81 * mm])
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table
