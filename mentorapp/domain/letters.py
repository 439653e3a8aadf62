"""Letters: which are due for a pairing, and what was issued with the text as printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record

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
    SLIPS = "slips"
    SLIP_REMINDER = "slip_reminder"
    QUESTIONS_START = "questions_start"
    QUESTIONS_MIDWAY = "questions_midway"
    QUESTIONS_CLOSING = "questions_closing"
    CLOSING = "closing"
    THANKS = "thanks"
    HOURS_CERTIFICATE = "hours_certificate"
    ORGANISATION_THANKS = "organisation_thanks"


#: What every new pairing owes: one letter to each half, as they must not read the same.
DUE_FOR_PAIRING = (LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIssued(Record):
    """A letter that left the office; ``text`` is what it said, line by line.

    It went to a person or to an organisation, and is about a pairing or not. ``batch`` numbers
    those that were made in one run; 0 for those from before batches. ``failed_on`` is set when the
    printer spoilt it: it is due again. The page as it was printed is a stored file with its id.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDue:
    """A letter to print. The name is for the screen; a file is called by the numbers.

    ``in_person``: no address stands on the letter, because it is ``protected`` or not known; it is
    handed over, not posted.
    """

    kind: LetterKind
    person_id: UUID
    person_name: str
    pairing_id: UUID
    pairing_number: int
    due_since: date
    in_person: bool = False
    protected: bool = False
