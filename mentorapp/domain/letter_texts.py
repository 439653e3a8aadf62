"""The office's own wording of letters, and which wordings somebody who speaks them has approved."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias

from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.records import Record


class OtherText(StrEnum):
    """A text that is approved as letters are, of a paper that is none of them."""

    EVENT_INVITATION = "event_invitation"


#: Whatever comes in the languages of newcomers.
TextKind: TypeAlias = LetterKind | OtherText
#: In the order in which they are listed.
TEXT_KINDS: tuple[TextKind, ...] = (*LetterKind, *OtherText)


def text_kind(value: str) -> TextKind:
    """Which of the two it is."""
    return OtherText(value) if value in list(OtherText) else LetterKind(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText(Record):
    """One version of a letter's text; the newest of its kind, language and set is in force.

    An empty ``text`` puts the shipped one in force again. Versions are never changed, so that an
    older one can be read and taken back.
    """

    kind: LetterKind
    language: str
    letter_set: str = STANDARD_SET
    text: str
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextApproval(Record):
    """A native reader has read exactly this wording and finds it right.

    ``digest`` is that of the text: a change of it, the office's or ours, needs a new reading.
    """

    kind: TextKind
    language: str
    letter_set: str = STANDARD_SET
    digest: str
    approved_on: date
    approved_by: str


def digest_of(text: str) -> str:
    """What an approval holds for: any change of the text gives another."""
    return sha256(text.encode()).hexdigest()
