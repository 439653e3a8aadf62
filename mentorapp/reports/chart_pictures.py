"""A chart as a picture for a slide or a web page, as sharp as in print."""

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.graphics import renderPDF

from mentorapp.reports import fonts

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

#: Dots to the inch, as printers ask for.
RESOLUTION = 300
_POINTS = 72


def picture(drawing: "Drawing") -> bytes:
    """The chart as PNG on white, in the measures it has on paper. The file tells of nobody."""
    import pypdfium2

    fonts.register()
    page = BytesIO()
    renderPDF.drawToFile(drawing, page, "", showBoundary=False)
    document = pypdfium2.PdfDocument(page.getvalue())
    try:
        image = document[0].render(scale=RESOLUTION / _POINTS).to_pil()
    finally:
        document.close()
    out = BytesIO()
    image.save(out, "PNG", dpi=(RESOLUTION, RESOLUTION), optimize=True)
    return out.getvalue()
