"""The driving log of a pair: one page that lies in the car, with blank rows to fill in by hand.

It tells who drives with whom and what was driven, and nothing of where anybody is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.labels import label

#: Rows of the table on one page; the newest drives stand there, older ones in the totals alone.
ROWS = 26
#: So many are left blank at least.
BLANK = 10
_HEIGHT = 7.2 * mm
_LONGEST = 60
_WIDTHS = (26, 20, 16, 17, 17, 17, 17, 17, 33)  # mm, together 180


@dataclass(frozen=True, slots=True)
class DriveLine:
    """A drive as it is printed."""

    held_on: date
    minutes: int
    kilometres: int
    conditions: frozenset[DrivingCondition]


@dataclass(frozen=True, slots=True)
class DrivingLog:
    """What the page tells; ``facts`` are label and value, ``totals`` sentences."""

    pairing_number: int
    learner: str
    companion: str
    learner_title: str
    companion_title: str
    facts: Sequence[tuple[str, str]]
    drives: Sequence[DriveLine]
    totals: Sequence[str]
    office: str
    printed_on: date


def driving_log(log: DrivingLog, words: Words) -> bytes:
    """A4 upright, always one page; ``drives`` come oldest first."""
    _ = words.text
    title = _("Driving log")
    shown = log.drives[-(ROWS - BLANK) :]
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(
            _("Pairing %(number)s · printed %(date)s")
            % {"number": log.pairing_number, "date": words.date(log.printed_on)},
            style.SUBTITLE,
        ),
        _facts(log),
        Spacer(1, 4 * mm),
        _table(shown, words),
        Spacer(1, 3 * mm),
    ]
    if len(shown) < len(log.drives):
        older = len(log.drives) - len(shown)
        story.append(
            paragraph(
                words.plural(
                    "%(n)d older drive is in the totals only.",
                    "%(n)d older drives are in the totals only.",
                    older,
                ),
                style.NOTE,
            )
        )
    story += [paragraph(line, style.CELL) for line in log.totals]
    story.append(
        paragraph(
            _("Have the permit and an identity card with you. The companion is responsible."),
            style.NOTE,
        )
    )

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            warning = _("Contains personal data, do not leave it lying about")
            canvas.begin_group(words, " · ".join(filter(None, (log.office, warning))))

    return build(
        [PageTemplate("page", [frame(15, 15, 195, 282)], onPage=begin)],
        story,
        title=title,
        author=log.office,
        language=words.language,
    )


def _facts(log: DrivingLog) -> DataTable:
    pairs = [
        (log.learner_title, isolated(shortened(log.learner, _LONGEST))),
        (log.companion_title, isolated(shortened(log.companion, _LONGEST))),
        *((name, isolated(shortened(value, _LONGEST))) for name, value in log.facts),
    ]
    pairs += [("", "")] * (len(pairs) % 2)
    half = len(pairs) // 2
    rows = [
        [
            cell
            for name, value in (pairs[at], pairs[at + half])
            for cell in (paragraph(name, style.HEAD), paragraph(value, style.CELL_BOLD))
        ]
        for at in range(half)
    ]
    table = DataTable(
        rows, colWidths=[34 * mm, 56 * mm, 34 * mm, 56 * mm], heads=0, row_heads=(0, 2)
    )
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    return table


def _table(drives: Sequence[DriveLine], words: Words) -> DataTable:
    _ = words.text
    heads = [
        _("Date"),
        _("Minutes"),
        _("km"),
        *(label(words, condition) for condition in DrivingCondition),
        _("What to practise next"),
    ]
    rows: list[list[Flowable | str]] = [[paragraph(head, style.HEAD) for head in heads]]
    rows += [_cells(one, words) for one in drives]
    rows += [[""] * len(heads) for _blank in range(ROWS - len(drives))]
    table = DataTable(
        rows,
        colWidths=[width * mm for width in _WIDTHS],
        row_heads=(0,),
        rowHeights=[None, *[_HEIGHT] * ROWS],
    )
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("GRID", (0, 0), (-1, -1), 0.5, style.MUTED),
            ("BACKGROUND", (0, 0), (-1, 0), style.SOFT),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return table


def _cells(drive: DriveLine, words: Words) -> list[Flowable | str]:
    return [
        paragraph(words.date(drive.held_on), style.CELL),
        paragraph(str(drive.minutes), style.CELL),
        paragraph(str(drive.kilometres), style.CELL),
        *(
            paragraph("x" if condition in drive.conditions else "", style.CELL)
            for condition in DrivingCondition
        ),
        "",
    ]
