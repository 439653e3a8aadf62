"""Who may come in, said on the command line; passphrases are typed unseen or read from a file."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorapp.cli import asking
from mentorapp.domain import recovery_key
from mentorapp.operations import offices, unlocking
from mentorapp.storage import records
from mentorapp.storage.key_slots import KeySlots
from tests.encrypted_offices import FIRST, MONAS, OLAS, QUICK, made
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

KARIS = "tolv blå hester på taket"
Typing = Callable[[Iterable[str]], list[str]]


@pytest.fixture
def mentorctl(tmp_path: Path) -> Mentorctl:
    return Mentorctl(made(tmp_path / "office.db"))


@pytest.fixture
def monas(write: WriteFile) -> tuple[str, Path]:
    return "--passphrase-file", write("monas", MONAS + "\n")


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Somebody at the keyboard types these answers; gives what he was asked."""

    def typed(answers: Iterable[str]) -> list[str]:
        left, asked = iter(answers), list[str]()

        def answer(prompt: str = "") -> str:
            asked.append(prompt)
            return next(left)

        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr(asking, "getpass", answer)
        monkeypatch.setattr("builtins.input", answer)
        return asked

    return typed


def an_hour_old(backup: str) -> str:
    """The backup, with its keys, as if it had been made then."""
    made = datetime.now(UTC) - timedelta(hours=1)
    older = str(Path(backup).with_name(f"office-{made:%Y%m%dT%H%M%SZ}.backup"))
    for ending in ("", ".keys"):
        Path(backup + ending).rename(older + ending)
    return older


def opens(office: Path, passphrase: str) -> str:
    database = unlocking.by_passphrase(office, passphrase)
    database.close()
    return database.who.name


def test_an_encrypted_office_asks_for_the_passphrase(mentorctl: Mentorctl, typing: Typing) -> None:
    asked = typing([MONAS])
    assert mentorctl("office", "show", "--json").json["name"] == "Lillevik"
    assert asked == ["Passphrase: "]


def test_without_anybody_to_ask_it_says_what_is_missing(mentorctl: Mentorctl) -> None:
    mentorctl("today").refused("locked", "passphrase", code=4)


def test_a_wrong_passphrase_is_told_with_a_way_out(mentorctl: Mentorctl, write: WriteFile) -> None:
    wrong = write("wrong", OLAS)
    mentorctl("today", "--passphrase-file", wrong).refused("recovery key", code=4)


def test_a_file_that_is_not_there_is_told(mentorctl: Mentorctl, tmp_path: Path) -> None:
    mentorctl("today", "--passphrase-file", tmp_path / "none").refused("none")


def test_a_script_gives_it_on_standard_input(
    mentorctl: Mentorctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.readline", lambda: MONAS + "\r\n", raising=False)
    assert mentorctl("check", "--json", "--passphrase-file", "-").json["sound"] is True


def test_who_works_stands_in_the_audit_by_her_accounts_name(
    mentorctl: Mentorctl, monas: tuple[str, Path]
) -> None:
    assert mentorctl("office", "change", "--name", "Storevik", *monas).code == 0
    with unlocking.by_passphrase(mentorctl.office, MONAS).read() as tx:
        office = offices.read(tx)
        assert records.traces(tx, office.id)[-1].actor == "Mona"


def test_somebody_is_let_in_changed_and_removed(
    mentorctl: Mentorctl, monas: tuple[str, Path], write: WriteFile
) -> None:
    olas = write("olas", OLAS)
    roles = ("--role", "coordinator", "--scheme", "buddy")
    mentorctl("keys", "add", "Ola", *roles, "--new-passphrase-file", olas, *monas)
    assert opens(mentorctl.office, OLAS) == "Ola"
    changed = mentorctl("keys", "change", "ola", "--protected", "confidential", *monas, "--json")
    assert changed.json["protected"] == "confidential"
    listed = mentorctl("keys", "list", *monas)
    assert any("Ola" in line and "coordinator" in line and "buddy" in line for line in listed.lines)
    assert [line.split()[-1] for line in listed.lines[2:]] == ["Yes", "Yes"]
    before = an_hour_old(*mentorctl("backup", *monas, "--json").json["files"])
    removed = mentorctl("keys", "remove", "Ola", *monas)
    assert "still opens with the passphrases" in removed.lines[1]
    assert before in removed.lines[2]
    assert mentorctl("backups", "old", *monas).lines == removed.lines[1:]
    assert mentorctl("backups", "old", "--remove", *monas).lines[0] == "1 copy is removed."
    assert not Path(before).exists()
    (left,) = mentorctl("backups", "old", *monas).lines
    assert left.startswith("No copy")
    (left,) = mentorctl("keys", "list", *monas, "--json").json
    assert (left["name"], left["passphrase"]) == ("Mona", True)
    mentorctl("today", "--passphrase-file", olas).refused("does not open", code=4)
    mentorctl("keys", "remove", "Ola", *monas).refused("Ola", "Mona")
    karis = write("karis", KARIS)
    reopened = mentorctl("keys", "reopen", "ola", "--new-passphrase-file", karis, *monas, "--json")
    assert (reopened.json["name"], reopened.json["schemes"]) == ("Ola", ["buddy"])
    assert opens(mentorctl.office, KARIS) == "Ola"


def test_she_takes_another_passphrase_herself(mentorctl: Mentorctl, typing: Typing) -> None:
    typing([MONAS, KARIS, OLAS])
    mentorctl("keys", "change").refused("not the same")
    asked = typing([MONAS, KARIS, KARIS])
    assert mentorctl("keys", "change").code == 0
    assert asked == ["Passphrase: ", "New passphrase: ", "Once more: "]
    assert opens(mentorctl.office, KARIS) == "Mona"


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key(
    mentorctl: Mentorctl, write: WriteFile
) -> None:
    key = write("key", " ".join(recovery_key.printed(FIRST.recovery)))
    new = ("--new-passphrase-file", write("new", KARIS))
    assert (
        mentorctl("keys", "recover", "--recovery-key-file", key, *new).lines[0].startswith("Mona")
    )
    assert opens(mentorctl.office, KARIS) == "Mona"
    wrong = write("wrong", "00000" * 8)
    mentorctl("keys", "recover", "--recovery-key-file", wrong, *new).refused("Group 1", code=3)


def test_with_several_accounts_it_has_to_be_said_whose_passphrase_is_new(
    mentorctl: Mentorctl, write: WriteFile, monas: tuple[str, Path]
) -> None:
    olas = ("--new-passphrase-file", write("olas", OLAS))
    mentorctl("keys", "add", "Ola", "--role", "reader", *olas, *monas)
    key = write("key", " ".join(recovery_key.printed(FIRST.recovery)))
    mentorctl("keys", "recover", "--recovery-key-file", key).refused("Mona, Ola")


def test_the_new_recovery_key_is_shown_once_and_typed_back(
    mentorctl: Mentorctl, monkeypatch: pytest.MonkeyPatch, typing: Typing
) -> None:
    monkeypatch.setattr("mentorapp.operations.keys.token_bytes", bytes)
    groups = recovery_key.printed(bytes(20))
    typing([MONAS, groups[1], groups[2]])
    assert "Group 7" in mentorctl("keys", "renew").err
    unlocking.keys_by_recovery_key(mentorctl.office, FIRST.recovery)
    typing([MONAS, groups[1].lower(), groups[6]])
    ran = mentorctl("keys", "renew")
    assert groups[0] in ran.out
    unlocking.keys_by_recovery_key(mentorctl.office, bytes(20))


def test_a_new_office_is_encrypted_unless_somebody_says_that_it_is_not_to_be(
    tmp_path: Path, write: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeySlots, "new", lambda office: KeySlots(str(office), QUICK))
    mentorctl = Mentorctl(tmp_path / "new.db")
    new = ("--new-passphrase-file", write("new", MONAS), "--account", "Mona")
    key = tmp_path / "key"
    weak = ("--new-passphrase-file", write("w", "hester hest"), "--recovery-key-out", key)
    mentorctl("init", "--name", "hester", *weak).refused("too short")
    assert not mentorctl.office.exists()
    assert mentorctl("init", *new, "--recovery-key-out", key, "--json").json["encrypted"] is True
    assert opens(mentorctl.office, MONAS) == "Mona"
    assert key.stat().st_mode & 0o077 == 0
    secret = recovery_key.typed(key.read_text())
    assert [one.name for one in unlocking.recoverable(mentorctl.office, secret)] == ["Mona"]


def test_an_office_begun_without_is_encrypted_later_and_once(
    empty: Mentorctl, write: WriteFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeySlots, "new", lambda office: KeySlots(str(office), QUICK))
    new = ("--new-passphrase-file", write("new", MONAS), "--account", "Mona")
    empty("keys", "list").refused("not encrypted")
    empty("backups", "plain").refused("not encrypted")
    (before,) = empty("backup", "--json").json["files"]
    ran = empty("keys", "encrypt", *new, "--recovery-key-out", tmp_path / "key")
    assert "1 copy of before is not encrypted" in ran.out
    assert before in ran.out
    monas = ("--passphrase-file", write("monas", MONAS))
    assert empty("check", *monas).code == 0
    told = {one["file"]: one["encrypted"] for one in empty("backups", "list", "--json").json}
    assert told.pop(before) is False
    assert list(told.values()) == [True]
    assert empty("backups", "plain", "--remove", *monas).lines[0] == "1 copy is removed."
    assert empty("backups", "plain", *monas).lines == [
        "No copy in plain text was found beside it or in the second place."
    ]
    empty("keys", "encrypt", *new, *monas).refused("already")


def test_a_backup_is_restored_by_a_passphrase_or_the_recovery_key(
    mentorctl: Mentorctl, monas: tuple[str, Path], write: WriteFile
) -> None:
    key = write("key", " ".join(recovery_key.printed(FIRST.recovery)))
    assert mentorctl("backup", *monas).code == 0
    for ways in (monas, ("--recovery-key-file", key)):
        mentorctl.office.write_bytes(b"rubbish")
        assert mentorctl("restore", *ways).code == 0
        assert mentorctl("check", *monas).code == 0
    mentorctl("restore").refused("locked", code=4)


@pytest.mark.parametrize("given", [(), ("--passphrase-file", "-")], ids=["none", "the wrong one"])
def test_a_script_is_told_all_options_that_a_new_office_needs(
    tmp_path: Path, given: tuple[str, ...], write: WriteFile
) -> None:
    mentorctl = Mentorctl(tmp_path / "new.db")
    both = "--new-passphrase-file FILE, --recovery-key-out FILE"
    mentorctl("init", *given).refused(both)
    said = mentorctl("init", "--new-passphrase-file", write("new", MONAS)).refused(
        "--recovery-key-out FILE"
    )
    assert "--new-passphrase-file" not in said
    assert not mentorctl.office.exists()


def test_a_name_that_an_account_has_is_told_as_such(
    mentorctl: Mentorctl, monas: tuple[str, Path], write: WriteFile
) -> None:
    olas = ("--new-passphrase-file", write("olas", OLAS))
    said = mentorctl("keys", "add", "mona", "--role", "reader", *olas, *monas).refused()
    assert said.startswith("There is an account of this name already")
