"""A QR code, drawn as what it is: dark squares. Read back in a test."""

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style

#: Light squares round the code, as the standard asks for.
QUIET = 4


def squares(text: str) -> list[list[bool]]:
    """Row by row from above, without the quiet zone; 15 % of it may be unreadable."""
    made: Any = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(text)
    made.make()
    many: int = made.getModuleCount()
    return [[bool(made.isDark(row, column)) for column in range(many)] for row in range(many)]


def draw_qr(canvas: Canvas, left: float, bottom: float, size: float, text: str) -> None:
    """With its quiet zone in a square of ``size`` mm, whose corner is at (left, bottom) in mm."""
    rows = squares(text)
    one = size / (len(rows) + 2 * QUIET)
    canvas.saveState()
    canvas.setFillColor(style.INK)
    for down, row in enumerate(rows):
        y = bottom + size - (QUIET + down + 1) * one
        start = 0
        while start < len(row):  # neighbours as one bar: single squares show hairlines between them
            if not row[start]:
                start += 1
                continue
            end = start
            while end < len(row) and row[end]:
                end += 1
            x = left + (QUIET + start) * one
            canvas.rect(x * mm, y * mm, (end - start) * one * mm, one * mm, stroke=0, fill=1)
            start = end
    canvas.restoreState()
