"""A paragraph that flows over pages: what ReportLab's own is for Latin text, for every script.

ReportLab reads a paragraph as markup and sets text from the right wrongly; this one has neither,
takes the same styles, and is several times faster.
"""

from collections.abc import Sequence

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from mentorapp.reports.bidi import LEFT, RIGHT
from mentorapp.reports.line import Line, draw_lines
from mentorapp.reports.setting import lines_of, one_line
from mentorapp.reports.tagging import Passage, begin_label, begin_text, end


class SetParagraph(Flowable):
    """``base`` is the direction of its reader: from the right, indents and sides change place."""

    def __init__(
        self,
        marked: str,
        style: ParagraphStyle,
        bullet: str | None = None,
        base: int = LEFT,
        language: str = "",
        lines: Sequence[Line] | None = None,
        passage: Passage | None = None,
    ) -> None:
        super().__init__()
        self._passage = passage or Passage(language)
        self.style = style
        self._marked, self._bullet, self._base, self._language = marked, bullet, base, language
        self._given = lines
        self._lines: Sequence[Line] = lines or ()

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        style = self.style
        self.width = aW
        if self._given is None:
            room = (aW - style.leftIndent - style.rightIndent) / style.fontSize
            self._lines = lines_of(
                self._marked, style.fontName, round(room, 6), self._base, self._language
            )
        self.height = len(self._lines) * style.leading
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """In two, as ReportLab's paragraphs are: no line is left alone on either side."""
        self.wrap(aW, aH)
        fits = min(int(aH / self.style.leading + 1e-6), len(self._lines))
        if fits == len(self._lines):
            return [self]
        if len(self._lines) - fits == 1 and not self.style.allowWidows:
            fits -= 1
        if fits < (1 if self.style.allowOrphans else 2):
            return []
        return [
            self._part(self._bullet, self._lines[:fits]),
            self._part(None, self._lines[fits:]),
        ]

    def _part(self, bullet: str | None, lines: Sequence[Line]) -> "SetParagraph":
        return SetParagraph(
            self._marked, self.style, bullet, self._base, self._language, lines, self._passage
        )

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """In the coordinates and with the colours of what it stands in: ReportLab's own way, a new
        system for each flowable, takes longer than the lines.
        """
        style, first = self.style, y + self.height - self.style.fontSize  # where ReportLab has it
        if self._bullet:
            tags = begin_label(canvas, self._passage)
            self._draw_bullet(canvas, x, first)
            end(canvas, tags)
        placed = [
            (x + self._left_end(line), first - at * style.leading, line)
            for at, line in enumerate(self._lines)
        ]
        tags = begin_text(canvas, style, self._passage)
        draw_lines(canvas, placed, style.fontSize, style.textColor)
        end(canvas, tags)

    def _left_end(self, line: Line) -> float:
        style = self.style
        wide = line.width * style.fontSize
        indents = (style.leftIndent, style.rightIndent)
        left, right = indents if self._base == LEFT else reversed(indents)
        if style.alignment == TA_CENTER:
            return float(left + (self.width - left - right - wide) / 2)
        if (style.alignment == TA_RIGHT) is (self._base == LEFT):
            return float(self.width - right - wide)
        return float(left)

    def _draw_bullet(self, canvas: Canvas, x: float, y: float) -> None:
        style = self.style
        bullet = one_line(self._bullet or "", style.bulletFontName)
        left = style.bulletIndent
        if self._base == RIGHT:
            left = self.width - left - bullet.width * style.bulletFontSize
        draw_lines(canvas, [(x + left, y, bullet)], style.bulletFontSize, style.textColor)

    def getSpaceBefore(self) -> float:  # noqa: N802
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        return float(self.style.spaceAfter)
