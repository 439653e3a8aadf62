from datetime import timedelta

from mentorapp.domain.languages import Level
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, lists, meetings, organisations, pairing
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id

DAY = timedelta(days=1)


def test_a_mentors_line_tells_place_employer_room_and_last_meeting(database: Database) -> None:
    with database.write("mona") as tx:
        home = organisations.save(tx, an_organisation(number=0))
        one = mentor_id(tx, organisation_id=home.id, phone="91827364")
        made = pairing.pair_by_hand(tx, buddy(tx), one, newcomer_id(tx), TODAY - 9 * DAY)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 3 * DAY), TODAY)
        (row,) = lists.mentor_rows(tx, TODAY)
    assert (row.place, row.municipality) == ("Fauske", "Fauske")
    assert row.organisation == "Nordlys Mekaniske AS"
    assert (row.capacity, row.running, row.last_meeting) == (2, 1, TODAY - 3 * DAY)
    assert row.phone == "+4791827364"


def test_a_newcomers_line_tells_how_long_and_with_whom(database: Database) -> None:
    with database.write("mona") as tx:
        waits = newcomer_id(tx, name="Waits On", registered_on=TODAY - 50 * DAY)
        paired = newcomer_id(tx, name="Is Paired")
        pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), paired, TODAY)
        rows = {row.newcomer_id: row for row in lists.newcomer_rows(tx, TODAY)}
    assert (rows[waits].waited_days, rows[waits].paired_with) == (50, "")
    assert rows[paired].paired_with == "Marit Bekkelund"


def test_languages_stand_in_order_of_how_well_they_are_spoken(database: Database) -> None:
    with database.write("mona") as tx:
        newcomer_id(tx)
        (row,) = lists.newcomer_rows(tx, TODAY)
    assert row.languages[0].startswith("so")
    assert Level.B1.rank < Level.NATIVE.rank


def test_of_the_protected_no_line_tells_where_they_are(database: Database) -> None:
    with database.write("mona") as tx:
        home = organisations.save(tx, an_organisation(number=0))
        for level in (Protection.CONFIDENTIAL, Protection.NONE):
            hidden = {"phone": "40000077", "protection": level}
            mentor_id(tx, name=f"M {level}", organisation_id=home.id, **hidden)
            newcomer_id(tx, name=f"N {level}", **hidden)
        rows: list[lists.MentorRow | lists.NewcomerRow] = [
            *lists.mentor_rows(tx, TODAY),
            *lists.newcomer_rows(tx, TODAY),
        ]
        for row in rows:
            told = (row.phone, row.place, row.municipality)
            assert (told == ("", "", "")) == (row.protection is not Protection.NONE)
            if isinstance(row, lists.MentorRow):
                assert (row.organisation == "") == (row.protection is not Protection.NONE)
