"""A QR code, drawn as what it is: dark squares. A test reads what is drawn back."""

from functools import lru_cache
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style

#: Light squares round the code, as the standard asks for.
QUIET = 4


#: How the squares are spread. One that fits all: to weigh all eight, as the standard would have it,
#: takes as long as the rest of the letter, and every scanner reads every one of them.
_MASK = 0


@lru_cache(maxsize=16)
def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """Row by row from above, without the quiet zone; 15 % of it may be unreadable."""
    made: Any = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(text)
    made.version = made.calculate_version()
    made.makeImpl(False, _MASK)
    return tuple(tuple(map(bool, row)) for row in made.modules)


def draw_qr(canvas: Canvas, left: float, bottom: float, size: float, text: str) -> None:
    """With its quiet zone in a square of ``size`` mm, whose corner is at (left, bottom) in mm."""
    one = size / (len(squares(text)) + 2 * QUIET)
    canvas.saveState()
    canvas.setFillColor(style.INK)
    canvas.translate((left + QUIET * one) * mm, (bottom + QUIET * one) * mm)
    canvas.scale(one * mm, one * mm)
    canvas.addLiteral(_bars(text))
    canvas.restoreState()


@lru_cache(maxsize=16)
def _bars(text: str) -> str:
    """Dark neighbours as one bar, in squares from the corner of the code: single squares show
    hairlines between them.
    """
    said = []
    for up, row in enumerate(reversed(squares(text))):
        start = 0
        for dark, group in groupby(row):
            many = len(list(group))
            if dark:
                said.append(f"{start} {up} {many} 1 re f")
            start += many
    return "\n".join(said)
