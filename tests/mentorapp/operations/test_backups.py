"""An office is backed up by itself, in two places, and somebody is told when it is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.operations import Database, backups, offices, restoring
from mentorapp.storage import records, schema
from mentorapp.storage.backup_folder import backups_of, read_state, write_state
from tests.sealed_office import MONA, make, opened

NOW = datetime(2026, 11, 27, 14, 30, 5, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    database = offices.open_office(tmp_path / "office.db")
    yield database
    database.close()


def rename(database: Database, name: str) -> None:
    with database.write("Mona") as tx:
        offices.save(tx, replace(offices.read(tx), name=name))


def test_it_is_backed_up_when_it_was_changed_and_half_an_hour_has_gone(office: Database) -> None:
    assert backups.make_if_due(office, NOW) is not None
    assert backups.make_if_due(office, NOW + timedelta(hours=1)) is None
    rename(office, "Tromsø")
    assert backups.make_if_due(office, NOW + timedelta(minutes=29)) is None
    assert backups.make_if_due(office, NOW + timedelta(minutes=31)) is not None
    assert len(restoring.of_office(office.path)) == 2


def test_at_the_end_only_what_is_in_no_backup_is_backed_up(office: Database) -> None:
    assert backups.make_if_changed(office, NOW) is not None
    assert backups.make_if_changed(office, NOW + timedelta(seconds=1)) is None
    rename(office, "Tromsø")
    assert backups.make_if_changed(office, NOW + timedelta(seconds=2)) is not None


def test_one_dated_in_the_future_is_not_gone_by(office: Database) -> None:
    backups.make(office, NOW + timedelta(days=300))
    rename(office, "Tromsø")
    assert backups.status(office.path, NOW).overdue
    assert backups.make_if_due(office, NOW) is not None
    rename(office, "Bodø")
    assert backups.make_if_due(office, NOW + timedelta(minutes=1)) is None
    assert backups.status(office.path, NOW + timedelta(days=1)).newest == NOW
    assert backups.status(office.path, NOW + timedelta(days=8)).overdue


def test_a_restored_office_is_another_one_than_its_newest_backup(office: Database) -> None:
    made = backups.make(office, NOW)
    office.close()
    restoring.restore(made.first.path, office.path, None, "Mona", NOW)
    opened = offices.open_office(office.path)
    assert backups.is_changed(opened, NOW)
    opened.close()


def test_an_example_office_is_not_backed_up_by_itself(tmp_path: Path) -> None:
    example = offices.open_office(tmp_path / "office.db", is_example=True)
    assert backups.make_if_changed(example, NOW) is None
    example.close()


def test_one_that_has_accounts_is_backed_up_as_any(tmp_path: Path) -> None:
    make(tmp_path / "office.db")
    with opened(tmp_path / "office.db", MONA) as example:
        with example.write("mona") as tx:
            records.amend(tx, replace(offices.read(tx), is_example=True))
        assert backups.make_if_due(example, NOW) is not None


def test_a_second_place_gets_every_backup_in_a_folder_of_the_office(
    office: Database, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    own = backups.set_second(office, stick)
    assert own is not None
    assert own.parent == stick
    made = backups.make(office, NOW)
    assert made.second is not None
    assert made.second.path == own / made.first.path.name
    assert [one.path for one in restoring.in_folder(stick)] == [made.second.path]
    # Choosing the same folder again, or the one inside, changes nothing.
    assert backups.set_second(office, own) == own
    assert [one.in_second_place for one in restoring.of_office(office.path)] == [False]
    rmtree(backups_of(office.path) / "", ignore_errors=True)


def test_a_second_place_that_is_gone_is_told_and_not_made_again(
    office: Database, tmp_path: Path
) -> None:
    own = backups.set_second(office, tmp_path / "stick")
    assert own is not None
    rmtree(tmp_path / "stick")
    made = backups.make(office, NOW)
    assert made.second is None
    assert made.trouble is not None
    assert made.trouble.reason == FileTrouble.NOT_THERE
    assert backups.status(office.path, NOW).second_missing
    assert not (tmp_path / "stick").exists()


def test_when_the_first_place_is_lost_the_second_has_them(office: Database, tmp_path: Path) -> None:
    backups.set_second(office, tmp_path / "stick")
    made = backups.make(office, NOW)
    made.first.path.unlink()
    assert [one.in_second_place for one in restoring.of_office(office.path)] == [True]


def test_a_second_place_where_nothing_can_be_written_is_refused(
    office: Database, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWriteFile):
        backups.set_second(office, tmp_path / "file")
    assert backups.set_second(office, None) is None


def test_who_may_not_change_settings_may_not_move_the_second_place(
    office: Database, tmp_path: Path
) -> None:
    office.who = Who("Ola", frozenset({Role.COORDINATOR}))
    with pytest.raises(NotAllowed):
        backups.set_second(office, tmp_path / "stick")


def test_the_status_tells_what_is_wrong(office: Database, tmp_path: Path) -> None:
    assert backups.status(office.path, NOW).overdue
    backups.make(office, NOW)
    fresh = backups.status(office.path, NOW + timedelta(days=6))
    assert not fresh.overdue
    assert fresh.newest == NOW
    assert not fresh.drill_due
    late = backups.status(office.path, NOW + timedelta(days=32))
    assert late.overdue
    assert late.drill_due
    backups.set_second(office, tmp_path / "stick")
    assert backups.status(office.path, NOW).second_on_same_disk


def test_a_state_that_is_damaged_is_as_if_nothing_was_chosen(office: Database) -> None:
    write_state(office.path, read_state(office.path))
    (backups_of(office.path) / "state.json").write_text("[1,")
    assert backups.status(office.path, NOW).second is None


def test_an_office_of_an_older_program_is_kept_before_it_is_brought_up_to_date(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.close()
    kept: list[str] = []
    monkeypatch.setattr(schema, "HEAD", "9999")
    monkeypatch.setattr(schema, "upgrade", lambda _connection: kept.append("brought up to date"))

    offices.open_office(office.path).close()

    assert kept == ["brought up to date"]
    assert len(restoring.of_office(office.path)) == 1


def test_an_older_office_that_cannot_be_kept_stays_as_it_is(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.close()
    backups_of(office.path).write_text("in the way")
    monkeypatch.setattr(schema, "HEAD", "9999")
    monkeypatch.setattr(schema, "upgrade", lambda _connection: pytest.fail("not kept before"))

    with pytest.raises(CannotWriteFile):
        offices.open_office(office.path)
