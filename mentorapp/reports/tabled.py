"""Reports that are tables with a few sentences: whose, of when, what is counted, small print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.report_tables import Column, ReportTable
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import LOOKS, DataTable, ends_kept
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.report_tables import say_cell
from mentorapp.words.small_numbers import say_hidden

WIDTH = 170  # mm
#: The first column has what is left, and no less than this.
_NAME, _NUMBER, _TEXT = 60, 26, 34
_AROUND = 11  # points of padding around a cell
#: So many columns have smaller heads: long words must not be broken.
_MANY = 6
_NARROW = (
    ParagraphStyle("narrow head", parent=style.HEAD, fontSize=8),
    ParagraphStyle("narrow head right", parent=style.HEAD_RIGHT, fontSize=8),
)
#: A table of more rows may break over pages; so high is what stays together at its beginning.
_TOGETHER, _BEGINNING = 8, 45  # rows, mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """``about`` are whose and of when, below the title; ``to`` is whom it is handed to.

    ``charts`` stand under the table of their key. ``since`` is what is different since it was
    printed. ``closing`` is what stands at the end, as a place to sign.
    """

    title: str
    to: str = ""
    about: tuple[str, ...]
    intro: tuple[str, ...] = ()
    tables: tuple[ReportTable, ...]
    charts: Mapping[str, Drawing] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    closing: tuple[Flowable, ...] = ()


def tabled_report(paper: Paper, office: Office, words: Words, printed_on: date) -> bytes:
    """A4, as many pages as it takes. The file's title names nobody."""
    story: list[Flowable] = [
        paragraph(isolated(shortened(paper.title, 120)), style.TITLE),
        paragraph(_subtitle(paper, office, words, printed_on), style.SUBTITLE),
        *(paragraph(text, style.BODY) for text in paper.intro),
    ]
    told = [one for one in paper.tables if _tells(one)]
    story += blocks_of_tables(told, words, office.least_shown, paper.charts)
    if not told:
        story.append(paragraph(words.text("There is nothing to count yet."), style.BODY))
    story += [paragraph(note, style.NOTE) for note in paper.notes]
    story += since_blocks(paper.since)
    story += paper.closing

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + WIDTH, 279)], onPage=begin)],
        story,
        title=paper.title,
        author=office.name,
        language=words.language,
    )


def _tells(table: ReportTable) -> bool:
    """Whether anything stands in it: noughts of nothing, or a head alone, are left out."""
    return any(cell not in (0, None, "") for row in table.rows for cell in row.cells[1:])


def since_blocks(said: Sequence[str]) -> list[Flowable]:
    """What is different since the report was printed, in small print; nothing where nothing is."""
    if not said:
        return []
    return [Spacer(1, 3 * mm), *(paragraph(one, style.NOTE) for one in said)]


def table_of(table: ReportTable, words: Words) -> DataTable:
    """The table without its title; its head stands on every page."""
    left, right = _NARROW if len(table.columns) > _MANY else (style.HEAD, style.HEAD_RIGHT)
    heads = [paragraph(one.name, right if one.numbers else left) for one in table.columns]
    rows = [
        [
            paragraph(
                isolated(shortened(say_cell(words, cell), 120)),
                style.CELL_RIGHT if column.numbers else style.CELL,
            )
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]
    looks: list[Any] = [
        *LOOKS,
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
        *ends_kept(len(rows) + 1),
    ]
    made = DataTable(
        [heads, *rows],
        colWidths=_widths(table.columns, right),
        repeatRows=1,
        row_heads=(0,),
        hAlign="LEFT",
    )
    made.setStyle(looks)
    return made


def _widths(columns: Sequence[Column], head: ParagraphStyle) -> list[float]:
    """Points: a column of numbers is as wide as the longest word of its head, and no less than its
    share; the first column has what is left.
    """
    rest = []
    for one in columns[1:]:
        words = [stringWidth(word, head.fontName, head.fontSize) for word in one.name.split()]
        usual = (_NUMBER if one.numbers else _TEXT) * mm
        share = min(usual, (WIDTH - _NAME) * mm / (len(columns) - 1))
        rest.append(max(share, max(words, default=0) + _AROUND))
    return [WIDTH * mm - sum(rest), *rest]


def blocks_of_tables(
    tables: Sequence[ReportTable],
    words: Words,
    least: int,
    charts: Mapping[str, Drawing] | None = None,
) -> list[Flowable]:
    """Each with its title, what is counted in it, and its chart. The sign of a hidden number is
    explained once, under the last that has it.
    """
    last = max((at for at, one in enumerate(tables) if one.hides), default=-1)
    made: list[Flowable] = []
    for at, one in enumerate(tables):
        notes = [one.note, say_hidden(words, least) if at == last else ""]
        made += _blocks(one, words, list(filter(None, notes)), (charts or {}).get(one.key))
    return made


def _blocks(
    table: ReportTable, words: Words, notes: Sequence[str], chart: Drawing | None
) -> list[Flowable]:
    title, made = paragraph(table.title, style.SUBJECT), table_of(table, words)
    small_print = [paragraph(note, style.NOTE) for note in notes]
    drawn = [Spacer(1, 2 * mm), chart] if chart is not None else []
    above, below = Spacer(1, 2 * mm), Spacer(1, 2 * mm)
    if len(table.rows) <= _TOGETHER:
        beside = [Spacer(1, 1 * mm), *small_print, *drawn]
        return [KeepTogether([above, title, made, *beside, below])]
    # Bound to its title the table would go to the next page whole; notes after it might stand
    # alone there.
    title.keepWithNext = 0
    return [CondPageBreak(_BEGINNING * mm), above, title, *small_print, made, *drawn, below]


def _subtitle(paper: Paper, office: Office, words: Words, printed_on: date) -> str:
    _ = words.text
    to = _("To %(committee)s") % {"committee": isolated(shortened(paper.to, 80))}
    parts = [
        to if paper.to else "",
        shortened(office.name, 80),
        *(isolated(shortened(one, 80)) for one in paper.about),
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)
