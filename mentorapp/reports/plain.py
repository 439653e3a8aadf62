"""Text that stands on paper as it is written, letter after letter from the left.

The fast way: widths are added up, nothing is put in order or joined.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, groupby
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont

from mentorapp.reports.fonts import REPLACEMENT, has
from mentorapp.reports.line import Line


class PlainText:
    """One paragraph; ``fonts`` has the font of each character, or is one name for all of them."""

    #: As in ReportLab's own paragraphs: it spares a line with one word now and then.
    gives = 0.05

    def __init__(self, text: str, fonts: Sequence[str]) -> None:
        self.text = text
        self._fonts = fonts
        if isinstance(fonts, str):
            widths = list(map(_widths(fonts).__getitem__, text))
        else:
            widths = [_widths(font)[one] for one, font in zip(text, fonts, strict=True)]
        self._ends = list(accumulate(widths, initial=0.0))

    def width(self, start: int, end: int) -> float:
        """Of a part, in sizes of the font."""
        return self._ends[end] - self._ends[start]

    def line(self, start: int, end: int) -> Line:
        """The part as a line of its own."""
        text = self.text[start:end]
        if isinstance(self._fonts, str):
            runs = [(self._fonts, text)]
        else:
            pairs = zip(self._fonts[start:end], text, strict=True)
            runs = [
                (font, "".join(_printed(one, font) for _font, one in group))
                for font, group in groupby(pairs, key=lambda pair: pair[0])
            ]
        return Line(text, [run for run in runs if run[1]], self.width(start, end))


def _printed(character: str, font: str) -> str:
    return character if has(character, font) else REPLACEMENT


class _Widths(dict[str, float]):
    """The width of each character of a font, in sizes."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font
        known: Any = getFont(font)
        self._known = known.face.charWidths

    def __missing__(self, character: str) -> float:
        printed = _printed(character, self._font)
        # ReportLab prints a space that must not break as a space.
        code = 32 if printed == "\u00a0" else ord(printed)
        width = self[character] = self._known[code] / 1000
        return float(width)


@cache
def _widths(font: str) -> _Widths:
    return _Widths(font)
