from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.errors import ChangedMeanwhile, NotFound
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.records import Record, new_id
from mentorapp.storage import records
from mentorapp.storage.database import Database, Transaction, open_database
from tests.factories import a_meeting, a_person, an_organisation
from tests.mentorapp.storage.conftest import every_kind

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MARK = "Skjermet-Navn-1985"


def stored(database: Database, record: Record) -> Record:
    with database.read() as tx:
        return records.get(tx, type(record), record.id)


def test_every_kind_of_record_is_read_as_it_was_written(bare: Database) -> None:
    written = every_kind()
    with bare.write("Ingrid") as tx:
        for record in written:
            records.add(tx, record)

    for record in written:
        assert stored(bare, record) == record


def test_what_is_written_is_there_when_the_office_is_opened_again(bare: Database) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
    bare.close()

    again = open_database(bare.path)
    assert stored(again, person) == person
    again.close()


def test_a_change_raises_the_version_and_keeps_the_rest(bare: Database) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
        changed = records.amend(tx, replace(person, gender=Gender.OTHER))

    assert changed == replace(person, gender=Gender.OTHER, version=2)
    assert stored(bare, person) == changed


def test_a_save_that_changes_nothing_writes_nothing(bare: Database) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
        assert records.amend(tx, person) == person
        assert len(records.traces(tx, person.id)) == 1


CHANGES: dict[str, Callable[[Transaction, Person], object]] = {
    "change": lambda tx, person: records.amend(tx, replace(person, notes="mine")),
    "delete": records.remove,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_save_over_somebody_elses_change_is_refused(bare: Database, change: str) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
    with bare.write("Turid") as tx:
        theirs = records.amend(tx, replace(person, notes="theirs"))

    with pytest.raises(ChangedMeanwhile) as refused, bare.write("Ingrid") as tx:
        CHANGES[change](tx, person)

    assert refused.value.kind == "person"
    assert stored(bare, person) == theirs


def test_a_save_of_what_somebody_else_deleted_is_refused(bare: Database) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
        records.remove(tx, person)

    with pytest.raises(NotFound), bare.write("Turid") as tx:
        records.amend(tx, replace(person, notes="mine"))
    with pytest.raises(ChangedMeanwhile), bare.write("Turid") as tx:
        records.remove(tx, person)


@pytest.mark.parametrize("at", range(len(every_kind())))
def test_deleting_and_bringing_back_loses_nothing(full: Database, at: int) -> None:
    kind = type(every_kind()[at])
    with full.read() as tx:
        before = records.find(tx, kind)
    for record in before:
        with full.write("Ingrid") as tx:
            records.remove(tx, record)
            with pytest.raises(NotFound):
                records.get(tx, kind, record.id)
            brought_back = records.restore(tx, record)

        assert brought_back == replace(record, version=record.version + 2)
        assert stored(full, record) == brought_back


def test_what_was_never_deleted_is_not_brought_back(bare: Database) -> None:
    person = a_person()
    with bare.write("Ingrid") as tx:
        records.add(tx, person)

    with pytest.raises(ChangedMeanwhile), bare.write("Ingrid") as tx:
        records.restore(tx, person)


def test_nothing_is_half_written_when_the_block_fails(full: Database) -> None:
    with full.read() as tx:
        pairing = records.find(tx, Pairing)[0]
        audit_rows = tx.connection.execute(text("SELECT count(*) FROM audit")).scalar()

    with pytest.raises(ZeroDivisionError), full.write("Ingrid") as tx:  # noqa: PT012
        records.add(tx, an_organisation())
        records.add_all(tx, [a_meeting(pairing_id=pairing.id) for _ in range(1200)])
        records.amend(tx, replace(pairing, notes="half"))
        raise ZeroDivisionError

    with full.read() as tx:
        assert records.find(tx, Pairing) == [pairing]
        assert len(records.find(tx, Meeting)) == 1
        assert tx.connection.execute(text("SELECT count(*) FROM audit")).scalar() == audit_rows


# Finding


def test_records_are_found_by_value_none_and_several(bare: Database) -> None:
    one = a_person(given_name="Åse", gender=Gender.WOMAN, birth_year=None)
    other = a_person(given_name="Ali", gender=Gender.MAN)
    third = a_person(given_name="Åse", gender=Gender.MAN)
    with bare.write("Ingrid") as tx:
        records.add_all(tx, [one, other, third])

        def found(**equal: object) -> set[Person]:
            return set(records.find(tx, Person, **equal))

        assert found() == {one, other, third}
        assert found(given_name="Åse") == {one, third}
        assert found(given_name="Åse", gender=Gender.MAN) == {third}
        assert found(birth_year=None) == {one}
        assert found(id=[one.id, other.id]) == {one, other}
        assert found(id={one.id, other.id}, gender=[Gender.MAN]) == {other}
        assert found(id=[]) == set()
        assert found(given_name="'; DROP TABLE people; --") == set()


def test_thousands_of_ids_are_asked_for_at_once_and_each_record_comes_once(bare: Database) -> None:
    people = [a_person() for _ in range(12_000)]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, people)

    with bare.read() as tx:
        wanted = [person.id for person in people[:11_000]]
        assert len(records.find(tx, Person, id=wanted)) == 11_000
        assert len(records.find(tx, Person, id=[*wanted, *wanted])) == 11_000
        assert len(records.find(tx, Person, id=[*wanted, *(new_id() for _ in range(30_000))])) == (
            11_000
        )


# The trace


def traced(database: Database, record: Record) -> list[AuditEntry]:
    with database.read() as tx:
        return records.traces(tx, record.id)


def test_every_write_leaves_one_row_with_who_when_what_and_which_fields(bare: Database) -> None:
    person = a_person(notes="")
    with bare.write("Ingrid", NOW) as tx:
        tx.operation = "people.save"
        records.add(tx, person)
        changed = records.amend(tx, replace(person, given_name="Anne", notes="Ny"))
        records.remove(tx, changed)
        records.restore(tx, changed)

    rows = traced(bare, person)

    assert [row.change for row in rows] == ["added", "changed", "deleted", "restored"]
    assert {(row.actor, row.operation, row.at) for row in rows} == {("Ingrid", "people.save", NOW)}
    assert {(row.record, row.record_id) for row in rows} == {("people", person.id)}
    assert rows[1].fields == ("given_name", "notes")
    assert {"given_name", "languages", "birth_year"} <= set(rows[0].fields)
    assert not {"id", "version", "notes", "native_name"} & set(rows[0].fields)


def test_many_records_written_at_once_leave_a_row_each(bare: Database) -> None:
    people = [a_person() for _ in range(1100)]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, people)
        assert all(len(records.traces(tx, person.id)) == 1 for person in people)
        records.add_all(tx, [])


def test_the_trace_never_holds_a_value(bare: Database) -> None:
    person = a_person(given_name=MARK, notes=MARK, occupation=MARK)
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
        changed = records.amend(tx, replace(person, family_name=MARK))
        records.remove(tx, changed)

    with bare.read() as tx:
        rows = tx.connection.execute(text("SELECT * FROM audit")).fetchall()
    assert MARK not in str(rows)


def test_an_error_of_the_database_names_nobody(bare: Database) -> None:
    person = a_person(given_name=MARK, notes=MARK)
    with pytest.raises(IntegrityError) as bug, bare.write("Ingrid") as tx:
        records.add_all(tx, [person, replace(person, id=new_id())])

    assert MARK not in str(bug.value)
    assert MARK not in repr(bug.value)
    assert str(person.number) not in str(bug.value)


def test_a_record_that_points_nowhere_is_refused_by_the_database(bare: Database) -> None:
    with pytest.raises(IntegrityError), bare.write("Ingrid") as tx:
        records.add(tx, a_meeting())


def test_many_are_removed_at_once_or_none_of_them(bare: Database) -> None:
    people = [a_person(number=10_000 + at) for at in range(3)]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, people)
        other = records.amend(tx, replace(people[0], gender=Gender.OTHER))
    with pytest.raises(ChangedMeanwhile), bare.write("Ingrid") as tx:
        records.remove_all(tx, Person, [(one.id, one.version) for one in people])
    with bare.write("Ingrid") as tx:
        assert len(records.find(tx, Person)) == 3
        records.remove_all(tx, Person, [(one.id, one.version) for one in (other, people[1])])
        assert records.find(tx, Person) == [people[2]]
        assert [one.change for one in records.traces(tx, people[1].id)] == ["added", "deleted"]
        records.remove_all(tx, Person, [])


def test_many_are_changed_at_once_or_none_of_them(bare: Database) -> None:
    people = [a_person(), a_person(), a_person()]
    changed = [replace(one, gender=Gender.OTHER) for one in people[:2]]
    with bare.write("Ingrid") as tx:
        records.add_all(tx, people)
        records.amend_all(tx, zip(people, [*changed, people[2]], strict=True))
        told = [[entry.fields for entry in records.traces(tx, one.id)][1:] for one in people]
    assert told == [[("gender",)], [("gender",)], []]
    with pytest.raises(ChangedMeanwhile), bare.write("Ingrid") as tx:
        records.amend_all(tx, [(one, replace(one, birth_year=1950)) for one in reversed(people)])
    assert [stored(bare, one) for one in people] == [
        replace(changed[0], version=2),
        replace(changed[1], version=2),
        people[2],
    ]


def test_rows_go_in_by_name_where_a_driver_wants_names(bare: Database) -> None:
    person = a_person()
    bare.close()
    engine = create_engine(
        "sqlite://",
        creator=lambda: dbapi2.connect(str(bare.path)),
        module=dbapi2,
        paramstyle="named",
    )
    with engine.begin() as connection:
        records.add(Transaction(connection, "Ingrid", NOW), person)
    engine.dispose()
    again = open_database(bare.path)
    assert stored(again, person) == person
    again.close()


def test_records_written_as_columns_are_like_those_written_one_by_one(bare: Database) -> None:
    people = [a_person(given_name=name) for name in ("Amal", "Bo", "Cai")]
    columns = {
        field.name: [getattr(one, field.name) for one in people]
        for field in fields(Person)
        if field.name != "version"
    }
    with bare.write("Ingrid") as tx:
        records.add_columns(tx, Person, columns)

        found = records.find(tx, Person)
        assert sorted(found, key=lambda one: one.given_name) == people
        traced = [records.traces(tx, one.id) for one in people]
        assert [[one.change for one in traces] for traces in traced] == [["added"]] * 3
        one_by_one = a_person(given_name="Dag")
        records.add(tx, one_by_one)
        assert records.traces(tx, one_by_one.id)[0].fields == traced[0][0].fields


def test_columns_without_a_field_that_has_no_usual_value_are_refused(bare: Database) -> None:
    with bare.write("Ingrid") as tx, pytest.raises(KeyError, match="given_name"):
        records.add_columns(tx, Person, {"id": [new_id()]})
