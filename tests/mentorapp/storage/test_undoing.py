from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import ChangedMeanwhile, StillInUse
from mentorapp.domain.people import Person
from mentorapp.domain.records import Record
from mentorapp.storage import records
from mentorapp.storage.changes import Change
from mentorapp.storage.database import Database
from mentorapp.storage.undoing import carried_over, undo
from tests.factories import a_person

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def written(database: Database, do: Any) -> tuple[Change, ...]:
    """What a transaction that does this kept of it."""
    with database.write("Ingrid", NOW) as tx:
        do(tx)
        return tuple(tx.changes)


def shown(database: Database, kind: type[Record] = Person) -> list[Record]:
    """All records that are there, whatever their version."""
    with database.read() as tx:
        return sorted(
            (replace(one, version=0) for one in records.find(tx, kind)), key=lambda one: one.id
        )


def undone(database: Database, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return written(database, lambda tx: undo(tx, changes))


def test_what_was_added_is_gone_again(bare: Database) -> None:
    changes = written(bare, lambda tx: records.add(tx, a_person()))

    undone(bare, changes)

    assert shown(bare) == []


def test_what_was_changed_is_as_it_was(bare: Database) -> None:
    person = a_person(given_name="Amal")
    written(bare, lambda tx: records.add(tx, person))
    before = shown(bare)
    changes = written(bare, lambda tx: records.amend(tx, replace(person, given_name="Bo")))

    undone(bare, changes)

    assert shown(bare) == before


def test_what_was_deleted_is_back(bare: Database) -> None:
    person = a_person()
    written(bare, lambda tx: records.add(tx, person))
    before = shown(bare)
    changes = written(bare, lambda tx: records.remove(tx, person))

    undone(bare, changes)

    assert shown(bare) == before


def test_what_was_changed_and_then_deleted_is_back_as_it_was_before_both(bare: Database) -> None:
    person = a_person(given_name="Amal")
    written(bare, lambda tx: records.add(tx, person))
    before = shown(bare)

    def change_and_delete(tx: Any) -> None:
        records.remove(tx, records.amend(tx, replace(person, given_name="Bo")))

    undone(bare, written(bare, change_and_delete))

    assert shown(bare) == before


def test_undoing_what_was_undone_does_it_again(bare: Database) -> None:
    person = a_person(given_name="Amal")
    written(bare, lambda tx: records.add(tx, person))
    changes = written(bare, lambda tx: records.amend(tx, replace(person, given_name="Bo")))
    after = shown(bare)

    undone(bare, undone(bare, changes))

    assert shown(bare) == after


def test_one_change_after_the_other_of_the_same_record_is_taken_back(bare: Database) -> None:
    person = a_person(given_name="Amal")
    first = written(bare, lambda tx: records.add(tx, person))
    second = written(bare, lambda tx: records.amend(tx, replace(person, given_name="Bo")))

    inverse = undone(bare, second)
    undone(bare, carried_over(first, second, inverse))

    assert shown(bare) == []


def test_a_record_that_was_changed_since_is_left_alone(bare: Database) -> None:
    person = a_person(given_name="Amal")
    changes = written(bare, lambda tx: records.add(tx, person))
    written(bare, lambda tx: records.amend(tx, replace(person, given_name="Bo")))
    before = shown(bare)

    with pytest.raises(ChangedMeanwhile):
        undone(bare, changes)

    assert shown(bare) == before


def test_what_something_points_to_cannot_be_taken_back(bare: Database) -> None:
    person = a_person()
    changes = written(bare, lambda tx: records.add(tx, person))
    written(bare, lambda tx: records.add(tx, ContactDetails(person_id=person.id, phone="911")))

    with pytest.raises(StillInUse) as told:
        undone(bare, changes)

    assert (told.value.kind, told.value.by) == ("person", "contact_details")
    assert len(shown(bare)) == 1


def test_the_undoing_stands_in_the_audit_too(bare: Database) -> None:
    person = a_person()
    changes = written(bare, lambda tx: records.add(tx, person))
    undone(bare, changes)

    with bare.read() as tx:
        assert [one.change for one in records.traces(tx, person.id)] == ["added", "deleted"]


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "amend", "remove", "restore"]), st.integers(0, 5)),
    min_size=1,
    max_size=12,
)


@given(before=STEPS, steps=STEPS)
def test_whatever_a_transaction_did_undoing_it_leaves_the_office_as_it_was(
    before: Any, steps: Any, bare_template: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from mentorapp.storage.database import open_database

    path = tmp_path_factory.mktemp("undo") / "office.db"
    path.write_bytes(bare_template)
    database = open_database(path)
    try:
        people = [a_person(given_name=f"P{n}", number=n + 1) for n in range(6)]
        kept = dict[int, tuple[Person, bool]]()
        written(database, lambda tx: _walk(tx, people, kept, before))
        as_it_was = shown(database)
        changes = written(database, lambda tx: _walk(tx, people, kept, steps))
        after = shown(database)

        again = undone(database, changes)

        assert shown(database) == as_it_was
        undone(database, again)
        assert shown(database) == after
    finally:
        database.close()


def _walk(tx: Any, people: list[Person], kept: dict[int, tuple[Person, bool]], steps: Any) -> None:
    """Do what can be done of the steps; `kept` knows each record and whether it is shown."""
    for what, at in steps:
        record, there = kept.get(at, (people[at], False))
        if what == "add" and at not in kept:
            kept[at] = (records.add(tx, record), True)
        elif what == "amend" and there:
            kept[at] = (records.amend(tx, replace(record, notes=record.notes + "+")), True)
        elif what == "remove" and there:
            records.remove(tx, record)
            kept[at] = (record, False)
        elif what == "restore" and at in kept and not there:
            kept[at] = (records.restore(tx, record), True)
