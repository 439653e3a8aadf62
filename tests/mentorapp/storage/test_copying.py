"""An office that lies where it can only be read is copied as it is, log and keys and all."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from mentorapp.domain.errors import CannotWriteFile, FileTrouble, OfficeNotOpened
from mentorapp.domain.organisations import Organisation
from mentorapp.storage import backups, copying, key_file, records
from mentorapp.storage.copying import copy_office
from mentorapp.storage.database import open_database
from mentorapp.storage.erasure_file import erasures_path
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.recognition import slots_path
from tests import factories as make
from tests.mentorapp.storage.test_key_file import slots

KEYS = OfficeKeys.new()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """In a folder kept in step, left there by a program that was killed after a save."""
    alive = tmp_path / "alive.db"
    with closing(open_database(alive, keys=KEYS)) as database:
        with database.write("Mona") as tx:
            records.add(tx, make.an_organisation(name="Lillevik"))
        path = tmp_path / "Dropbox" / "office.db"
        path.parent.mkdir()
        for ending in ("", "-wal"):
            copyfile(f"{alive}{ending}", f"{path}{ending}")
    key_file.write(path, slots(), KEYS)
    erasures_path(path).write_text("")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "here" / "office.db"


def test_the_copy_is_whole_and_can_be_written(office: Path, target: Path) -> None:
    before = {one: one.read_bytes() for one in office.parent.iterdir()}
    copy_office(office, target)
    assert slots_path(target).exists()
    assert erasures_path(target).exists()
    with closing(open_database(target, create=False, keys=KEYS)) as opened:
        assert not opened.read_only
        with opened.read() as tx:
            assert [one.name for one in records.find(tx, Organisation)] == ["Lillevik"]
    assert {one: one.read_bytes() for one in office.parent.iterdir()} == before


@pytest.mark.parametrize("there", [lambda path: path, slots_path])
def test_nothing_is_written_over(office: Path, target: Path, there: Callable[[Path], Path]) -> None:
    target.parent.mkdir()
    there(target).write_text("mine")
    with pytest.raises(CannotWriteFile) as refused:
        copy_office(office, target)
    assert refused.value.reason == FileTrouble.IS_THERE
    assert [one.name for one in target.parent.iterdir()] == [there(target).name]
    assert there(target).read_text() == "mine"


def test_another_place_of_that_kind_is_refused(office: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile) as refused:
        copy_office(office, tmp_path / "OneDrive" / "office.db")
    assert refused.value.reason == FileTrouble.SYNCED
    with pytest.raises(OfficeNotOpened):
        copy_office(tmp_path / "nothing.db", tmp_path / "here.db")


def test_of_an_office_that_is_written_to_meanwhile_no_copy_is_left(
    office: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copied(source: Path, copy: Path) -> None:
        copyfile(source, copy)
        with source.open("ab") as file:
            file.write(b"more")

    monkeypatch.setattr(backups, "copy_exactly", copied)
    with pytest.raises(CannotWriteFile):
        copying.copy_office(office, target)
    assert [one.name for one in target.parent.iterdir()] == ["office.db.lock"]
