"""A drawing that says its figures in words to whoever cannot see it."""

from typing import Any

from reportlab.graphics.shapes import Drawing

from mentorapp.reports import fonts
from mentorapp.reports.structure import told
from mentorapp.reports.tagging import tags_of


class ToldDrawing(Drawing):
    """``said`` is the alternative text; measures in points."""

    def __init__(self, width: float, height: float, said: str) -> None:
        fonts.register()
        super().__init__(width, height, initialFontName=fonts.REGULAR)
        self._said = said

    @property
    def said(self) -> str:
        """Its figures in words."""
        return self._said

    def draw(self, *how: Any) -> None:  # noqa: ANN401 - ReportLab's
        tags = tags_of(self.canv)
        if tags is None:
            super().draw(*how)
            return
        left, bottom = self.canv.absolutePosition(0, 0)
        right, top = self.canv.absolutePosition(self.width, self.height)
        box = f"/A<</O/Layout/BBox[{left:.1f} {bottom:.1f} {right:.1f} {top:.1f}]>>"
        tags.open(self.canv, tags.element("Figure", f"/Alt {told(self._said)}{box}"))
        super().draw(*how)
        tags.close(self.canv)
