"""Status with history: who changed it, when and why, for mentors, newcomers and pairings alike."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange(Record):
    """``subject`` is mentor, newcomer, proposal or pairing; ``status`` the value gone to."""

    subject: str
    subject_id: UUID
    status: str
    changed_on: date
    actor: str = ""
    comment: str = ""
