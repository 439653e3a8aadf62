"""Whatever is killed while an office gets other keys, it opens afterwards with one of the two."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.operations import keys, offices, unlocking, ways_in
from mentorapp.storage import key_file
from mentorapp.storage.recognition import is_plain, slots_path
from tests.encrypted_offices import FIRST, MONAS, OLAS, QUICK, made, mona, with_ola

TODAY = date(2026, 11, 27)


class Killed(BaseException):
    """The program ends here: nothing after it is done, not even tidying up."""


@pytest.fixture
def kill(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], None]:
    def at(place: object, name: str) -> None:
        def dies(*_args: object) -> None:
            raise Killed

        monkeypatch.setattr(place, name, dies)

    return at


def remove_ola(path: Path) -> None:
    with closing(mona(path)) as database:
        ola = with_ola(database)
        with pytest.raises(Killed):
            ways_in.remove(database, ola.id, TODAY)


def test_killed_before_the_files_are_exchanged_the_old_one_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill: Callable[[object, str], None]
) -> None:
    path = made(tmp_path / "office.db")
    kill(key_file, "sync_file")
    remove_ola(path)
    monkeypatch.undo()
    assert slots_path(path).with_name("office.db.keys.next").exists()
    unlocking.by_passphrase(path, OLAS).close()
    mona(path).close()
    assert not slots_path(path).with_name("office.db.keys.next").exists()


def test_killed_after_it_the_new_one_does_and_not_for_who_was_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill: Callable[[object, str], None]
) -> None:
    path = made(tmp_path / "office.db")
    kill(key_file, "take_next")
    remove_ola(path)
    monkeypatch.undo()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(path, OLAS)
    with closing(mona(path)) as database:
        assert [one.account.name for one in ways_in.all_ways(database)] == ["Mona"]
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(path, OLAS)


def test_who_comes_in_or_agrees_meanwhile_changes_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "office.db")
    sync = key_file.sync_file

    def somebody_else(copy: Path) -> None:
        before = sorted(one.name for one in tmp_path.iterdir())
        unlocking.keys_by_passphrase(path, MONAS)
        assert sorted(one.name for one in tmp_path.iterdir()) == before
        assert "office.db.keys.next" in before
        sync(copy)

    with closing(mona(path)) as database:
        ola = with_ola(database)
        monkeypatch.setattr(key_file, "sync_file", somebody_else)
        ways_in.remove(database, ola.id, TODAY)
        assert len(ways_in.all_ways(database)) == 1
    mona(path).close()


def test_slots_that_cannot_be_put_in_place_wait_and_are_the_right_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "office.db")

    def full(*_args: object) -> None:
        raise CannotWriteFile("office.db.keys", FileTrouble.FULL)

    with closing(mona(path)) as database:
        ola = with_ola(database)
        monkeypatch.setattr(key_file, "write", full)
        ways_in.remove(database, ola.id, TODAY)
        monkeypatch.undo()
        assert len(ways_in.all_ways(database)) == 1
        assert unlocking.keys_by_passphrase(path, MONAS) == database.keys
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(path, OLAS)
    mona(path).close()
    assert not slots_path(path).with_name("office.db.keys.next").exists()


def test_slots_left_waiting_open_nothing_once_others_have_the_key(tmp_path: Path) -> None:
    path = made(tmp_path / "office.db")
    with closing(mona(path)) as database:
        before = slots_path(path).read_bytes()
        account = ways_in.all_ways(database)[0].account
        ways_in.give_passphrase(database, account.id, OLAS)
        slots_path(path).with_name("office.db.keys.next").write_bytes(before)
        with pytest.raises(NoSlotOpens):
            unlocking.keys_by_passphrase(path, MONAS)
        assert unlocking.keys_by_passphrase(path, OLAS) == database.keys


@pytest.mark.parametrize(("at", "plain"), [("sync_file", True), ("take_next", False)])
def test_killed_while_it_is_encrypted_an_office_is_plain_or_encrypted_and_opens(
    office_file: Path,
    at: str,
    plain: bool,
    monkeypatch: pytest.MonkeyPatch,
    kill: Callable[[object, str], None],
) -> None:
    kill(key_file, at)
    database = offices.open_office(office_file)
    with pytest.raises(Killed):
        keys.encrypt(database, FIRST, stretching=QUICK)
    database.close()
    monkeypatch.undo()
    assert is_plain(office_file) is plain
    assert unlocking.is_encrypted(office_file) is not plain
    if plain:
        offices.open_office(office_file).close()
    else:
        with pytest.raises(NoSlotOpens):
            unlocking.by_passphrase(office_file, OLAS)
        unlocking.by_passphrase(office_file, MONAS).close()


def test_nothing_of_the_copy_is_left_when_it_could_not_be_made(
    tmp_path: Path, kill: Callable[[object, str], None]
) -> None:
    path = made(tmp_path / "office.db")
    kill(key_file, "write_next")
    remove_ola(path)
    assert not any("rekeying" in one.name for one in tmp_path.iterdir())
    mona(path).close()
