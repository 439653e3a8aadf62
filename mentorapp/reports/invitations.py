"""Invitation letters to an event, one sheet for each guest, with a slip to answer on.

Address protection is asked for here once more, as in pairing letters.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, PageTemplate, Spacer

from mentorapp.domain.absences import StandIn
from mentorapp.domain.events import Event, EventKind
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import NO_PICTURES, Pictures
from mentorapp.reports import style, templates
from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.letter_body import body, regards, signature
from mentorapp.reports.letter_page import Head, draw_head
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letter_values import Half, address_block, coordinator_contact
from mentorapp.reports.page import build, frame
from mentorapp.reports.tagging import content
from mentorapp.reports.templates import Values
from mentorapp.reports.text import draw
from mentorapp.words import Words

KIND = "event_invitation"
#: Answers are wanted a week ahead, or two days when the letter goes out late.
_ANSWER_BEFORE = (timedelta(days=7), timedelta(days=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLetter:
    """A letter to one guest. ``half`` is None for a guest of a service, who has but a name."""

    language: str
    written_on: date
    office: Office
    event: Event
    organiser: str
    name: str
    number: int
    half: Half | None = None
    away: StandIn | None = None
    pictures: Pictures = NO_PICTURES

    @property
    def signed_by(self) -> str:
        """The office's usual coordinator."""
        return next(iter(self.office.coordinators), "") or self.office.name

    @property
    def address(self) -> tuple[str, ...]:
        """The address block; the name alone would tell who somebody in hiding is."""
        return address_block(self.half, self.office) if self.half else ()


def invitation_letters(
    letters: Sequence[InvitationLetter], words_for: Callable[[str], Words]
) -> bytes:
    """All letters in the order given, each with page 1 of its own. One at least is needed."""
    if not letters:
        raise ValueError("no letters to print")
    pages: list[PageTemplate] = []
    story: list[Flowable] = []
    for index, letter in enumerate(letters):
        words = words_for(letter.language)
        text = shipped(letter.language, STANDARD_SET, KIND)
        blocks = templates.fill(text, values(letter, words))
        head = Head(
            office=letter.office,
            written_on=letter.written_on,
            reference=letter.event.number,
            signed_by=letter.signed_by,
            address=letter.address,
            pictures=letter.pictures,
        )
        first = f"first {index}"
        pages.append(
            PageTemplate(first, [frame(20, 84, 176, 283)], onPage=partial(draw_head, head, words))
        )
        story += [NextPageTemplate(first), *([PageBreak()] if index else [])]
        signed = signature(letter.office, letter.signed_by, words)
        picture = letter.pictures.signature_of(letter.signed_by)
        ending = regards(signed, large=True, picture=picture)
        story += [NextPageTemplate("later"), *body(blocks, ending, large=True)]
        story += [Spacer(1, 3 * mm), AnswerSlip(letter, words)]
    pages.append(PageTemplate("later", [frame(20, 22, 176, 279)]))
    words = words_for(letters[0].language)
    return build(
        pages,
        story,
        title=words.text("Invitation") if len(letters) == 1 else words.text("Invitations"),
        author=letters[0].office.name,
        language=letters[0].language,
    )


def values(letter: InvitationLetter, words: Words) -> Values:
    """Everything the invitation text can ask for."""
    event = letter.event
    by = next(
        (event.day - ahead for ahead in _ANSWER_BEFORE if event.day - ahead > letter.written_on),
        None,
    )
    begins = f"{event.starts_at:%H:%M}"
    return {
        "first_name": letter.half.person.called if letter.half else letter.name,
        "event": event.name,
        "date": words.weekday_date(event.day),
        "last_date": words.weekday_date(event.last_day) if event.last_day > event.day else "",
        "time": f"{begins}–{event.ends_at:%H:%M}" if event.ends_at else begins,
        "place": event.place,
        "organiser": letter.organiser,
        "childcare": "x" if event.childcare else "",
        "description": event.description,
        "answer_by": words.date_long(by) if by else "",
        "seats": words.plural("%(n)d person", "%(n)d people", event.seats) if event.seats else "",
        "trains": "x" if event.kind is EventKind.MENTOR_TRAINING else "",
        "coordinator_contact": coordinator_contact(
            letter.office, letter.signed_by, words, letter.away
        ),
        "office": letter.office.name,
        "event_number": str(event.number),
    }


class AnswerSlip(Flowable):
    """To cut off and hand in: numbers, no name, so that one that is lost tells nothing."""

    _WIDTH, _HEIGHT = 156, 25

    def __init__(self, letter: InvitationLetter, words: Words) -> None:
        super().__init__()
        self._letter, self._words = letter, words

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return self._WIDTH * mm, self._HEIGHT * mm

    def draw(self) -> None:
        _ = self._words.text
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(style.MUTED)
        canvas.setLineWidth(0.6)
        canvas.setDash(3, 3)
        canvas.line(-20 * mm, 22 * mm, (self._WIDTH + 34) * mm, 22 * mm)
        canvas.restoreState()
        canvas.setFillColor(style.INK)
        self._text(0, 14, _("Answer slip"), BOLD, 11, 40)
        numbers = _("Event %(number)s") % {"number": self._letter.event.number}
        if self._letter.number:
            whose = _("Your number %(number)s") % {"number": self._letter.number}
            numbers = f"{numbers} · {whose}"
        self._text(45, 14, numbers, BOLD, 11, self._WIDTH - 45)
        boxes = [_("I come"), _("I cannot come")]
        if self._letter.event.childcare:
            boxes.append(_("I bring children"))
        for at, text in enumerate(boxes):
            left = 52 * at
            canvas.setStrokeColor(style.INK)
            canvas.setLineWidth(0.8)
            canvas.rect(left * mm, 3.3 * mm, 4.5 * mm, 4.5 * mm)
            self._text(left + 6.5, 4, text, REGULAR, 11, 44)

    def _text(
        self, left: float, bottom: float, text: str, font: str, size: float, width: float
    ) -> None:
        with content(self.canv):
            draw(self.canv, left * mm, bottom * mm, text, font, size, width * mm)
