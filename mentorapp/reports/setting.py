"""Text made into lines, by the fast way where it is right.

``marked`` text may have BOLD_FROM and BOLD_TO in it, which nobody can write: ``clean`` and
``printable`` take control characters out.
"""

import re
import unicodedata
from functools import lru_cache

from mentorapp.reports.bidi import LEFT
from mentorapp.reports.breaking import broken
from mentorapp.reports.fonts import INVISIBLE, JOINERS, fonts_of, in_bold
from mentorapp.reports.line import Line
from mentorapp.reports.mixed import MixedText, mixed_text
from mentorapp.reports.plain import PlainText
from mentorapp.reports.scripts import has_own_forms

BOLD_FROM, BOLD_TO = "\x0e", "\x0f"
_MARKS = re.compile(f"([{BOLD_FROM}{BOLD_TO}])")
#: Without letters that join, there is nothing to do with joiners either.
_UNSEEN = INVISIBLE | dict.fromkeys(map(ord, JOINERS))
_FAST = re.compile(r"[\x20-\x7e\u00a0-\u017f\u0218-\u021b\u0400-\u045f\u2010-\u2026]*")


def is_fast(text: str) -> bool:
    """Whether it holds nothing but Latin and Cyrillic letters that the first font has."""
    return _FAST.fullmatch(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether any letter is written from the right."""
    return not is_fast(text) and any(
        unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text
    )


@lru_cache(maxsize=4_000)
def lines_of(
    marked: str, font: str, room: float, base: int = LEFT, language: str = ""
) -> tuple[Line, ...]:
    """Lines no wider than ``room``, in sizes of the font; a line break in the text is kept.

    The fixed sentences of a run of letters are broken into lines once.
    """
    found: list[Line] = []
    bold = False
    for part in marked.split("\n"):
        measured, bold = _measured(part, font, base, language, bold=bold)
        found += broken(measured, room, _space(font))
    return tuple(found)


@lru_cache(maxsize=4_000)
def one_line(marked: str, font: str, base: int = LEFT, language: str = "") -> Line:
    """The whole text on one line."""
    measured, _bold = _measured(marked, font, base, language, bold=False)
    return measured.line(0, len(measured.text))


@lru_cache(maxsize=20)
def _space(font: str) -> float:
    return one_line(" ", font).width


def _measured(
    marked: str, font: str, base: int, language: str, *, bold: bool
) -> tuple[PlainText | MixedText, bool]:
    """The text measured, and whether it ends in bold."""
    if is_fast(marked) and base == LEFT and not has_own_forms(language):
        return PlainText(marked, in_bold(font) if bold else font), bold
    text, fonts = "", []
    for piece in _MARKS.split(marked):
        if piece in (BOLD_FROM, BOLD_TO):
            bold = piece == BOLD_FROM
        else:
            text += piece
            fonts += fonts_of(piece, in_bold(font) if bold else font)
    if base == LEFT and not has_own_forms(language) and not _is_joined(text):
        kept = [at for at, one in enumerate(text) if ord(one) not in _UNSEEN]
        return PlainText("".join(text[at] for at in kept), [fonts[at] for at in kept]), bold
    return mixed_text(text, fonts, base, language), bold


def _is_joined(text: str) -> bool:
    """Whether letters are put in another order, joined, or carry marks."""
    return is_right_to_left(text) or any(
        unicodedata.category(character).startswith("M") for character in text
    )
