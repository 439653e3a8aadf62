"""A bar across a table's cell: how much of the most there could be."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.reports import style

_HEIGHT = 2.2  # mm


class Bar(Flowable):
    """``part`` of ``most`` as a filled bar, ``width`` in millimetres. The number stands beside it,
    so that nothing rests on the picture alone.
    """

    def __init__(self, part: float, most: float, width: float) -> None:
        super().__init__()
        self._share = min(max(part / most, 0.0), 1.0) if most > 0 else 0.0
        self._width = width

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        """A line of text high, so that the bar stands level with the words beside it."""
        return self._width * mm, style.CELL.leading

    def draw(self) -> None:
        """The whole in pale, the part upon it."""
        bottom = (style.CELL.leading - _HEIGHT * mm) / 2 - 0.6
        for colour, share in ((style.SOFT, 1.0), (style.ACCENT, self._share)):
            if share:
                self.canv.setFillColor(colour)
                self.canv.rect(0, bottom, self._width * mm * share, _HEIGHT * mm, stroke=0, fill=1)
