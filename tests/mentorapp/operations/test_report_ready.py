"""Ready to report? What is missing, in a real office."""

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_lacks import LackKind
from mentorapp.operations import Database, Transaction, follow_up, meetings, pairings, people
from mentorapp.operations.report_ready import missing
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import newcomer, pair, protect, register

Q4 = Quarter(2026, 4)
BEGUN = date(2026, 10, 5)


def kinds(tx: Transaction) -> dict[LackKind, list[str]]:
    found: dict[LackKind, list[str]] = {}
    for one in missing(tx, Q4, TODAY):
        found.setdefault(one.kind, []).append(one.name)
    return found


def test_a_pair_is_asked_for_until_its_slip_is_logged(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        assert LackKind.NOT_STARTED in kinds(tx)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=BEGUN), TODAY)
        before = kinds(tx)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)
        after = kinds(tx)
    assert LackKind.NOT_STARTED not in before
    assert len(before[LackKind.SLIPS]) == 1
    assert LackKind.SLIPS not in after


def test_follow_ups_of_the_period_are_asked_for_until_they_are_done(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        due = [
            one
            for one in pairings.read(tx, made.id, TODAY).follow_ups
            if one.due in Q4 and one.due <= TODAY
        ]
        assert len(kinds(tx)[LackKind.FOLLOW_UP]) == len(due) > 0
        for one in due:
            follow_up.done(tx, one.id, TODAY)
        assert LackKind.FOLLOW_UP not in kinds(tx)


def test_whose_registration_nobody_answered_for_a_month_is_told(database: Database) -> None:
    with database.write("mona") as tx:
        on = TODAY - timedelta(days=31)
        late = newcomer("Sen Svar", status=NewcomerStatus.REGISTERED, registered_on=on)
        soon = newcomer("Snart Svar", status=NewcomerStatus.REGISTERED, registered_on=TODAY)
        register(tx, late)
        register(tx, soon)
        assert kinds(tx)[LackKind.NO_ANSWER] == ["Sen Svar"]


def test_nobody_is_asked_where_somebody_with_a_protected_address_lives(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        for name in ("Uten Adresse", "Hemmelig Adresse"):
            register(tx, newcomer(name, postal_code="", address="", birth_year=None))
        hidden = next(one for one in people.all_people(tx) if one.person.given_name == "Hemmelig")
        protect(tx, hidden.person.id, Protection.STRICT)
        found = kinds(tx)
    assert found[LackKind.MUNICIPALITY] == ["Uten Adresse"]
    assert sorted(found[LackKind.BIRTH_YEAR]) == ["Hemmelig Adresse", "Uten Adresse"]


def test_a_pair_past_its_end_and_one_that_ended_without_a_reason_are_told(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        over, ended = pair(tx, on=BEGUN), pair(tx, on=BEGUN)
        end = TODAY - timedelta(days=3)
        records.amend(tx, replace(over, planned_end=end))
        pairings.end(tx, ended.id, TODAY, TODAY, completed=True)
        found = kinds(tx)
    assert len(found[LackKind.PAST_END]) == 1
    assert LackKind.END_REASON not in found  # it was completed


def test_an_office_with_nothing_to_see_to_can_report(database: Database) -> None:
    with database.read() as tx:
        assert missing(tx, Q4, TODAY) == ()
