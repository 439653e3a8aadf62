"""Text that people wrote, set in type: the only place that builds a ReportLab paragraph.

ReportLab reads a paragraph as markup (``<img src="…">`` opens files, ``<b>`` unclosed stops the
letter, ``R&D`` prints as ``R&D;``), so every text is escaped here and no other module may name
``Paragraph``. Latin and Cyrillic text takes ReportLab's own fast way. Where a character needs
another font, runs are tagged. Text with right-to-left letters is set by ``mixed``, since
ReportLab's own right-to-left way reverses words and loses brackets.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from mentorapp.domain.text import clean
from mentorapp.reports.fonts import font_for, register
from mentorapp.reports.mixed import MixedParagraph, draw_line, one_line
from mentorapp.reports.shaping import INVISIBLE, REPLACEMENT
from mentorapp.reports.tagging import Passage, begin_label, begin_text, end

_FIRST_STRONG, _POP = "\u2068", "\u2069"
#: Without letters that join, ReportLab has nothing to do with joiners either.
_UNSEEN = INVISIBLE | dict.fromkeys(map(ord, "\u200c\u200d"))
_FAST = re.compile(r"[\n\x20-\x7e\u00a0-\u017f\u0218-\u021b\u0400-\u045f\u2010-\u2026]*")


def printable(text: str) -> str:
    """The text without control characters; white space other than line breaks becomes a space.

    Non-breaking spaces stay: they hold telephone numbers and dates together.
    """
    return re.sub(r"[ \t\u2000-\u200a\u3000]+", " ", clean(text))


def shortened(text: str, limit: int) -> str:
    """One line of at most ``limit`` characters, with an ellipsis where something was left out.

    A table row cannot be taller than a page, so long notes are cut in tables.
    """
    text = printable(text).replace("\n", " ")
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def isolated(value: str) -> str:
    """A value to be put into a sentence, so that its direction stays its own (UAX 9, 2.7)."""
    return f"{_FIRST_STRONG}{value}{_POP}" if is_right_to_left(value) else value


def is_right_to_left(text: str) -> bool:
    """Whether any letter is written from the right."""
    return not _FAST.fullmatch(text) and any(
        unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text
    )


def paragraph(
    text: str, style: ParagraphStyle, bullet: str | None = None, language: str = ""
) -> Flowable:
    """A paragraph of plain text; a line break in it is kept. Nothing in it is read as markup.

    ``language`` is told where it is known and not that of the paper.
    """
    register()
    kept = "\n".join(_isolates_kept(line) for line in text.splitlines())
    if is_right_to_left(kept):
        return MixedParagraph(kept, style, bullet, passage=Passage(language))
    set_type = _Paragraph(_markup(kept, style.fontName), style)
    set_type.bullet, set_type.passage = bullet, Passage(language)
    return set_type


class _Paragraph(Paragraph):
    """ReportLab's own, tagged; its bullet stands before it and moves no line."""

    bullet: str | None = None
    passage: Passage

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        parts = super().split(availWidth, availHeight)
        for at, part in enumerate(parts):
            assert isinstance(part, _Paragraph)  # noqa: S101 - for the type checker
            part.passage, part.bullet = self.passage, None if at else self.bullet
        return parts

    def draw(self) -> None:
        if self.bullet:
            tags = begin_label(self.canv, self.passage)
            self._draw_bullet(self.bullet)
            end(self.canv, tags)
        tags = begin_text(self.canv, self.style, self.passage)
        super().draw()
        end(self.canv, tags)

    def _draw_bullet(self, bullet: str) -> None:
        self.canv.setFillColor(self.style.textColor)
        self.canv.setFont(self.style.bulletFontName, self.style.bulletFontSize)
        self.canv.drawString(self.style.bulletIndent, self.height - self.style.fontSize, bullet)


def draw(
    canvas: Canvas, x: float, y: float, text: str, font: str, size: float, width: float
) -> None:
    """One line at (x, y) in points, at most ``width`` wide: set smaller, then cut."""
    register()
    line = printable(text).replace("\n", " ")
    wide = _width(line, font, size)
    if wide > width:
        full, size = size, max(size * width / wide, size * 0.75)
        if wide * size / full > width + 0.01:

            def wide_cut(letters: int) -> float:
                return _width(_cut(line, letters), font, size)

            line = _cut(line, bisect_right(range(1, len(line)), width, key=wide_cut))
    if _FAST.fullmatch(line):
        canvas.setFont(font, size)
        canvas.drawString(x, y, line)
    else:
        draw_line(canvas, x, y, one_line(isolated(line), font), size)


def wide(text: str, font: str, size: float) -> float:
    """How wide one line of plain text is, in points."""
    register()
    return _width(printable(text).replace("\n", " "), font, size)


def _cut(line: str, letters: int) -> str:
    return f"{line[:letters].rstrip()}…"


def _width(line: str, font: str, size: float) -> float:
    if _FAST.fullmatch(line):
        return stringWidth(line, font, size)
    return one_line(isolated(line), font).width * size


def _isolates_kept(line: str) -> str:
    """``printable``, but with the isolates that ``isolated`` set."""
    pieces = re.split(f"([{_FIRST_STRONG}{_POP}])", line)
    return "".join(
        piece if piece in (_FIRST_STRONG, _POP) else _edges_kept(piece) for piece in pieces
    )


def _edges_kept(piece: str) -> str:
    inner = printable(piece)
    if not inner:
        return " " if piece.strip(" \t") != piece else ""
    return (" " if piece[0].isspace() else "") + inner + (" " if piece[-1].isspace() else "")


def _runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """The text in runs of one font, with what no font has made visible."""
    if text and _FAST.fullmatch(text):
        yield font, text
        return
    text = text.translate(_UNSEEN)

    def named(character: str) -> tuple[str, str]:
        found = font_for(character, font)
        return (found, character) if found else (font, REPLACEMENT)

    for name, group in groupby(map(named, text), key=lambda pair: pair[0]):
        yield name, "".join(character for _, character in group)


def _markup(text: str, font: str) -> str:
    """The text as ReportLab markup that says nothing but fonts and line breaks."""
    if _FAST.fullmatch(text):
        return escape(text).replace("\n", "<br/>")
    lines = []
    for line in text.split("\n"):
        runs = (
            escape(run) if name == font else f'<font name="{name}">{escape(run)}</font>'
            for name, run in _runs(line, font)
        )
        lines.append("".join(runs))
    return "<br/>".join(lines)
