"""The table of a period's figures beside those of the one before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm

from mentorapp.domain.statistics import PeriodFigures
from mentorapp.reports import style
from mentorapp.reports.figures import Group
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import paragraph
from mentorapp.words import Words
from mentorapp.words.periods import short_period

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

LOOKS: list[Any] = [
    style.NO_HELVETICA,
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 1.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
]


def period_table(figures: Sequence[Group], now: PeriodFigures, words: Words) -> DataTable:
    """170 mm wide: the figure, the period, the one before it, the change."""
    _ = words.text
    so_far = "" if now.finished else "\n" + _("so far")
    rows: list[list[Flowable | str]] = [
        [
            "",
            paragraph(short_period(words, now.period) + so_far, style.HEAD_RIGHT),
            paragraph(short_period(words, now.period.previous()), style.HEAD_RIGHT),
            paragraph(_("Change"), style.HEAD_RIGHT),
        ]
    ]
    looks = list(LOOKS)
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
    table = DataTable(rows, colWidths=[width * mm for width in (70, 36, 34, 30)], row_heads=(0,))
    table.setStyle(looks)
    return table
