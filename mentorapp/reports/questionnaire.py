"""The questions to one half of a pair on one sheet, to be answered with a pen.

The number beside a box is what is typed in the office. The page carries the pair's number and a
letter for the half (M mentor, N newcomer), in plain and as a QR code, and no name: one that is lost
tells nothing. In languages written from the right everything changes sides.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, PageTemplate

from mentorapp.domain.office import Office
from mentorapp.domain.questionnaire_codes import code
from mentorapp.domain.questionnaires import Asked, Moment, Respondent, Scale, asked
from mentorapp.reference.phones import readable
from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.fonts import BOLD, REGULAR, register
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.qr import draw_qr
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.text import paragraph
from mentorapp.words import Words
from mentorapp.words.questionnaires import ends, give_back_to, on_paper, question, steps

#: What the sheet fills, in mm; the engine of the letters has as much room.
WIDTH, HEIGHT = 170.0, 268.0
_INDENT, _QR, _CODE = 9.0, 24.0, 52.0
_BOX, _STEP, _ENDS = 6.0, 17.0, 34.0
_LINE = 9.5
_LEAST_LINES, _MOST_LINES = 2, 8
_LEAST_GAP, _MOST_GAP = 3.0, 9.0


#: Sizes and leadings of the type, and whether it is bold.
_TITLE, _KIND, _TEXT, _SMALL = (20, 24, True), (12, 15, False), (11, 14.5, False), (9, 11, False)
_ASK, _CHOICE, _BIG = (12.5, 15.5, True), (12, 14.5, False), (20, 24, True)
_Type = tuple[float, float, bool]
#: A language with long words is set smaller, as far as it must, rather than on two pages.
_SIZES = (1.0, 0.93, 0.86, 0.79)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: whose and which."""

    number: int
    respondent: Respondent
    moment: Moment


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


def questionnaire_page(sheet: Sheet, office: Office, words: Words) -> Sequence[Flowable]:
    """All that stands on the page, for a frame of 170 by 268 mm."""
    return [Page(sheet, office, words)]


def questionnaires_pdf(sheets: Sequence[tuple[Sheet, Words]], office: Office) -> bytes:
    """These pages in one file, each in its language. At least one is needed."""
    words = sheets[0][1]
    story: list[Flowable] = []
    for sheet, own in sheets:
        story += [*([PageBreak()] if story else []), *questionnaire_page(sheet, office, own)]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + WIDTH, 284)], onPage=begin)],
        story,
        title=on_paper(words, sheets[0][0].respondent, sheets[0][0].moment)["title"],
        author=office.name,
        language=words.language,
    )


class Page(Flowable):
    """``pieces`` is all that is drawn, laid out when it is made."""

    def __init__(self, sheet: Sheet, office: Office, words: Words) -> None:
        super().__init__()
        register()
        self.sheet, self._office, self._words = sheet, office, words
        self._texts = on_paper(words, sheet.respondent, sheet.moment)
        self.from_right = direction_of_language(words.language) == RIGHT
        for size in _SIZES:
            self._size = size
            pieces = list(self._laid_out())
            if pieces[-1].bottom <= HEIGHT:
                break
        if self.from_right:
            pieces = [replace(one, left=WIDTH - one.left - one.width) for one in pieces]
        self.pieces = pieces

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return WIDTH * mm, HEIGHT * mm

    def draw(self) -> None:
        for one in self.pieces:
            self.canv.saveState()
            one.draw(self.canv, one.left, HEIGHT - one.bottom)
            self.canv.restoreState()

    # From top to bottom

    def _laid_out(self) -> Iterator[Piece]:
        top = 0.0
        for one in self._head():
            yield one
            top = max(top, one.bottom)
        for name in ("how", "private"):
            text = self._text(self._texts[name], _TEXT, 0, top + 2, WIDTH)
            yield text
            top = text.bottom
        yield from self._blank(self._texts["date"], 0, top + 3, 78)
        blocks = [
            list(self._question(number, one))
            for number, one in enumerate(asked(self.sheet.respondent, self.sheet.moment), 1)
        ]
        top += 14
        last = self._text(self._give_back(), _TEXT, 0, 0, WIDTH)
        told = self._text(self._texts["told"], _ASK, 0, 0, WIDTH)
        used = sum(map(_height, blocks)) + told.height + 2 + last.height
        spare = HEIGHT - top - used - _LEAST_LINES * _LINE
        gap = max(_LEAST_GAP, min(_MOST_GAP, spare / (len(blocks) + 1)))
        for block in blocks:
            yield from (replace(one, top=one.top + top) for one in block)
            top += _height(block) + gap
        yield replace(told, top=top)
        top += told.height
        room = int((HEIGHT - top - last.height - 2) / _LINE + 1e-6)
        lines = max(_LEAST_LINES, min(_MOST_LINES, room))
        for _line in range(lines):
            yield _rule(0, top, WIDTH, _LINE)
            top += _LINE
        yield replace(last, top=top + 2)

    def _head(self) -> Iterator[Piece]:
        sheet, wide = self.sheet, WIDTH - _QR - _CODE - 4
        title = self._text(self._texts["title"], _TITLE, 0, 0, wide)
        yield title
        yield self._text(self._texts["kind"], _KIND, 0, title.bottom + 1, wide)
        said = code(sheet.number, sheet.respondent, sheet.moment)
        at = WIDTH - _QR - _CODE
        pairing = self._text(self._texts["pairing"], _SMALL, at, 2, _CODE - 2)
        yield pairing
        yield self._text(said, _BIG, at, pairing.bottom + 1, _CODE - 2, is_code=True)
        yield Piece(
            WIDTH - _QR,
            0,
            _QR,
            _QR,
            lambda canvas, left, bottom: draw_qr(canvas, left, bottom, _QR, said),
        )

    def _question(self, number: int, one: Asked) -> Iterator[Piece]:
        """Its pieces, from a top of 0."""
        yield self._text(str(number), _ASK, 0, 0, _INDENT - 1)
        said = self._text(question(self._words, one.item), _ASK, _INDENT, 0, WIDTH - _INDENT)
        yield said
        top = said.bottom + 2
        if one.scale is Scale.NUMBER:
            yield from self._digits(top)
        elif told := steps(self._words, one.scale):
            yield from self._choices(list(zip(one.scale.steps, told, strict=True)), top)
        else:
            yield from self._scale(one.scale, top)

    def _choices(self, told: Sequence[tuple[int, str]], top: float) -> Iterator[Piece]:
        """A box, its number and its words, side by side; below each other where words are long."""
        wide = [_BOX + 10 + self._wide(text) for _n, text in told]
        gap = 8.0
        beside = sum(wide) + gap * (len(wide) - 1) <= WIDTH - _INDENT and not self.from_right
        left = _INDENT
        for (number, text), width in zip(told, wide, strict=True):
            yield from self._box(number, left, top)
            room = width - _BOX - 8 if beside else WIDTH - _INDENT - _BOX - 8
            words = self._text(text, _CHOICE, left + _BOX + 8, top + 0.4, room)
            yield words
            if beside:
                left += width + gap
            else:
                top += max(_BOX, words.height) + 1.5

    def _scale(self, scale: Scale, top: float) -> Iterator[Piece]:
        """Boxes in a row, between what the first and the last of them mean."""
        first, last = ends(self._words, scale)
        left = _INDENT
        if first:
            yield self._text(first, _TEXT, left, top + 0.6, _ENDS)
            left += _ENDS + 2
        for number in scale.steps:
            yield from self._box(number, left, top)
            left += _STEP
        if last:
            yield self._text(last, _TEXT, left, top + 0.6, min(_ENDS, WIDTH - left))

    def _digits(self, top: float) -> Iterator[Piece]:
        wide = min(90.0, self._wide(self._texts["number"]) + 2)
        yield self._text(self._texts["number"], _CHOICE, _INDENT, top + 1.6, wide)
        for at in range(3):
            yield Piece(_INDENT + wide + 2 + at * 9, top, 8, 9, _frame(8, 9))

    def _box(self, number: int, left: float, top: float) -> Iterator[Piece]:
        yield Piece(left, top, _BOX, _BOX, _frame(_BOX, _BOX))
        yield self._text(str(number), _ASK, left + _BOX + 1.5, top + 0.2, 5.5)

    def _blank(self, text: str, left: float, top: float, right: float) -> Iterator[Piece]:
        wide = min(60.0, self._wide(text) + 2)
        yield self._text(text, _CHOICE, left, top + 1, wide)
        yield _rule(left + wide + 1, top, right - left - wide - 1, 6.5)

    def _wide(self, text: str) -> float:
        return stringWidth(text, REGULAR, _CHOICE[0] * self._size) / mm

    def _give_back(self) -> str:
        office = self._office
        phone = readable(office.phone, office.country) if office.phone else ""
        return give_back_to(self._words, ", ".join(filter(None, (office.name, phone))))

    def _text(
        self,
        text: str,
        type_: _Type,
        left: float,
        top: float,
        width: float,
        *,
        is_code: bool = False,
    ) -> Piece:
        """A code is read from the left in every language."""
        size, leading, bold = type_
        set_ = paragraph(
            text,
            ParagraphStyle(
                "title" if type_[0] == _TITLE[0] else "paper",
                style.BODY,
                fontName=BOLD if bold else REGULAR,
                fontSize=size * self._size,
                leading=leading * self._size,
                spaceAfter=0,
                alignment=TA_RIGHT if is_code and self.from_right else TA_LEFT,
            ),
            language="" if is_code else self._words.language,
        )
        _wide, height = set_.wrap(width * mm, HEIGHT * mm)
        return Piece(
            left,
            top,
            width,
            height / mm,
            lambda canvas, x, bottom: set_.drawOn(canvas, x * mm, bottom * mm),
        )


def _height(block: Sequence[Piece]) -> float:
    return max(one.bottom for one in block)


def _frame(width: float, height: float) -> Callable[[Canvas, float, float], object]:
    def draw(canvas: Canvas, left: float, bottom: float) -> None:
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(1)
        canvas.rect(left * mm, bottom * mm, width * mm, height * mm)

    return draw


def _rule(left: float, top: float, width: float, height: float) -> Piece:
    """A line to write on, at the lower edge of its room."""

    def draw(canvas: Canvas, x: float, bottom: float) -> None:
        canvas.setStrokeColor(style.MUTED)
        canvas.setLineWidth(0.5)
        canvas.line(x * mm, bottom * mm, (x + width) * mm, bottom * mm)

    return Piece(left, top, width, height, draw)
