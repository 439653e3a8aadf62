"""The fonts that are embedded in every paper, read once and only when a character needs them.

Which font prints a character is decided here and nowhere else.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

import resources

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"

#: Printed for a character that no font has: visible, so that somebody asks.
REPLACEMENT = "\ufffd"

#: Direct the order of their neighbours and are never printed.
INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
JOINERS = "\u200c\u200d"

#: Asked in this order. The Arabic and Ethiopic fonts hold no Latin letters, so that digits and
#: brackets beside an Arabic name come from the first.
_FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")

#: Codes of glyphs that no character stands for, or stands for something else where they are
#: printed: the last two planes of Unicode, which nobody writes (``clean`` takes them out).
_OWN = range(0xF0000, 0x10FFFE)


class EmbeddedFont(TTFont):
    """A font that tells readers of the PDF what each of its glyphs says, ligatures too."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._codes: dict[tuple[int, str], str] = {}
        self._says: dict[int, str] = {}
        self._free = iter(_OWN)

    def code_for(self, glyph: int, says: str) -> tuple[str, float]:
        """The character by which ReportLab prints the glyph and a reader finds ``says``; its width.

        A character that Unicode has for the glyph, if it says the same (a turned bracket does, and
        so does a ligature); else a code of our own. Should text made for it ever have used these
        up, the glyph prints and says what it usually does.
        """
        code = self._codes.get((glyph, says))
        face: Any = self.face
        if code is None:
            usual = face.glyphToChar.get(glyph, ())
            number = next((one for one in usual if _same(chr(one), says)), None)
            if number is None:
                number = self._own(glyph, says) or next(iter(usual), ord(REPLACEMENT))
            code = self._codes[glyph, says] = chr(number)
        return code, face.charWidths[ord(code)]

    def _own(self, glyph: int, says: str) -> int | None:
        number = next(self._free, None)
        if number is not None:
            face: Any = self.face
            face.charToGlyph[number] = glyph
            face.charWidths[number] = face.hmetrics[glyph][0]
            self._says[number] = says
        return number

    @cached_property
    def blank(self) -> int:
        """A glyph that prints nothing and takes no room."""
        face: Any = self.face
        return next(
            glyph
            for glyph, (start, end) in enumerate(pairwise(face.glyphPos))
            if glyph and start == end and face.hmetrics[glyph][0] == 0
        )

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - ReportLab's name and types
        """Write the font, with our own table from codes to text."""
        subsets = self.state[doc].subsets
        before = set(doc.idToObject)
        super().addObjects(doc)
        tables = [name for name in doc.idToObject if name not in before]
        tables = [name for name in tables if name.startswith("toUnicodeCMap:")]
        for name, subset in zip(tables, subsets, strict=True):
            doc.idToObject[name].content = _table(subset, self._says)


def _same(character: str, says: str) -> bool:
    if unicodedata.mirrored(character):
        return len(says) == 1 and unicodedata.mirrored(says) != 0
    return character == says or (len(says) > 1 and unicodedata.normalize("NFKC", character) == says)


def _table(subset: list[int], says: Mapping[int, str]) -> str:
    """A ToUnicode table (PDF 32000-1, 9.10.3), in pieces of a hundred as it must be."""
    lines = [
        f"<{at:02X}> <{told.encode('utf-16-be').hex().upper()}>"
        for at, code in enumerate(subset)
        if (told := says.get(code, chr(code) if code else ""))
    ]
    pieces = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(
        f"{len(piece)} beginbfchar\n" + "\n".join(piece) + "\nendbfchar" for piece in pieces
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


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


def fonts_of(text: str, font: str) -> list[str]:
    """The font of each character, in the weight of ``font``: marks stay with their letter.

    So do spaces: a reader of the PDF puts the words of one font in order. A character that no font
    has gets ``font``, which then prints REPLACEMENT.
    """
    found: list[str] = []
    for character in text:
        last = found[-1] if found else font
        unseen = character in JOINERS or ord(character) in INVISIBLE
        follows = character == " " or unicodedata.category(character).startswith("M")
        if unseen or (follows and has(character, last)):
            found.append(last)
        else:
            found.append(font_for(character, font) or font)
    return found


def in_bold(font: str) -> str:
    """The same font in bold."""
    return f"{font.rpartition('-')[0]}-Bold"


def has(character: str, font: str) -> bool:
    """Whether this very font prints the character."""
    return ord(character) in _face(font)


@cache
def _face(name: str) -> frozenset[int]:
    """Register the font and tell which characters it has (3 to 10 ms)."""
    font = EmbeddedFont(name, str(resources.path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    addMapping(name, 0, 0, name)  # a paragraph asks for the family: each weight is its own
    face = font.face
    assert isinstance(face, TTFontFace)  # noqa: S101 - for the type checker
    return frozenset(face.charToGlyph)
