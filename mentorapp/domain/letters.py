"""Letters: which there are, who gets them, and what was issued with the text as printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.text import folded

#: The set of letter texts that is whole in every language and stands in for what others lack.
STANDARD_SET = "standard"


class LetterKind(StrEnum):
    """What the letter is for, in the order in which a person gets them."""

    REGISTRATION = "registration"
    WAITING = "waiting"
    CONSENT = "consent"
    CONFIDENTIALITY = "confidentiality"
    CERTIFICATE_PURPOSE = "certificate_purpose"
    PAIRING_MENTOR = "pairing_mentor"
    PAIRING_NEWCOMER = "pairing_newcomer"
    AGREEMENT = "agreement"
    START_MEETING = "start_meeting"
    WHO_IS_WHO = "who_is_who"
    SLIPS = "slips"
    SLIP_REMINDER = "slip_reminder"
    QUESTIONS_START = "questions_start"
    QUESTIONS_MIDWAY = "questions_midway"
    QUESTIONS_CLOSING = "questions_closing"
    CLOSING = "closing"
    THANKS = "thanks"
    HOURS_CERTIFICATE = "hours_certificate"
    ORGANISATION_THANKS = "organisation_thanks"


class Reader(StrEnum):
    """Who gets a letter."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"
    ORGANISATION = "organisation"


_BOTH = (Reader.MENTOR, Reader.NEWCOMER)

#: Who gets each kind, in the order in which they are printed.
READERS: Mapping[LetterKind, tuple[Reader, ...]] = MappingProxyType(
    {
        LetterKind.REGISTRATION: _BOTH,
        LetterKind.WAITING: (Reader.NEWCOMER,),
        LetterKind.CONSENT: _BOTH,
        LetterKind.CONFIDENTIALITY: (Reader.MENTOR,),
        LetterKind.CERTIFICATE_PURPOSE: (Reader.MENTOR,),
        LetterKind.PAIRING_MENTOR: (Reader.MENTOR,),
        LetterKind.PAIRING_NEWCOMER: (Reader.NEWCOMER,),
        LetterKind.AGREEMENT: (Reader.MENTOR,),
        LetterKind.START_MEETING: _BOTH,
        LetterKind.WHO_IS_WHO: (Reader.NEWCOMER,),
        LetterKind.SLIPS: (Reader.MENTOR,),
        LetterKind.SLIP_REMINDER: (Reader.MENTOR,),
        LetterKind.QUESTIONS_START: _BOTH,
        LetterKind.QUESTIONS_MIDWAY: _BOTH,
        LetterKind.QUESTIONS_CLOSING: _BOTH,
        LetterKind.CLOSING: _BOTH,
        LetterKind.THANKS: (Reader.MENTOR,),
        LetterKind.HOURS_CERTIFICATE: (Reader.MENTOR,),
        LetterKind.ORGANISATION_THANKS: (Reader.ORGANISATION,),
    }
)
#: About one person, whoever that is paired with; all others but ORGANISATION_THANKS are of a pair.
ABOUT_A_PERSON = frozenset(
    {
        LetterKind.REGISTRATION,
        LetterKind.WAITING,
        LetterKind.CONSENT,
        LetterKind.CONFIDENTIALITY,
        LetterKind.CERTIFICATE_PURPOSE,
    }
)
ABOUT_A_PAIR = frozenset(LetterKind) - ABOUT_A_PERSON - {LetterKind.ORGANISATION_THANKS}

#: Sheets that bear no address: they lie behind a letter that has one, or are handed over.
WITHOUT_ADDRESS = frozenset(
    {
        LetterKind.WHO_IS_WHO,
        LetterKind.SLIPS,
        LetterKind.QUESTIONS_START,
        LetterKind.QUESTIONS_MIDWAY,
        LetterKind.QUESTIONS_CLOSING,
        LetterKind.HOURS_CERTIFICATE,
    }
)

#: What every new pairing owes: one letter to each half, as they must not read the same.
DUE_FOR_PAIRING = (LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER)

#: Kind, person, pairing, organisation: what tells one letter from another.
LetterKey: TypeAlias = tuple[LetterKind, UUID | None, UUID | None, UUID | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIssued(Record):
    """A letter that left the office; ``text`` is what it said, line by line.

    It went to a person or to an organisation, and is about a pairing or not. ``batch`` numbers
    those that were made in one run; 0 for those from before batches. ``failed_on`` is set when the
    printer spoilt it: it is due again. ``protection`` is the strictest of those it tells of, as it
    was then. The page as it was printed is a stored file with its id.
    """

    kind: LetterKind
    person_id: UUID | None = None
    pairing_id: UUID | None = None
    organisation_id: UUID | None = None
    language: str
    issued_at: datetime
    issued_by: str
    text: str
    batch: int = 0
    failed_on: date | None = None
    protection: Protection = Protection.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDue:
    """A letter to print. ``receiver`` is for the screen; a file is called by the numbers.

    ``number`` is that of the pairing, else the person's or organisation's. ``in_person``: no
    address stands on the letter, because it is ``protected`` or not known, or the kind bears none;
    it is handed over, or goes along with another letter. ``sent_on`` is when the same letter left
    the office before.
    """

    kind: LetterKind
    receiver: str
    number: int
    due_since: date
    person_id: UUID | None = None
    pairing_id: UUID | None = None
    organisation_id: UUID | None = None
    in_person: bool = False
    protected: bool = False
    sent_on: date | None = None

    @property
    def key(self) -> LetterKey:
        """What tells it from every other letter."""
        return self.kind, self.person_id, self.pairing_id, self.organisation_id


def in_order_of_envelopes(letters: Iterable[LetterDue]) -> list[LetterDue]:
    """Receivers to whom something is posted first, then those to hand over to; all of one receiver
    together, so that they go into one envelope, and what bears no address behind what does.
    """
    letters = list(letters)
    order = list(LetterKind)
    by_post = {_receiver(one) for one in letters if not one.in_person}
    return sorted(
        letters,
        key=lambda one: (
            _receiver(one) not in by_post,
            folded(one.receiver),
            str(_receiver(one)),
            one.in_person,
            one.number,
            order.index(one.kind),
        ),
    )


def _receiver(letter: LetterDue) -> UUID | None:
    return letter.person_id or letter.organisation_id
