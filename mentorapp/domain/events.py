"""Events: theme evenings, network meetings, the international week, courses, and who came.

Courses and contacts of staff (NAV, servicetorg) are events too, with guests who are no persons of
the register.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.event_errors import AttendanceTooEarly, EventIsCancelled
from mentorapp.domain.pairings import months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: An international week, a summer school: whatever lasts longer is several events.
LONGEST = timedelta(days=31)


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


#: Courses and talks for those who work with newcomers, counted by service.
STAFF_KINDS = frozenset({EventKind.STAFF_COURSE, EventKind.STAFF_CONTACT})


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

    ``seats`` None is as many as come. Attendance at a MENTOR_TRAINING counts as the mentor's
    training. ``cancelled_on`` keeps the event with its guests in the log.
    """

    number: int = 0
    name: str
    kind: EventKind = EventKind.THEME_EVENING
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    seats: int | None = None
    organisation_id: UUID | None = None
    project_id: UUID | None = None
    childcare: bool = False
    description: str = ""
    cancelled_on: date | None = None

    @property
    def day(self) -> date:
        """The day it begins."""
        return self.starts_at.date()

    @property
    def last_day(self) -> date:
        """The day it ends; the same one unless it says otherwise."""
        return (self.ends_at or self.starts_at).date()

    @property
    def is_for_staff(self) -> bool:
        """Whether it stands in the contact log of the services."""
        return self.kind in STAFF_KINDS


#: What stands for the name of a guest whose own was removed, as it was not needed any more.
NAMELESS = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Record):
    """A guest: a person of the register, else a name and the service he works for.

    ``letter_on`` is the day on which the letter was last printed. ``training_on`` is the day that
    this attendance wrote into the mentor's record as training; None when it wrote none.
    """

    event_id: UUID
    person_id: UUID | None = None
    guest: str = ""
    service: str = ""
    invited_on: date
    answer: Answer = Answer.NONE
    answered_on: date | None = None
    attendance: Attendance = Attendance.NOT_NOTED
    letter_on: date | None = None
    training_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounts:
    """How many guests of one event. ``invited`` is ``yes + no + unanswered``, and also the sum of
    the four attendances. ``free`` seats are those nobody has said yes to, ``over`` the yeses there
    is no seat for; both are None where the number of seats is open.
    """

    invited: int
    yes: int
    no: int
    unanswered: int
    present: int
    excused: int
    absent: int
    not_noted: int
    free: int | None
    over: int | None


def counts(event: Event, invitations: Iterable[Invitation]) -> EventCounts:
    """Count the guests of one event."""
    guests = list(invitations)

    def answered(answer: Answer) -> int:
        return sum(one.answer is answer for one in guests)

    def noted(attendance: Attendance) -> int:
        return sum(one.attendance is attendance for one in guests)

    yes = answered(Answer.YES)
    return EventCounts(
        invited=len(guests),
        yes=yes,
        no=answered(Answer.NO),
        unanswered=answered(Answer.NONE),
        present=noted(Attendance.PRESENT),
        excused=noted(Attendance.EXCUSED),
        absent=noted(Attendance.ABSENT),
        not_noted=noted(Attendance.NOT_NOTED),
        free=None if event.seats is None else max(0, event.seats - yes),
        over=None if event.seats is None else max(0, yes - event.seats),
    )


def reserves(event: Event, invitations: Iterable[Invitation]) -> tuple[Invitation, ...]:
    """Those who said yes after the seats were taken, the first to move up first.

    Answers have a day, not an hour: within a day the one invited first comes first.
    """
    if event.seats is None:
        return ()
    coming = [one for one in invitations if one.answer is Answer.YES]
    coming.sort(key=lambda one: (one.answered_on or one.invited_on, one.id))
    return tuple(coming[event.seats :])


def check_event(event: Event, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not event.name.strip():
        raise InvalidField("name", Problem.MISSING)
    check_length("name", event.name, NAME_LIMIT)
    check_length("place", event.place, NAME_LIMIT)
    check_length("description", event.description, NOTE_LIMIT)
    if event.day > months_later(today, 60):
        raise InvalidField("starts_at", Problem.TOO_FAR_AHEAD, event.day.isoformat())
    if event.ends_at is not None:
        if event.ends_at < event.starts_at:
            raise InvalidField("ends_at", Problem.BEFORE_START, f"{event.ends_at:%H:%M}")
        if event.ends_at - event.starts_at > LONGEST:
            raise InvalidField("ends_at", Problem.TOO_FAR_AHEAD, event.last_day.isoformat())
    if event.seats is not None and not 1 <= event.seats <= 100_000:
        raise InvalidField("seats", Problem.OUT_OF_RANGE, str(event.seats), "1–100000")
    if event.cancelled_on is not None and event.cancelled_on > today:
        raise InvalidField("cancelled_on", Problem.IN_FUTURE, event.cancelled_on.isoformat())


def check_invitation(invitation: Invitation, event: Event, today: date) -> None:
    """Raise InvalidField for what cannot be right, AttendanceTooEarly before the event's day and
    EventIsCancelled for attendance at what did not take place.

    A guest is a person of the register or has a name, never both: the name would go stale.
    """
    if (invitation.person_id is None) != bool(invitation.guest.strip()):
        raise InvalidField("guest", Problem.MISSING)
    check_length("guest", invitation.guest, NAME_LIMIT)
    check_length("service", invitation.service, NAME_LIMIT)
    if invitation.invited_on > today:
        raise InvalidField("invited_on", Problem.IN_FUTURE, invitation.invited_on.isoformat())
    answered_on = invitation.answered_on
    if (answered_on is None) != (invitation.answer is Answer.NONE):
        raise InvalidField("answered_on", Problem.MISSING)
    if answered_on is not None and answered_on > today:
        raise InvalidField("answered_on", Problem.IN_FUTURE, answered_on.isoformat())
    if invitation.attendance is not Attendance.NOT_NOTED:
        if event.cancelled_on is not None:
            raise EventIsCancelled(event.number)
        if event.day > today:
            raise AttendanceTooEarly(event.day)
