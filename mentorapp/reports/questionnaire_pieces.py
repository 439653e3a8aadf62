"""What the page of a questionnaire is put together from: things with a place in millimetres."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on the page: millimetres from its top left corner, and how it is drawn.

    ``draw`` is handed the canvas and the left and lower edge in mm.
    """

    left: float
    top: float
    width: float
    height: float
    draw: Callable[[Canvas, float, float], object]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


def lower(block: Sequence[Piece], top: float) -> Iterator[Piece]:
    """The same, so much further down."""
    return (replace(one, top=one.top + top) for one in block)


def height_of(block: Sequence[Piece]) -> float:
    """Where the lowest of them ends."""
    return max(one.bottom for one in block)


def square(width: float, height: float) -> Callable[[Canvas, float, float], object]:
    """A box of this size, as a piece is drawn."""

    def draw(canvas: Canvas, left: float, bottom: float) -> None:
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(1)
        canvas.rect(left * mm, bottom * mm, width * mm, height * mm)

    return draw


def rule(left: float, top: float, width: float, height: float) -> Piece:
    """A line to write on, at the lower edge of its room."""

    def draw(canvas: Canvas, x: float, bottom: float) -> None:
        canvas.setStrokeColor(style.MUTED)
        canvas.setLineWidth(0.5)
        canvas.line(x * mm, bottom * mm, (x + width) * mm, bottom * mm)

    return Piece(left, top, width, height, draw)
