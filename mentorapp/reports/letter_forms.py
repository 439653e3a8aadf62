"""What a paper has that is to be filled in and signed: boxes, lines to write on, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph
from mentorapp.words import N_, Words

#: Of the running text of a letter.
WHOLE_WIDTH = 156 * mm
_BOX = 4.2 * mm
_GAP = 6 * mm
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


def box(
    text: str, usual: ParagraphStyle, language: str = "", width: float = WHOLE_WIDTH
) -> Flowable:
    """A sentence with a box to tick before it; the sentence is ``marked`` as in ``paragraph``."""
    told = paragraph(text, usual, language=language, marked=True)
    return _row([_Square(), told], [9 * mm, width - 9 * mm], language, top=1)


def line(
    text: str, usual: ParagraphStyle, language: str = "", width: float = WHOLE_WIDTH
) -> Flowable:
    """A question, and the rest of the line to write on."""
    told = paragraph(text, usual, language=language, marked=True)
    table = _row([told, ""], [width * 0.4, width * 0.6], language, top=3)
    written = 0 if _is_from_right(language) else 1
    table.setStyle([("LINEBELOW", (written, 0), (written, 0), 0.5, style.MUTED)])
    return table


def _is_from_right(language: str) -> bool:
    return direction_of_language(language) == RIGHT


def _side(language: str) -> Literal["LEFT", "RIGHT"]:
    return "RIGHT" if _is_from_right(language) else "LEFT"


def _row(
    cells: Sequence[Flowable | str], widths: Sequence[float], language: str, top: float
) -> Arranged:
    """What is read first stands where the reader begins."""
    from_right = _is_from_right(language)
    if from_right:
        cells, widths = cells[::-1], widths[::-1]
    table = Arranged([list(cells)], list(widths), hAlign=_side(language), from_right=from_right)
    table.setStyle([("ALIGN", (0, 0), (-1, -1), _side(language))])
    table.setStyle(
        [
            *_BARE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), top),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return table


def signing(who: Sequence[Signer], words: Words, language: str = "") -> list[Flowable]:
    """Lines for place, date and name for each who signs, two of them side by side; they belong on
    one page, with some of what is signed: see ``letter_body``.
    """
    if len(who) == 1:
        return [Spacer(1, 3 * mm), *_column(who[0], words, language, WHOLE_WIDTH)]
    width = (WHOLE_WIDTH - _GAP) / 2
    most = max(_height(_name(one, words, language, width), width) for one in who)
    columns: list[object] = [_column(one, words, language, width, most) for one in who]
    columns.insert(1, "")
    from_right = _is_from_right(language)
    if from_right:
        columns.reverse()
    table = Arranged([columns], [width, _GAP, width], hAlign=_side(language), from_right=from_right)
    table.setStyle([*_BARE, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
    return [Spacer(1, 3 * mm), table]


def _column(
    one: Signer, words: Words, language: str, width: float, most: float = 0
) -> list[Flowable]:
    """One who signs: role, name, and the lines; place and signature share one where it is wide.

    The name takes ``most`` points at least, so that all stands level with the column beside it.
    """
    _ = words.text
    role = isolated(one.role[:1].upper() + one.role[1:])
    place, signature = _("Place and date"), _("Signature")
    lines = [(place, signature)] if width == WHOLE_WIDTH else [(place,), (signature,)]
    name = _name(one, words, language, width)
    room = max(0, most - _height(name, width))
    return [
        paragraph(role, style.GROUP, language=language),
        *([Spacer(1, room)] if room and not one.name else []),
        name,
        *([Spacer(1, room)] if room and one.name else []),
        *(_to_write(line, language, width) for line in lines),
    ]


def _name(one: Signer, words: Words, language: str, width: float) -> Flowable:
    if one.name:
        return paragraph(isolated(one.name), style.CELL, language=language)
    return _to_write([words.text("Name in print letters")], language, width)


def _height(name: Flowable, width: float) -> float:
    return name.wrap(width, WHOLE_WIDTH)[1]


def _to_write(under: Sequence[str], language: str, width: float) -> Arranged:
    """Lines to write on, side by side, with what belongs on each under it."""
    told: list[Flowable | str] = []
    widths: list[float] = []
    each = (width - _GAP * (len(under) - 1)) / len(under)
    for at, text in enumerate(under):
        if at:
            told, widths = [*told, ""], [*widths, _GAP]
        told, widths = [*told, paragraph(text, style.NOTE, language=language)], [*widths, each]
    from_right = _is_from_right(language)
    if from_right:
        told.reverse()
    table = Arranged(
        [[""] * len(told), told],
        widths,
        [_LINE_HEIGHT, None],
        hAlign=_side(language),
        from_right=from_right,
    )
    written = [("LINEBELOW", (at, 0), (at, 0), 0.5, style.MUTED) for at in range(0, len(told), 2)]
    table.setStyle([*_BARE, *written, ("TOPPADDING", (0, 1), (-1, 1), 1)])
    return table


_BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
