"""Who may come in opens the office; nobody else does."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorapp.domain.accounts import Account, Role
from mentorapp.domain.key_errors import (
    NoSlotOpens,
    OfficeLocked,
    OfficeNotEncrypted,
    PassphraseTaken,
    PassphraseWeak,
    SlotsUnreadable,
)
from mentorapp.operations import Database, backups, offices, unlocking
from mentorapp.storage.recognition import slots_path
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from tests.encrypted_offices import FIRST, MONAS, OLAS, made, mona, with_ola


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "office.db")


def name_in(database: Database) -> str:
    with database.read() as tx:
        return offices.read(tx).name


def test_who_made_the_office_comes_in_with_her_passphrase(office: Path) -> None:
    with closing(mona(office)) as database:
        assert database.who.name == "Mona"
        assert database.who.roles == {Role.COORDINATOR, Role.ADMINISTRATOR}
        assert name_in(database) == "Lillevik"


def test_without_it_nobody_does(office: Path) -> None:
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(office, "five other words than hers")
    with pytest.raises(OfficeLocked):
        offices.open_office(office, create=False)


def test_lost_slots_are_told_and_help_again_when_copied_back_from_a_backup(office: Path) -> None:
    slots = slots_path(office)
    kept = slots.rename(office.with_name("backup.keys"))
    with pytest.raises(SlotsUnreadable):
        unlocking.by_passphrase(office, MONAS)
    slots.write_bytes(kept.read_bytes())
    mona(office).close()


def test_it_is_told_which_copy_goes_where_and_one_that_is_damaged_stays_beside(
    office: Path,
) -> None:
    with closing(mona(office)) as database:
        backup = backups.make(database, datetime(2026, 11, 27, tzinfo=UTC)).first.path
    slots = slots_path(office)
    slots.write_text(slots.read_text().replace('"lanes": 1', '"lanes": 2'))
    with pytest.raises(SlotsUnreadable) as told:
        unlocking.by_passphrase(office, MONAS)
    assert (told.value.copy, told.value.keys) == (slots_path(backup), slots)
    assert f"copy “{slots_path(backup)}” to “{slots}”" in explain(Words("en"), told.value)
    unlocking.put_keys_back(office, slots_path(backup))
    mona(office).close()
    assert '"lanes": 2' in slots.with_name(f"{slots.name}.damaged").read_text()


def test_slots_changed_by_somebody_without_the_key_are_refused(office: Path) -> None:
    slots = slots_path(office)
    slots.write_text(slots.read_text().replace('"seal": "', '"seal": "0'))
    with pytest.raises(SlotsUnreadable):
        unlocking.by_passphrase(office, MONAS)


def test_a_damaged_salt_at_the_head_of_the_file_keeps_nobody_out(office: Path) -> None:
    with office.open("r+b") as file:
        file.write(b"x" * 16)
    with closing(mona(office)) as database:
        assert name_in(database) == "Lillevik"
        database.check()


def test_an_office_in_plain_text_put_in_its_place_is_refused(office: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    offices.open_office(plain).close()
    plain.replace(office)
    with pytest.raises(OfficeNotEncrypted):
        unlocking.by_passphrase(office, MONAS)


def test_who_forgot_her_passphrase_gets_another_by_the_recovery_key(office: Path) -> None:
    (account,) = unlocking.recoverable(office, FIRST.recovery)
    assert account.name == "Mona"
    unlocking.recover(office, FIRST.recovery, account.id, OLAS).close()
    with closing(unlocking.by_passphrase(office, OLAS)) as database:
        assert database.who.name == "Mona"
        assert database.keys is not None
        assert database.keys.protected
    with pytest.raises(NoSlotOpens):
        mona(office)


@pytest.mark.parametrize(
    ("passphrase", "refused"), [("Mona Lillevik", PassphraseWeak), (MONAS, PassphraseTaken)]
)
def test_a_passphrase_that_cannot_be_leaves_the_old_one(
    office: Path, passphrase: str, refused: type[Exception]
) -> None:
    (account,) = unlocking.recoverable(office, FIRST.recovery)
    with pytest.raises(refused):
        unlocking.recover(office, FIRST.recovery, account.id, passphrase)
    mona(office).close()


def test_another_recovery_key_recovers_nothing(office: Path) -> None:
    with pytest.raises(NoSlotOpens):
        unlocking.recoverable(office, bytes(20))


def test_nobody_gets_a_passphrase_for_an_account_that_is_not_there(office: Path) -> None:
    nobody = Account(name="Nobody", roles=frozenset({Role.READER}))
    with pytest.raises(NoSlotOpens):
        unlocking.recover(office, FIRST.recovery, nobody.id, OLAS)


def test_the_keys_alone_come_out_of_the_slots_beside_a_broken_office(office: Path) -> None:
    with closing(mona(office)) as database:
        with_ola(database)
    office.write_bytes(b"rubbish" * 1000)
    keys = unlocking.keys_by_passphrase(office, OLAS)
    assert keys.office == unlocking.keys_by_recovery_key(office, FIRST.recovery).office
    assert keys.protected == b""
