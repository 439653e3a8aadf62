"""Events: theme evenings, network meetings, the international week, courses, and who came.

Courses and contacts of staff (NAV, servicetorg) are events too, with guests who are no persons of
the register.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class EventKind(StrEnum):
    """What sort of event; STAFF_CONTACT is a talk between services, kept in the same log."""

    THEME_EVENING = "theme_evening"
    NETWORK = "network_meeting"
    INTERNATIONAL = "international"
    OUTING = "outing"
    COURSE = "course"
    MENTOR_TRAINING = "mentor_training"
    STAFF_COURSE = "staff_course"
    STAFF_CONTACT = "staff_contact"
    OTHER = "other"


class Answer(StrEnum):
    """To an invitation."""

    NONE = "no_answer"
    YES = "yes"
    NO = "no"


class Attendance(StrEnum):
    """EXCUSED told beforehand; NOT_NOTED until somebody has looked at the list."""

    NOT_NOTED = "not_noted"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """``starts_at`` and ``ends_at`` are the wall clock of the place, without zone.

    ``capacity`` None is as many as come. Attendance at a MENTOR_TRAINING counts as the mentor's
    training. ``cancelled_on`` keeps the event with its guests in the log.
    """

    number: int = 0
    name: str
    kind: EventKind = EventKind.THEME_EVENING
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    capacity: int | None = None
    organisation_id: UUID | None = None
    project_id: UUID | None = None
    childcare: bool = False
    description: str = ""
    cancelled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Record):
    """A guest: a person of the register, else a name and the service he works for."""

    event_id: UUID
    person_id: UUID | None = None
    guest: str = ""
    service: str = ""
    invited_on: date
    answer: Answer = Answer.NONE
    answered_on: date | None = None
    attendance: Attendance = Attendance.NOT_NOTED
