"""What an undo is said to be about."""

from collections.abc import Callable

from mentorapp.domain.meetings import Meeting
from mentorapp.operations import Database, Transaction, meetings, people
from mentorapp.operations.undoing import what_changed
from mentorapp.storage.changes import Change
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, pair, register


def done(database: Database, job: Callable[[Transaction], object]) -> tuple[Change, ...]:
    with database.write("mona") as tx:
        job(tx)
        return tuple(tx.changes)


def test_somebody_deleted_is_a_person_as_in_deleted_and_not_a_role(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer("Sahra"))
    assert what_changed(done(database, lambda tx: people.delete(tx, sahra))) == "person"


def test_a_first_meeting_is_a_meeting_though_it_starts_the_pairing(database: Database) -> None:
    with database.write("mona") as tx:
        agreed = pair(tx)
    met = Meeting(pairing_id=agreed.id, held_on=TODAY, minutes=60)
    changes = done(database, lambda tx: meetings.log(tx, met, TODAY))
    assert len({change.kind for change in changes}) > 1
    assert what_changed(changes) == "meeting"


def test_nothing_is_about_nothing() -> None:
    assert what_changed(()) == ""
