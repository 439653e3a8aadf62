"""Invitation letters to an event, one sheet for each guest, with a slip to answer on.

Address protection is asked for here once more, as in pairing letters.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, PageTemplate, Spacer

from mentorapp.domain.absences import StandIn
from mentorapp.domain.events import Event, EventKind
from mentorapp.domain.letter_texts import OtherText
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import NO_PICTURES, Pictures
from mentorapp.reports import templates
from mentorapp.reports.answer_slip import AnswerSlip
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.letter_body import body, regards, signature, signing_room
from mentorapp.reports.letter_page import Head, draw_head
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letter_values import Half, address_block, coordinator_contact
from mentorapp.reports.page import build, frame
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.side_by_side import NOTE_TO_OFFICE, NOTE_TO_READER, Column, beside
from mentorapp.reports.templates import Block, Values
from mentorapp.words import Words

KIND = OtherText.EVENT_INVITATION.value
#: Answers are wanted a week ahead, or two days when the letter goes out late.
_ANSWER_BEFORE = (timedelta(days=7), timedelta(days=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLetter:
    """A letter to one guest. ``half`` is None for a guest of a service, who has but a name.
    ``beside`` is the office's language where it stands beside one that nobody has approved.
    """

    language: str
    beside: str = ""
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
        head = Head(
            office=letter.office,
            written_on=letter.written_on,
            reference=letter.event.number,
            signed_by=letter.signed_by,
            address=letter.address,
            pictures=letter.pictures,
        )
        (left, right), first = _edges(letter), f"first {index}"
        begin = partial(draw_head, head, words_for(letter.beside or letter.language))
        pages.append(PageTemplate(first, [frame(left, 84, right, 283)], onPage=begin))
        pages.append(PageTemplate(f"later {index}", [frame(left, 22, right, 279)]))
        story += [NextPageTemplate(first), *([PageBreak()] if index else [])]
        story += [NextPageTemplate(f"later {index}"), *_flowables(letter, words_for)]
    language = letters[0].beside or letters[0].language
    words = words_for(language)
    return build(
        pages,
        story,
        title=words.text("Invitation") if len(letters) == 1 else words.text("Invitations"),
        author=letters[0].office.name,
        language=language,
    )


def _edges(letter: InvitationLetter) -> tuple[float, float]:
    """As for other letters: two languages fill the sheet, else the wider margin is where the
    lines end.
    """
    if letter.beside:
        return 20, 190
    return (34, 190) if direction_of_language(letter.language) == RIGHT else (20, 176)


def _flowables(letter: InvitationLetter, words_for: Callable[[str], Words]) -> Iterator[Flowable]:
    words, language = words_for(letter.language), letter.language
    blocks = _blocks(letter, language, words)
    greeting, *names = signature(letter.office, letter.signed_by, words)
    picture = letter.pictures.signature_of(letter.signed_by)
    theirs = words_for(letter.beside) if letter.beside else None
    event = letter.event
    slip = [
        Spacer(1, 1 * mm),
        AnswerSlip(event.number, letter.number, words, theirs, asks_children=event.childcare),
    ]
    if theirs is not None:
        office = Column(
            letter.beside,
            _blocks(letter, letter.beside, theirs),
            theirs.text(NOTE_TO_OFFICE),
            signature(letter.office, letter.signed_by, theirs)[0],
        )
        reader = Column(language, blocks, words.text(NOTE_TO_READER), greeting)
        yield from beside(reader, office, names, signing_room(picture, language), slip)
    else:
        ending = regards([greeting, *names], large=True, picture=picture, language=language)
        yield from body(blocks, [*ending, *slip], large=True, language=language)


def _blocks(letter: InvitationLetter, language: str, words: Words) -> tuple[Block, ...]:
    return templates.fill(shipped(language, STANDARD_SET, KIND), values(letter, words))


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
