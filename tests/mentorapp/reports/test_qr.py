from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports.qr import QUIET, draw_qr, squares
from tests.qr_reading import Rows, read_back


def as_seen(text: str) -> Rows:
    """The squares of the code on a page that is drawn and looked at, each in its middle."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(50 * mm, 50 * mm))
    draw_qr(canvas, 10, 15, 24, text)
    canvas.save()
    scale = 6
    image = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=scale).to_pil().convert("L")
    dots = scale * mm
    many = len(squares(text))
    one = 24 / (many + 2 * QUIET)
    middles = [(QUIET + at + 0.5) * one for at in range(many)]
    return [
        [image.getpixel((round((10 + x) * dots), round((11 + y) * dots))) < 128 for x in middles]
        for y in middles
    ]


@pytest.mark.parametrize("text", ["30015", "30015-N2", "E-20413-M3 åæø"])
def test_a_code_says_what_it_was_made_of_to_a_reader_that_knows_the_standard(text: str) -> None:
    assert read_back(as_seen(text)) == text


def test_a_square_that_is_wrong_is_noticed_by_the_reader() -> None:
    rows = [list(row) for row in squares("30015")]
    rows[-1][-5] ^= True
    with pytest.raises(AssertionError, match="check bytes"):
        read_back(rows)
