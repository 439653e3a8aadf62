"""``backup``, ``restore`` and ``backups``: nothing of an office is lost for good."""

from pathlib import Path
from shutil import rmtree

from tests.mentorapp.cli.conftest import MENTORS, WriteFile
from tests.mentorapp.cli.running import Mentorctl


def name(office: Mentorctl, text: str) -> None:
    assert office("office", "change", "--name", text).code == 0


def name_of(office: Mentorctl) -> str:
    return str(office("office", "show", "--json").json["name"])


def test_an_office_that_was_spoilt_is_restored(empty: Mentorctl) -> None:
    name(empty, "Lillevik")
    assert "Backed up and checked" in empty("backup").out
    empty.office.write_bytes(b"spoilt by something" * 500)
    assert empty("office", "show").code == 4

    told = empty("restore")

    assert told.lines[0] == f"The backup is in its place: {empty.office}"
    assert name_of(empty) == "Lillevik"
    (kept,) = empty.office.with_name(f"{empty.office.name}.replaced").iterdir()
    assert (kept / empty.office.name).read_bytes().startswith(b"spoilt")


def test_a_named_backup_is_restored_from_the_second_place(empty: Mentorctl, tmp_path: Path) -> None:
    name(empty, "Lillevik")
    folder = empty("backups", "place", tmp_path / "stick", "--json").json["second"]
    assert folder.startswith(str(tmp_path / "stick"))
    assert len(empty("backup", "--json").json["files"]) == 2
    name(empty, "Storvik")
    rmtree(empty.office.with_name(f"{empty.office.name}.backups"))
    empty.office.unlink()
    (found,) = empty("backups", "list", "--in", tmp_path / "stick", "--json").json
    assert not found["encrypted"]

    assert empty("restore", found["file"], "--json").json["gone_again"] == 0

    assert name_of(empty) == "Lillevik"


def test_backups_are_listed_and_the_status_tells_what_is_missing(empty: Mentorctl) -> None:
    assert empty("backups", "list").lines == ["There is nothing to show yet."]
    assert "The office was never backed up." in empty("backups", "status").lines
    empty("restore").refused("There is no backup yet")
    empty("backup")
    listed = empty("backups", "list")
    assert "beside the office" in listed.out
    assert "MB" in listed.out
    status = empty("backups", "status")
    assert "Second place: none chosen" in status.lines
    assert "Choose a second place" in status.out
    assert empty("backups", "place", "--none").lines == ["There is no second place now."]


def test_a_restore_is_tried_out(empty: Mentorctl) -> None:
    empty("backup")
    told = empty("backups", "drill")
    assert "is the same as the office" in told.lines[0]
    assert "People: 0 in the backup, 0 in the office" in told.lines
    name(empty, "Lillevik")
    assert empty("backups", "drill", "--json").json["changed_since"]


def test_before_an_import_the_office_is_backed_up(empty: Mentorctl, write: WriteFile) -> None:
    assert empty("import", "mentors", write("m.csv", MENTORS)).code == 0
    assert len(empty("backups", "list", "--json").json) == 1
    empty("restore")
    assert empty("people", "--json").json == []


def test_a_second_place_that_is_gone_is_told_and_the_first_gets_its_backup(
    empty: Mentorctl, tmp_path: Path
) -> None:
    empty("backups", "place", tmp_path / "stick")
    rmtree(tmp_path / "stick")
    told = empty("backup", "--json")
    assert told.code == 0
    assert told.err
    assert len(told.json["files"]) == 1
    assert "Is a stick to be put in?" in empty("backups", "status").out
