"""Letters: which are due for a pairing, and what was issued with the text as printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record

#: The set of letter texts that is whole in every language and stands in for what others lack.
STANDARD_SET = "standard"


class LetterKind(StrEnum):
    """What the letter is for."""

    PAIRING_MENTOR = "pairing_mentor"
    PAIRING_NEWCOMER = "pairing_newcomer"


#: What every new pairing owes: one letter to each half, as they must not read the same.
DUE_FOR_PAIRING = (LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterIssued(Record):
    """A letter that left the office; ``text`` is what it said, line by line."""

    kind: LetterKind
    person_id: UUID
    pairing_id: UUID
    language: str
    issued_at: datetime
    issued_by: str
    text: str


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
