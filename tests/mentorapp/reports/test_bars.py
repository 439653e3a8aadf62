from io import BytesIO

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style
from mentorapp.reports.bars import Bar


def _filled(part: float, most: float) -> int:
    """How many of 100 points across are in the bar's colour."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(100, style.CELL.leading))
    bar = Bar(part, most, 100 * 25.4 / 72)
    bar.wrap(100, 20)
    bar.drawOn(canvas, 0, 0)
    canvas.save()
    picture = pdfium.PdfDocument(out.getvalue())[0].render().to_pil().convert("L")
    return sum(picture.getpixel((x, picture.height // 2)) < 150 for x in range(100))


@pytest.mark.parametrize(
    ("part", "most", "filled"),
    [(0, 10, 0), (5, 10, 50), (10, 10, 100), (20, 10, 100), (-3, 10, 0), (0, 0, 0), (5, 0, 0)],
)
def test_the_filled_length_is_the_share(part: float, most: float, filled: int) -> None:
    assert abs(_filled(part, most) - filled) <= 1
