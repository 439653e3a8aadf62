"""The recruitment list: a page for whoever decides, and a block for each organisation to call.

It names nobody who waits. Contact persons are named, so it stays in the office.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
)

from mentorapp.domain.office import Office
from mentorapp.domain.shortages import Recruitment, Shortage, share_of_first
from mentorapp.reports import style
from mentorapp.reports.bars import Bar
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.recruitment_blocks import WIDTH, anywhere_block, organisation_block
from mentorapp.reports.tables import Arranged, LongDataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import N_, Words
from mentorapp.words.shortages import (
    say_causes,
    say_counts,
    say_kind,
    say_no_kind,
    say_share,
)

_KINDS = [8, 85, 33, 22, 22]  # mm, together WIDTH
_BAR = 19
_BETWEEN = 4 * mm
_ENDLESS = 1_000_000  # points
#: A heading under what is on the page already; at the top of one the space is left out.
_BELOW = ParagraphStyle("below", parent=style.SUBJECT, spaceBefore=6 * mm)

_NOTES = (
    N_(
        "1 How many who wait such a mentor could be paired with. One mentor takes one of them. The "
        "kinds are in the order of how many each helps beside those above it."
    ),
    N_("2 Worked out anew with these mentors in the office, each with room for one."),
)


def recruitment_report(
    schemes: Sequence[Recruitment], office: Office, words: Words, printed_on: date
) -> bytes:
    """A4: for each scheme the ranked kinds, then the organisations in the order of calling."""
    _ = words.text
    title = _("Whom to recruit")
    story: list[Flowable] = []
    for values in schemes:
        if story:
            story.append(PageBreak())
        story += [
            paragraph(title, style.TITLE),
            paragraph(_subtitle(values, office, words, printed_on), style.SUBTITLE),
            *_summary(values, words),
            *_organisations(values, words, printed_on),
        ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            warning = _("Contains personal data, do not leave it lying about")
            canvas.begin_group(words, " · ".join(filter(None, (office.name, warning))))

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + WIDTH, 279)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def _subtitle(values: Recruitment, office: Office, words: Words, printed_on: date) -> str:
    parts = [
        shortened(office.name, 80),
        shortened(values.scheme.name(words.language), 80),
        words.text("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(isolated(part) for part in parts if part)


def _summary(values: Recruitment, words: Words) -> Iterator[Flowable]:
    _ = words.text
    yield paragraph(say_counts(words, values.waiting, values.free_places), style.BODY)
    if not values.shortages:
        if values.waiting:
            yield paragraph(say_no_kind(words), style.BODY)
        return
    kinds, helped = share_of_first(values.shortages)
    if helped:
        share = say_share(words, kinds, helped, values.waiting)
        yield paragraph(share, style.BODY)
    yield _kinds(values, words)
    yield Spacer(1, 3 * mm)
    yield from (paragraph(_(note), style.NOTE) for note in _NOTES)
    yield paragraph(
        _("People with a strictly confidential address are not counted: they are paired by hand."),
        style.NOTE,
    )


def _kinds(values: Recruitment, words: Words) -> LongDataTable:
    _ = words.text
    with_more = _("More pairs with %(n)d ²") % {"n": values.recruits}
    heads = [
        paragraph("", style.HEAD),
        paragraph(_("Kind of mentor"), style.HEAD),
        paragraph(_("Would help ¹"), style.HEAD),
        paragraph(_("More pairs with 1 ²"), style.HEAD_RIGHT),
        paragraph(with_more, style.HEAD_RIGHT),
    ]
    most = max(one.helps for one in values.shortages)
    rows: list[list[Any]] = [heads]
    for rank, (one, more) in enumerate(zip(values.shortages, values.more_pairs, strict=True), 1):
        rows.append(
            [
                paragraph(str(rank), style.CELL_BOLD),
                list(_kind(one, words)),
                _helps(one.helps, most, words),
                paragraph(words.number(one.gain_pairs), style.CELL_RIGHT),
                paragraph(words.number(more), style.CELL_RIGHT),
            ]
        )
    table = LongDataTable(
        rows, colWidths=[width * mm for width in _KINDS], repeatRows=1, row_heads=(1,)
    )
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return table


def _kind(shortage: Shortage, words: Words) -> Iterator[Flowable]:
    yield paragraph(say_kind(words, shortage.kind), style.CELL)
    if causes := say_causes(words, shortage):
        now = words.text("What stands in the way now: %(causes)s") % {"causes": causes}
        yield paragraph(now, style.NOTE)


def _helps(count: int, most: int, words: Words) -> Arranged:
    table = Arranged(
        [[paragraph(words.number(count), style.CELL_BOLD_RIGHT), Bar(count, most, _BAR)]],
        colWidths=[9 * mm, (_BAR + 1) * mm],
        hAlign="LEFT",
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (0, 0), 4),
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def _organisations(values: Recruitment, words: Words, printed_on: date) -> Iterator[Flowable]:
    _ = words.text
    if not values.shortages:
        return
    blocks = [organisation_block(one, words, printed_on) for one in values.to_call.organisations]
    if ranks := values.to_call.anywhere:
        kinds = [(rank, values.shortages[rank - 1].kind) for rank in ranks]
        blocks.append(anywhere_block(kinds, words))
    head = paragraph(_("Whom to call"), _BELOW)
    # Where not all of it fits under the summary, that page can be handed on without the contact
    # persons, and no block is torn from the rest for a line or two.
    yield CondPageBreak(_height([head, *blocks]) + len(blocks) * _BETWEEN)
    yield head
    for block in blocks:
        yield KeepTogether([block, Spacer(1, _BETWEEN)])


def _height(flowables: Sequence[Flowable]) -> float:
    """What they take of a page, with the space about each."""
    return sum(
        one.wrap(WIDTH * mm, _ENDLESS)[1] + one.getSpaceBefore() + one.getSpaceAfter()
        for one in flowables
    )
