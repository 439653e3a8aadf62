"""How protected whose address is stands beside the office, as levels and ids alone."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Shield
from mentorapp.storage import backups, protection_file, records
from mentorapp.storage.backup_folder import backups_of
from mentorapp.storage.database import Database
from mentorapp.storage.protection_file import protections_path
from tests import factories as make

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


OPEN = Shield()
CONFIDENTIAL = Shield(Protection.CONFIDENTIAL, Protection.CONFIDENTIAL)
STRICT = Shield(Protection.STRICT, Protection.STRICT)


def raise_to(database: Database, person: Person, level: Protection) -> None:
    with database.write("Mona") as tx:
        (stored,) = records.find(tx, Person, id=person.id)
        records.amend(tx, replace(stored, protection=level))


def list_of(database: Database) -> str:
    return protections_path(database.path).read_text()


def test_a_protection_is_listed_when_it_is_committed_and_so_is_its_end(bare: Database) -> None:
    person = make.a_person(given_name="ZZHEMMELIG")
    with bare.write("Mona") as tx:
        records.add(tx, person)
    assert not protections_path(bare.path).exists()
    raise_to(bare, person, Protection.CONFIDENTIAL)
    assert protections_path(bare.path).read_text() == f"confidential {person.id.hex}\n"
    raise_to(bare, person, Protection.NONE)
    assert protection_file.read(bare.path) == {person.id: OPEN}


def test_who_lives_with_somebody_protected_is_listed_too(full: Database) -> None:
    with full.read() as tx:
        newcomer = next(one for one in records.find(tx, Person) if one.household_id)
    mover = make.a_person(
        number=77, household_id=newcomer.household_id, protection=Protection.STRICT
    )
    with full.write("Mona") as tx:
        records.add(tx, mover)
    levels = protection_file.read(full.path)
    assert levels == {newcomer.id: Shield(Protection.STRICT), mover.id: STRICT}
    assert f"strictly_confidential/none {newcomer.id.hex}\n" in list_of(full)
    raise_to(full, newcomer, Protection.CONFIDENTIAL)
    levels = protection_file.read(full.path)
    assert levels[newcomer.id] == Shield(Protection.STRICT, Protection.CONFIDENTIAL)


def test_what_cannot_be_undone_is_listed_all_the_same(bare: Database) -> None:
    person = make.a_person(protection=Protection.CONFIDENTIAL)
    with bare.write("Mona") as tx:
        records.add(tx, person)
        tx.changes.clear()  # as erasing does, and making anonymous
    assert protection_file.read(bare.path) == {person.id: CONFIDENTIAL}


def test_whoever_is_deleted_stays_listed_as_he_was(bare: Database) -> None:
    person = make.a_person(protection=Protection.STRICT)
    with bare.write("Mona") as tx:
        records.add(tx, person)
    with bare.write("Mona") as tx:
        records.remove(tx, person)
    assert protection_file.read(bare.path) == {person.id: STRICT}


def test_a_backup_tells_who_is_protected_where_no_list_did(bare: Database) -> None:
    person = make.a_person(protection=Protection.CONFIDENTIAL)
    with bare.write("Mona") as tx:
        records.add(tx, person)
    protections_path(bare.path).unlink()
    made = backups.make(bare, None, backups_of(bare.path), NOW)
    copied = backups.copied(made, bare.path.with_name("second"))
    for one in (made, copied):
        beside = backups.office_in(one.path.parent)
        assert protection_file.read(beside) == {person.id: CONFIDENTIAL}


def test_the_last_line_counts_and_an_unknown_word_is_left_out(tmp_path: Path) -> None:
    office, person = tmp_path / "office.db", uuid4()
    protection_file.append(office, {person: STRICT})
    protection_file.append(office, {person: OPEN})
    with protections_path(office).open("a") as file:
        file.write(f"of_a_newer_program {person.hex}\n")
    assert protection_file.read(office) == {person: OPEN}
