"""Who has left, read as columns, is who has left by the records."""

from dataclasses import replace
from datetime import timedelta

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations import Database, people
from mentorapp.storage import departures, records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import end_early, newcomer, pair, register

DAY = timedelta(days=1)


def test_roles_and_pairs_are_those_of_the_records(database: Database) -> None:
    with database.write("mona") as tx:
        one = pair(tx)
        officer = register(tx, newcomer("Berit Vik"))
        role = records.get(tx, Newcomer, one.newcomer_id)
        records.amend(tx, replace(role, case_officer_id=officer))
        end_early(tx, one.id, TODAY, TODAY)
        every: list[Mentor | Newcomer] = [*records.find(tx, Mentor), *records.find(tx, Newcomer)]
        assert {(it.id, it.person_id, it.status, it.registered_on, it.is_mentor)
                for it in departures.roles(tx)} == {
            (it.id, it.person_id, it.status, it.registered_on, isinstance(it, Mentor))
            for it in every
        }  # fmt: skip
        assert {it.case_officer_id for it in departures.roles(tx)} == {None, officer}
        (found,) = departures.pairs(tx)
        stored = records.get(tx, Pairing, one.id)
    assert found == departures.Pair(
        stored.id, stored.mentor_id, stored.newcomer_id, stored.ended_on
    )


def test_the_last_change_of_a_status_counts(database: Database) -> None:
    with database.write("mona") as tx:
        mentor = pair(tx).mentor_id
        people.set_mentor_status(tx, mentor, MentorStatus.PAUSED, TODAY)
        people.set_mentor_status(tx, mentor, MentorStatus.APPROVED, TODAY + DAY)
        assert departures.last_steps(tx)[mentor] == TODAY + DAY


def test_whoever_is_anonymous_or_deleted_is_not_known_by_name(database: Database) -> None:
    with database.write("mona") as tx:
        gone, hidden, here = (register(tx, newcomer(name)) for name in ("A B", "C D", "E F"))
        person = records.get(tx, Person, gone)
        records.amend(tx, replace(person, anonymised_on=TODAY))
        people.delete(tx, hidden)
        assert set(departures.homes(tx)) == {here}


def test_a_name_or_a_day_is_something_and_an_empty_text_is_not(database: Database) -> None:
    names = ("certificate_seen_by", "certificate_seen_on")
    with database.write("mona") as tx:
        role = records.get(tx, Mentor, pair(tx).mentor_id)
        bare = replace(role, certificate_seen_by="", certificate_seen_on=None)
        for changes, filled in (
            ({}, False),
            ({"certificate_seen_by": "Mona"}, True),
            ({"certificate_seen_on": TODAY}, True),
        ):
            stored = records.get(tx, Mentor, role.id)
            records.amend(tx, replace(bare, version=stored.version, **changes))
            assert (role.id in departures.with_any(tx, names)) is filled
