"""The fonts that are embedded in every paper, read once and only when a character needs them."""

from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

import resources

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"

#: Asked in this order. The Arabic and Ethiopic fonts hold no Latin letters, so that digits and
#: brackets beside an Arabic name come from the first.
_FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")


def register() -> None:
    """Make the Latin and Cyrillic fonts known to ReportLab; at once when they are already."""
    _face(REGULAR)
    _face(BOLD)


@cache
def font_for(character: str, font: str) -> str | None:
    """The font in the weight of ``font`` that has the character; None when none has it."""
    weight = font.rpartition("-")[2]
    return next(
        (name for family in _FAMILIES if ord(character) in _face(name := f"{family}-{weight}")),
        None,
    )


@cache
def _face(name: str) -> frozenset[int]:
    """Register the font and tell which characters it has (3 to 10 ms)."""
    font = TTFont(name, str(resources.path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    addMapping(name, 0, 0, name)  # a paragraph asks for the family: each weight is its own
    face = font.face
    assert isinstance(face, TTFontFace)  # noqa: S101 - for the type checker
    return frozenset(face.charToGlyph)
