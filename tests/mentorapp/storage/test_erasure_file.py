"""What was removed for good stands beside the office, as ids alone."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from mentorapp.domain.people import Person
from mentorapp.storage import erasure_file, erasures, purging, records
from mentorapp.storage.database import Database
from mentorapp.storage.erasure_file import erasures_path
from mentorapp.storage.tables import MIRRORS
from tests import factories as make

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


def test_what_is_removed_for_good_is_listed_when_it_is_committed(bare: Database) -> None:
    person = make.a_person(given_name="ZZHEMMELIG")
    with bare.write("Mona") as tx:
        records.add(tx, person)
    with bare.write("Mona") as tx:
        records.remove(tx, person)
    with bare.write("Mona") as tx:
        purging.purge(tx, {"people": {person.id}})
        assert not erasures_path(bare.path).exists()
    assert erasure_file.read(bare.path) == {"people": {person.id}}
    with bare.read() as tx:
        assert erasures.known(tx) == {"people": {person.id}}
    assert erasures_path(bare.path).read_text() == f"people {person.id.hex}\n"


def test_a_line_that_a_power_cut_left_short_is_left_out(tmp_path: Path) -> None:
    whole = uuid4()
    office = tmp_path / "office.db"
    erasure_file.append(office, [("people", whole)])
    with erasures_path(office).open("a") as file:
        file.write("people 0123")
    assert erasure_file.read(office) == {"people": {whole}}


def test_two_lists_become_one(tmp_path: Path) -> None:
    one, other, third = uuid4(), uuid4(), uuid4()
    both = erasure_file.together({"people": {one}}, {"people": {other}, "meetings": {third}})
    office = tmp_path / "office.db"
    erasure_file.write(office, both)
    assert erasure_file.read(office) == {"people": {one, other}, "meetings": {third}}


def test_a_person_is_taken_out_with_all_that_was_removed_with_him(full: Database) -> None:
    with full.read() as tx:
        everything = {
            table.name: {one.id for one in records.find(tx, kind)}
            for kind, table in MIRRORS.items()
            if "deleted_at" in table.c and table.name not in {"offices", "schemes"}
        }
    with full.write("Mona", NOW) as tx:
        gone = erasures.take_out(tx, {name: ids for name, ids in everything.items() if ids})
    assert len(gone["people"]) == 2
    with full.read() as tx:
        assert records.find(tx, Person) == []


def test_what_something_else_stands_on_is_left_as_it_was(full: Database) -> None:
    with full.read() as tx:
        mentor, newcomer = (one.id for one in records.find(tx, Person))
    with full.write("Mona", NOW) as tx:
        # A pairing stands on them that nobody removed.
        assert erasures.take_out(tx, {"people": {mentor, newcomer}, "unknown": {mentor}}) == {}
    with full.read() as tx:
        assert {one.id for one in records.find(tx, Person)} == {mentor, newcomer}
