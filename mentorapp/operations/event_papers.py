"""What is printed for an event and what goes into calendars.

Making letters and noting that they were printed are two intentions, as with pairing letters.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.absences import Absence, stand_in_for
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.event_errors import EventIsCancelled
from mentorapp.domain.events import Answer
from mentorapp.domain.letter_texts import OtherText
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.exchange.calendars import calendar_file
from mentorapp.operations import events, letter_texts, office_pictures, offices
from mentorapp.operations.events import GuestRow
from mentorapp.operations.places import place_of
from mentorapp.reference.phones import printed
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.letter_languages import letter_words

if TYPE_CHECKING:
    # Paper is made of heavy libraries, and most of what is asked here needs none of them.
    from mentorapp.reports.invitations import InvitationLetter
    from mentorapp.reports.letter_values import Half

_KIND = OtherText.EVENT_INVITATION


@dataclass(frozen=True, slots=True)
class Prepared:
    """Values to make letters from, free of the database; ``ids`` are the invitations'."""

    number: int
    ids: tuple[UUID, ...]
    letters: "tuple[InvitationLetter, ...]"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to save or print; its name tells nobody."""

    data: bytes
    file_name: str
    ids: tuple[UUID, ...] = ()


def prepare_letters(
    tx: Transaction,
    event_id: UUID,
    today: date,
    *,
    only: Collection[UUID] | None = None,
    unsent: bool = False,
) -> Prepared:
    """Letters to all guests who have not said no, or to the invitations in ``only``.

    ``unsent`` leaves out those whose letter was printed before. Raises NothingToPrint when nobody
    is left and EventIsCancelled.
    """
    from mentorapp.reports.invitations import InvitationLetter

    file = events.read(tx, event_id)
    if file.event.cancelled_on is not None:
        raise EventIsCancelled(file.event.number)
    guests = [one for one in file.guests if _gets_letter(one, only, unsent=unsent)]
    if not guests:
        raise NothingToPrint("letter")
    office, pictures, texts = offices.read(tx), office_pictures.read(tx), letter_texts.read(tx)
    ids = {one.invitation.person_id for one in guests if one.invitation.person_id}
    people = records.by_id(records.find(tx, Person, id=ids))
    details = {one.person_id: one for one in records.find(tx, ContactDetails, person_id=ids)}
    levels = shields.protections(tx)
    usual = next(iter(office.coordinators), "")
    away = stand_in_for(usual, records.find(tx, Absence), today)
    letters = []
    for guest in guests:
        person_id = guest.invitation.person_id
        person = people.get(person_id) if person_id else None
        wished = person.letter_language.value if person else office.language
        language, _text, theirs = texts.chosen(_KIND, wished, office.language, STANDARD_SET)
        level = levels.get(person.id, Protection.NONE) if person else Protection.NONE
        letters.append(
            InvitationLetter(
                language=language,
                beside=theirs[0] if theirs else "",
                written_on=today,
                office=office,
                event=file.event,
                organiser=file.organisation,
                name=guest.name,
                number=guest.number,
                half=_half(person, level, details.get(person.id)) if person else None,
                away=away,
                pictures=pictures,
            )
        )
    return Prepared(file.event.number, tuple(one.id for one in guests), tuple(letters))


def make_letters(prepared: Prepared) -> Paper:
    """The letters as one PDF; touches no database, for a thread of its own."""
    from mentorapp.reports.invitations import invitation_letters

    return Paper(
        invitation_letters(prepared.letters, letter_words),
        f"invitations-{prepared.number}.pdf",
        prepared.ids,
    )


def sheet(tx: Transaction, event_id: UUID, words: Words) -> Paper:
    """The attendance sheet: those who may come, by name, and empty lines."""
    from mentorapp.reports.attendance_sheet import SheetGuest, attendance_sheet

    file = events.read(tx, event_id)
    guests = [
        SheetGuest(
            one.name,
            one.number,
            one.invitation.service,
            one.invitation.answer,
            one.reserve,
            one.protected,
        )
        for one in file.guests
        if one.invitation.answer is not Answer.NO
    ]
    guests.sort(key=lambda one: (one.protected, one.number if one.protected else 0))
    pdf = attendance_sheet(offices.read(tx), file.event, guests, words)
    return Paper(pdf, f"attendance-{file.event.number}.pdf")


def calendar(tx: Transaction, event_id: UUID) -> Paper:
    """The event for anybody's calendar, without a word about its guests."""
    office = offices.read(tx)
    event = events.read(tx, event_id).event
    contact = ", ".join(
        filter(None, (office.name, printed(office.phone) if office.phone else "", office.email))
    )
    data = calendar_file(event, office, contact, tx.now)
    return Paper(data, f"event-{event.number}.ics")


def _gets_letter(guest: GuestRow, only: Collection[UUID] | None, *, unsent: bool) -> bool:
    if unsent and guest.invitation.letter_on is not None:
        return False
    if only is not None:
        return guest.id in only
    return guest.invitation.answer is not Answer.NO


def _half(person: Person, level: Protection, details: ContactDetails | None) -> "Half":
    from mentorapp.reports.letter_values import Half

    shown = details if level is Protection.NONE else None
    place = place_of(shown)
    return Half(
        person=person,
        protection=level,
        details=shown,
        postal_place=place.place.upper() if place else "",
    )
