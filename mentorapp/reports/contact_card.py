"""The card "Who helps me with what": one page in plain language for the person to keep.

It is carried about and can be lost: no address, no number of the person, and the name in the
heading alone. In a language that no native reader has approved, the office's own stands below each
sentence: whoever is shown the card can read it too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer

from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.office import Office
from mentorapp.reference.phones import printed
from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.own_paper import whose
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph, set_apart, shortened
from mentorapp.words import Words
from mentorapp.words.contact_card import (
    NOT_APPROVED,
    TITLE,
    emergencies,
    interpreter,
    role_of,
    whom_else,
)
from mentorapp.words.contact_points import say_help

_WIDTHS = (112 * mm, 58 * mm)
_WIDTH, _HEIGHT = 170 * mm, 258 * mm
_LONGEST = 90
#: So many blocks in large type fill the page; more are printed closer, the numbers still large.
_ROOMY, _ROOMY_BESIDE = 6, 4


@dataclass(frozen=True, slots=True)
class Tongues:
    """The reader's words, and the office's to stand below them where there are any."""

    words: Words
    beside: Words | None = None

    @property
    def from_right(self) -> bool:
        """The reader begins at the right."""
        return direction_of_language(self.words.language) == RIGHT

    def set(self, text: str, usual: ParagraphStyle) -> Flowable:
        """In the reader's language."""
        return paragraph(text, usual, language=self.words.language)

    def below(self, text: str) -> Iterator[Flowable]:
        """In the office's; nothing where there is nothing to say."""
        if self.beside is not None and text:
            yield paragraph(text, style.NOTE, language=self.beside.language)


def contact_card(
    name: str,
    contacts: Sequence[ContactPoint],
    office: Office,
    words: Words,
    printed_on: date,
    beside: Words | None = None,
) -> bytes:
    """A4: a block for each contact, in the order given, with the phone where the eye looks.

    ``contacts`` hold only what may be told; one without a phone says to ask the office.
    """
    head = words if beside is None else beside

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(head, office.name, language=words.language)

    return build(
        [PageTemplate("page", [frame(20, 18, 190, 279)], onPage=begin)],
        card_page(name, contacts, office, words, printed_on, beside),
        title=words.text(TITLE),
        author=office.name,
        language=words.language,
    )


def card_page(
    name: str,
    contacts: Sequence[ContactPoint],
    office: Office,
    words: Words,
    printed_on: date,
    beside: Words | None = None,
) -> list[Flowable]:
    """All that stands on the page, for a frame of 170 by 260 mm."""
    tongues = Tongues(words, beside)
    close = len(contacts) > (_ROOMY if beside is None else _ROOMY_BESIDE)
    day = words.text("Printed %(date)s") % {"date": words.date(printed_on)}
    story: list[Flowable] = [
        tongues.set(words.text(TITLE), style.TITLE),
        *tongues.below(beside.text(TITLE) if beside else ""),
        *whose(name, day, words),
        *(_block(contact, office, tongues, close=close) for contact in contacts),
        Spacer(1, 5 * mm),
        *_whom_else(office, tongues),
        *_emergency(office, tongues),
    ]
    if beside is not None:
        story += [Spacer(1, 2 * mm), tongues.set(words.text(NOT_APPROVED), style.NOTE)]
        story += tongues.below(beside.text(NOT_APPROVED))
    return [KeepInFrame(_WIDTH, _HEIGHT, story, mode="shrink")]


def _block(contact: ContactPoint, office: Office, tongues: Tongues, *, close: bool) -> Flowable:
    who = _who_close(contact, office, tongues) if close else _who(contact, office, tongues)
    how = _how_close(contact, tongues) if close else _how(contact, tongues)
    block = _row([list(who), list(how)], _WIDTHS, tongues)
    block.setStyle(
        [
            ("TOPPADDING", (0, 0), (-1, -1), 2 if close else 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0 if close and not tongues.beside else 3),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, style.LINE),
        ]
    )
    return block


def _row(cells: list[list[Flowable]], widths: Sequence[float], tongues: Tongues) -> Arranged:
    """What is read first stands where the reader begins."""
    if tongues.from_right:
        cells, widths = cells[::-1], widths[::-1]
    made = Arranged(
        [cells],
        list(widths),
        hAlign="RIGHT" if tongues.from_right else "LEFT",
        from_right=tongues.from_right,
    )
    made.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 6 if tongues.from_right else 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0 if tongues.from_right else 6),
        ]
    )
    return made


def _who(contact: ContactPoint, office: Office, tongues: Tongues) -> Iterator[Flowable]:
    yield tongues.set(role_of(tongues.words, contact), style.HEADING_LARGE)
    yield from tongues.below(role_of(tongues.beside, contact) if tongues.beside else "")
    names = _names(contact)
    if names:
        yield tongues.set(names, style.BODY_LARGE)
    yield from _help(contact, office, tongues, style.BODY)


def _names(contact: ContactPoint) -> str:
    names = (shortened(part, _LONGEST) for part in (contact.name, contact.service) if part)
    return ", ".join(map(set_apart, names))


def _help(
    contact: ContactPoint, office: Office, tongues: Tongues, usual: ParagraphStyle
) -> Iterator[Flowable]:
    told = say_help(tongues.words, contact, office.country)
    if told:
        yield tongues.set(told, usual)
    if tongues.beside is not None:
        yield from tongues.below(say_help(tongues.beside, contact, office.country))


def _how(contact: ContactPoint, tongues: Tongues) -> Iterator[Flowable]:
    _ = tongues.words.text
    if contact.phone:
        yield tongues.set(_("Phone"), style.NOTE)
        yield tongues.set(set_apart(printed(contact.phone)), style.LARGE)
    elif contact.email:
        yield tongues.set(_("E-mail"), style.NOTE)
        yield tongues.set(contact.email, style.BODY)
    if contact.stand_in:
        yield tongues.set(_("If nobody answers"), style.NOTE)
        yield tongues.set(_stand_in(contact), style.BODY)


def _stand_in(contact: ContactPoint) -> str:
    name = set_apart(shortened(contact.stand_in, _LONGEST))
    phone = contact.stand_in_phone
    return f"{name} {set_apart(printed(phone))}" if phone else name


def _who_close(contact: ContactPoint, office: Office, tongues: Tongues) -> Iterator[Flowable]:
    names = _names(contact)
    role = role_of(tongues.words, contact)
    yield tongues.set(f"{role}: {names}" if names else role, style.SMALL_HEADING)
    yield from tongues.below(role_of(tongues.beside, contact) if tongues.beside else "")
    yield from _help(contact, office, tongues, style.CELL)


def _how_close(contact: ContactPoint, tongues: Tongues) -> Iterator[Flowable]:
    if contact.phone:
        yield tongues.set(set_apart(printed(contact.phone)), style.NUMBER)
    elif contact.email:
        yield tongues.set(contact.email, style.CELL)
    if contact.stand_in:
        nobody = tongues.words.text("If nobody answers")
        yield tongues.set(f"{nobody}: {_stand_in(contact)}", style.NOTE)


def _whom_else(office: Office, tongues: Tongues) -> Iterator[Flowable]:
    name = isolated(shortened(office.name, _LONGEST))
    phone = set_apart(printed(office.phone)) if office.phone else ""
    if phone:
        yield tongues.set(whom_else(tongues.words, set_apart(name), phone), style.GROUP)
        if tongues.beside is not None:
            yield from tongues.below(whom_else(tongues.beside, name, phone))
    yield tongues.set(interpreter(tongues.words), style.BODY)
    yield from tongues.below(interpreter(tongues.beside) if tongues.beside else "")


def _emergency(office: Office, tongues: Tongues) -> Iterator[Flowable]:
    """The numbers that everybody in the country has, side by side."""
    _ = tongues.words.text
    own = emergencies(tongues.words, office.country)
    others = emergencies(tongues.beside, office.country) if tongues.beside else own
    yield Spacer(1, 2 * mm)
    yield tongues.set(_("When it is urgent"), style.HEADING)
    yield from tongues.below(tongues.beside.text("When it is urgent") if tongues.beside else "")
    cells: list[list[Flowable]] = [
        [
            tongues.set(set_apart(number), style.LARGE),
            tongues.set(what, style.CELL),
            *tongues.below(other),
        ]
        for (what, number), (other, _number) in zip(own, others, strict=True)
    ]
    yield _row(cells, [_WIDTH / len(cells)] * len(cells), tongues)
