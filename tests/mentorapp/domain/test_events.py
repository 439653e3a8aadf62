from datetime import date, datetime, timedelta

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.event_attention import event_attention
from mentorapp.domain.event_errors import AttendanceTooEarly, EventIsCancelled
from mentorapp.domain.events import (
    Answer,
    Attendance,
    check_event,
    check_invitation,
    counts,
    reserves,
)
from mentorapp.domain.follow_up import AttentionKind, Severity
from tests.factories import TODAY, an_event, an_invitation

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": "  "}, "name", Problem.MISSING),
        ({"place": "x" * 201}, "place", Problem.TOO_LONG),
        ({"ends_at": datetime.fromisoformat("2026-12-03T17:59")}, "ends_at", Problem.BEFORE_START),
        ({"ends_at": datetime.fromisoformat("2027-01-04T00:00")}, "ends_at", Problem.TOO_FAR_AHEAD),
        (
            {"starts_at": datetime.fromisoformat("2032-01-01T00:00"), "ends_at": None},
            "starts_at",
            Problem.TOO_FAR_AHEAD,
        ),
        ({"seats": 0}, "seats", Problem.OUT_OF_RANGE),
        ({"cancelled_on": TODAY + DAY}, "cancelled_on", Problem.IN_FUTURE),
    ],
)
def test_an_event_that_cannot_be_is_refused(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_event(an_event(**changes), TODAY)
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_a_week_and_an_event_of_last_year_are_events() -> None:
    check_event(an_event(ends_at=datetime.fromisoformat("2026-12-10T12:00")), TODAY)
    check_event(
        an_event(starts_at=datetime.fromisoformat("2025-03-01T18:00"), ends_at=None, seats=None),
        TODAY,
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"guest": "Nils Vik"}, "guest"),
        ({"person_id": None}, "guest"),
        ({"invited_on": TODAY + DAY}, "invited_on"),
        ({"answer": Answer.YES}, "answered_on"),
        ({"answered_on": TODAY}, "answered_on"),
        ({"answer": Answer.NO, "answered_on": TODAY + DAY}, "answered_on"),
        ({"person_id": None, "guest": "Nils", "service": "N" * 201}, "service"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidField) as refused:
        check_invitation(an_invitation(**changes), an_event(), TODAY)
    assert refused.value.field == field


def test_a_guest_of_a_service_needs_no_person() -> None:
    guest = an_invitation(person_id=None, guest="Nils Vik", service="NAV")
    check_invitation(guest, an_event(), TODAY)


def test_nobody_was_there_before_the_day_of_the_event() -> None:
    there = an_invitation(attendance=Attendance.PRESENT)
    check_invitation(there, an_event(), date(2026, 12, 3))
    with pytest.raises(AttendanceTooEarly):
        check_invitation(there, an_event(), date(2026, 12, 2))


def test_nobody_was_at_an_event_that_was_cancelled() -> None:
    with pytest.raises(EventIsCancelled):
        check_invitation(
            an_invitation(attendance=Attendance.EXCUSED),
            an_event(cancelled_on=TODAY),
            date(2026, 12, 4),
        )


def test_seats_are_counted_by_those_who_said_yes() -> None:
    guests = [
        an_invitation(answer=Answer.YES, attendance=Attendance.PRESENT),
        an_invitation(answer=Answer.YES, attendance=Attendance.ABSENT),
        an_invitation(answer=Answer.YES),
        an_invitation(answer=Answer.NO, attendance=Attendance.EXCUSED),
        an_invitation(),
    ]
    found = counts(an_event(seats=2), guests)
    assert (found.invited, found.yes, found.no, found.unanswered) == (5, 3, 1, 1)
    noted = (found.present, found.excused, found.absent, found.not_noted)
    assert noted == (1, 1, 1, 2)
    assert (found.free, found.over) == (0, 1)
    assert counts(an_event(seats=4), guests).free == 1
    open_to_all = counts(an_event(seats=None), guests)
    assert (open_to_all.free, open_to_all.over) == (None, None)


def test_whoever_answers_first_has_the_seat() -> None:
    late = an_invitation(answer=Answer.YES, answered_on=TODAY)
    early = an_invitation(answer=Answer.YES, answered_on=TODAY - DAY)
    later_the_same_day = an_invitation(answer=Answer.YES, answered_on=TODAY)
    no = an_invitation(answer=Answer.NO, answered_on=TODAY - 3 * DAY)
    guests = [later_the_same_day, late, no, early]
    assert reserves(an_event(seats=1), guests) == (late, later_the_same_day)
    assert reserves(an_event(seats=3), guests) == ()
    assert reserves(an_event(seats=None), guests) == ()


def test_answers_are_asked_for_as_the_event_comes_near() -> None:
    event = an_event()
    waiting = counts(event, [an_invitation(), an_invitation()])
    assert event_attention(event, waiting, date(2026, 11, 22)) is None
    soon = event_attention(event, waiting, date(2026, 11, 25))
    assert soon is not None
    assert (soon.kind, soon.severity, soon.days, soon.detail) == (
        AttentionKind.EVENT_SOON,
        Severity.CALM,
        -8,
        "2",
    )
    pressing = event_attention(event, waiting, date(2026, 12, 1))
    assert pressing is not None
    assert pressing.severity is Severity.YELLOW
    answered = counts(event, [an_invitation(answer=Answer.NO, answered_on=TODAY)])
    assert event_attention(event, answered, date(2026, 12, 1)) is None


def test_after_the_event_its_list_is_asked_for_until_somebody_notes_it() -> None:
    event = an_event()
    guests = [an_invitation(), an_invitation()]
    after = date(2026, 12, 4)
    asked = event_attention(event, counts(event, guests), after)
    assert asked is not None
    assert (asked.kind, asked.days) == (AttentionKind.EVENT_ATTENDANCE, 1)
    noted = [*guests, an_invitation(attendance=Attendance.PRESENT)]
    assert event_attention(event, counts(event, noted), after) is None
    assert event_attention(event, counts(event, guests), after + 60 * DAY) is None
    assert event_attention(event, counts(event, []), after) is None


def test_a_cancelled_event_asks_for_nothing() -> None:
    event = an_event(cancelled_on=TODAY)
    for day in (date(2026, 12, 1), date(2026, 12, 4)):
        assert event_attention(event, counts(event, [an_invitation()]), day) is None
