"""Text of several scripts and both directions, broken into lines and set.

The slow way beside ReportLab's own: only what has letters from the right, or letters that have to
be joined, comes here (``text`` decides).
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import add

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from mentorapp.reports.bidi import LEFT, RIGHT, levels_of, line_levels, order_of
from mentorapp.reports.shaping import INVISIBLE, Cluster, fonts_of, shaped
from mentorapp.reports.tagging import Passage, begin_label, begin_text, end


@dataclass(frozen=True, slots=True)
class Line:
    """``runs`` as they stand from left to right, each of one font; ``width`` in sizes of the font.

    ``text`` is what was asked for, in the order in which it is read.
    """

    text: str
    runs: tuple[tuple[str, tuple[Cluster, ...]], ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Measured:
    """One paragraph with what is known of each of its characters."""

    text: str
    base: int
    levels: Sequence[int]
    fonts: Sequence[str]

    def line(self, start: int, end: int) -> Line:
        text = self.text[start:end]
        levels = line_levels(text, self.levels[start:end], self.base)
        keys = list(zip(levels, self.fonts[start:end], strict=True))
        runs, at = [], 0
        for (level, font), group in groupby(keys):
            length = len(list(group))
            piece = text[at : at + length].translate(INVISIBLE)
            at += length
            if piece:
                runs.append((level, font, shaped(piece, font, from_right=bool(level % 2))))
        ordered = [runs[one] for one in order_of([level for level, _font, _set in runs])]
        return Line(
            text,
            tuple((font, clusters) for _level, font, clusters in ordered),
            sum(one.width for _level, _font, clusters in runs for one in clusters) / 1000,
        )


def one_line(text: str, font: str, base: int = LEFT) -> Line:
    """The whole text on one line."""
    return _measured(text, font, base).line(0, len(text))


def lines_of(text: str, font: str, room: float, base: int = LEFT) -> list[Line]:
    """Lines no wider than ``room`` (in sizes of the font), in reading order.

    They are broken at spaces, which go with the word before; a word wider than that is cut.
    """
    measured = _measured(text, font, base)
    space = one_line(" ", font).width
    lines: list[Line] = []
    start = end = 0
    wide = 0.0
    for first, last in _words(text):
        word = measured.line(first, last).width
        if first > start and wide + space + word > room:
            lines.append(measured.line(start, end))
            start, wide = first, 0.0
        while word > room and last - start > 1 and start >= first:
            cut = start + _fitting(measured, start, last, room)
            lines.append(measured.line(start, cut))
            start, word = cut, measured.line(cut, last).width
        wide, end = (wide + space if start < first else 0.0) + word, last
    lines.append(measured.line(start, end))
    return lines


def _measured(text: str, font: str, base: int) -> _Measured:
    return _Measured(text, base, levels_of(text, base), fonts_of(text, font))


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends. Only the plain space divides: others hold together."""
    start = 0
    for word in text.split(" "):
        yield start, start + len(word)
        start += len(word) + 1


def _fitting(measured: _Measured, start: int, end: int, room: float) -> int:
    """How many characters of a word that is too wide go on a line; at least one."""

    def width(length: int) -> float:
        return measured.line(start, start + length).width

    fits = 1 + bisect_right(range(2, end - start), room, key=width)
    while fits > 1 and unicodedata.category(measured.text[start + fits]).startswith("M"):
        fits -= 1
    return fits


def draw_line(canvas: Canvas, x: float, y: float, line: Line, size: float) -> None:
    """Set a line with its left end at (x, y) in points.

    A cluster that the glyphs alone do not tell carries its text beside it (``ActualText``). Only
    such ones do: with whole lines, readers of PDF files were seen to turn the words round.
    """
    for font, clusters in line.runs:
        for legible, group in groupby(clusters, key=lambda one: one.legible):
            for part in [list(group)] if legible else [[one] for one in group]:
                if not legible:
                    told = part[0].logical.encode("utf-16-be").hex().upper()
                    canvas.addLiteral(f"/Span <</ActualText <FEFF{told}>>> BDC")
                # At once: ReportLab stumbles over a raised glyph that begins a second piece.
                glyphs = reduce(add, (cluster.glyphs for cluster in part))
                piece = canvas.beginText(x, y)
                piece.setFont(font, size)
                piece.textOut(glyphs)
                x += sum(cluster.width for cluster in part) * size / 1000
                canvas.drawText(piece)
                if not legible:
                    canvas.addLiteral("EMC")


class MixedParagraph(Flowable):
    """A paragraph that ReportLab's own cannot set; takes the same styles.

    ``base`` is the direction of its reader: from the right the indents and the sides change place.
    """

    def __init__(
        self,
        text: str,
        style: ParagraphStyle,
        bullet: str | None = None,
        base: int = LEFT,
        lines: Sequence[Line] | None = None,
        passage: Passage | None = None,
    ) -> None:
        super().__init__()
        self._passage = passage or Passage()
        self._text, self._style, self._bullet, self._base = text, style, bullet, base
        self._given = lines
        self._lines: Sequence[Line] = lines or ()

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        style = self._style
        self.width = aW
        if self._given is None:
            room = (aW - style.leftIndent - style.rightIndent) / style.fontSize
            self._lines = [
                line
                for part in self._text.split("\n")
                for line in lines_of(part, style.fontName, room, self._base)
            ]
        self.height = len(self._lines) * style.leading
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """In two, as ReportLab's paragraphs are: no line is left alone on either side."""
        self.wrap(aW, aH)
        fits = min(int(aH / self._style.leading + 1e-6), len(self._lines))
        if fits == len(self._lines):
            return [self]
        if len(self._lines) - fits == 1 and not self._style.allowWidows:
            fits -= 1
        if fits < (1 if self._style.allowOrphans else 2):
            return []
        first, rest = self._lines[:fits], self._lines[fits:]
        return [
            self._part(self._bullet, first),
            self._part(None, rest),
        ]

    def _part(self, bullet: str | None, lines: Sequence[Line]) -> "MixedParagraph":
        return MixedParagraph(self._text, self._style, bullet, self._base, lines, self._passage)

    def draw(self) -> None:
        style, canvas = self._style, self.canv
        canvas.saveState()
        canvas.setFillColor(style.textColor)
        y = self.height - style.fontSize  # where ReportLab has it
        if self._bullet:
            tags = begin_label(canvas, self._passage)
            self._draw_bullet(canvas, y)
            end(canvas, tags)
        tags = begin_text(canvas, style, self._passage)
        for line in self._lines:
            draw_line(canvas, self._left_end(line), y, line, style.fontSize)
            y -= style.leading
        end(canvas, tags)
        canvas.restoreState()

    def _left_end(self, line: Line) -> float:
        style = self._style
        wide = line.width * style.fontSize
        indents = (style.leftIndent, style.rightIndent)
        left, right = indents if self._base == LEFT else reversed(indents)
        if style.alignment == TA_CENTER:
            return float(left + (self.width - left - right - wide) / 2)
        if (style.alignment == TA_RIGHT) is (self._base == LEFT):
            return float(self.width - right - wide)
        return float(left)

    def _draw_bullet(self, canvas: Canvas, y: float) -> None:
        style = self._style
        bullet = one_line(self._bullet or "", style.bulletFontName)
        x = style.bulletIndent
        if self._base == RIGHT:
            x = self.width - x - bullet.width * style.bulletFontSize
        draw_line(canvas, x, y, bullet, style.bulletFontSize)

    def getKeepWithNext(self) -> int:  # noqa: N802
        return int(self._style.keepWithNext)

    def getSpaceBefore(self) -> float:  # noqa: N802
        return float(self._style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        return float(self._style.spaceAfter)
