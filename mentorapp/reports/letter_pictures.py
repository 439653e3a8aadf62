"""The office's pictures on a letter: the logo in its head, the signature above the printed name."""

from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from mentorapp.domain.envelopes import Area
from mentorapp.reports.page import from_top

_SIGNATURE_WIDTH, _SIGNATURE_HEIGHT = 60 * mm, 16 * mm


def draw_logo(canvas: Canvas, png: bytes, area: Area) -> None:
    """As large as the area allows, in its proportions, at its upper right corner."""
    width, height = _size(png, area.width * mm, area.height * mm)
    _draw(canvas, png, area.right * mm - width, from_top(area.top) - height, width, height)


class SignaturePicture(Flowable):
    """At the left edge, at most 60 × 16 mm."""

    def __init__(self, png: bytes) -> None:
        super().__init__()
        self._png = png
        self._wide, self._high = _size(png, _SIGNATURE_WIDTH, _SIGNATURE_HEIGHT)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return self._wide, self._high

    def draw(self) -> None:
        _draw(self.canv, self._png, 0, 0, self._wide, self._high)


def _draw(
    canvas: Canvas, png: bytes, left: float, bottom: float, width: float, height: float
) -> None:
    """The picture once in the file, however many letters show it."""
    name = f"picture-{sha256(png).hexdigest()[:16]}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, 1, 1)
        canvas.drawImage(_reader(png), 0, 0, 1, 1, mask="auto")
        canvas.endForm()
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(width, height)
    canvas.doForm(name)
    canvas.restoreState()


def _size(png: bytes, width: float, height: float) -> tuple[float, float]:
    wide, high = _reader(png).getSize()
    scale = min(width / wide, height / high)
    return wide * scale, high * scale


@lru_cache(maxsize=8)
def _reader(png: bytes) -> ImageReader:
    return ImageReader(BytesIO(png))
