"""Lines of Today that were put off to a later day, with the reason."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NOTE_LIMIT, check_length

#: What is put off longer is not put off but decided: it belongs into a note.
MOST_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponement(Record):
    """The line of Today that has this kind, subject and detail comes back on ``until``."""

    kind: AttentionKind
    subject_id: UUID
    detail: str = ""
    until: date
    reason: str = ""
    postponed_by: str = ""


def check_postponement(postponement: Postponement, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    until = postponement.until
    if until <= today:
        raise InvalidField("until", Problem.OUT_OF_RANGE, until.isoformat())
    if until > months_later(today, MOST_MONTHS):
        raise InvalidField("until", Problem.TOO_FAR_AHEAD, until.isoformat())
    if not postponement.reason.strip():
        raise InvalidField("reason", Problem.MISSING)
    check_length("reason", postponement.reason, NOTE_LIMIT)
