"""The list that lies at the door: who is expected, boxes to tick, a line to sign on.

It is passed round and read by everybody, so that guests with a protected address stand on it by
number alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.events import Answer, Event
from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.events import say_answer, say_when

#: For those who come without being on the list: fewer where a page would be begun for two or three.
_EMPTY_LINES, _FEWEST_EMPTY = 8, 4
#: So many lines have room on a page with the title and the note.
_ON_A_PAGE = 24
_WIDTHS = [9, 61, 26, 17, 17, 40]
_ROW = 9.5


@dataclass(frozen=True, slots=True)
class SheetGuest:
    """A line of the sheet; ``name`` is not read for the protected, ``reserve`` is 0 with a seat."""

    name: str
    number: int
    service: str
    answer: Answer
    reserve: int
    protected: bool


def attendance_sheet(
    office: Office, event: Event, guests: Sequence[SheetGuest], words: Words
) -> bytes:
    """Guests in the order given, and empty lines after them."""
    _ = words.text
    where = " · ".join(filter(None, (say_when(words, event), event.place)))
    story: list[Flowable] = [
        paragraph(event.name, style.TITLE),
        paragraph(where, style.SUBTITLE),
        _table(guests, words),
        Spacer(1, 4 * mm),
        paragraph(
            _(
                "Tick and sign. The office notes who was there and destroys the sheet. "
                "Whoever has a number in place of a name knows it from the invitation."
            ),
            style.NOTE,
        ),
    ]
    pages = [
        PageTemplate(
            "sheet",
            [frame(20, 16, 190, 281)],
            onPage=partial(_begin, office, event, words),
        )
    ]
    return build(
        pages, story, title=_("Attendance sheet"), author=office.name, language=words.language
    )


def _begin(
    office: Office, event: Event, words: Words, canvas: NumberedCanvas, _document: object
) -> None:
    if canvas.group == 0:
        number = words.text("Event %(number)s") % {"number": event.number}
        canvas.begin_group(words, " · ".join(filter(None, (office.name, number))))


def _table(guests: Sequence[SheetGuest], words: Words) -> DataTable:
    _ = words.text
    head = [
        paragraph(text, style.HEAD)
        for text in ("", _("Name"), _("Answer"), _("Present"), _("Excused"), _("Signature"))
    ]
    lines = [
        [
            paragraph(str(at), style.CELL),
            paragraph(_name(guest, words), style.GROUP),
            paragraph(say_answer(words, guest.answer, guest.reserve), style.CELL),
            _Box(),
            _Box(),
            "",
        ]
        for at, guest in enumerate(guests, start=1)
    ]
    first = len(guests) + 1
    lines += [
        [paragraph(str(at), style.CELL), "", "", _Box(), _Box(), ""]
        for at in range(first, first + _empty_lines(len(guests)))
    ]
    return DataTable(
        [head, *lines],
        colWidths=[width * mm for width in _WIDTHS],
        rowHeights=[6.5 * mm, *[_ROW * mm for _line in lines]],
        repeatRows=1,
        row_heads=(1,),
        style=[
            style.NO_HELVETICA,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ],
    )


def _empty_lines(guests: int) -> int:
    room = _ON_A_PAGE - guests
    return min(room, _EMPTY_LINES) if room >= _FEWEST_EMPTY else _EMPTY_LINES


def _name(guest: SheetGuest, words: Words) -> str:
    if guest.protected:
        return words.text("Number %(number)s") % {"number": guest.number}
    name = f"{guest.name} ({guest.service})" if guest.service else guest.name
    return shortened(name, 48)


class _Box(Flowable):
    """A square to tick."""

    _SIDE = 4.5 * mm

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return self._SIDE, self._SIDE

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(style.INK)
        canvas.setLineWidth(0.8)
        canvas.rect(0, 0, self._SIDE, self._SIDE)
