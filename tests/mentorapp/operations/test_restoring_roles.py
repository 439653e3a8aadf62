"""A role that made room for another comes back with a backup, unless its person was erased."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations import Database, backups, deleted, erasing, offices, people, restoring
from mentorapp.storage import erasure_file, records
from mentorapp.storage.backup_folder import backups_of
from mentorapp.storage.backups import Backup
from tests import factories as make
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor, newcomer_id, register

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    yield database
    database.close()


def another_role(office: Database) -> tuple[Backup, UUID]:
    """A backup of a mentor with a pair; then both are deleted, and she is a mentor anew."""
    with office.write("Mona") as tx:
        berit = register(tx, mentor("Berit Moen"))
        (role,) = records.find(tx, Mentor)
        pair = make.a_pairing(
            scheme_id=buddy(tx), mentor_id=role.id, newcomer_id=newcomer_id(tx, name="Ana Ruiz")
        )
        records.add(tx, pair)
    made = backups.make(office, NOW).first
    with office.write("Mona") as tx:
        records.remove(tx, *records.find(tx, Pairing))
        records.remove(tx, role)
    with office.write("Mona") as tx:
        held = people.read(tx, berit, TODAY).registration
        people.save(tx, replace(held, mentor=make.a_mentor(person_id=berit)), TODAY)
        assert records.find(tx, Mentor)[0].id != role.id
        assert records.stored(tx, Mentor, [role.id]) == []
    return made, berit


def restored(made: Backup, office: Path) -> tuple[list[UUID], int, int]:
    """Who is there then, and how many mentors and pairs."""
    restoring.restore(made.path, office, None, "Mona", NOW)
    with closing(offices.open_office(office)) as opened, opened.read() as tx:
        there = [one.id for one in records.find(tx, Person)]
        return there, len(records.find(tx, Mentor)), len(records.find(tx, Pairing))


@pytest.mark.parametrize("listed", [True, False])
def test_a_role_that_made_room_for_another_comes_back(office: Database, listed: bool) -> None:
    made, berit = another_role(office)
    office.close()
    if not listed:  # the audit inside tells the same
        erasure_file.erasures_path(office.path).unlink()
    there, mentors, pairs = restored(made, office.path)
    assert berit in there
    assert (mentors, pairs) == (1, 1)


@pytest.mark.parametrize("listed", [True, False])
def test_whoever_was_erased_since_stays_so_with_all_roles(office: Database, listed: bool) -> None:
    made, berit = another_role(office)
    with office.write("Mona") as tx:
        erasing.erase(tx, berit)
    office.close()
    if not listed:
        erasure_file.erasures_path(office.path).unlink()
    there, mentors, pairs = restored(made, office.path)
    assert berit not in there
    assert (mentors, pairs) == (0, 0)


def test_so_it_is_where_the_folder_of_backups_is_all_there_is(
    office: Database, tmp_path: Path
) -> None:
    made, berit = another_role(office)
    with office.write("Mona") as tx:
        erasing.erase(tx, berit)
    backups.make(office, NOW.replace(hour=20))
    office.close()
    assert made.path.parent == backups_of(office.path)
    there, mentors, pairs = restored(made, tmp_path / "new.db")
    assert berit not in there
    assert (mentors, pairs) == (0, 0)


def test_whoever_was_deleted_and_removed_after_thirty_days_stays_so(office: Database) -> None:
    with office.write("Mona", NOW) as tx:
        berit = register(tx, mentor("Berit Moen"))
    made = backups.make(office, NOW).first
    with office.write("Mona", NOW) as tx:
        people.delete(tx, berit)
    with office.write("Mona", NOW.replace(year=2027)) as tx:
        assert deleted.purge_overdue(tx)
    office.close()
    assert restored(made, office.path)[0] == []
