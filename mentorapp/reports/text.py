"""Text that people wrote, set in type: the only place that builds a ReportLab paragraph.

ReportLab reads a paragraph as markup (``<img src="…">`` opens files, ``<b>`` unclosed stops the
letter, ``R&D`` prints as ``R&D;``), so every text is escaped here and no other module may name
``Paragraph``. Latin and Cyrillic text takes ReportLab's own fast way. Where a character needs
another font, runs are tagged. Text with right-to-left letters is broken into lines in the order
it is read, and each line is then joined and put in order, since ReportLab's own right-to-left
way reverses words and loses brackets.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from mentorapp.domain.text import clean
from mentorapp.reports.fonts import font_for, register

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

#: Printed for a character that no font has: visible, so that somebody asks.
REPLACEMENT = "\ufffd"

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_INVISIBLE = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"))
_MARK = "\ufe0f"
_TURNED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_BRACKET = re.compile(r"([()\[\]{}<>«»‹›])")
_MARKED = re.compile(rf"{_MARK}{_BRACKET.pattern}|{_BRACKET.pattern}{_MARK}")
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


def paragraph(text: str, style: ParagraphStyle, bullet: str | None = None) -> Flowable:
    """A paragraph of plain text; a line break in it is kept. Nothing in it is read as markup."""
    register()
    kept = "\n".join(_isolates_kept(line) for line in text.splitlines())
    if is_right_to_left(kept):
        return _Mixed(kept, style, bullet)
    return Paragraph(_markup(kept, style.fontName), style, bulletText=bullet)


def draw(
    canvas: Canvas, x: float, y: float, text: str, font: str, size: float, width: float
) -> None:
    """One line at (x, y) in points, at most ``width`` wide: set smaller, then cut."""
    logical = printable(text).replace("\n", " ")
    line = _visual(isolated(logical))
    wide = _width(line, font, size)
    if wide > width:
        full, size = size, max(size * width / wide, size * 0.75)

        def cut(letters: int) -> str:
            return _visual(isolated(f"{logical[:letters].rstrip()}…"))

        if wide * size / full > width + 0.01:
            lengths = range(1, len(logical))
            line = cut(bisect_right(lengths, width, key=lambda n: _width(cut(n), font, size)))
    for name, run in _runs(line, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, run)
        x += stringWidth(run, name, size)


class _Mixed(Flowable):
    """A paragraph with right-to-left letters in it, of a reader who reads from the left."""

    def __init__(self, text: str, style: ParagraphStyle, bullet: str | None) -> None:
        super().__init__()
        self._text, self._style, self._bullet = text, style, bullet
        self._set: Paragraph | None = None

    def _paragraph(self, width: float) -> Paragraph:
        room = width - self._style.leftIndent - self._style.rightIndent - 0.1
        lines = (
            _markup(_visual(line), self._style.fontName)
            for logical in self._text.split("\n")
            for line in _broken(logical, self._style.fontName, self._style.fontSize, room)
        )
        return Paragraph("<br/>".join(lines), self._style, bulletText=self._bullet)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        self._set = self._paragraph(aW)
        return self._set.wrap(aW, aH)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        return list(self._paragraph(aW).split(aW, aH))

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        assert self._set is not None, "ReportLab wraps before it draws"  # noqa: S101
        self._set.drawOn(canvas, x, y, _sW)  # type: ignore[call-arg]

    def getKeepWithNext(self) -> int:  # noqa: N802
        return int(self._style.keepWithNext)

    def getSpaceBefore(self) -> float:  # noqa: N802
        return float(self._style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        return float(self._style.spaceAfter)


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
    text = text.translate(_INVISIBLE)

    def named(character: str) -> tuple[str, str]:
        found = font_for(character, font)
        return (found, character) if found else (font, REPLACEMENT)

    for name, group in groupby(map(named, text), key=lambda pair: pair[0]):
        yield name, "".join(character for _, character in group)


def _width(text: str, font: str, size: float) -> float:
    return sum(stringWidth(run, name, size) for name, run in _runs(text, font))


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


def _broken(text: str, font: str, size: float, room: float) -> Iterator[str]:
    """Lines no wider than ``room``, in reading order; a word wider than that is cut."""
    line = ""
    for word in _words(text.split(" "), font, size, room):
        longer = f"{line} {word}" if line else word
        if line and _width(_joined(longer), font, size) > room:
            yield line
            longer = word
        line = longer
    yield line


def _words(words: Iterable[str], font: str, size: float, room: float) -> Iterator[str]:
    for word in words:
        rest = word
        while len(rest) > 1 and _width(_joined(rest), font, size) > room:
            fits = _fitting(rest, font, size, room)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


def _fitting(word: str, font: str, size: float, room: float) -> int:
    """How many letters of a word that is too wide go on a line; at least one."""

    def width(letters: int) -> float:
        return _width(_joined(word[:letters]), font, size)

    return 1 + bisect_right(range(2, len(word)), room, key=width)


def _joined(text: str) -> str:
    """Arabic letters in the forms they take beside each other, still in reading order."""
    return _reshaper().reshape(text) if is_right_to_left(text) else text


def _visual(line: str) -> str:
    """The line as it stands on paper from left to right, in a text that is read from the left."""
    if not is_right_to_left(line):
        return line
    from bidi import get_display

    # A mark (UAX 9, class NSM) goes where its bracket goes and comes to stand before it where text
    # runs from the right: there the bracket is turned, which the library leaves to the reader.
    marked = _BRACKET.sub(rf"\1{_MARK}", _joined(line).replace(_MARK, ""))
    ordered = str(get_display(marked, base_dir="L"))
    return _MARKED.sub(lambda found: found[2] or _TURNED[found[1]], ordered)


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False})  # needs a sign the font lacks
