"""What a paper has that is to be filled in and signed: boxes, lines to write on, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from mentorapp.reports import style
from mentorapp.reports.text import isolated, paragraph
from mentorapp.words import N_, Words

_WIDE = 156 * mm
_BOX = 4.2 * mm
#: As much as a pen needs.
_LINE_HEIGHT = 9.5 * mm


class Ending(Enum):
    """How a letter ends: with a greeting, or with lines for whoever is to sign."""

    REGARDS = "regards"
    READER = "reader"
    READER_AND_GUARDIAN = "reader_and_guardian"
    BOTH = "both"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Signer:
    """``name`` is printed under the line; empty for one who writes it by hand."""

    role: str
    name: str = ""


def signers(ending: Ending, reader: Signer, office: Signer, words: Words) -> tuple[Signer, ...]:
    """Who signs, in the order of the lines."""
    guardian = Signer(words.text(N_("parent or guardian")))
    return {
        Ending.REGARDS: (),
        Ending.READER: (reader,),
        Ending.READER_AND_GUARDIAN: (reader, guardian),
        Ending.BOTH: (reader, office),
        Ending.OFFICE: (office,),
    }[ending]


class _Square(Flowable):
    """A box to tick."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return _BOX, _BOX

    def draw(self) -> None:
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, _BOX, _BOX)


def box(text: str, usual: ParagraphStyle) -> Flowable:
    """A sentence with a box to tick before it."""
    return _row([_Square(), paragraph(text, usual)], (9 * mm, _WIDE - 9 * mm), top=1)


def line(text: str, usual: ParagraphStyle) -> Flowable:
    """A question, and the rest of the line to write on."""
    table = _row([paragraph(text, usual), ""], (62 * mm, _WIDE - 62 * mm), top=3)
    table.setStyle([("LINEBELOW", (1, 0), (1, 0), 0.5, style.MUTED)])
    return table


def _row(cells: Sequence[Flowable | str], widths: tuple[float, float], top: float) -> Table:
    table = Table([list(cells)], widths, hAlign="LEFT")
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), top),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def signing(who: Sequence[Signer], words: Words) -> list[Flowable]:
    """Lines for place, date and name, for each who signs; all of one stays together."""
    blocks: list[Flowable] = []
    for one in who:
        role = paragraph(isolated(one.role[:1].upper() + one.role[1:]), style.GROUP)
        blocks.append(KeepTogether([Spacer(1, 3 * mm), role, _lines(one, words)]))
    return blocks


def _lines(one: Signer, words: Words) -> Table:
    _ = words.text
    gap = 6 * mm
    half = (_WIDE - gap) / 2

    def told(text: str) -> Flowable:
        return paragraph(text, style.NOTE)

    name = isolated(one.name) if one.name else _("Name in print letters")
    table = Table(
        [["", "", ""], [told(_("Place and date")), "", told(_("Signature"))]],
        (half, gap, half),
        (_LINE_HEIGHT, None),
        hAlign="LEFT",
    )
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("LINEBELOW", (0, 0), (0, 0), 0.5, style.MUTED),
            ("LINEBELOW", (2, 0), (2, 0), 0.5, style.MUTED),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    if one.name:
        return Table([[told(name)], [table]], (_WIDE,), hAlign="LEFT", style=_BARE)
    written = Table([[""], [told(name)]], (_WIDE,), (_LINE_HEIGHT, None), hAlign="LEFT")
    written.setStyle([*_BARE, ("LINEBELOW", (0, 0), (0, 0), 0.5, style.MUTED)])
    return Table([[written], [table]], (_WIDE,), hAlign="LEFT", style=_BARE)


_BARE = [
    style.NO_HELVETICA,
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
