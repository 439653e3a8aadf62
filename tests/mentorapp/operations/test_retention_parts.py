"""Names of guests and old lines of the log: due, kept, and gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import EVERYBODY, Role, Who
from mentorapp.domain.audit_chain import verify
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.events import NAMELESS, Attendance, Event, Invitation
from mentorapp.domain.office import Office
from mentorapp.domain.retention import RetentionKind, Standing
from mentorapp.domain.retention_errors import KeptLonger, LogStillKept, OnHold
from mentorapp.operations import (
    Database,
    deleted,
    events,
    invitations,
    retention,
    retention_written,
)
from mentorapp.storage import audit_chain, records
from mentorapp.storage.database import Transaction, open_database
from tests.factories import TODAY, a_person, an_event
from tests.mentorapp.operations.registering import newcomer, register


def held(tx: Transaction) -> Event:
    """An event with somebody of the register and two from outside, one of whom came."""
    event = events.save(tx, an_event(number=0), TODAY)
    invitations.invite_person(tx, event.id, register(tx, newcomer("Sahra Guled")), TODAY)
    invitations.invite_guest(tx, event.id, "Berit Vik", "NAV", TODAY)
    invitations.invite_guest(tx, event.id, "Ola Sund", "", TODAY)
    return event


def lines(tx: Transaction, today: date) -> list[retention.RetentionRow]:
    kinds = (RetentionKind.GUESTS, RetentionKind.LOG)
    return [row for row in retention.worklist(tx, today) if row.due.kind in kinds]


def test_names_of_guests_go_a_year_after_the_event_and_the_figures_stay(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        event = held(tx)
        day = event.day
        before = events.figures(tx, day, day, day + timedelta(days=1))
        assert lines(tx, date(2027, 10, 1)) == []

        (row,) = lines(tx, date(2027, 12, 3))
        assert (row.number, row.names) == (event.number, (event.name,))
        assert (row.due.standing, row.due.due_on) == (Standing.DUE, date(2027, 12, 3))
        assert retention_written.guests(tx, event.id) == {Invitation: 2}

        retention.clear_guests(tx, event.id)

        guests = records.find(tx, Invitation, event_id=event.id)
        assert sorted((one.guest, one.service) for one in guests) == [
            ("", ""), (NAMELESS, ""), (NAMELESS, "NAV"),
        ]  # fmt: skip
        assert lines(tx, date(2027, 12, 3)) == []
        assert events.figures(tx, day, day, day + timedelta(days=1)) == before
        assert before.invited == 3
        nameless = next(one for one in guests if one.service == "NAV")
        came = invitations.note(tx, nameless.id, Attendance.PRESENT, day)
        assert came.attendance is Attendance.PRESENT


def test_guests_without_a_name_count_as_the_persons_they_were(database: Database) -> None:
    with database.write("mona") as tx:
        event = events.save(tx, an_event(number=0), TODAY)
        after = event.day + timedelta(days=1)
        for name in ("Berit Vik", "Ola Sund", "Åse Lie"):
            guest = invitations.invite_guest(tx, event.id, name, "NAV", TODAY)
            invitations.note(tx, guest.id, Attendance.PRESENT, event.day)
        before = events.figures(tx, event.day, event.day, after)

        retention.clear_guests(tx, event.id)

        assert before.persons == 3
        assert events.figures(tx, event.day, event.day, after) == before


def test_the_name_of_a_guest_in_deleted_goes_too(database: Database) -> None:
    with database.write("mona") as tx:
        event = held(tx)
    with database.write("mona") as tx:
        berit = records.find(tx, Invitation, event_id=event.id, guest="Berit Vik")
        invitations.withdraw(tx, berit[0].id)
    with database.write("mona") as tx:
        assert retention_written.guests(tx, event.id) == {Invitation: 2}
        retention.clear_guests(tx, event.id)
        assert retention_written.guests(tx, event.id) == {Invitation: 0}
        (gone,) = records.find_hidden(tx, Invitation, event_id=event.id)
        assert (gone.guest, gone.service) == (NAMELESS, "NAV")
        (row,) = deleted.rows(tx, TODAY)
        deleted.restore(tx, row.id)
        assert len(records.find(tx, Invitation, event_id=event.id, guest=NAMELESS)) == 2


def test_names_of_guests_on_hold_stay(database: Database) -> None:
    with database.write("mona") as tx:
        event = held(tx)
        retention.hold(tx, event.id, "Klage", TODAY)
        with pytest.raises(OnHold):
            retention.clear_guests(tx, event.id)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Database]:
    """With two lines of 2024, two of 2025 and two of 2026 in its log."""
    bare = open_database(tmp_path / "bare.db")
    with bare.write("mona", datetime(2024, 3, 1, tzinfo=UTC)) as tx:
        records.add(tx, Office(language="nb"))
        records.add(tx, a_person())
    for year in (2025, 2026):
        with bare.write("mona", datetime(year, 3, 1, tzinfo=UTC)) as tx:
            records.add_all(tx, [a_person(), a_person()])
    yield bare
    bare.close()


def work(database: Database, day: date) -> None:
    """Something is done in the office on that day."""
    with database.write("mona", noon(day)) as tx:
        records.add(tx, a_person())


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def test_a_year_of_the_log_goes_two_years_after_its_end(old: Database) -> None:
    work(old, date(2026, 12, 31))
    with old.write("mona", noon(date(2027, 1, 1))) as tx:
        (office,) = records.find(tx, Office)
        assert lines(tx, date(2026, 10, 1)) == []
        assert [one.due.standing for one in lines(tx, date(2026, 12, 30))] == [Standing.SOON]

        (row,) = lines(tx, date(2026, 12, 31))
        assert (row.due.standing, row.id, row.number, row.names) == (
            Standing.DUE, office.id, 0, (),
        )  # fmt: skip
        assert list(retention_written.log(tx, row.due.since).values()) == [2]
        assert retention.thin_log(tx, office.id) == 2
        assert lines(tx, date(2026, 12, 31)) == []

        found = verify(audit_chain.key(tx), audit_chain.raw(tx))
        assert (found.breaks, found.thinned, found.lines) == ((), 2, 6)
        assert (found.thinned_at, found.thinned_by) == (noon(date(2027, 1, 1)), "mona")


def test_what_is_long_overdue_goes_at_once(old: Database) -> None:
    work(old, date(2029, 12, 31))
    with old.write("mona", noon(date(2030, 1, 1))) as tx:
        (office,) = records.find(tx, Office)
        assert retention.thin_log(tx, office.id) == 6
        assert verify(audit_chain.key(tx), audit_chain.raw(tx)).breaks == ()


@pytest.mark.parametrize("day", [date(2026, 12, 30), date(2030, 1, 1), date(2090, 1, 1)])
def test_a_clock_set_ahead_removes_no_line(old: Database, day: date) -> None:
    work(old, date(2026, 11, 27))
    with old.write("mona", noon(day)) as tx:
        records.add(tx, a_person())
        (office,) = records.find(tx, Office)
        with pytest.raises(LogStillKept) as kept:
            retention.thin_log(tx, office.id)
        assert kept.value.until == date(2026, 12, 31)


def test_a_coordinator_removes_no_line_of_the_log(old: Database) -> None:
    work(old, date(2026, 12, 31))
    old.who = Who("Mona", frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}))
    with old.write("mona", noon(date(2027, 1, 1))) as tx:
        (office,) = records.find(tx, Office)
        with pytest.raises(NotAllowed):
            retention.thin_log(tx, office.id)


def test_whoever_sees_no_people_sees_that_the_log_is_kept_longer(old: Database) -> None:
    work(old, date(2026, 12, 31))
    with old.write("mona", noon(TODAY)) as tx:
        (office,) = records.find(tx, Office)
        retention.extend(tx, office.id, date(2028, 1, 1), "Tilsyn", TODAY)
    old.who = Who("Aud", frozenset({Role.PROTECTION_OFFICER}))
    with old.write("aud", noon(date(2027, 1, 1))) as tx:
        assert retention.worklist(tx, date(2027, 1, 1)) == []
        with pytest.raises(KeptLonger):
            retention.thin_log(tx, office.id)
    old.who = EVERYBODY
    with old.write("mona", noon(TODAY)) as tx:
        retention.hold(tx, office.id, "Klage", TODAY)
    old.who = Who("Aud", frozenset({Role.PROTECTION_OFFICER}))
    with old.read() as tx:
        (row,) = retention.worklist(tx, date(2027, 1, 1))
        assert (row.due.standing, row.due.reason) == (Standing.HELD, "Klage")


def test_no_office_keeps_its_log_less_than_a_year(old: Database) -> None:
    with old.write("mona") as tx, pytest.raises(InvalidField, match="12–120"):
        retention.set_period(tx, RetentionKind.LOG, 11, TODAY)


def test_the_log_on_hold_stays(old: Database) -> None:
    with old.write("mona") as tx:
        (office,) = records.find(tx, Office)
        retention.hold(tx, office.id, "Klage", TODAY)
        with pytest.raises(OnHold):
            retention.thin_log(tx, office.id)


def test_whoever_answers_for_data_protection_thins_the_log_and_sees_no_people(
    old: Database,
) -> None:
    work(old, date(2026, 12, 31))
    old.who = Who("Aud", frozenset({Role.PROTECTION_OFFICER}))
    with old.write("aud", noon(date(2027, 1, 1))) as tx:
        (row,) = retention.worklist(tx, date(2027, 1, 1))
        assert row.due.kind is RetentionKind.LOG
        assert retention.thin_log(tx, row.id) == 2
