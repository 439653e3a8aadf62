"""One line of text as it stands on paper, and how it is written into a PDF."""

import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports.shaping import Glyph

#: Text of one font that stands as it is written, or glyphs with their places.
Run = tuple[str, str | tuple[Glyph, ...]]

#: Where a path begins, in thousandths from the left end of the line, and the path.
_Path = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class _Written:
    """A line in one document and size: what stands between BT and ET, and what is drawn after."""

    document: weakref.ref[Any]
    size: float
    operators: str
    paths: tuple[_Path, ...]


class Line:
    """``runs`` as they stand from left to right; ``width`` in sizes of the font.

    ``text`` is what was asked for, in the order in which it is read. A line remembers how it was
    written last: in five hundred letters with the same sentence it is written out once.
    """

    __slots__ = ("_last", "_less", "runs", "text", "width")

    def __init__(self, text: str, runs: Sequence[Run], width: float) -> None:
        self.text, self.runs, self.width = text, tuple(runs), width
        self._last: _Written | None = None
        self._less = 0.0

    def narrowed(self, room: float) -> "Line":
        """The line, its spaces a little narrower if it is wider than ``room``."""
        spaces = self.text.count(" ") + self.text.count("\u00a0")
        if self.width > room and spaces:
            self._less, self.width = (self.width - room) / spaces, room
        return self

    def written(self, canvas: Canvas, size: float) -> _Written:
        """How it stands in the document of ``canvas``."""
        document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        last = self._last
        if last and last.document() is document and last.size == size:
            return last
        said = " ".join(part for run in self.runs for part in _operators(canvas, run, size))
        if self._less:
            said = f"{-self._less * size:.4f} Tw {said} 0 Tw"
        self._last = _Written(weakref.ref(document), size, said, tuple(_paths(self.runs)))
        return self._last


def draw_lines(
    canvas: Canvas,
    placed: Sequence[tuple[float, float, Line]],
    size: float,
    colour: Color | None = None,
) -> None:
    """Set lines, each with its left end at (x, y) in points, in ``colour`` or the canvas's own."""
    written = [(x, y, line.written(canvas, size)) for x, y, line in placed]
    # A space stands between lines, too: a file's reader puts words together by what is written.
    texts = " ( ) Tj\n".join(
        f"1 0 0 1 {x:.2f} {y:.2f} Tm {line.operators}" for x, y, line in written
    )
    said = [f"BT {texts} ET"]
    scale = size / 1000
    for x, y, line in written:
        for right, up, path in line.paths:
            place = f"{x + right * scale:.2f} {y + up * scale:.2f}"
            said.append(f"q {scale:.5f} 0 0 {scale:.5f} {place} cm {path} f Q")
    if colour is not None:
        said = [f"q {colour.red:g} {colour.green:g} {colour.blue:g} rg", *said, "Q"]
    canvas.addLiteral("\n".join(said))


def _operators(canvas: Canvas, run: Run, size: float) -> Iterator[str]:
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    name, content = run
    font: Any = getFont(name)
    glyphs = [] if isinstance(content, str) else [one for one in content if one.code]
    codes = content if isinstance(content, str) else "".join(one.code for one in glyphs)
    at = 0
    for subset, piece in font.splitString(codes, document):
        yield f"{font.getSubsetInternalName(subset, document)} {size:g} Tf"
        if isinstance(content, str):
            yield f"{_string(canvas, piece)} Tj"
        else:
            yield f"[{''.join(_moved(canvas, piece, glyphs[at : at + len(piece)]))}] TJ"
            at += len(piece)


def _moved(canvas: Canvas, piece: bytes, glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Glyphs with the moves to the left between them, where they do not stand side by side."""
    held, move = bytearray(), 0.0
    for code, glyph in zip(piece, glyphs, strict=True):
        right = 0 if glyph.outline else glyph.x
        move -= right
        if move:
            yield from _row(canvas, held, move)
            held.clear()
        held.append(code)
        move = glyph.width - glyph.advance + right
    yield from _row(canvas, held, move)


def _row(canvas: Canvas, held: bytearray, move: float) -> Iterator[str]:
    if held:
        yield _string(canvas, bytes(held))
    if move:
        yield f"{move:g}"


def _string(canvas: Canvas, piece: bytes) -> str:
    said: str = canvas._escape(piece)  # type: ignore[attr-defined]  # noqa: SLF001
    return f"({said})"


def _paths(runs: Sequence[Run]) -> Iterator[_Path]:
    """Of a line with glyphs; lines of plain text have none."""
    at = 0.0
    for _font, content in runs:
        if not isinstance(content, str):
            for glyph in content:
                if glyph.outline:
                    yield at + glyph.x, glyph.y, glyph.outline
                at += glyph.advance
