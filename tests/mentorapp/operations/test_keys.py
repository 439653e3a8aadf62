"""An office is encrypted from the beginning or later, and never half."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.errors import CannotWriteFile, OfficeNotOpened
from mentorapp.domain.key_errors import EncryptedAlready, PassphraseWeak
from mentorapp.domain.office import Office
from mentorapp.operations import keys, offices, unlocking
from mentorapp.operations.offices import NewOffice
from tests.encrypted_offices import FIRST, MONAS, QUICK, made, mona

MARKER = "ZZHEMMELIG"


def test_a_weak_passphrase_makes_no_office(tmp_path: Path) -> None:
    new = NewOffice(tmp_path / "office.db", Office(name="Lillevik"), ())
    with pytest.raises(PassphraseWeak):
        keys.make(new, keys.FirstWays("Mona", "Lillevik Mona", FIRST.recovery))
    assert list(tmp_path.iterdir()) == []


def test_an_office_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    office = made(tmp_path / "office.db")
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(CannotWriteFile):
        keys.make(NewOffice(office, Office(), ()), FIRST, QUICK)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["office.db.keys", "office.db.keys.next"])
def test_keys_without_their_office_are_not_written_over(tmp_path: Path, name: str) -> None:
    office = made(tmp_path / "office.db")
    office.with_name("office.db.keys").rename(tmp_path / name)
    office.unlink()
    before = (tmp_path / name).read_bytes()
    new = NewOffice(office, Office(name="Lillevik"), ())
    with pytest.raises(CannotWriteFile, match=f"'{name}'"):
        keys.make(new, FIRST, QUICK)
    with pytest.raises(CannotWriteFile, match=f"'{name}'"):
        offices.make(new, "Mona")
    assert (tmp_path / name).read_bytes() == before
    assert not office.exists()


def test_what_goes_wrong_while_it_is_made_leaves_nothing(tmp_path: Path) -> None:
    new = NewOffice(tmp_path / "office.db", Office(name="Lillevik"), ())
    (tmp_path / "office.db.lock").mkdir()
    with pytest.raises(OfficeNotOpened):
        keys.make(new, FIRST, QUICK)
    assert [one.name for one in tmp_path.iterdir()] == ["office.db.lock"]


def test_two_recovery_keys_are_never_the_same() -> None:
    assert keys.new_recovery_key() != keys.new_recovery_key()


def test_an_office_begun_in_plain_text_is_encrypted_later_and_holds_the_same(
    office_file: Path,
) -> None:
    with closing(offices.open_office(office_file)) as database:
        with database.write("Mona") as tx:
            before = offices.save(tx, replace(offices.read(tx), name=MARKER))
        keys.encrypt(database, FIRST, stretching=QUICK)
        assert database.who.name == "Mona"
        with database.read() as tx:
            assert offices.read(tx) == before
    assert MARKER.encode() not in b"".join(
        one.read_bytes() for one in office_file.parent.iterdir() if one.is_file()
    )
    assert unlocking.is_encrypted(office_file)
    with closing(mona(office_file)) as again:
        again.check()
        with again.read() as tx:
            assert offices.read(tx) == before


def test_it_is_encrypted_once(tmp_path: Path) -> None:
    with closing(mona(made(tmp_path / "office.db"))) as database:
        with pytest.raises(EncryptedAlready):
            keys.encrypt(database, FIRST, stretching=QUICK)
        assert unlocking.keys_by_passphrase(database.path, MONAS) == database.keys
