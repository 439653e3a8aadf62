"""The first sheet of a letter: letterhead, address in the envelope's window, reference.

Who writes and to whom stands in Latin letters, where envelopes and post look for it, in every
language. The reference, the text and what is under the page are set from the reader's side.
"""

import re
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.envelopes import Area
from mentorapp.domain.envelopes import fold_marks as folds
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import NO_PICTURES, Pictures
from mentorapp.reference.phones import printed
from mentorapp.reports import style
from mentorapp.reports.addresses import broken, draw_address, in_window
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_pictures import draw_logo
from mentorapp.reports.page import NumberedCanvas, fold_marks, from_top
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, printable, set_apart, wide
from mentorapp.words import N_, Words

_LEFT, _RIGHT, _COLUMN = 20, 190, 130
_LETTERHEAD_LINES = 7
#: How small ``draw`` sets a line that is too wide, before it cuts.
_LEAST = 0.75
#: More of them are set closer.
_REFERENCE_LINES = 4
#: What an office calls its phone and its e-mail, where the number or address follows.
_PHONE = re.compile(r"\b(?:telefon|tlf\.?|tel\.?|phone|telephone)(?=:? [+(]?\d)", re.IGNORECASE)
_EMAIL = re.compile(r"\b(?:e-?post|e-?mail)(?=:? \S+@)", re.IGNORECASE)
#: At most 60 × 18 mm; printers leave 4 mm at the edge of the sheet white.
_LOGO = Area(_COLUMN, 4.3, _RIGHT, 22.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands on a first sheet beside the text. ``address`` empty: handed over in person."""

    office: Office
    written_on: date
    reference: int
    signed_by: str
    address: tuple[str, ...] = ()
    pictures: Pictures = NO_PICTURES


def draw_first_page(letter: Letter, words: Words, canvas: NumberedCanvas, document: object) -> None:
    """The head of a letter."""
    head = Head(
        office=letter.office,
        written_on=letter.written_on,
        reference=letter.number,
        signed_by=letter.signed_by,
        address=letter.address,
        pictures=letter.pictures,
    )
    draw_head(head, words, canvas, document)


def draw_head(head: Head, words: Words, canvas: NumberedCanvas, _document: object) -> None:
    """All that does not flow. Begins the letter's own page numbers."""
    begin_letter(canvas, head.office, head.reference, words)
    canvas.saveState()
    _letterhead(canvas, head, words)
    draw_address(canvas, head.address, in_window(head.office.address_area))
    _reference(canvas, head, words)
    canvas.restoreState()
    fold_marks(canvas, folds(head.office.covers))


def begin_letter(canvas: NumberedCanvas, office: Office, reference: int, words: Words) -> None:
    """Number the pages from here on, and say under each whose and which letter it is."""
    _ = words.text
    said = _("Reference %(number)s") % {"number": reference}
    example = _("Example: all people are made up") if office.is_example else ""
    footer, beside = " · ".join(filter(None, (office.name, said, example))), ""
    if office.letter_footer:
        footer = printable(office.letter_footer)
        beside = " · ".join(filter(None, (said, example)))
    canvas.begin_group(words, footer, beside, on_front=office.double_sided)


def _line(
    canvas: Canvas,
    left: float,
    top: float,
    text: str,
    font: str,
    size: float,
    right: float,
    language: str = "",
) -> None:
    """One line with its baseline ``top`` mm from the top of the sheet."""
    width = (right - left) * mm
    draw(canvas, left * mm, from_top(top), text, font, size, width, language=language)


def _letterhead(canvas: Canvas, head: Head, words: Words) -> None:
    """Above what any window shows; the logo to the right of it as well."""
    office, right = head.office, _RIGHT
    if head.pictures.logo:
        draw_logo(canvas, head.pictures.logo, _LOGO)
        right = _COLUMN - 4
    canvas.setFillColor(style.INK)
    with content(canvas):
        _line(canvas, _LEFT, 14.5, office.name, BOLD, 14, right)
    canvas.setFillColor(style.MUTED)
    if office.municipality != office.name:
        with content(canvas):
            _line(canvas, _LEFT, 19.7, office.municipality, REGULAR, 9.5, right)
    canvas.setStrokeColor(style.ACCENT)
    canvas.setLineWidth(1.2)
    canvas.line(_LEFT * mm, from_top(23.4), _RIGHT * mm, from_top(23.4))
    lines = _typed(office, words) if office.letterhead else _contact(office)
    for number, line in enumerate(lines[:_LETTERHEAD_LINES]):
        with content(canvas):
            _line(canvas, _COLUMN, 34 + 4 * number, line, REGULAR, 8.5, _RIGHT)


def _typed(office: Office, words: Words) -> list[str]:
    """The office's own lines: only "phone" and "e-mail" before one are said in the letter's
    language, where that is written in Latin letters too.
    """
    said = printable(office.letterhead)
    if words.language != office.language:
        for called, message in ((_PHONE, N_("Phone")), (_EMAIL, N_("E-mail"))):
            if words.text(message).isascii():
                said = called.sub(words.text(message), said)
    return said.split("\n")


def _contact(office: Office) -> list[str]:
    lines = [
        *printable(office.address).split("\n"),
        f"{office.postal_code} {office.municipality}" if office.municipality else "",
        printed(office.phone) if office.phone else "",
        office.email,
    ]
    return [line for line in lines if line]


def _reference(canvas: Canvas, head: Head, words: Words) -> None:
    _ = words.text
    day = words.date_long(head.written_on)
    from_right = direction_of_language(words.language) == RIGHT
    place = set_apart(head.office.municipality) if from_right else head.office.municipality
    dated = _("%(place)s, %(date)s") % {"place": place, "date": day} if place else day
    if wide(dated, REGULAR, 9) > (_RIGHT - _COLUMN) * mm / _LEAST:
        dated = day  # of a long place the date would be cut off; the letterhead names it anyway
    lines = [
        (dated, REGULAR),
        (_("Our reference: %(number)s") % {"number": head.reference}, REGULAR),
    ]
    if head.signed_by != head.office.name:
        coordinator = printable(_("Coordinator: %(name)s") % {"name": head.signed_by})
        lines += [(one, REGULAR) for one in broken(coordinator, _RIGHT - _COLUMN, 9, 2)]
    if not head.address:
        lines.append((_("Handed over in person"), BOLD))
    top, between = (65, 4.6) if len(lines) <= _REFERENCE_LINES else (63, 4.4)
    canvas.setFillColor(style.INK)
    for number, (line, font) in enumerate(lines):
        with content(canvas):
            _line(canvas, _COLUMN, top + between * number, line, font, 9, _RIGHT, words.language)
