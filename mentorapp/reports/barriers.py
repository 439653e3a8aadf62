"""What stands in the way, counted over all: a page for managers without small numbers.

What is hidden follows the rule in ``mentorapp.domain.small_numbers``.
"""

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.barriers import BarrierFigures
from mentorapp.domain.office import Office
from mentorapp.domain.sections import Gathered
from mentorapp.domain.small_numbers import is_small, is_small_share
from mentorapp.domain.statistics import Share
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.barriers import DEFINITION, say_not_asked
from mentorapp.words.labels import label
from mentorapp.words.small_numbers import HIDDEN, say_hidden

_WIDTHS = (95 * mm, 40 * mm, 35 * mm)


def barriers_report(
    figures: BarrierFigures, period: str, office: Office, words: Words, printed_on: date
) -> bytes:
    """A4, one page; ``period`` says in words what was counted."""
    _ = words.text
    title = _("What stands in the way of taking part")
    day = _("Printed %(date)s") % {"date": words.date(printed_on)}
    subtitle = [isolated(shortened(office.name, 80)), period, day]
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(" · ".join(part for part in subtitle if part), style.SUBTITLE),
        *_body(figures, office.least_shown, words),
        Spacer(1, 4 * mm),
        paragraph(_(DEFINITION), style.NOTE),
        paragraph(say_hidden(words, office.least_shown), style.NOTE),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 190, 279)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def _body(figures: BarrierFigures, least: int, words: Words) -> Iterator[Flowable]:
    if is_small(figures.asked, least) or not figures.asked:
        few = words.text("Too few people were asked to print figures.")
        yield paragraph(few, style.BODY)
        return
    asked = words.plural("%(n)d person was asked.", "%(n)d people were asked.", figures.asked)
    yield paragraph(asked, style.BODY)
    yield _table(figures, least, words)
    not_asked = figures.childcare_not_asked
    if not_asked and not is_small(not_asked, least):
        beside = say_not_asked(words, not_asked)
        yield paragraph(beside, style.BODY)


def _table(figures: BarrierFigures, least: int, words: Words) -> Flowable:
    _ = words.text
    ranked = sorted(figures.counts.items(), key=lambda one: -one[1].part)
    hides = any(_hidden(share, least) for _barrier, share in ranked)
    # Hidden ones that are named, or come in their order, would be told from those of nobody.
    told = [one for one in ranked if not hides or (one[1].part and not _hidden(one[1], least))]
    others = [_line(label(words, Gathered.OTHERS), HIDDEN, HIDDEN)] if hides else []
    rows = [
        [
            paragraph(_("Barrier"), style.HEAD),
            paragraph(_("People"), style.HEAD_RIGHT),
            paragraph(_("Share"), style.HEAD_RIGHT),
        ],
        *(_row(label(words, barrier), share, least, words) for barrier, share in told),
        *others,
        _row(_("nothing stands in the way"), figures.nothing, least, words),
    ]
    table = DataTable(rows, _WIDTHS, hAlign="LEFT", row_heads=(0,))
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, style.LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def _row(name: str, share: Share, least: int, words: Words) -> list[Flowable]:
    if _hidden(share, least):
        return _line(name, HIDDEN, HIDDEN)
    of = words.text("%(part)d of %(base)d") % {"part": share.part, "base": share.base}
    return _line(name, of, f"{share.percent} %")


def _line(name: str, *values: str) -> list[Flowable]:
    return [
        paragraph(name[:1].upper() + name[1:], style.CELL),
        *(paragraph(value, style.CELL_RIGHT) for value in values),
    ]


def _hidden(share: Share, least: int) -> bool:
    return is_small_share(share.part, share.base, least)
