from datetime import date

from mentorapp.domain.event_figures import EventFacts, EventFigures, GuestFacts, event_figures
from mentorapp.domain.events import Answer, Attendance, EventKind
from mentorapp.domain.statistics import Share
from tests.factories import TODAY

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
YES, NO, NONE = Answer.YES, Answer.NO, Answer.NONE
THERE, GONE, UNNOTED = Attendance.PRESENT, Attendance.ABSENT, Attendance.NOT_NOTED


def figures(*events: EventFacts, today: date = TODAY) -> EventFigures:
    return event_figures(events, FIRST, LAST, today)


def on(
    day: int, *guests: GuestFacts, kind: EventKind = EventKind.NETWORK, month: int = 11
) -> EventFacts:
    return EventFacts(kind, date(2026, month, day), date(2026, month, day), guests)


def test_persons_are_counted_once_and_visits_every_time() -> None:
    found = figures(
        on(2, GuestFacts("a", YES, THERE), GuestFacts("b", YES, GONE)),
        on(9, GuestFacts("a", NONE, THERE), GuestFacts("b", YES, THERE)),
    )
    assert (found.invited, found.persons, found.visits) == (4, 2, 3)
    assert found.present_of_yes == Share(2, 3)
    assert found.held == {EventKind.NETWORK: 2}


def test_only_events_that_are_over_and_began_in_the_period_count() -> None:
    guest = GuestFacts("a", YES, THERE)
    found = figures(on(30, guest, month=9), on(22, guest), on(23, guest), on(30, guest))
    assert (sum(found.held.values()), found.visits) == (1, 1)


def test_events_nobody_noted_are_told_and_leave_the_share_alone() -> None:
    found = figures(on(2, GuestFacts("a", YES, UNNOTED)), on(3, GuestFacts("a", YES, THERE)), on(4))
    assert (found.not_noted, found.present_of_yes) == (1, Share(1, 1))


def test_staff_are_counted_by_service_and_never_among_the_guests() -> None:
    found = figures(
        on(
            2,
            GuestFacts("a", YES, THERE, "NAV"),
            GuestFacts("b", YES, THERE, "NAV"),
            GuestFacts("c", YES, GONE, "Servicetorget"),
            kind=EventKind.STAFF_COURSE,
        ),
        on(
            3,
            GuestFacts("a", YES, UNNOTED, "NAV"),
            GuestFacts("c", NO, UNNOTED, "Servicetorget"),
            kind=EventKind.STAFF_CONTACT,
        ),
        on(4, kind=EventKind.COURSE),
    )
    assert (found.persons, found.visits, found.invited) == (0, 0, 0)
    assert (found.courses, found.staff_courses, found.staff_contacts) == (1, 1, 1)
    (nav,) = found.services
    assert (nav.service, nav.courses, nav.contacts, nav.visits) == ("NAV", 1, 1, 3)
