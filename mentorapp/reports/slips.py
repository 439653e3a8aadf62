"""Return slips: what a mentor without a computer fills in by hand after a meeting.

A slip carries the pairing's number and no name, so that one that is lost tells nothing; also as a
QR code that says the number's digits and nothing else, so that a scanner types what a hand would.
Lines are 10 mm apart, as much as a pen needs.
"""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.domain.meetings import MeetingForm
from mentorapp.reports import style
from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.qr import draw_qr
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, paragraph
from mentorapp.words import Words
from mentorapp.words.labels import label

SLIPS_ON_A_PAGE = 3
_WIDTH, _HEIGHT = 170, 80
#: Squares of 0.6 mm with the white round them: read by a telephone and by scanners for the till.
_QR = 18


class Slip(Flowable):
    """One slip, 170 × 80 mm with a line to cut along on top. Measures are mm from its corner."""

    def __init__(self, number: int, words: Words, *, asks_place: bool) -> None:
        super().__init__()
        self._number, self._words, self._asks_place = number, words, asks_place

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return _WIDTH * mm, _HEIGHT * mm

    def draw(self) -> None:
        _ = self._words.text
        self._rules: list[tuple[float, float, float, float]] = []
        self._squares: list[tuple[float, float]] = []
        self._cut_line()
        self.canv.setFillColor(style.INK)
        self._text(0, 13, _("Meeting slip"), BOLD, 12)
        self._text(84, 13, _("Pairing number"), REGULAR, 10, right=116)
        self._text(118, 13.6, str(self._number), BOLD, 22, right=148)
        draw_qr(self.canv, _WIDTH - _QR, _HEIGHT - _QR - 5, _QR, str(self._number))
        self._field(0, 25, _("Date"), 62)
        self._field(72, 25, _("How long (hours and minutes)"), _WIDTH)
        self._boxes(35)
        lines = [45, 55, 65]
        if self._asks_place:
            self._field(0, lines.pop(0), _("Where"), _WIDTH)
        self._field(0, lines.pop(0), _("What we did"), _WIDTH)
        for top in lines:
            self._rule(0, top, _WIDTH)
        self._field(0, 75, _("Next time (date)"), 90)
        self._box(104, 75)
        self._text(110.5, 75, _("Please call me"), BOLD, 10.5)
        self._draw_lines()

    def _y(self, top: float) -> float:
        return (_HEIGHT - top) * mm

    def _text(
        self, left: float, top: float, text: str, font: str, size: float, *, right: float = _WIDTH
    ) -> None:
        with content(self.canv):
            draw(self.canv, left * mm, self._y(top), text, font, size, (right - left) * mm)

    def _rule(self, left: float, top: float, right: float) -> None:
        y = self._y(top + 1)
        self._rules.append((left * mm, y, right * mm, y))

    def _field(self, left: float, top: float, text: str, right: float) -> None:
        self._text(left, top, text, REGULAR, 10)
        wide = self.canv.stringWidth(text, REGULAR, 10) / mm
        self._rule(left + wide + 2, top, right)

    def _box(self, left: float, top: float) -> None:
        self._squares.append((left * mm, self._y(top + 0.7)))

    def _draw_lines(self) -> None:
        """Rules and squares to tick, each kind in one go."""
        canvas = self.canv
        canvas.setStrokeColor(style.MUTED)
        canvas.setLineWidth(0.5)
        canvas.lines(self._rules)
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(0.8)
        for left, bottom in self._squares:
            canvas.rect(left, bottom, 4.5 * mm, 4.5 * mm)

    def _boxes(self, top: float) -> None:
        """How they met, to tick, spread over the width by the length of the words."""
        words = [label(self._words, form) for form in MeetingForm]
        widths = [self.canv.stringWidth(word, REGULAR, 10) / mm + 6 for word in words]
        gap = (_WIDTH - sum(widths)) / (len(words) - 1)
        left = 0.0
        for word, wide in zip(words, widths, strict=True):
            self._box(left, top)
            self._text(left + 6, top, word, REGULAR, 10)
            left += wide + min(gap, 9)

    def _cut_line(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(style.MUTED)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(3, 3)
        self.canv.line(-20 * mm, self._y(4), (_WIDTH + 20) * mm, self._y(4))
        self.canv.restoreState()


def slip_sheet(number: int, words: Words, *, asks_place: bool) -> list[Flowable]:
    """A sheet of slips of one pairing, with what to do with them."""
    _ = words.text
    return [
        paragraph(_("Return slips"), style.SUBJECT),
        paragraph(
            _(
                "Fill in one slip after each meeting, cut it off and hand or send it to the "
                "office. Write no names: the number tells us which pair it is."
            ),
            style.BODY,
        ),
        *(Slip(number, words, asks_place=asks_place) for _i in range(SLIPS_ON_A_PAGE)),
    ]
