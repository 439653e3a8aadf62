"""The questions to one half of a pair on one sheet, to be answered with a pen.

The number beside a box is what is typed in the office. The page carries the pair's number and a
letter for the half (M mentor, N newcomer), in plain and as a QR code, and no name: one that is lost
tells nothing. In languages written from the right everything changes sides.

A translation that no native reader has approved has the office's language beside it: question by
question, and what the numbers mean. The boxes stay where they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
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
from mentorapp.reports.questionnaire_pieces import Piece, height_of, lower, rule, square
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.side_by_side import NOTE_TO_OFFICE, NOTE_TO_READER
from mentorapp.reports.text import paragraph
from mentorapp.reports.text import wide as wide_line
from mentorapp.words import Words
from mentorapp.words.questionnaires import ends, give_back_to, legend, on_paper, question, steps

#: What the sheet fills, in mm; the engine of the letters has as much room.
WIDTH, HEIGHT = 170.0, 268.0
_INDENT, _QR, _CODE = 9.0, 24.0, 52.0
_BOX, _STEP, _ENDS = 6.0, 17.0, 34.0
_LINE = 9.5
_LEAST_LINES, _MOST_LINES = 2, 8
_LEAST_GAP, _MOST_GAP = 3.0, 9.0
#: The columns where a language stands beside the reader's.
_OURS, _BETWEEN = 106.0, 5.0
_THEIRS = WIDTH - _OURS - _BETWEEN


@dataclass(frozen=True, slots=True)
class _Type:
    """``style`` is the paragraph's, by whose name a heading is known for one."""

    size: float
    leading: float
    bold: bool = False
    style: str = "paper"


_TITLE, _BIG = _Type(20, 24, bold=True, style="title"), _Type(20, 24, bold=True)
_KIND, _TEXT, _SMALL = _Type(12, 15), _Type(11, 14.5), _Type(9, 11)
_ASIDE, _CHOICE = _Type(9, 10.6), _Type(12, 14.5)
_ASK, _FIGURE = _Type(12.5, 15.5, bold=True, style="small heading"), _Type(12.5, 15.5, bold=True)

#: A language with long words is set smaller, as far as it must, rather than on two pages.
_SIZES = (1.0, 0.93, 0.86, 0.79)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: whose and which."""

    number: int
    respondent: Respondent
    moment: Moment


def questionnaire_page(
    sheet: Sheet, office: Office, words: Words, beside: Words | None = None
) -> Sequence[Flowable]:
    """All that stands on the page, for a frame of 170 by 268 mm; ``beside`` is the language of the
    office where it is told as well.
    """
    return [Page(sheet, office, words, beside)]


def questionnaires_pdf(
    sheets: Sequence[tuple[Sheet, Words, Words | None]], office: Office
) -> bytes:
    """These pages in one file, each in its language, with what stands beside it. At least one is
    needed.
    """
    words = sheets[0][2] or sheets[0][1]
    story: list[Flowable] = []
    for sheet, own, beside in sheets:
        page = questionnaire_page(sheet, office, own, beside)
        story += [*([PageBreak()] if story else []), *page]

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

    def __init__(
        self, sheet: Sheet, office: Office, words: Words, beside: Words | None = None
    ) -> None:
        super().__init__()
        register()
        self.sheet, self._office, self._words, self._beside = sheet, office, words, beside
        self._texts = on_paper(words, sheet.respondent, sheet.moment)
        self._theirs = on_paper(beside or words, sheet.respondent, sheet.moment)
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
        if self._beside is not None:
            note, theirs = self._words.text(NOTE_TO_READER), self._beside.text(NOTE_TO_OFFICE)
            texts = list(self._both(note, theirs, _SMALL, 0, top + 2))
            yield from texts
            top = height_of(texts)
        for name in ("how", "private"):
            texts = list(self._both(self._texts[name], self._theirs[name], _TEXT, 0, top + 2))
            yield from texts
            top = height_of(texts)
        yield from self._blank(self._twice("date"), 0, top + 3, 78)
        blocks = [
            list(self._question(number, one))
            for number, one in enumerate(asked(self.sheet.respondent, self.sheet.moment), 1)
        ]
        top += 14
        last = list(self._both(*self._give_back(), _TEXT, 0, 0))
        told = list(self._both(self._texts["told"], self._theirs["told"], _ASK, 0, 0))
        used = sum(map(height_of, blocks)) + height_of(told) + 2 + height_of(last)
        spare = HEIGHT - top - used - _LEAST_LINES * _LINE
        gap = max(_LEAST_GAP, min(_MOST_GAP, spare / (len(blocks) + 1)))
        for block in blocks:
            yield from lower(block, top)
            top += height_of(block) + gap
        yield from lower(told, top)
        top += height_of(told)
        room = int((HEIGHT - top - height_of(last) - 2) / _LINE + 1e-6)
        lines = max(_LEAST_LINES, min(_MOST_LINES, room))
        for _line in range(lines):
            yield rule(0, top, WIDTH, _LINE)
            top += _LINE
        yield from lower(last, top + 2)

    def _head(self) -> Iterator[Piece]:
        sheet, wide = self.sheet, WIDTH - _QR - _CODE - 4
        title = self._text(self._texts["title"], _TITLE, 0, 0, wide)
        yield title
        kind = self._text(self._texts["kind"], _KIND, 0, title.bottom + 1, wide)
        yield kind
        if self._beside is not None:
            theirs = f"{self._theirs['title']} {self._theirs['kind']}"
            yield self._text(theirs, _SMALL, 0, kind.bottom + 1, wide, self._beside, at_edge=True)
        said = code(sheet.number, sheet.respondent, sheet.moment)
        at = WIDTH - _QR - _CODE
        pairing = self._text(self._twice("pairing"), _SMALL, at, 2, _CODE - 2)
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
        yield self._text(str(number), _FIGURE, 0, 0, _INDENT - 1)
        texts = list(
            self._both(question(self._words, one.item), self._explained(one), _ASK, _INDENT, 0)
        )
        yield from texts
        top = height_of(texts) + 2
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
        beside = sum(wide) + gap * (len(wide) - 1) <= WIDTH - _INDENT
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
            yield Piece(_INDENT + wide + 2 + at * 9, top, 8, 9, square(8, 9))

    def _box(self, number: int, left: float, top: float) -> Iterator[Piece]:
        yield Piece(left, top, _BOX, _BOX, square(_BOX, _BOX))
        yield self._text(str(number), _FIGURE, left + _BOX + 1.5, top + 0.2, 5.5)

    def _blank(self, text: str, left: float, top: float, right: float) -> Iterator[Piece]:
        wide = min(60.0, self._wide(text) + 2)
        yield self._text(text, _CHOICE, left, top + 1, wide)
        yield rule(left + wide + 1, top, right - left - wide - 1, 6.5)

    def _wide(self, text: str) -> float:
        return wide_line(text, REGULAR, _CHOICE.size * self._size) / mm

    def _give_back(self) -> tuple[str, str]:
        office = self._office
        phone = readable(office.phone, office.country) if office.phone else ""
        to = ", ".join(filter(None, (office.name, phone.replace(" ", "\u00a0"))))
        return give_back_to(self._words, to), give_back_to(self._beside or self._words, to)

    def _twice(self, name: str) -> str:
        """A word that is too short for columns, in both languages."""
        own, theirs = self._texts[name], self._theirs[name]
        return own if self._beside is None or own == theirs else f"{own} / {theirs}"

    def _explained(self, one: Asked) -> str:
        """The question for whoever helps, with what stands beside the boxes."""
        if self._beside is None:
            return ""
        asks = question(self._beside, one.item)
        if one.scale is Scale.DAYS:
            return asks
        told = self._theirs["number"] if one.scale is Scale.NUMBER else ""
        return f"{asks}\n{told or legend(self._beside, one.scale)}"

    def _both(
        self, own: str, theirs: str, type_: _Type, left: float, top: float
    ) -> Iterator[Piece]:
        """What it says; with a language beside it in two columns."""
        if self._beside is None:
            yield self._text(own, type_, left, top, WIDTH - left)
            return
        yield self._text(own, type_, left, top, _OURS - left)
        yield self._text(theirs, _ASIDE, _OURS + _BETWEEN, top, _THEIRS, self._beside)

    def _text(
        self,
        text: str,
        type_: _Type,
        left: float,
        top: float,
        width: float,
        words: Words | None = None,
        *,
        at_edge: bool = False,
        is_code: bool = False,
    ) -> Piece:
        """In the reader's language, or in that of ``words``. A code is read from the left.

        ``at_edge``: it begins where the reader's language does, whatever it is written in.
        """
        spoken = "" if is_code else (words or self._words).language
        set_ = paragraph(
            text,
            ParagraphStyle(
                type_.style,
                style.BODY,
                fontName=BOLD if type_.bold else REGULAR,
                fontSize=type_.size * self._size,
                leading=type_.leading * self._size,
                spaceAfter=0,
                alignment=TA_RIGHT if (at_edge or is_code) and self.from_right else TA_LEFT,
            ),
            language=spoken,
        )
        _wide, height = set_.wrap(width * mm, HEIGHT * mm)
        return Piece(
            left,
            top,
            width,
            height / mm,
            lambda canvas, x, bottom: set_.drawOn(canvas, x * mm, bottom * mm),
        )
