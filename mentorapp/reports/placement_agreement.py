"""The placement agreement: one page to sign, in the words of the three who sign it.

A summary of what was agreed, no contract of employment; it says so. It tells where somebody is, so
that nobody makes one for a protected person (``domain.placement_protection``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.placements import Placement
from mentorapp.reference.phones import printed
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import Arranged, DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.placements import say_period, say_place, say_time

_WIDTHS = (52 * mm, 118 * mm)
_LONGEST = 160
#: What was practised is cut where it would push the signatures to another page.
_LONG_TEXT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementValues:
    """What stands on the page."""

    placement: Placement
    person: str
    organisation: str
    contact: str
    office: Office


def placement_agreement(values: AgreementValues, words: Words, printed_on: date) -> bytes:
    """A4, one page; file, title and metadata name nobody."""
    _ = words.text
    title = _("Placement agreement")
    kind = label(words, values.placement.kind)
    number = _("%(kind)s, no. %(number)s") % {
        "kind": kind[:1].upper() + kind[1:],
        "number": values.placement.number,
    }
    subtitle = " · ".join((number, _("Printed %(date)s") % {"date": words.date(printed_on)}))
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(subtitle, style.SUBTITLE),
        _facts(values, words),
        Spacer(1, 4 * mm),
        *(paragraph(f"• {line}", style.BODY) for line in _promises(words)),
        paragraph(
            _(
                "This page sums up what the three have agreed. It is no contract of employment and "
                "takes no rule of law away."
            ),
            style.NOTE,
        ),
        KeepTogether([Spacer(1, 8 * mm), _signatures(values, words)]),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, values.office.name)

    return build(
        [PageTemplate("page", [frame(20, 18, 190, 279)], onPage=begin)],
        story,
        title=title,
        author=values.office.name,
        language=words.language,
    )


def _facts(values: AgreementValues, words: Words) -> DataTable:
    rows = [
        [paragraph(name, style.NOTE), paragraph(isolated(text), style.BODY)]
        for name, text in _lines(values, words)
        if text
    ]
    table = DataTable(rows, _WIDTHS, heads=0, row_heads=(0,))
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (0, -1), 5),
            ("TOPPADDING", (1, 0), (1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, style.LINE),
        ]
    )
    return table


def _lines(values: AgreementValues, words: Words) -> Iterator[tuple[str, str]]:
    _, one = words.text, values.placement
    yield _("Who"), shortened(values.person, _LONGEST)
    yield _("Where"), shortened(say_place(words, one, values.organisation), _LONGEST)
    phone = printed(one.supervisor_phone) if one.supervisor_phone else ""
    supervisor = ", ".join(part for part in (one.supervisor, phone) if part)
    yield _("Supervisor"), shortened(supervisor, _LONGEST)
    yield _("Contact person"), shortened(values.contact, _LONGEST)
    yield _("Period"), say_period(words, one)
    yield _("Working time"), say_time(words, one)
    yield _("Tied to which teaching"), shortened(one.teaching, _LONGEST)
    yield _("What is practised"), shortened(one.practised, _LONG_TEXT)
    midway = words.date(one.midway_on) if one.midway_on else ""
    yield _("Midway talk"), midway
    phone = printed(values.office.phone) if values.office.phone else ""
    office = ", ".join(part for part in (values.office.name, phone) if part)
    yield _("The office"), shortened(office, _LONGEST)


def _promises(words: Words) -> tuple[str, str, str]:
    _ = words.text
    return (
        _("The place gives training, a supervisor and time to ask."),
        _("The newcomer comes as agreed, and tells the supervisor when that is not possible."),
        _("The office calls before the midway talk, and comes when one of the others asks."),
    )


def _signatures(values: AgreementValues, words: Words) -> Arranged:
    _ = words.text
    names = (
        (_("The newcomer"), values.person),
        (_("The place"), values.placement.supervisor or values.organisation),
        (_("The office"), values.office.name),
    )
    lines: list[object] = []
    under: list[object] = []
    for role, name in names:
        lines += [paragraph(_("Date and signature"), style.NOTE), ""]
        who = paragraph(isolated(shortened(name, 60)), style.NOTE)
        under += [[paragraph(role, style.GROUP), who], ""]
    signed = [52 * mm, 7 * mm] * 3
    table = Arranged(
        [lines[:-1], [""] * 5, under[:-1]], signed[:-1], [None, 14 * mm, None], hAlign="LEFT"
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            *(("LINEBELOW", (at, 1), (at, 1), 0.8, style.INK) for at in (0, 2, 4)),
        ]
    )
    return table
