"""Quarters of several offices side by side: a landscape page with each figure's definition.

What is hidden was hidden before the files were written; nothing here could show it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageBreak, PageTemplate, Spacer

from mentorapp.domain.comparisons import Cell, Compared, ComparedQuarter
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.comparisons import (
    say_cell,
    say_definition,
    say_hidden,
    say_measure,
    say_short_quarter,
)
from mentorapp.words.in_work import say_in_work

_SIZE = landscape(A4)
_WIDTH, _HEIGHT = 257, 177  # mm
_NAMES, _DEFINITIONS = 46, 62
#: So many columns keep their figures on one line.
_ON_A_PAGE = 6

_Told = tuple[ComparedQuarter, bool]


def comparison_report(
    quarters: Sequence[_Told], office: Office, words: Words, printed_on: date
) -> bytes:
    """Each quarter with whether its signer is known here; one page for up to six of them.

    Raises NothingToPrint without any.
    """
    if not quarters:
        raise NothingToPrint("comparison")
    _ = words.text
    title = _("Comparison between offices")
    story: list[Flowable] = []
    for start in range(0, len(quarters), _ON_A_PAGE):
        part = quarters[start : start + _ON_A_PAGE]
        page: list[Flowable] = [
            paragraph(title, style.TITLE),
            paragraph(_subtitle(office, words, printed_on), style.SUBTITLE),
            _table(part, words),
            Spacer(1, 3 * mm),
            *(
                paragraph(said, style.NOTE)
                for said in say_in_work(words, [one for one, _known in part])
            ),
            paragraph(say_hidden(words), style.NOTE),
        ]
        if not all(known for _, known in part):
            page.append(
                paragraph(
                    _("* Signed with a key that this office does not know: ask where it is from."),
                    style.NOTE,
                )
            )
        if story:
            story.append(PageBreak())
        story.append(KeepInFrame(_WIDTH * mm, (_HEIGHT - 1) * mm, page, mode="shrink"))

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 15 + _HEIGHT, _SIZE)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
        size=_SIZE,
    )


def _subtitle(office: Office, words: Words, printed_on: date) -> str:
    printed = words.text("Printed %(date)s") % {"date": words.date(printed_on)}
    return " · ".join(part for part in (shortened(office.name, 80), printed) if part)


def _table(quarters: Sequence[_Told], words: Words) -> DataTable:
    heads = [
        paragraph(
            f"{shortened(one.name, 40)}{'' if known else ' *'}\n"
            f"{say_short_quarter(words, one.quarter, one.finished)}",
            style.HEAD_RIGHT,
        )
        for one, known in quarters
    ]
    rows: list[list[Flowable]] = [
        [
            paragraph(words.text("Figure"), style.HEAD),
            *heads,
            paragraph(words.text("What is counted"), style.HEAD),
        ]
    ]
    looks: list[Any] = [
        style.NO_HELVETICA,
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
    ]
    for measure in Compared:
        looks.append(("LINEBELOW", (0, len(rows)), (-1, len(rows)), 0.4, style.LINE))
        cells = [one.cells.get(measure, Cell(None)) for one, _ in quarters]
        rows.append(
            [
                paragraph(say_measure(words, measure), style.CELL_BOLD),
                *(paragraph(say_cell(words, measure, cell), style.CELL_RIGHT) for cell in cells),
                paragraph(say_definition(words, measure), style.NOTE),
            ]
        )
    each = min((_WIDTH - _NAMES - _DEFINITIONS) / len(quarters), 40)
    widths = [_NAMES * mm, *[each * mm] * len(quarters), _DEFINITIONS * mm]
    table = DataTable(rows, colWidths=widths, hAlign="LEFT", row_heads=(0,))
    table.setStyle(looks)
    return table
