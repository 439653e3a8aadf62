"""Letters as the font has them: joined, with marks in their place, by HarfBuzz.

ReportLab embeds the glyphs and writes them; it is handed the glyphs of one run at a time, in the
order in which they stand on paper. Its own way to shape whole paragraphs leaves the words of a
right-to-left sentence in the wrong order (tried with ReportLab 5.1).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from mentorapp.reports.fonts import font_for

if TYPE_CHECKING:
    import uharfbuzz

    #: ReportLab's fonts as far as they know HarfBuzz, of which its types tell nothing.
    Known = Any

#: Printed for a character that no font has: visible, so that somebody asks.
REPLACEMENT = "\ufffd"

#: Direct the order of their neighbours and are never printed.
INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Cluster:
    """What stands on paper for ``logical``, a piece of text that cannot be divided.

    ``width`` is in thousandths of the font's size. ``legible`` tells whether a reader of the PDF
    finds ``logical`` from the glyphs alone; a ligature, say, has to be told beside them.
    """

    glyphs: ShapedStr
    width: float
    logical: str
    legible: bool


def fonts_of(text: str, font: str) -> list[str]:
    """The font of each character, in the weight of ``font``: marks stay with their letter."""
    found: list[str] = []
    for character in text:
        last = found[-1] if found else font
        unseen = character in _JOINERS or ord(character) in INVISIBLE
        mark = unicodedata.category(character).startswith("M")
        if unseen or (mark and font_for(character, last) == last):
            found.append(last)
        else:
            found.append(font_for(character, font) or font)
    return found


@lru_cache(maxsize=20_000)
def shaped(text: str, font: str, *, from_right: bool) -> tuple[Cluster, ...]:
    """The clusters of a run of one font and direction, from left to right on paper."""
    import uharfbuzz

    known, face = _faces(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str("".join(one if _is_known(one, font) else REPLACEMENT for one in text))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    uharfbuzz.shape(face, buffer, {"kern": True, "liga": True, "calt": True})
    glyphs = [
        _Glyph(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(
        _cluster(known, face, text[start : ends[start]], list(group))
        for start, group in groupby(glyphs, key=lambda glyph: glyph.cluster)
    )


@dataclass(frozen=True, slots=True)
class _Glyph:
    number: int
    cluster: int
    advance: float
    x_offset: float
    y_offset: float


def _cluster(
    known: "Known", face: "uharfbuzz.Font", logical: str, glyphs: Sequence[_Glyph]
) -> Cluster:
    codes = [_code(known, face, glyph, logical) for glyph in glyphs]
    printed = "".join(map(chr, codes))
    data: Any = [
        ShapeData(at, one.advance, 0, one.x_offset, one.y_offset, known.face.charWidths[code])
        for at, (one, code) in enumerate(zip(glyphs, codes, strict=True))
    ]
    legible = unicodedata.normalize("NFKC", printed) == unicodedata.normalize("NFKC", logical)
    width = sum(glyph.advance for glyph in glyphs)
    return Cluster(ShapedStr(printed, data), width, logical, legible)


def _code(known: "Known", face: "uharfbuzz.Font", glyph: _Glyph, logical: str) -> int:
    """The character by which ReportLab knows the glyph: the text's own where it can be."""
    codes: list[int] = known.face.glyphToChar.get(glyph.number)
    if not codes:
        name = face.glyph_to_string(glyph.number)
        return int(known.hbAddPrivate(name, glyph.number, glyph.advance))
    return next((code for code in codes if chr(code) in logical), codes[0])


def _is_known(character: str, font: str) -> bool:
    return character in _JOINERS or font_for(character, font) is not None


@cache
def _faces(name: str) -> "tuple[Known, uharfbuzz.Font]":
    """The font as ReportLab and as HarfBuzz know it; both count in thousandths."""
    known: Any = getFont(name)
    face = known.hbFont()
    assert face.face.upem == 1000, "ReportLab takes the width of a glyph as it is"  # noqa: S101
    return known, face
