"""An older copy in the place of an encrypted office is told, once and with both dates."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from mentorapp.domain.errors import OfficeDamaged
from mentorapp.domain.key_errors import OlderThanSeen
from mentorapp.operations import backups, last_seen, offices, restoring, unlocking, ways_in
from mentorapp.storage.recognition import slots_path
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from tests.encrypted_offices import MONAS, made, mona, with_ola
from tests.mentorapp.cli.running import Mentorctl

MONDAY, TUESDAY = (datetime(2026, 11, day, 9, 30, tzinfo=UTC) for day in (23, 24))


@pytest.fixture
def office(tmp_path: Path, fresh_home: Path) -> Path:
    path = made(tmp_path / "office.db")
    rename(path, "Storevik", MONDAY)
    return path


def rename(path: Path, name: str, now: datetime) -> None:
    with closing(mona(path)) as database, database.write("", now) as tx:
        offices.save(tx, replace(offices.read(tx), name=name))


def warning(path: Path) -> OlderThanSeen | None:
    with closing(mona(path)) as database:
        told = database.warning
    assert told is None or isinstance(told, OlderThanSeen)
    return told


def test_the_office_as_it_was_left_or_as_it_went_on_elsewhere_is_nothing_to_tell(
    office: Path,
) -> None:
    assert warning(office) is None
    noted = last_seen.end(office)
    rename(office, "Lillevik", TUESDAY)
    assert last_seen.end(office) != noted
    assert warning(office) is None


def test_yesterdays_file_in_its_place_is_told_with_both_dates_and_once(
    office: Path, tmp_path: Path
) -> None:
    copyfile(office, tmp_path / "yesterday")
    rename(office, "Lillevik", TUESDAY)
    copyfile(tmp_path / "yesterday", office)
    told = warning(office)
    assert told is not None
    assert (told.seen, told.here, told.elsewhere) == (TUESDAY, MONDAY, None)
    assert warning(office) is None


def test_where_the_newer_file_was_open_is_told_unless_it_was_in_this_place(
    office: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "share" / "office.db"
    moved.parent.mkdir()
    for path in (office, slots_path(office)):
        copyfile(path, moved.with_name(path.name))
    rename(moved, "Lillevik", TUESDAY)
    told = warning(office)
    assert told is not None
    assert told.elsewhere == moved
    assert explain(Words("en"), told).endswith(f"The newer one was open as “{moved}”.")


def test_so_is_one_that_went_another_way_from_there(office: Path, tmp_path: Path) -> None:
    copyfile(office, tmp_path / "yesterday")
    rename(office, "Lillevik", TUESDAY)
    copyfile(tmp_path / "yesterday", office)
    keys = unlocking.keys_by_passphrase(office, MONAS)
    with closing(offices.open_office(office, keys=keys)) as elsewhere:
        for _ in range(3):
            with elsewhere.write("Mona", MONDAY) as tx:
                now = offices.read(tx)
                offices.save(tx, replace(now, name=now.name + "!"))
    assert warning(office) is not None


def test_a_backup_that_was_put_back_on_purpose_is_not(office: Path) -> None:
    with closing(mona(office)) as database:
        backup, keys = backups.make(database, MONDAY).first, database.keys
    rename(office, "Lillevik", TUESDAY)
    restoring.restore(backup.path, office, keys, "Mona", TUESDAY)
    assert warning(office) is None


def test_other_keys_of_the_same_office_are_nothing_to_tell(office: Path) -> None:
    with closing(mona(office)) as database:
        ways_in.remove(database, with_ola(database).id, TUESDAY.date())
    assert warning(office) is None


def test_it_is_said_on_the_command_line(office: Path, tmp_path: Path) -> None:
    copyfile(office, tmp_path / "yesterday")
    rename(office, "Lillevik", TUESDAY)
    copyfile(tmp_path / "yesterday", office)
    passphrase = tmp_path / "monas"
    passphrase.write_text(MONAS, encoding="utf-8")
    ran = Mentorctl(office)("office", "show", "--passphrase-file", passphrase)
    assert ran.code == 0
    assert "not the office as it was last open on this PC" in ran.err


def test_what_cannot_be_noted_keeps_nobody_from_the_office(office: Path) -> None:
    folder = offices.own_folder() / "last-seen"
    (noted,) = folder.iterdir()
    noted.write_text("{")
    assert warning(office) is None


def test_a_flipped_bit_anywhere_keeps_the_office_closed(office: Path) -> None:
    with office.open("r+b") as file:
        file.seek(-2000, 2)
        byte = file.read(1)
        file.seek(-2000, 2)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(OfficeDamaged):
        mona(office)
