"""Text of several scripts and both directions, put in order and joined.

The slow way beside ``plain``: only what has letters from the right, or letters that have to be
joined or to carry marks, comes here (``setting`` decides).

Words of one direction are read back from the PDF as they were written. Where both meet in a line,
each reader guesses their order from where they stand: pdfium and poppler find brackets and groups
of digits beside Arabic words in different places, pypdf goes by fonts. On paper they stand as the
rules of Unicode say, and that is what tests hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mentorapp.reports.bidi import levels_of, line_levels, order_of
from mentorapp.reports.fonts import INVISIBLE
from mentorapp.reports.line import Line, Run
from mentorapp.reports.scripts import script_of
from mentorapp.reports.shaping import Cluster, shaped


@dataclass(frozen=True, slots=True)
class MixedText:
    """One paragraph with what is known of each of its characters.

    ``base`` is the direction of the paragraph, ``language`` that of its reader.
    """

    text: str
    base: int
    language: str
    levels: Sequence[int]
    fonts: Sequence[str]
    scripts: Sequence[str]

    @property
    def gives(self) -> float:
        """Glyphs have their places: no space gives way."""
        return 0

    def width(self, start: int, end: int) -> float:
        """Of a part, in sizes of the font."""
        return (
            sum(
                one.width
                for _font, clusters in self._runs(start, end, self.levels[start:end])
                for one in clusters
            )
            / 1000
        )

    def line(self, start: int, end: int) -> Line:
        """The part as a line of its own."""
        text = self.text[start:end]
        levels = line_levels(text, self.levels[start:end], self.base)
        runs = self._runs(start, end, levels)
        width = sum(one.width for _font, clusters in runs for one in clusters) / 1000
        written: list[Run] = [
            (font, tuple(glyph for one in clusters for glyph in one.glyphs))
            for font, clusters in runs
        ]
        return Line(text, written, width)

    def _runs(
        self, start: int, end: int, levels: Sequence[int]
    ) -> list[tuple[str, tuple[Cluster, ...]]]:
        """From left to right."""
        keys = zip(levels, self.fonts[start:end], self.scripts[start:end], strict=True)
        runs, at = [], start
        for (level, font, script), group in groupby(keys):
            length = len(list(group))
            piece = self.text[at : at + length].translate(INVISIBLE)
            at += length
            if piece:
                joined = shaped(
                    piece,
                    font,
                    from_right=bool(level % 2),
                    script=script,
                    language=self.language,
                )
                runs.append((level, font, joined))
        ordered = [runs[one] for one in order_of([level for level, _font, _joined in runs])]
        return [(font, clusters) for _level, font, clusters in ordered]


def mixed_text(text: str, fonts: Sequence[str], base: int, language: str) -> MixedText:
    """``fonts`` has the font of each character."""
    return MixedText(text, base, language, levels_of(text, base), fonts, _scripts(text))


def _scripts(text: str) -> list[str]:
    """The script of each character: what belongs to none goes with what stands before it."""
    found: list[str] = []
    current = next(filter(None, map(script_of, text)), "")
    for character in text:
        current = script_of(character) or current
        found.append(current)
    return found
