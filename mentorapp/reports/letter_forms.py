"""What a paper has that is to be filled in and signed: boxes, lines to write on, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.scripts import direction_of_language
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


def box(text: str, usual: ParagraphStyle, language: str = "") -> Flowable:
    """A sentence with a box to tick before it; the sentence is ``marked`` as in ``paragraph``."""
    told = paragraph(text, usual, language=language, marked=True)
    return _row([_Square(), told], [9 * mm, _WIDE - 9 * mm], language, top=1)


def line(text: str, usual: ParagraphStyle, language: str = "") -> Flowable:
    """A question, and the rest of the line to write on."""
    told = paragraph(text, usual, language=language, marked=True)
    table = _row([told, ""], [62 * mm, _WIDE - 62 * mm], language, top=3)
    written = 0 if _is_from_right(language) else 1
    table.setStyle([("LINEBELOW", (written, 0), (written, 0), 0.5, style.MUTED)])
    return table


def _is_from_right(language: str) -> bool:
    return direction_of_language(language) == RIGHT


def _side(language: str) -> Literal["LEFT", "RIGHT"]:
    return "RIGHT" if _is_from_right(language) else "LEFT"


def _row(
    cells: Sequence[Flowable | str], widths: Sequence[float], language: str, top: float
) -> Table:
    """What is read first stands where the reader begins."""
    if _is_from_right(language):
        cells, widths = cells[::-1], widths[::-1]
    table = Table([list(cells)], list(widths), hAlign=_side(language))
    table.setStyle(
        [*_BARE, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), top)]
    )
    return table


def signing(who: Sequence[Signer], words: Words, language: str = "") -> list[Flowable]:
    """Lines for place, date and name, for each who signs; all of one stays together."""
    blocks: list[Flowable] = []
    for one in who:
        role = isolated(one.role[:1].upper() + one.role[1:])
        heading = paragraph(role, style.GROUP, language=language)
        blocks.append(KeepTogether([Spacer(1, 3 * mm), heading, _lines(one, words, language)]))
    return blocks


def _lines(one: Signer, words: Words, language: str) -> Table:
    _ = words.text
    gap = 6 * mm
    half = (_WIDE - gap) / 2

    def told(text: str) -> Flowable:
        return paragraph(text, style.NOTE, language=language)

    name = isolated(one.name) if one.name else _("Name in print letters")
    under = [told(_("Place and date")), "", told(_("Signature"))]
    if _is_from_right(language):
        under.reverse()
    table = Table(
        [["", "", ""], under], [half, gap, half], [_LINE_HEIGHT, None], hAlign=_side(language)
    )
    table.setStyle(
        [
            *_BARE,
            ("LINEBELOW", (0, 0), (0, 0), 0.5, style.MUTED),
            ("LINEBELOW", (2, 0), (2, 0), 0.5, style.MUTED),
            ("TOPPADDING", (0, 1), (-1, 1), 1),
        ]
    )
    if one.name:
        return Table([[told(name)], [table]], [_WIDE], hAlign=_side(language), style=_BARE)
    written = Table([[""], [told(name)]], [_WIDE], [_LINE_HEIGHT, None], hAlign=_side(language))
    written.setStyle([*_BARE, ("LINEBELOW", (0, 0), (0, 0), 0.5, style.MUTED)])
    return Table([[written], [table]], [_WIDE], hAlign=_side(language), style=_BARE)


_BARE = [
    style.NO_HELVETICA,
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
