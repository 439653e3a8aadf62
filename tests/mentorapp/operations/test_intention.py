"""Every write leaves a trace that names the operation, and an intention is written whole."""

import pytest

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations import Database, meetings, pairings, people
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import mentor, pair, register


def test_the_audit_names_who_did_what_with_which_fields(database: Database) -> None:
    with database.write("Mona") as tx:
        person = register(tx, mentor())
        registration = people.read(tx, person, TODAY).registration
        people.save(tx, registration, TODAY)  # nothing differs: no trace
        people.delete(tx, person)
        traces = records.traces(tx, person)
    assert [(one.actor, one.operation, one.change) for one in traces] == [
        ("Mona", "people.save", "added"),
        ("Mona", "people.delete", "deleted"),
    ]
    assert "given_name" in traces[0].fields
    assert "Marit" not in repr(traces)


def test_what_follows_from_an_intention_is_traced_under_its_name(database: Database) -> None:
    with database.write("Mona") as tx:
        made = pair(tx)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)
        traces = records.traces(tx, made.id)
        follow_ups = pairings.read(tx, made.id, TODAY).follow_ups
        planned = records.traces(tx, follow_ups[0].id)
    assert [one.operation for one in traces] == ["pairing.pair_by_hand", "meetings.log"]
    assert [one.operation for one in planned] == ["pairing.pair_by_hand"]
    assert set(traces[1].fields) == {"status", "started_on"}


def test_a_failure_in_the_middle_leaves_nothing(database: Database) -> None:
    def register_and_fail() -> None:
        with database.write("Mona") as tx:
            register(tx, mentor())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        register_and_fail()
    with database.read() as tx:
        assert records.find(tx, Person) == []
        assert records.find(tx, Pairing) == []
