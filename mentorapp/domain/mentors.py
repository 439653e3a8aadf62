"""The mentor's role: capacity, wishes, clearances, status."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.clearances import check_clearances
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class MentorStatus(StrEnum):
    """From the first contact to the end; only approved mentors are paired."""

    APPLIED = "applied"
    INTERVIEWED = "interviewed"
    APPROVED = "approved"
    PAUSED = "paused"
    ENDED = "ended"


#: Which status the window offers after which: it keeps a slip of the mouse from ending somebody who
#: has only applied. Undo goes back along any of them.
MENTOR_STEPS: dict[MentorStatus, tuple[MentorStatus, ...]] = {
    MentorStatus.APPLIED: (MentorStatus.INTERVIEWED, MentorStatus.APPROVED, MentorStatus.ENDED),
    MentorStatus.INTERVIEWED: (MentorStatus.APPROVED, MentorStatus.APPLIED, MentorStatus.ENDED),
    MentorStatus.APPROVED: (MentorStatus.PAUSED, MentorStatus.ENDED, MentorStatus.INTERVIEWED),
    MentorStatus.PAUSED: (MentorStatus.APPROVED, MentorStatus.ENDED),
    MentorStatus.ENDED: (MentorStatus.APPLIED, MentorStatus.INTERVIEWED, MentorStatus.APPROVED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor(Record):
    """What makes a person a mentor.

    ``certificate_*`` tells that a police certificate was shown, by whom it was seen and until when
    it counts; the certificate itself, its content and any remark are never stored
    (politiregisterforskriften chapter 34 and 37; Danish children's certificates alike).
    No ``schemes`` means open to all, ``max_distance_km`` None no limit, ``wish_gender`` NOT_GIVEN
    no wish.
    """

    person_id: UUID
    organisation_id: UUID | None = None
    schemes: frozenset[str] = frozenset()
    capacity: int = 1
    wish_gender: Gender = Gender.NOT_GIVEN
    wish_age_bands: frozenset[AgeBand] = frozenset()
    max_distance_km: int | None = None
    motivation: str = ""
    certificate_seen_by: str = ""
    certificate_seen_on: date | None = None
    certificate_valid_to: date | None = None
    confidentiality_signed_on: date | None = None
    training_done_on: date | None = None
    status: MentorStatus = MentorStatus.APPLIED
    registered_on: date


def check_mentor(mentor: Mentor, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not 0 <= mentor.capacity <= 20:
        raise InvalidField("capacity", Problem.OUT_OF_RANGE, str(mentor.capacity), "0–20")
    if mentor.max_distance_km is not None and not 0 <= mentor.max_distance_km <= 2000:
        raise InvalidField("max_distance_km", Problem.OUT_OF_RANGE, str(mentor.max_distance_km))
    if mentor.registered_on > today:
        raise InvalidField("registered_on", Problem.IN_FUTURE, mentor.registered_on.isoformat())
    check_length("motivation", mentor.motivation, NOTE_LIMIT)
    check_length("certificate_seen_by", mentor.certificate_seen_by, NAME_LIMIT)
    check_clearances(
        mentor.certificate_seen_on,
        mentor.certificate_valid_to,
        mentor.confidentiality_signed_on,
        mentor.training_done_on,
        today,
    )
