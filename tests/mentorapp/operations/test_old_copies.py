"""Copies that open by what was taken away are found and removed; what is worth keeping stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.errors import OfficeDamaged
from mentorapp.domain.key_errors import NotEncrypted
from mentorapp.operations import Database, backups, offices, old_copies, restoring, ways_in
from mentorapp.storage.recognition import slots_path
from tests.encrypted_offices import MONAS, made, mona, with_ola

THEN = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
LATER = THEN + timedelta(hours=1)
NOW = THEN + timedelta(hours=2)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    """Backed up in both places before somebody was removed, and after."""
    database = mona(made(tmp_path / "office.db"))
    ola = with_ola(database)
    backups.set_second(database, tmp_path / "stick")
    backups.make(database, THEN)
    ways_in.remove(database, ola.id, THEN.date())
    backups.make(database, LATER)
    yield database
    database.close()


def test_those_of_before_are_found_in_both_places(office: Database) -> None:
    left = old_copies.left(office)
    assert [one.made for one in left] == [THEN, THEN]
    assert sorted(one.in_second_place for one in left) == [False, True]


def test_they_go_with_their_keys_and_a_new_backup_is_there(office: Database) -> None:
    gone = [one.path for one in old_copies.left(office)]
    assert old_copies.remove(office, NOW).gone == 2
    assert not any(one.exists() or slots_path(one).exists() for one in gone)
    assert old_copies.left(office) == []
    assert {one.made for one in restoring.of_office(office.path)} == {LATER, NOW}


def test_what_came_after_a_backup_that_was_restored_is_not_old(office: Database) -> None:
    (first,) = {one.path for one in old_copies.left(office) if not one.in_second_place}
    path = office.path
    office.close()
    keys = restoring.by_passphrase(first, path, MONAS)
    assert restoring.restore(first, path, keys, "Mona", NOW).keys_of_then
    again = mona(path)
    assert old_copies.left(again) == []
    again.close()


def test_a_damaged_office_keeps_them_and_so_does_who_may_not(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(database: Database) -> None:
        raise OfficeDamaged(database.path)

    monkeypatch.setattr(Database, "look_over", damaged)
    with pytest.raises(OfficeDamaged):
        old_copies.remove(office, NOW)
    office.who = Who("Ola", frozenset({Role.COORDINATOR}))
    with pytest.raises(NotAllowed):
        old_copies.remove(office, NOW)
    assert len(old_copies.left(office)) == 2


def test_an_office_in_plain_text_has_none(tmp_path: Path) -> None:
    database = offices.open_office(tmp_path / "plain.db")
    with pytest.raises(NotEncrypted):
        old_copies.left(database)
    database.close()
