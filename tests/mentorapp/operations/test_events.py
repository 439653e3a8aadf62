from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFound, StillInUse
from mentorapp.domain.event_errors import (
    AlreadyInvited,
    AttendanceNoted,
    EventIsCancelled,
    NobodyToInvite,
)
from mentorapp.domain.event_filters import EventFilter, GuestPair, GuestRole
from mentorapp.domain.events import Answer, Attendance, Event, EventKind, Invitation
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.numbers import NumberKind, check_digit
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    events,
    follow_up,
    guests,
    invitations,
    people,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_consent, an_event
from tests.mentorapp.operations.registering import mentor, newcomer, pair, register

DAY = timedelta(days=1)
HELD = datetime.fromisoformat("2026-11-20T18:00")
EVERYBODY = EventFilter()


def held(tx: Transaction, **changes: object) -> Event:
    """An event of last week, registered."""
    usual: dict[str, object] = {"number": 0, "starts_at": HELD, "ends_at": None}
    return events.save(tx, an_event(**(usual | changes)), TODAY)


def upcoming(tx: Transaction, **changes: object) -> Event:
    return events.save(tx, an_event(number=0, **changes), TODAY)


def training_of(tx: Transaction, person_id: UUID) -> date | None:
    (found,) = records.find(tx, Mentor, person_id=person_id)
    return found.training_done_on


def names(preview: guests.Preview) -> list[str]:
    return [one.name for one in preview.people]


def test_an_event_gets_a_number_that_tells_its_kind(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx, name=" Temakveld\u200b ")
        text = str(event.number)
        assert (text[0], check_digit(text)) == (str(NumberKind.EVENT.value), 0)
        assert event.name == "Temakveld"
        assert events.by_number(tx, text) == event


def test_an_event_is_changed_cancelled_deleted_and_brought_back(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx)
        somebody = register(tx, newcomer())
        invitations.invite_person(tx, event.id, somebody, TODAY)
        events.save(tx, replace(event, seats=4), TODAY)
        assert events.read(tx, event.id).counts.free == 4
        assert events.cancel(tx, event.id, TODAY).cancelled_on == TODAY
        with pytest.raises(EventIsCancelled):
            invitations.invite(tx, event.id, EVERYBODY, TODAY)
        assert events.uncancel(tx, event.id, TODAY).cancelled_on is None
        gone = events.delete(tx, event.id)
        assert events.rows(tx, TODAY) == []
        assert events.of_person(tx, somebody) == []
        events.restore(tx, gone)
        assert events.read(tx, event.id).counts.invited == 1


def test_the_list_tells_newest_first_what_is_over(database: Database) -> None:
    with database.write("mona") as tx:
        over, to_come = held(tx), upcoming(tx)
        today = upcoming(tx, starts_at=datetime.fromisoformat("2026-11-23T09:00"), ends_at=None)
        rows = events.rows(tx, TODAY)
        assert [(row.id, row.past) for row in rows] == [
            (to_come.id, False),
            (today.id, False),
            (over.id, True),
        ]


def test_a_filter_tells_whom_it_takes_before_anybody_is_invited(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, given_name="Paired")
        register(tx, newcomer("Ada Waits"))
        event = upcoming(tx)
        waiting = EventFilter(roles=frozenset({GuestRole.NEWCOMER}), pair=GuestPair.WAITING)
        assert names(guests.preview(tx, event.id, waiting, TODAY)) == ["Ada Waits"]
        assert events.read(tx, event.id).counts.invited == 0
        assert len(invitations.invite(tx, event.id, waiting, TODAY)) == 1
        after = guests.preview(tx, event.id, waiting, TODAY)
        assert (after.people, after.already) == ((), 1)
        with pytest.raises(NobodyToInvite):
            invitations.invite(tx, event.id, waiting, TODAY)
        assert len(invitations.invite(tx, event.id, EVERYBODY, TODAY)) == 2


def test_whoever_left_or_took_consent_back_is_not_invited(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx)
        register(tx, mentor("Ended Mentor", status=MentorStatus.ENDED))
        register(tx, newcomer("Gone Newcomer", status=NewcomerStatus.WITHDRAWN))
        register(tx, newcomer("Done Newcomer", status=NewcomerStatus.COMPLETED))
        said_no = newcomer("Said No")
        taken_back = a_consent(purpose="register", withdrawn_on=TODAY)
        register(tx, replace(said_no, consents=(taken_back,)))
        register(tx, newcomer("Still Here"))
        assert names(guests.preview(tx, event.id, EVERYBODY, TODAY)) == ["Still Here"]
        also = guests.preview(tx, event.id, EventFilter(former=True), TODAY)
        assert names(also) == ["Done Newcomer", "Still Here"]


def test_a_filter_by_place_does_not_tell_where_the_protected_live(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx)
        register(tx, newcomer("Open Person"))
        hidden = newcomer("Hidden Person", protection=Protection.CONFIDENTIAL)
        register(tx, hidden)
        there = guests.preview(tx, event.id, EventFilter(municipality="Fauske"), TODAY)
        assert names(there) == ["Open Person"]
        assert there.place_unknown == 1
        anywhere = guests.preview(tx, event.id, EVERYBODY, TODAY)
        assert names(anywhere) == ["Hidden Person", "Open Person"]
        assert anywhere.place_unknown == 0
        assert guests.places(tx)[0] == ["Fauske"]


def test_single_guests_are_invited_once(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx)
        somebody = register(tx, newcomer())
        invitations.invite_person(tx, event.id, somebody, TODAY)
        with pytest.raises(AlreadyInvited):
            invitations.invite_person(tx, event.id, somebody, TODAY)
        invitations.invite_guest(tx, event.id, "Nils Vik", "NAV", TODAY)
        second = invitations.invite_guest(tx, event.id, "Anne Holm", "nav", TODAY)
        assert second.service == "NAV"
        with pytest.raises(AlreadyInvited):
            invitations.invite_guest(tx, event.id, "nils vik", "Nav", TODAY)
        assert invitations.services(tx) == ["NAV"]
        assert [one.name for one in events.read(tx, event.id).guests][:2] == [
            "Anne Holm",
            "Nils Vik",
        ]


def test_more_yeses_than_seats_are_told_with_their_place_in_the_queue(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx, seats=1)
        made = [invitations.invite_guest(tx, event.id, n, "NAV", TODAY) for n in ("Ada", "Bo")]
        for one in made:
            invitations.answer(tx, one.id, Answer.YES, TODAY)
        file = events.read(tx, event.id)
        assert file.counts.over == 1
        assert [(one.name, one.reserve) for one in file.guests] == [("Ada", 0), ("Bo", 1)]
        invitations.answer(tx, made[0].id, Answer.NO, TODAY)
        assert [one.reserve for one in events.read(tx, event.id).guests] == [0, 0]
        back = invitations.answer(tx, made[0].id, Answer.NONE, TODAY)
        assert back.answered_on is None


def test_all_who_said_yes_were_there_until_it_is_undone(database: Database) -> None:
    with database.write("mona") as tx:
        event = held(tx)
        yes, excused, silent = (
            invitations.invite_guest(tx, event.id, n, "", TODAY) for n in ("Ada", "Bo", "Cy")
        )
        invitations.answer(tx, yes.id, Answer.YES, TODAY)
        invitations.answer(tx, excused.id, Answer.YES, TODAY)
        invitations.note(tx, excused.id, Attendance.EXCUSED, TODAY)
        before = invitations.note_yes_present(tx, event.id, TODAY)
        told = {one.name: one.invitation.attendance for one in events.read(tx, event.id).guests}
        assert told == {
            "Ada": Attendance.PRESENT,
            "Bo": Attendance.EXCUSED,
            "Cy": Attendance.NOT_NOTED,
        }
        invitations.put_back(tx, before, TODAY)
        assert events.read(tx, event.id).counts.present == 0
        assert records.get(tx, Invitation, silent.id).answer is Answer.NONE


def test_what_took_place_is_neither_deleted_nor_cancelled_nor_put_off(database: Database) -> None:
    with database.write("mona") as tx:
        event = held(tx)
        guest = invitations.invite_guest(tx, event.id, "Ada", "NAV", TODAY)
        invitations.note(tx, guest.id, Attendance.PRESENT, TODAY)
        for refused in (
            lambda: events.delete(tx, event.id),
            lambda: events.cancel(tx, event.id, TODAY),
            lambda: events.save(tx, replace(event, starts_at=HELD + 30 * DAY), TODAY),
            lambda: invitations.withdraw(tx, guest.id),
        ):
            with pytest.raises(AttendanceNoted):
                refused()
        invitations.note(tx, guest.id, Attendance.NOT_NOTED, TODAY)
        gone = invitations.withdraw(tx, guest.id)
        assert events.read(tx, event.id).guests == ()
        invitations.restore(tx, [gone])
        assert events.read(tx, event.id).counts.invited == 1


def test_being_at_a_training_is_the_mentors_training(database: Database) -> None:
    with database.write("mona") as tx:
        somebody = register(tx, mentor(training_done_on=None))
        course = held(tx, kind=EventKind.MENTOR_TRAINING)
        guest = invitations.invite_person(tx, course.id, somebody, TODAY)
        invitations.note(tx, guest.id, Attendance.PRESENT, TODAY)
        assert training_of(tx, somebody) == HELD.date()
        invitations.note(tx, guest.id, Attendance.ABSENT, TODAY)
        assert training_of(tx, somebody) is None


def test_a_training_that_was_known_before_is_left_alone(database: Database) -> None:
    with database.write("mona") as tx:
        somebody = register(tx, mentor(training_done_on=HELD.date()))
        course = held(tx, kind=EventKind.MENTOR_TRAINING)
        guest = invitations.invite_person(tx, course.id, somebody, TODAY)
        invitations.note(tx, guest.id, Attendance.PRESENT, TODAY)
        invitations.note(tx, guest.id, Attendance.NOT_NOTED, TODAY)
        assert training_of(tx, somebody) == HELD.date()


def test_the_next_course_gives_the_training_when_the_first_falls_away(database: Database) -> None:
    with database.write("mona") as tx:
        somebody = register(tx, mentor(training_done_on=None))
        days = [HELD, HELD - 10 * DAY]
        made = []
        for day in days:
            course = held(tx, kind=EventKind.MENTOR_TRAINING, starts_at=day)
            guest = invitations.invite_person(tx, course.id, somebody, TODAY)
            made.append(invitations.note(tx, guest.id, Attendance.PRESENT, TODAY))
        assert training_of(tx, somebody) == HELD.date()
        invitations.note(tx, made[0].id, Attendance.ABSENT, TODAY)
        assert training_of(tx, somebody) == days[1].date()
        invitations.note(tx, made[1].id, Attendance.ABSENT, TODAY)
        assert training_of(tx, somebody) is None


def test_another_day_or_kind_of_the_course_moves_the_training(database: Database) -> None:
    with database.write("mona") as tx:
        somebody = register(tx, mentor(training_done_on=None))
        course = held(tx, kind=EventKind.MENTOR_TRAINING)
        guest = invitations.invite_person(tx, course.id, somebody, TODAY)
        invitations.note(tx, guest.id, Attendance.PRESENT, TODAY)
        moved = events.save(tx, replace(course, starts_at=HELD - DAY), TODAY)
        assert training_of(tx, somebody) == HELD.date() - DAY
        events.save(tx, replace(moved, kind=EventKind.COURSE), TODAY)
        assert training_of(tx, somebody) is None


def test_a_persons_events_are_told_without_places_for_the_protected(database: Database) -> None:
    with database.write("mona") as tx:
        event = held(tx)
        open_one = register(tx, newcomer("Open Person"))
        hidden = register(tx, newcomer("Hidden Person", protection=Protection.CONFIDENTIAL))
        invitations.invite(tx, event.id, EVERYBODY, TODAY)
        assert [one.place for one in events.of_person(tx, open_one)] == ["Biblioteket"]
        assert [one.place for one in events.of_person(tx, hidden)] == [""]
        assert [one.protected for one in events.read(tx, event.id).guests] == [True, False]


def test_whoever_stands_on_a_guest_list_is_not_deleted(database: Database) -> None:
    with database.write("mona") as tx:
        event = upcoming(tx)
        somebody = register(tx, newcomer())
        made = invitations.invite(tx, event.id, EVERYBODY, TODAY)
        with pytest.raises(StillInUse):
            people.delete(tx, somebody)
        invitations.uninvite(tx, made)
        people.delete(tx, somebody)
        with pytest.raises(NotFound):
            invitations.invite_person(tx, event.id, somebody, TODAY)


def test_today_asks_for_answers_and_for_attendance(database: Database) -> None:
    with database.write("mona") as tx:
        for event in (held(tx, name="Before"), upcoming(tx, name="Soon")):
            invitations.invite_guest(tx, event.id, "Ada", "NAV", TODAY)
        told = {(one.kind.value, one.who) for one in follow_up.today_list(tx, TODAY)}
        assert told == {("event_attendance", "Before"), ("event_soon", "Soon")}


def test_the_figures_count_a_quarter(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer())
        for day in (HELD, HELD - 7 * DAY):
            event = held(tx, starts_at=day)
            (one,) = invitations.invite(tx, event.id, EVERYBODY, TODAY)
            invitations.answer(tx, one.id, Answer.YES, TODAY)
            invitations.note_yes_present(tx, event.id, TODAY)
        cancelled = held(tx)
        events.cancel(tx, cancelled.id, TODAY)
        found = events.figures(tx, date(2026, 10, 1), date(2026, 12, 31), TODAY)
        assert (found.held[EventKind.THEME_EVENING], found.persons, found.visits) == (2, 1, 2)
