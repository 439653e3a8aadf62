"""What a letter about a pair is made of, and what of it may be printed.

Address protection is asked for here once more, whatever the caller did: a letter to a private
person is where an address leaks for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentorapp.domain.absences import StandIn
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import READERS, LetterKind, Reader
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing, Side
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Purpose, strictest, visible
from mentorapp.domain.schemes import FollowUpKind, Scheme
from mentorapp.reference.data_authorities import data_authorities
from mentorapp.reference.phones import printed
from mentorapp.reports.addresses import fitted, in_window
from mentorapp.reports.letter_course import NOT_MET, Met, course_values
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.shared_points import language_name, shared_points, spoken
from mentorapp.reports.templates import Values
from mentorapp.reports.text import printable
from mentorapp.words import N_, Words
from mentorapp.words.countries import abroad

_FOLLOW_UPS = 3
#: Where Norwegian law holds, and where Danish: other countries' laws are not named.
_NORWAY, _DENMARK = frozenset({"NO", "SJ"}), "DK"

_FOLLOW_UP_WORDS = {
    FollowUpKind.FIRST_MEETING: N_("we ask whether you have met"),
    FollowUpKind.CALL: N_("we call you"),
    FollowUpKind.TALK: N_("we meet for a talk"),
    FollowUpKind.MIDWAY: N_("midway talk"),
    FollowUpKind.CLOSING: N_("closing talk"),
    FollowUpKind.OTHER: N_("we get in touch"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One of the two people. ``protection`` is the strictest of the person and the household.

    ``postal_place`` is the town of the postal code (BODØ), ``municipality`` the area that the
    other half may be told. ``side`` says whether all who live with the person are in the pair, and
    ``family`` what those of them are called whom the other half may be told of.
    """

    person: Person
    protection: Protection
    details: ContactDetails | None = None
    postal_place: str = ""
    municipality: str = ""
    side: Side = Side.PERSON
    family: tuple[str, ...] = ()

    @property
    def is_protected(self) -> bool:
        """Protected by either of the two levels known."""
        return strictest((self.protection, self.person.protection)) is not Protection.NONE

    def shown(self, purpose: Purpose) -> ContactDetails | None:
        """The details that may be used for ``purpose``."""
        level = strictest((self.protection, self.person.protection))
        return visible(self.details, level, purpose, self.person.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingLetter(Letter):
    """A letter to one half of a pair. ``language`` has letter texts.

    ``follow_ups`` are those of the pairing that are still to come. ``to_newcomer`` matters for
    kinds that go to both halves. ``met`` is what they did so far, ``interpreter_language`` the
    code of what the interpreter is asked to speak, ``organisation`` where the mentor comes from,
    ``helping`` what the newcomer's card may tell of those who help.
    """

    scheme: Scheme
    pairing: Pairing
    mentor: Half
    newcomer: Half
    follow_ups: tuple[FollowUp, ...] = ()
    to_newcomer: bool = False
    met: Met = NOT_MET
    interpreter_language: str = ""
    organisation: str = ""
    helping: tuple[ContactPoint, ...] = ()

    @property
    def reader(self) -> Reader:
        """The half that gets it."""
        only = READERS[self.kind]
        if len(only) == 1:
            return only[0]
        return Reader.NEWCOMER if self.to_newcomer else Reader.MENTOR

    @property
    def number(self) -> int:
        """The pairing's."""
        return self.pairing.number

    @property
    def recipient(self) -> Half:
        """Who gets the letter."""
        return self.newcomer if self.reader is Reader.NEWCOMER else self.mentor

    @property
    def other(self) -> Half:
        """Whom the letter is about."""
        return self.mentor if self.reader is Reader.NEWCOMER else self.newcomer

    @property
    def address(self) -> tuple[str, ...]:
        """The reader's own."""
        return address_block(self.recipient, self.office)

    @property
    def is_protected(self) -> bool:
        """Whether anything that tells of a place must stay out, for either half."""
        return self.mentor.is_protected or self.newcomer.is_protected


def address_block(half: Half, office: Office) -> tuple[str, ...]:
    """Name, street and place of somebody who may be written to, as lines that the office's
    envelopes show; empty for who may not.
    """
    details = half.shown(Purpose.OWN_LETTER)
    if details is None or not details.address:
        return ()
    foreign = abroad(details.country, office.country, office.language)
    place = f"{details.postal_code} {half.postal_place}".strip()
    area = in_window(office.address_area)
    return fitted(half.person.name, details.address, (place, foreign), area)


def pairing_values(letter: PairingLetter, words: Words) -> Values:
    """Everything the texts of letters about a pair can ask for."""
    pairing, scheme = letter.pairing, letter.scheme
    reader = letter.recipient.person
    start = _coming(letter)
    place = "" if letter.is_protected else pairing.start_meeting_place
    interpreter = bool(start and pairing.interpreter_ordered_on)
    mentor_title = words.of(scheme.mentor_titles, "mentor")
    newcomer_title = words.of(scheme.newcomer_titles, scheme.key)
    return {
        **office_values(letter, words),
        **course_values(pairing, letter.met, words, protected=letter.is_protected),
        "first_name": reader.called,
        "full_name": reader.name,
        "other_first_name": letter.other.person.called,
        "title": mentor_title if letter.reader is Reader.MENTOR else newcomer_title,
        "organisation": "" if letter.mentor.is_protected else letter.organisation,
        "mentor_first_name": letter.mentor.person.called,
        "newcomer_first_name": letter.newcomer.person.called,
        "mentor_title": mentor_title,
        "newcomer_title": newcomer_title,
        "scheme": words.of(scheme.names, scheme.key),
        "languages": spoken(letter.other.person.languages, words),
        "area": "" if letter.is_protected else letter.other.municipality,
        "shared_points": shared_points(pairing.reasons, words, protected=letter.is_protected),
        "contact": tuple(_contact(letter.other, words)),
        "start_date": words.weekday_date(start.date()) if start else "",
        "start_time": f"{start:%H:%M}" if start else "",
        "start_place": place if start else "",
        "start_place_told": "x" if start and not place else "",
        "interpreter": "x" if interpreter else "",
        "interpreter_language": language_name(letter.interpreter_language, words)
        if interpreter and letter.interpreter_language
        else "",
        "first_meeting_by": words.date_long(_first_meeting_by(letter)),
        "follow_ups": tuple(_follow_ups(letter, words)),
        "rhythm": _rhythm(scheme, words),
        "planned_end": words.date_long(pairing.planned_end) if pairing.planned_end else "",
        "pairing_number": str(pairing.number),
        "certificate": "x" if _certified(letter) else "",
        "reader_family": "x" if letter.recipient.side is Side.HOUSEHOLD else "",
        "other_family": "x" if letter.other.side is Side.HOUSEHOLD else "",
        "other_members": _family(letter.other, words),
    }


def _certified(letter: PairingLetter) -> bool:
    """Whether the mentor gets a certificate with hours when the two stop."""
    return bool(letter.met.times) and LetterKind.HOURS_CERTIFICATE not in letter.office.letters_off


def _coming(letter: PairingLetter) -> datetime | None:
    """The start meeting; none once it has been."""
    start = letter.pairing.start_meeting_at
    return start if start and start.date() >= letter.written_on else None


def _first_meeting_by(letter: PairingLetter) -> date:
    """Never a day that has passed: a letter may be written long after the two were paired."""
    soon = timedelta(days=letter.office.first_meeting_days)
    by = letter.pairing.agreed_on + soon
    return by if by >= letter.written_on else letter.written_on + soon


def office_values(letter: Letter, words: Words) -> Values:
    """What every letter can ask for: the office, its country, whom to call, who reads it."""
    office = letter.office
    return {
        "office": office.name,
        "municipality": office.municipality,
        "norway": "x" if office.country in _NORWAY else "",
        "denmark": "x" if office.country == _DENMARK else "",
        "elsewhere": "" if office.country in {*_NORWAY, _DENMARK} else "x",
        "data_authority": data_authorities().get(office.country, ""),
        "coordinator": letter.signed_by,
        "coordinator_contact": coordinator_contact(office, letter.signed_by, words, letter.away),
        "to_mentor": "x" if letter.reader is Reader.MENTOR else "",
        "to_newcomer": "x" if letter.reader is Reader.NEWCOMER else "",
        "protected": "x" if letter.is_protected else "",
    }


def _contact(other: Half, words: Words) -> Iterator[str]:
    details = other.shown(Purpose.OTHER_HALF)
    if details and details.phone:
        yield words.text("Phone: %(phone)s") % {"phone": printed(details.phone)}
    if details and details.email:
        yield words.text("E-mail: %(email)s") % {"email": details.email}


def _family(other: Half, words: Words) -> str:
    if other.side is not Side.HOUSEHOLD or other.is_protected:
        return ""
    return words.join([printable(name) for name in other.family])


def coordinator_contact(
    office: Office, name: str, words: Words, away: StandIn | None = None
) -> str:
    """Whom to call, with the office's number, and who answers while the coordinator is away."""
    _ = words.text
    said = name
    if office.phone:
        said = _("%(name)s, phone %(phone)s") % {"name": name, "phone": printed(office.phone)}
    if away is None or not (away.name or away.until):
        return said
    if away.until is None:
        return _("%(contact)s (for now %(stand_in)s answers)") % {
            "contact": said,
            "stand_in": away.name,
        }
    if not away.name:
        return _("%(contact)s (away until %(date)s)") % {
            "contact": said,
            "date": words.date_long(away.until),
        }
    return _("%(contact)s (until %(date)s %(stand_in)s answers)") % {
        "contact": said,
        "date": words.date_long(away.until),
        "stand_in": away.name,
    }


def _follow_ups(letter: PairingLetter, words: Words) -> Iterator[str]:
    coming = sorted(
        (one for one in letter.follow_ups if one.done_on is None and one.due >= letter.written_on),
        key=lambda one: one.due,
    )
    for one in coming[:_FOLLOW_UPS]:
        yield words.text("%(date)s: %(what)s") % {
            "date": words.date_long(one.due),
            "what": words.text(_FOLLOW_UP_WORDS[one.kind]),
        }


def _rhythm(scheme: Scheme, words: Words) -> str:
    if not scheme.meetings_per_month:
        return ""
    return words.plural("%(n)d time a month", "%(n)d times a month", scheme.meetings_per_month)
