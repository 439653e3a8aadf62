"""The user interview on one sheet, to be filled in by hand and typed in the office afterwards.

It carries the person's short number, no name; the box for a quotation stands apart from the
answers, because a consent must be asked for by itself.
"""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.interviews import Question, Rating
from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, paragraph
from mentorapp.words import Words
from mentorapp.words.labels import label

_WIDTH = 170
_RATING, _QUESTION, _LINE, _LINES = 8.5, 7, 8.5, 2
_SCALE = 112


def interview_form(office: Office, words: Words) -> bytes:
    """A4, one page: the ratings, the open questions, the consent to be quoted."""
    _ = words.text
    title = _("How was it? Your opinion")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(
            _(
                "You decide what you answer. The office uses the answers to make the scheme "
                "better. In reports they are counted, and nobody sees who said what."
            ),
            style.BODY,
        ),
        _Form(words),
        Spacer(1, 2 * mm),
        _Consent(words),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 14, 20 + _WIDTH, 282)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


class _Drawn(Flowable):
    """Something drawn in millimetres from its own top left corner."""

    height_mm = 0.0

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return _WIDTH * mm, self.height_mm * mm

    def _text(self, left: float, top: float, text: str, font: str, size: float) -> None:
        self.canv.setFillColor(style.INK)
        y = (self.height_mm - top) * mm
        with content(self.canv):
            draw(self.canv, left * mm, y, text, font, size, (_WIDTH - left) * mm)

    def _rule(self, left: float, top: float, right: float) -> None:
        self.canv.setStrokeColor(style.MUTED)
        self.canv.setLineWidth(0.5)
        y = (self.height_mm - top) * mm
        self.canv.line(left * mm, y, right * mm, y)

    def _box(self, left: float, top: float) -> None:
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(left * mm, (self.height_mm - top) * mm, 4.5 * mm, 4.5 * mm)

    def _blank(self, left: float, top: float, text: str, right: float) -> None:
        self._text(left, top, text, REGULAR, 10.5)
        wide = self.canv.stringWidth(text, REGULAR, 10.5) / mm
        self._rule(left + wide + 2, top + 1, right)


class _Form(_Drawn):
    """Number and date, the ratings with five boxes each, the questions with lines to write on."""

    height_mm = 24 + len(Rating) * _RATING + len(Question) * (_QUESTION + _LINES * _LINE)

    def draw(self) -> None:
        _ = self._words.text
        self._blank(0, 7, _("Number"), 48)
        self._blank(54, 7, _("Date"), 96)
        self._blank(102, 7, _("Asked by"), _WIDTH)
        self._text(0, 17, _("How far do you agree? 1 = not at all, 5 = very much"), BOLD, 11)
        top = 17.0
        for rating in Rating:
            top += _RATING
            self._text(0, top, label(self._words, rating), REGULAR, 11)
            for step in range(5):
                self._text(_SCALE + step * 12, top, str(step + 1), REGULAR, 11)
                self._box(_SCALE + 3 + step * 12, top + 0.7)
        top += 4
        for question in Question:
            top += _QUESTION
            self._text(0, top, label(self._words, question), BOLD, 11)
            for _line in range(_LINES):
                top += _LINE
                self._rule(0, top, _WIDTH)


class _Consent(_Drawn):
    """The box to tick, with a place to sign: nothing is printed without it."""

    height_mm = 33

    def draw(self) -> None:
        _ = self._words.text
        self.canv.setStrokeColor(style.LINE)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, _WIDTH * mm, self.height_mm * mm)
        self._box(4, 9.5)
        self._text(11, 9, _("The municipality may print what I said, without my name."), BOLD, 11)
        self._text(11, 15.5, _("I can say no later. Then it is not printed again."), REGULAR, 10.5)
        self._blank(4, 27, _("Date and signature"), _WIDTH - 4)
