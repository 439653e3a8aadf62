"""What an office that was encrypted later left in plain text is found and removed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.errors import OfficeDamaged
from mentorapp.domain.key_errors import NotEncrypted
from mentorapp.operations import Database, backups, keys, offices, plain_copies, restoring
from mentorapp.storage import backups as copies
from mentorapp.storage import recognition
from mentorapp.storage.backup_folder import backups_of, replaced_of
from tests.encrypted_offices import FIRST, QUICK

THEN = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)
NOW = THEN + timedelta(hours=1)
HEADER = b"SQLite format 3\x00"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    """Backed up in both places and restored once, then encrypted."""
    path = tmp_path / "office.db"
    database = offices.open_office(path)
    backups.set_second(database, tmp_path / "stick")
    made = backups.make(database, THEN)
    database.close()
    restoring.restore(made.first.path, path, None, "Mona", THEN)
    database = offices.open_office(path)
    keys.encrypt(database, FIRST, THEN, QUICK)
    yield database
    database.close()


def in_plain_text(folder: Path) -> list[Path]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return [one for one in files if one.read_bytes().startswith(HEADER)]


def test_they_are_found_in_both_places_and_where_a_restore_put_one_aside(office: Database) -> None:
    left = plain_copies.left(office)
    assert {one.path for one in left} == set(in_plain_text(office.path.parent))
    assert sorted(one.in_second_place for one in left) == [False, False, True]
    assert backups.status(office.path, NOW).in_plain_text == 3


def test_they_are_gone_and_an_encrypted_backup_lies_in_their_place(office: Database) -> None:
    done = plain_copies.remove(office, NOW)
    assert (done.gone, done.left) == (3, ())
    assert in_plain_text(office.path.parent) == []
    assert not list(replaced_of(office.path).iterdir())
    for found in restoring.of_office(office.path):
        copies.check(found.path, office.keys)
    assert backups.status(office.path, NOW).in_plain_text == 0


def test_those_in_the_second_place_stay_until_there_is_a_new_one(office: Database) -> None:
    second = backups.status(office.path, NOW).second
    assert second is not None
    new = second / f"office-{NOW:%Y%m%dT%H%M%SZ}.backup.part"
    new.mkdir()  # in the way of the new one
    done = plain_copies.remove(office, NOW)
    assert done.gone == 2
    assert [one.in_second_place for one in done.left] == [True]
    assert len(in_plain_text(second)) == 1
    rmtree(second)
    assert plain_copies.left(office) == []


def test_a_damaged_office_keeps_them(office: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(database: Database) -> None:
        raise OfficeDamaged(database.path)

    monkeypatch.setattr(Database, "look_over", damaged)
    with pytest.raises(OfficeDamaged):
        plain_copies.remove(office, NOW)
    assert len(plain_copies.left(office)) == 3


def test_nobody_removes_them_who_may_not_change_settings(office: Database) -> None:
    office.who = Who("Ola", frozenset({Role.COORDINATOR}))
    with pytest.raises(NotAllowed):
        plain_copies.remove(office, NOW)


def test_links_are_not_followed(office: Database, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "office.db").write_bytes(HEADER)
    (replaced_of(office.path) / "link").symlink_to(elsewhere)
    plain_copies.remove(office, NOW)
    assert (elsewhere / "office.db").exists()


def test_one_that_goes_meanwhile_is_not_told(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_plain = recognition.is_plain

    def and_goes(path: Path) -> bool:
        told = is_plain(path)
        if path.parent == backups_of(office.path):
            path.unlink()
        return told

    monkeypatch.setattr(recognition, "is_plain", and_goes)
    assert backups.status(office.path, NOW).in_plain_text == 2
    assert len(plain_copies.left(office)) == 2


def test_an_office_in_plain_text_has_none_and_removes_none(tmp_path: Path) -> None:
    database = offices.open_office(tmp_path / "plain.db")
    backups.make(database, THEN)
    assert plain_copies.left(database) == []
    with pytest.raises(NotEncrypted):
        plain_copies.remove(database, NOW)
    database.close()
    assert in_plain_text(backups_of(database.path))
