"""What a period's events come to, from facts that name nobody.

An event counts in the period in which it begins, once its last day is over; a cancelled one never.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.events import STAFF_KINDS, Answer, Attendance, EventKind
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """One guest of one event; ``who`` is the same for the same person at every event."""

    who: Hashable
    answer: Answer
    attendance: Attendance
    service: str = ""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event that was not cancelled."""

    kind: EventKind
    day: date
    last_day: date
    guests: Sequence[GuestFacts] = ()
    childcare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCount:
    """One service, such as NAV: to how many courses and talks at least one of its own came.

    ``visits`` counts every guest of it at each of them. A guest counts as present when noted so,
    or, at a talk where attendance is seldom noted, when he said yes and nothing else was noted.
    """

    service: str
    courses: int
    contacts: int
    visits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigures:
    """``held``: events by kind, staff's too. ``invited``, ``persons``, ``visits`` and
    ``present_of_yes`` are of events that are not for staff.

    ``persons`` were present at least once, each counted once; ``visits`` counts them at every
    event. ``present_of_yes``: of those who had said yes, at events where attendance was noted, how
    many were present. ``not_noted`` is the number of events held of which nobody has noted who was
    there: they add no persons and no visits. ``courses`` are those for all and for mentors.
    """

    held: Mapping[EventKind, int]
    invited: int
    persons: int
    visits: int
    present_of_yes: Share
    not_noted: int
    with_childcare: int
    courses: int
    staff_courses: int
    staff_contacts: int
    services: tuple[ServiceCount, ...]


_COURSES = frozenset({EventKind.COURSE, EventKind.MENTOR_TRAINING})


def event_figures(
    events: Iterable[EventFacts], first: date, last: date, today: date
) -> EventFigures:
    """Count the events that began from ``first`` to ``last`` and were over before ``today``."""
    held = [one for one in events if first <= one.day <= last and one.last_day < today]
    open_to_all = [one for one in held if one.kind not in STAFF_KINDS]
    staff = [one for one in held if one.kind in STAFF_KINDS]
    noted = [one for one in open_to_all if _is_noted(one)]
    visits = [
        guest.who
        for one in open_to_all
        for guest in one.guests
        if guest.attendance is Attendance.PRESENT
    ]
    yes = [guest for one in noted for guest in one.guests if guest.answer is Answer.YES]
    kinds = Counter(one.kind for one in held)
    return EventFigures(
        held={kind: kinds[kind] for kind in EventKind if kinds[kind]},
        invited=sum(len(one.guests) for one in open_to_all),
        persons=len(set(visits)),
        visits=len(visits),
        present_of_yes=Share(
            sum(guest.attendance is Attendance.PRESENT for guest in yes), len(yes)
        ),
        not_noted=sum(bool(one.guests) and not _is_noted(one) for one in open_to_all),
        with_childcare=sum(one.childcare for one in open_to_all),
        courses=sum(one.kind in _COURSES for one in held),
        staff_courses=kinds[EventKind.STAFF_COURSE],
        staff_contacts=kinds[EventKind.STAFF_CONTACT],
        services=_services(staff),
    )


def _is_noted(event: EventFacts) -> bool:
    return any(guest.attendance is not Attendance.NOT_NOTED for guest in event.guests)


def _services(events: Iterable[EventFacts]) -> tuple[ServiceCount, ...]:
    """By the number of courses and talks, the most first."""
    at: dict[str, Counter[EventKind]] = {}
    visits: Counter[str] = Counter()
    for event in events:
        came = [guest.service for guest in event.guests if guest.service and _came(guest)]
        visits.update(came)
        for service in set(came):
            at.setdefault(service, Counter())[event.kind] += 1
    found = [
        ServiceCount(
            service=service,
            courses=kinds[EventKind.STAFF_COURSE],
            contacts=kinds[EventKind.STAFF_CONTACT],
            visits=visits[service],
        )
        for service, kinds in at.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.courses - one.contacts, one.service)))


def _came(guest: GuestFacts) -> bool:
    if guest.attendance is Attendance.NOT_NOTED:
        return guest.answer is Answer.YES
    return guest.attendance is Attendance.PRESENT
