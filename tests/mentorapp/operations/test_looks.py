"""Who looked at somebody protected stands in the audit before the answer is looked at."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from filelock import FileLock
from sqlalchemy import select

from mentorapp.domain.audit_chain import verify
from mentorapp.domain.errors import DiskFull, NotFound
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, lists, offices, people, timeline
from mentorapp.storage import audit_chain
from mentorapp.storage.database import open_database
from mentorapp.storage.tables import audit_table
from tests.mentorapp.operations.registering import changed, mentor, newcomer, register


def hidden(database: Database, **given: Any) -> UUID:
    """A protected newcomer, and an open one and a mentor beside her."""
    with database.write("Mona") as tx:
        register(tx, newcomer("Siv Synlig"))
        register(tx, mentor("Eli Marken"))
        return register(
            tx, changed(newcomer("Hanna Skjult", **given), protection=Protection.CONFIDENTIAL)
        )


def looks(database: Database) -> list[tuple[str, str, str, UUID]]:
    """Who looked, through what, how, at whom."""
    a = audit_table.c
    with database.read() as tx:
        asked = select(a.actor, a.operation, a.change, a.record_id).where(
            a.change.in_(["seen", "listed"])
        )
        found = tx.connection.execute(asked.order_by(a.seq))
        return [(actor, how, did, who) for actor, how, did, who in found]


@pytest.fixture
def office(database: Database) -> Database:
    database.actor = "Ingrid"
    return database


def test_the_file_of_a_protected_person_is_not_shown_without_a_trace(
    office: Database, today: date
) -> None:
    hanna = hidden(office)

    with office.read() as tx:
        people.read(tx, hanna, today)

    assert looks(office) == [("Ingrid", "people.read", "seen", hanna)]


def test_reading_anew_and_looking_at_others_leaves_none(office: Database, today: date) -> None:
    hanna = hidden(office)

    for _ in range(3):
        with office.read() as tx:
            people.name_of(tx, hanna)
            timeline.of_person(tx, hanna, today)
            for one in people.all_people(tx):
                people.read(tx, one.person.id, today)

    assert [(did, who) for _, _, did, who in looks(office)] == [("seen", hanna), ("listed", hanna)]


def test_a_list_traces_the_protected_people_in_it(office: Database, today: date) -> None:
    hanna = hidden(office)

    with office.read() as tx:
        lists.mentor_rows(tx, today)
        lists.newcomer_rows(tx, today)

    assert looks(office) == [("Ingrid", "lists.newcomer_rows", "listed", hanna)]


def test_a_look_while_something_is_saved_stands_in_the_same_transaction(
    office: Database, today: date
) -> None:
    hanna = hidden(office)

    with pytest.raises(ZeroDivisionError), office.write("Ola") as tx:  # noqa: PT012
        people.read(tx, hanna, today)
        raise ZeroDivisionError
    assert looks(office) == []

    with office.write("Ola") as tx:
        people.read(tx, hanna, today)
    assert looks(office) == [("Ola", "people.read", "seen", hanna)]


def test_a_look_that_cannot_be_noted_keeps_nobody_from_reading_and_is_noted_with_the_next(
    office: Database, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanna = hidden(office)

    def no_room(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as full_disk:
        full_disk.setattr(audit_chain, "append_looks", no_room)
        with office.read() as tx:
            people.read(tx, hanna, today)
    assert looks(office) == []

    with office.read() as tx:
        people.read(tx, hanna, today)
    assert len(looks(office)) == 1


def test_an_office_that_somebody_else_has_shows_nobody_protected_as_no_trace_can_be_left(
    office_file: Path, today: date
) -> None:
    own = open_database(office_file)
    hanna = hidden(own)
    own.close()

    with FileLock(f"{office_file}.lock", timeout=0):
        second = open_database(office_file)
        with second.read() as tx:
            with pytest.raises(NotFound):
                people.read(tx, hanna, today)
            seen = {one.person.given_name for one in people.all_people(tx)}
            assert offices.summary(tx).people == 3, "figures count everybody"
        assert seen == {"Siv", "Eli"}
        second.close()


def test_the_trace_of_looks_is_part_of_the_chain(office: Database, today: date) -> None:
    hanna = hidden(office)
    with office.read() as tx:
        people.read(tx, hanna, today)

    with office.read() as tx:
        assert verify(audit_chain.key(tx), audit_chain.raw(tx)).breaks == ()
