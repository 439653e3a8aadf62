"""The card "Who helps me with what": one page in plain language for the person to keep.

It is carried about and can be lost: no address, no number of the person, and the name in the
heading alone.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.office import Office
from mentorapp.reference.phones import printed
from mentorapp.reports import style
from mentorapp.reports.own_paper import whose
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.contact_points import say_help
from mentorapp.words.labels import label

_WIDTHS = (112 * mm, 58 * mm)
_LONGEST = 90
#: So many blocks in large type fill the page; more are printed closer, the numbers still large.
_ROOMY = 7


def contact_card(
    name: str, contacts: Sequence[ContactPoint], office: Office, words: Words, printed_on: date
) -> bytes:
    """A4: a block for each contact, in the order given, with the phone where the eye looks.

    ``contacts`` hold only what may be told; one without a phone says to ask the office.
    """
    _ = words.text
    title = _("Who helps me with what")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        *whose(name, _printed(words, printed_on), words),
        *(_block(contact, office, words, close=len(contacts) > _ROOMY) for contact in contacts),
        Spacer(1, 5 * mm),
        *_whom_else(office, words),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 18, 190, 279)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def _printed(words: Words, printed_on: date) -> str:
    return words.text("Printed %(date)s") % {"date": words.date(printed_on)}


def _block(contact: ContactPoint, office: Office, words: Words, *, close: bool) -> Flowable:
    who = _who_close(contact, office, words) if close else _who(contact, office, words)
    how = _how_close(contact, words) if close else _how(contact, words)
    block = Arranged([[list(who), list(how)]], _WIDTHS)
    block.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 2 if close else 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0 if close else 3),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, style.LINE),
        ]
    )
    return block


def _who(contact: ContactPoint, office: Office, words: Words) -> Iterator[Flowable]:
    role = label(words, contact.role)
    yield paragraph(role[:1].upper() + role[1:], style.HEADING_LARGE)
    names = [shortened(part, _LONGEST) for part in (contact.name, contact.service) if part]
    if names:
        yield paragraph(", ".join(map(isolated, names)), style.BODY_LARGE)
    told = say_help(words, contact, office.country)
    if told:
        yield paragraph(told, style.BODY)


def _how(contact: ContactPoint, words: Words) -> Iterator[Flowable]:
    _ = words.text
    if contact.phone:
        yield paragraph(_("Phone"), style.NOTE)
        yield paragraph(printed(contact.phone), style.LARGE)
    elif contact.email:
        yield paragraph(_("E-mail"), style.NOTE)
        yield paragraph(contact.email, style.BODY)
    if contact.stand_in:
        yield paragraph(_("If nobody answers"), style.NOTE)
        phone = f" {printed(contact.stand_in_phone)}" if contact.stand_in_phone else ""
        stand_in = isolated(shortened(contact.stand_in, _LONGEST))
        yield paragraph(f"{stand_in}{phone}", style.BODY)


def _who_close(contact: ContactPoint, office: Office, words: Words) -> Iterator[Flowable]:
    role = label(words, contact.role)
    names = [shortened(part, _LONGEST) for part in (contact.name, contact.service) if part]
    heading = role[:1].upper() + role[1:]
    if names:
        heading = f"{heading}: {', '.join(map(isolated, names))}"
    yield paragraph(heading, style.SMALL_HEADING)
    told = say_help(words, contact, office.country)
    if told:
        yield paragraph(told, style.CELL)


def _how_close(contact: ContactPoint, words: Words) -> Iterator[Flowable]:
    if contact.phone:
        yield paragraph(printed(contact.phone), style.NUMBER)
    elif contact.email:
        yield paragraph(contact.email, style.CELL)
    if contact.stand_in:
        phone = f" {printed(contact.stand_in_phone)}" if contact.stand_in_phone else ""
        stand_in = isolated(shortened(contact.stand_in, _LONGEST))
        nobody = words.text("If nobody answers")
        yield paragraph(f"{nobody}: {stand_in}{phone}", style.NOTE)


def _whom_else(office: Office, words: Words) -> Iterator[Flowable]:
    if not office.phone:
        return
    yield paragraph(
        words.text("If you do not know whom to call: %(office)s, phone %(phone)s")
        % {"office": office.name, "phone": printed(office.phone)},
        style.GROUP,
    )
