"""Text that people wrote, set in type: the only place that builds paragraphs and single lines.

ReportLab reads its own paragraphs as markup (``<img src="…">`` opens files, ``<b>`` unclosed stops
the letter, ``R&D`` prints as ``R&D;``) and reverses words from the right, so none is ever built:
``set_paragraph`` sets what is handed in here, and nothing in it means anything.
"""

import re
from bisect import bisect_right

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from mentorapp.domain.text import clean
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.fonts import register
from mentorapp.reports.line import Line, draw_lines
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.set_paragraph import SetParagraph
from mentorapp.reports.setting import BOLD_FROM, BOLD_TO, is_fast, is_right_to_left, one_line
from mentorapp.reports.style import for_language

__all__ = [
    "apart_from_right",
    "draw",
    "in_bold",
    "is_right_to_left",
    "isolated",
    "numbers_apart",
    "paragraph",
    "printable",
    "set_apart",
    "shortened",
    "wide",
    "without_marks",
]

_FIRST_STRONG, _FROM_RIGHT, _POP = "\u2068", "\u2067", "\u2069"
#: What a reader from the right reads from the left too: telephone numbers, amounts, dates with
#: dashes, addresses of mail and web.
_FROM_LEFT = re.compile(
    r"(?:https?://|www\.)[!-z]*[0-9A-Za-z/)=]|[\w.+-]+@[\w.-]*\w"
    r"|\+\d[\d \u00a0-]*\d|\d[\d \u00a0]{6,}\d|\d{1,3}(?: \d{3})+(?:,\d+)?"
    r"|\d+-\d+-\d+",
    re.ASCII,
)
_SET_BY_US = _FIRST_STRONG + _FROM_RIGHT + _POP
_SET_BY_TEMPLATES = _SET_BY_US + BOLD_FROM + BOLD_TO


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


def in_parts(text: str, limit: int) -> list[str]:
    """The text in pieces of at most ``limit`` characters, cut between words where there are any.

    For a table that has to tell everything: each piece gets a row of its own.
    """
    left, found = printable(text).replace("\n", " "), []
    while len(left) > limit:
        at = left.rfind(" ", 1, limit + 1)
        at = at if at > 0 else limit
        found.append(left[:at].rstrip())
        left = left[at:].lstrip()
    return [*found, left]


def isolated(value: str) -> str:
    """A value to be put into a sentence, so that its direction stays its own (UAX 9, 2.7)."""
    return set_apart(numbers_apart(value)) if is_right_to_left(value) else value


def numbers_apart(value: str) -> str:
    """What is read from the left is isolated in a text from the right: else plus sign, groups of
    digits and parts of an address change places (UAX 9, W2 to W6, N1).
    """
    if not is_right_to_left(value):
        return value
    return _FROM_LEFT.sub(lambda found: set_apart(found[0]), value)


def set_apart(value: str) -> str:
    """``isolated``, for a sentence of which one does not know from which side it is written."""
    return f"{_FIRST_STRONG}{value}{_POP}" if value else ""


def apart_from_right(value: str) -> str:
    """``set_apart``, for a sentence from the right: words of its language run as it does, even
    where they begin with a name in other letters.
    """
    if not is_right_to_left(value):
        return set_apart(value)
    return f"{_FROM_RIGHT}{numbers_apart(value)}{_POP}"


def in_bold(words: str) -> str:
    """Words to be printed in bold, for a paragraph that is ``marked``."""
    return f"{BOLD_FROM}{words}{BOLD_TO}"


def without_marks(text: str) -> str:
    """The text as one reads it, without what ``isolated`` and ``in_bold`` set into it."""
    return text.translate(dict.fromkeys(map(ord, _SET_BY_TEMPLATES)))


def paragraph(
    text: str,
    style: ParagraphStyle,
    bullet: str | None = None,
    language: str = "",
    *,
    marked: bool = False,
) -> Flowable:
    """A paragraph of plain text; a line break in it is kept. Nothing in it is read as markup.

    ``language`` is its reader's: Arabic and its like are set from the right, bullets too. Only
    ``marked`` text can have words ``in_bold``: what people wrote in it must be ``printable``.
    """
    register()
    marks = _SET_BY_TEMPLATES if marked else _SET_BY_US
    base = direction_of_language(language)
    kept = "\n".join(_kept(line, marks) for line in text.splitlines())
    return SetParagraph(kept, for_language(style, language), bullet, base, language)


def draw(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    font: str,
    size: float,
    width: float,
    *,
    language: str = "",
) -> None:
    """One line at (x, y) in points, at most ``width`` wide: set smaller, then cut.

    For a reader from the right it ends at x + width.
    """
    register()
    base = direction_of_language(language)
    apart = apart_from_right if base == RIGHT else isolated

    def set_in_type(words: str) -> Line:
        return one_line(apart(words), font, base, language)

    words = _kept(text.replace("\n", " "), _SET_BY_US)
    line = set_in_type(words)
    if line.width * size > width:
        size = max(width / line.width, size * 0.75)
        if line.width * size > width + 0.01:

            def wide_cut(letters: int) -> float:
                return set_in_type(_cut(words, letters)).width * size

            line = set_in_type(_cut(words, bisect_right(range(1, len(words)), width, key=wide_cut)))
    left = x + width - line.width * size if base == RIGHT else x
    draw_lines(canvas, [(left, y, line)], size)


def wide(text: str, font: str, size: float) -> float:
    """How wide one line of plain text is, in points."""
    register()
    return one_line(printable(text).replace("\n", " "), font).width * size


def _cut(line: str, letters: int) -> str:
    return f"{line[:letters].rstrip()}…"


def _kept(line: str, marks: str) -> str:
    """``printable``, but with those ``marks`` that we set ourselves."""
    if is_fast(line) and "  " not in line:
        return line.strip()
    pieces = re.split(f"([{marks}])", line)
    return "".join(piece if piece in marks else _edges_kept(piece) for piece in pieces if piece)


def _edges_kept(piece: str) -> str:
    inner = printable(piece)
    if not inner:
        return " " if piece.strip(" \t") != piece else ""
    return (" " if piece[0].isspace() else "") + inner + (" " if piece[-1].isspace() else "")
