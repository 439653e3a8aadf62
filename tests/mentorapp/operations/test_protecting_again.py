"""A backup of before a protection was raised brings no address back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.backups import Restored
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.households import Household
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, Shield
from mentorapp.operations import Database, anonymising, backups, offices, people, restoring
from mentorapp.storage import erasure_file, protection_file, records, seals, shields, undoing
from mentorapp.storage.database import open_database
from mentorapp.storage.key_file import write
from mentorapp.storage.key_slots import OfficeKeys
from tests.mentorapp.operations.registering import newcomer, protect, register
from tests.mentorapp.storage.test_key_file import slots

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
STREET, TELEPHONE = "Zzgata 7", "+4791827364"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    yield database
    database.close()


def add(database: Database, name: str = "Sahra Guled", home: UUID | None = None) -> UUID:
    with database.write("Mona") as tx:
        one = newcomer(
            name, address=STREET, phone=TELEPHONE, household_id=home, notes="Bor i Zzgata"
        )
        return register(tx, one)


def household(database: Database) -> UUID:
    with database.write("Mona") as tx:
        return records.add(tx, Household(label="Guled")).id


def restored(database: Database) -> Restored:
    """After a change the caller made, the newest backup, which is of before it."""
    found = restoring.of_office(database.path)[0]
    database.close()
    return restoring.restore(found.path, database.path, database.keys, "Mona", NOW)


def confidential(database: Database, person: UUID) -> None:
    with database.write("Mona") as tx:
        stored = records.get(tx, Person, person)
        records.amend(tx, replace(stored, protection=Protection.CONFIDENTIAL))


def stored(database: Database, person: UUID) -> tuple[Person, ContactDetails, Protection]:
    with closing(offices.open_office(database.path)) as opened, opened.read() as tx:
        (details,) = records.find(tx, ContactDetails, person_id=person)
        return records.get(tx, Person, person), details, shields.protection_of(tx, person)


def test_of_somebody_strictly_confidential_since_no_byte_tells_where(office: Database) -> None:
    person = add(office)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        protect(tx, person, Protection.STRICT)

    assert restored(office).protected_again == 1

    assert stored(office, person)[2] is Protection.STRICT
    content = office.path.read_bytes()
    assert b"Zzgata" not in content
    assert TELEPHONE.encode() not in content
    assert protection_file.read(office.path) == {
        person: Shield(Protection.STRICT, Protection.STRICT)
    }


def test_somebody_confidential_since_is_so_again_and_keeps_the_address(office: Database) -> None:
    person = add(office)
    backups.make(office, NOW)
    confidential(office, person)
    assert restored(office).protected_again == 1
    _person, details, level = stored(office, person)
    assert (details.address, level) == (STREET, Protection.CONFIDENTIAL)


@pytest.mark.parametrize("broken", [False, True])
def test_it_is_known_from_the_office_or_from_the_list(office: Database, broken: bool) -> None:
    person = add(office)
    backups.make(office, NOW)
    confidential(office, person)
    office.close()
    if broken:
        office.path.write_bytes(b"\x07" * 50_000)
    else:
        protection_file.protections_path(office.path).unlink()
    assert restored(office).protected_again == 1
    assert stored(office, person)[2] is Protection.CONFIDENTIAL


def test_the_address_is_sealed_again_in_an_office_with_keys(tmp_path: Path) -> None:
    keys = OfficeKeys.new()
    database = offices.open_office(tmp_path / "office.db", keys=keys)
    write(database.path, slots(), keys)
    person = add(database)
    backups.make(database, NOW)
    confidential(database, person)
    assert restored(database).protected_again == 1
    bare = OfficeKeys(keys.office, keys.salt, b"")
    for known, address in ((keys, STREET), (bare, "")):
        with closing(open_database(database.path, keys=known)) as opened, opened.read() as tx:
            (details,) = records.find(tx, ContactDetails, person_id=person)
            assert details.address == address
            assert len(seals.sealed_ids(tx)) == 1


def test_a_protection_that_was_lowered_since_is_as_the_backup_has_it(office: Database) -> None:
    person = add(office)
    confidential(office, person)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        records.amend(tx, replace(records.get(tx, Person, person), protection=Protection.NONE))
    assert restored(office).protected_again == 0
    assert stored(office, person)[2] is Protection.CONFIDENTIAL


def test_one_lowered_before_the_backup_is_not_raised_again(office: Database) -> None:
    person = add(office)
    confidential(office, person)
    with office.write("Mona") as tx:
        records.amend(tx, replace(records.get(tx, Person, person), protection=Protection.NONE))
    backups.make(office, NOW)
    assert restored(office).protected_again == 0
    assert stored(office, person)[2] is Protection.NONE


def test_who_left_the_household_first_leaves_it_again_and_the_others_keep_their_address(
    office: Database,
) -> None:
    home = household(office)
    person, other = add(office, home=home), add(office, "Ali Guled", home)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        held = people.registration(tx, person)
        people.save(tx, replace(held, person=replace(held.person, household_id=None)), NOW.date())
        protect(tx, person, Protection.STRICT)
    assert restored(office).protected_again == 1
    assert stored(office, person)[0].household_id is None
    _person, details, level = stored(office, other)
    assert (details.address, level) == (STREET, Protection.NONE)


@pytest.mark.parametrize("broken", [False, True])
def test_a_household_that_was_protected_since_stays_together(
    office: Database, broken: bool
) -> None:
    home = household(office)
    person, other = add(office, home=home), add(office, "Ali Guled", home)
    backups.make(office, NOW)
    confidential(office, person)
    if broken:
        office.close()
        office.path.write_bytes(b"\x07" * 50_000)
    assert restored(office).protected_again == 2
    for one, own in ((person, Protection.CONFIDENTIAL), (other, Protection.NONE)):
        there, _details, level = stored(office, one)
        assert (there.household_id, level) == (home, Protection.CONFIDENTIAL)
        assert there.protection is own


def test_who_moved_to_somebody_protected_is_protected_where_he_lived_before(
    office: Database,
) -> None:
    home = household(office)
    person, other = add(office, home=home), add(office, "Ali Guled")
    confidential(office, person)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        records.amend(tx, replace(records.get(tx, Person, other), household_id=home))
    assert restored(office).protected_again == 1
    there, _details, level = stored(office, other)
    assert (there.household_id, there.protection) == (None, Protection.CONFIDENTIAL)
    assert level is Protection.CONFIDENTIAL


def test_who_got_a_protection_of_his_own_keeps_it_without_the_home(office: Database) -> None:
    home = household(office)
    person, other = add(office, home=home), add(office, "Ali Guled", home)
    confidential(office, person)
    backups.make(office, NOW)
    confidential(office, other)
    restored(office)
    for one in (person, other):
        assert stored(office, one)[0].protection is Protection.CONFIDENTIAL


def test_what_lay_among_the_deleted_tells_nothing_either(office: Database) -> None:
    person = add(office)
    with office.write("Mona") as tx:
        people.delete(tx, person)
        changes = tuple(tx.changes)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        undoing.undo(tx, changes)
    with office.write("Mona") as tx:
        protect(tx, person, Protection.STRICT)
    assert restored(office).protected_again == 1
    assert b"Zzgata" not in office.path.read_bytes()


@pytest.mark.parametrize("listed", [True, False])
def test_somebody_protected_and_anonymous_since_is_nobody_again(
    office: Database, listed: bool
) -> None:
    person = add(office)
    confidential(office, person)
    backups.make(office, NOW)
    with office.write("Mona") as tx:
        (role,) = records.find(tx, Newcomer, person_id=person)
        people.set_newcomer_status(tx, role.id, NewcomerStatus.WITHDRAWN, NOW.date())
        anonymising.anonymise(tx, person, NOW.date())
    if not listed:
        erasure_file.erasures_path(office.path).unlink()
    restored(office)
    content = office.path.read_bytes()
    assert not [word for word in (b"Sahra", b"Guled", b"Zzgata") if word in content]
