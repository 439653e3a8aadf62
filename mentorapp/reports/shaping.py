"""Letters as the font has them: joined, with marks in their place, by HarfBuzz.

ReportLab embeds the glyphs; it is handed the glyphs of one run at a time, in the order in which
they stand on paper. Its own way to shape whole paragraphs leaves the words of a right-to-left
sentence in the wrong order (tried with ReportLab 5.1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfmetrics import getFont

from mentorapp.reports.fonts import JOINERS, REPLACEMENT, EmbeddedFont, has
from mentorapp.reports.outlines import outline

if TYPE_CHECKING:
    import uharfbuzz

#: What a glyph says whose neighbour says it all; without anything, readers make something up.
_NOTHING = "\u200b"


@dataclass(frozen=True, slots=True)
class Glyph:
    """``code`` is the character by which ReportLab prints it. Measures in thousandths of a size.

    ``width`` is the glyph's own, ``advance`` how far the next one stands from it. A glyph that
    stands above or below the line is printed as ``outline``, and ``code`` takes no room or is
    empty: set as text, it would be taken for a line or a word of its own by readers of the PDF.
    """

    code: str
    width: float
    advance: float
    x: float = 0
    y: float = 0
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What stands on paper for ``logical``, a piece of text that cannot be divided."""

    glyphs: tuple[Glyph, ...]
    logical: str

    @property
    def width(self) -> float:
        """In thousandths of the font's size."""
        return sum(glyph.advance for glyph in self.glyphs)


@lru_cache(maxsize=20_000)
def shaped(
    text: str, font: str, *, from_right: bool, script: str = "", language: str = ""
) -> tuple[Cluster, ...]:
    """The clusters of a run of one font, script and direction, from left to right on paper.

    ``language`` chooses among the forms that a letter or digit has in several languages.
    """
    import uharfbuzz

    _known, face = faces(font)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    text = "".join(one if one in JOINERS or has(one, font) else REPLACEMENT for one in text)
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if script:
        buffer.script = script
    buffer.language = language or "und"
    buffer.direction = "rtl" if from_right else "ltr"
    uharfbuzz.shape(face, buffer, {"kern": True, "liga": True, "calt": True})
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _at in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(
        _cluster(font, text[start : ends[start]], list(group))
        for start, group in groupby(glyphs, key=lambda glyph: int(glyph[0].cluster))
    )


def _cluster(font: str, logical: str, glyphs: Sequence[Any]) -> Cluster:
    """The glyph that takes most room tells the whole text, the others nothing that one sees."""
    known, _face = faces(font)
    widest = max(range(len(glyphs)), key=lambda at: glyphs[at][1].x_advance)
    found = []
    for at, (info, place) in enumerate(glyphs):
        says = logical if at == widest else _NOTHING
        drawn = _outline(font, info.codepoint) if place.y_offset or not place.x_advance else ""
        code, width = "", 0.0
        if not drawn or place.x_advance or at == widest:
            code, width = known.code_for(known.blank if drawn else info.codepoint, says)
        found.append(Glyph(code, width, place.x_advance, place.x_offset, place.y_offset, drawn))
    return Cluster(tuple(found), logical)


@lru_cache(maxsize=2_000)
def _outline(font: str, glyph: int) -> str:
    _known, face = faces(font)
    return outline(face, glyph)


@cache
def faces(name: str) -> "tuple[EmbeddedFont, uharfbuzz.Font]":
    """The font as ReportLab and as HarfBuzz know it; both count in thousandths."""
    known: Any = getFont(name)
    face = known.hbFont()
    assert face.face.upem == 1000, "ReportLab takes the width of a glyph as it is"  # noqa: S101
    return known, face
