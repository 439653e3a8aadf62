from datetime import timedelta

from mentorapp.domain.contact_points import ContactRole, ContactTask
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.statistics import Share as Counted
from mentorapp.operations import Database, contact_overview, contact_points, follow_up
from tests.factories import TODAY
from tests.mentorapp.operations.registering import end_early, newcomer, register
from tests.mentorapp.operations.test_contact_points import a_contact, a_pair

DAY = timedelta(days=1)


def test_two_services_that_do_the_same_are_flagged_in_the_list_of_all(database: Database) -> None:
    with database.write("mona") as tx:
        person, _pair = a_pair(tx)
        alone = register(tx, newcomer("Khaled Fares"))
        contact_points.save(tx, a_contact(person), TODAY)
        second = a_contact(person, role=ContactRole.WELFARE_OFFICE, service="NAV Fjordvik")
        contact_points.save(tx, second, TODAY)
        lines = {line.person_id: line for line in contact_overview.lines(tx, TODAY)}
        assert lines[person].doubles == (ContactTask.LANGUAGE,)
        assert (lines[person].coordinator, lines[person].contacts) == ("Mona Elvestrand", 4)
        assert (lines[alone].coordinator, lines[alone].contacts) == ("", 0)
        assert lines[alone].doubles == ()
        assert [one.task for one in contact_points.doubles_of(tx, person, TODAY)] == [
            ContactTask.LANGUAGE
        ]
        contact_points.end(tx, second.id, TODAY, TODAY)
        assert contact_points.doubles_of(tx, person, TODAY) == []


def test_figures_tell_how_things_stood_on_the_day(database: Database) -> None:
    with database.write("mona") as tx:
        person, _pair = a_pair(tx, registered_on=TODAY - 60 * DAY)
        register(tx, newcomer("Khaled Fares", registered_on=TODAY - 60 * DAY))
        contact_points.save(tx, a_contact(person, since=TODAY - 60 * DAY), TODAY)
        now = contact_overview.figures(tx, TODAY, TODAY, TODAY)
        assert (now.with_coordinator, now.with_none) == (Counted(1, 2), Counted(1, 2))
        before = contact_overview.figures(tx, TODAY - 50 * DAY, TODAY - 50 * DAY, TODAY)
        assert (before.with_coordinator, before.with_none) == (Counted(0, 2), Counted(1, 2))


def test_somebody_nobody_is_responsible_for_is_told_after_as_long_as_a_pair_may_be_silent(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        alone = register(tx, newcomer("Khaled Fares", registered_on=TODAY - 14 * DAY))
        register(tx, newcomer("Ali Omar", registered_on=TODAY - 13 * DAY))
        ended = {"registered_on": TODAY - 90 * DAY, "status": NewcomerStatus.WITHDRAWN}
        register(tx, newcomer("Leyla Kaya", **ended))
        a_pair(tx, registered_on=TODAY - 60 * DAY)
        (line,) = contact_overview.attention(tx, TODAY)
        assert (line.who, line.days, line.person_id) == ("Khaled Fares", 14, alone)
        assert line in follow_up.today_list(tx, TODAY)
        contact_points.save(tx, a_contact(alone, role=ContactRole.COORDINATOR), TODAY)
        assert contact_overview.attention(tx, TODAY) == ()


def test_without_anybody_is_counted_from_when_the_last_one_stopped(database: Database) -> None:
    with database.write("mona") as tx:
        paired, pair = a_pair(tx, registered_on=TODAY - 60 * DAY)
        typed = register(tx, newcomer("Khaled Fares", registered_on=TODAY - 60 * DAY))
        contact = a_contact(typed, role=ContactRole.COORDINATOR, since=TODAY - 50 * DAY)
        contact_points.save(tx, contact, TODAY)
        end_early(tx, pair, TODAY - 20 * DAY, TODAY)
        contact_points.end(tx, contact.id, TODAY - 30 * DAY, TODAY)
        found = {line.person_id: line.days for line in contact_overview.attention(tx, TODAY)}
        assert found == {paired: 20, typed: 30}


def test_of_many_with_nobody_the_longest_stand_in_the_list_of_the_day_and_a_number(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        for days in range(20, 26):
            register(tx, newcomer(f"Ali {days}", registered_on=TODAY - days * DAY))
        lines = [
            (line.days, line.more)
            for line in follow_up.today_list(tx, TODAY)
            if line.kind is AttentionKind.NO_COORDINATOR
        ]
        assert lines == [(25, 0), (24, 0), (23, 3)]
