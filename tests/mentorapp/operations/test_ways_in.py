"""Coordinators are let in, changed and removed, in the office and in its key slots alike."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.account_errors import LastAdministrator, NotAllowed, OnlyHandlersLetIn
from mentorapp.domain.accounts import Account, Role
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import InvalidField, OfficeBusy, OfficeDamaged
from mentorapp.domain.key_errors import NoSlotOpens, NotEncrypted, PassphraseTaken, PassphraseWeak
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, accounts, offices, unlocking, ways_in
from mentorapp.storage import key_file, records
from tests.encrypted_offices import FIRST, MONAS, OLAS, made, mona, with_ola
from tests.factories import a_person

TODAY = date(2026, 11, 27)
KARIS = "tolv blå hester på taket"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = mona(made(tmp_path / "office.db"))
    yield opened
    opened.close()


def protected_key(path: Path, passphrase: str) -> bytes:
    return unlocking.keys_by_passphrase(path, passphrase).protected


def test_who_was_added_comes_in_as_what_she_is(database: Database) -> None:
    ola = with_ola(database)
    database.close()
    with closing(unlocking.by_passphrase(database.path, OLAS)) as again:
        assert again.who.account == ola.id
        assert again.who.roles == {Role.COORDINATOR}


def test_only_an_administrator_lets_people_in(database: Database) -> None:
    with_ola(database)
    database.close()
    with closing(unlocking.by_passphrase(database.path, OLAS)) as olas:
        kari = Account(name="Kari", roles=frozenset({Role.READER}))
        for refused in (
            lambda: ways_in.add(olas, kari, KARIS),
            lambda: ways_in.all_ways(olas),
            lambda: ways_in.remove(olas, olas.who.account or kari.id, TODAY),
            lambda: ways_in.renew_recovery_key(olas, bytes(20)),
        ):
            with pytest.raises((NotAllowed, OnlyHandlersLetIn)):
                refused()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(database.path, KARIS)


@pytest.mark.parametrize(
    ("name", "passphrase", "refused"),
    [
        ("Ola", "Ola Lillevik 2026", PassphraseWeak),
        ("Ola", MONAS, PassphraseTaken),
        ("Mona", OLAS, InvalidField),
    ],
)
def test_what_is_refused_leaves_neither_an_account_nor_a_slot(
    database: Database, name: str, passphrase: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        ways_in.add(database, Account(name=name, roles=frozenset({Role.READER})), passphrase)
    assert [one.account.name for one in ways_in.all_ways(database)] == ["Mona"]
    assert len(key_file.read(database.path).slots) == 2


def test_the_new_passphrase_opens_and_the_old_one_does_not(database: Database) -> None:
    with pytest.raises(NoSlotOpens):
        ways_in.change_passphrase(database, OLAS, KARIS)
    ways_in.change_passphrase(database, MONAS, KARIS)
    unlocking.keys_by_passphrase(database.path, KARIS)
    with pytest.raises(NoSlotOpens):
        unlocking.keys_by_passphrase(database.path, MONAS)


def test_nobody_takes_another_passphrase_than_her_own(database: Database) -> None:
    with_ola(database)
    with pytest.raises(NoSlotOpens):
        ways_in.change_passphrase(database, OLAS, KARIS)


def test_an_administrator_gives_one_to_somebody_who_forgot_hers(database: Database) -> None:
    ola = with_ola(database)
    ways_in.give_passphrase(database, ola.id, KARIS)
    database.close()
    unlocking.by_passphrase(database.path, KARIS).close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(database.path, OLAS)


def test_who_was_removed_comes_in_again_as_what_she_was_by_another_passphrase(
    database: Database,
) -> None:
    ola = with_ola(database)
    ways_in.remove(database, ola.id, TODAY)
    assert [one.name for one in ways_in.closed(database)] == ["Ola"]
    with pytest.raises(PassphraseTaken):
        ways_in.reopen(database, ola.id, MONAS)
    assert [one.name for one in ways_in.closed(database)] == ["Ola"]
    assert ways_in.reopen(database, ola.id, KARIS).id == ola.id
    assert ways_in.closed(database) == []
    database.close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(database.path, OLAS)
    again = unlocking.by_passphrase(database.path, KARIS)
    assert (again.who.name, again.who.roles) == ("Ola", ola.roles)
    again.close()


def test_who_was_removed_comes_in_no_more_and_her_keys_open_nothing(database: Database) -> None:
    ola, before = with_ola(database), database.keys
    ways_in.remove(database, ola.id, TODAY)
    assert database.keys != before
    assert [one.account.name for one in ways_in.all_ways(database)] == ["Mona"]
    database.close()
    with pytest.raises(NoSlotOpens):
        unlocking.by_passphrase(database.path, OLAS)
    assert before is not None
    with pytest.raises(OfficeDamaged):
        offices.open_office(database.path, keys=before)
    with closing(mona(database.path)) as again, again.read() as tx:
        assert {one.name for one in accounts.all_accounts(tx)} == {"Mona", "Ola"}
    unlocking.keys_by_recovery_key(database.path, FIRST.recovery)


def test_work_goes_on_in_the_same_office_when_somebody_was_removed(database: Database) -> None:
    ola = with_ola(database)
    ways_in.remove(database, ola.id, TODAY)
    with database.write("Mona") as tx:
        offices.save(tx, replace(offices.read(tx), name="Storevik"))
    with database.read() as tx:
        assert offices.read(tx).name == "Storevik"
    assert sorted(one.name for one in database.path.parent.iterdir() if "rekey" in one.name) == []


def test_the_last_administrator_stays_and_so_do_the_keys(database: Database) -> None:
    before = database.keys
    assert database.who.account is not None
    with_ola(database)
    with pytest.raises(LastAdministrator):
        ways_in.remove(database, database.who.account, TODAY)
    assert database.keys == before
    database.close()
    mona(database.path).close()


def test_nobody_is_removed_while_another_program_looks_on(database: Database) -> None:
    ola, before = with_ola(database), database.keys
    with closing(mona(database.path)) as second, second.read() as tx:
        offices.read(tx)
        with pytest.raises(OfficeBusy):
            ways_in.remove(database, ola.id, TODAY)
    assert database.keys == before
    assert len(ways_in.all_ways(database)) == 2


def test_the_key_to_where_protected_people_live_is_for_handlers(database: Database) -> None:
    ola = with_ola(database)
    assert protected_key(database.path, OLAS) == b""
    ola = ways_in.change(database, replace(ola, protected=Protection.CONFIDENTIAL))
    known = protected_key(database.path, OLAS)
    assert len(known) == 32
    ways_in.change(database, replace(ola, protected=Protection.NONE))
    assert protected_key(database.path, OLAS) == b""
    assert len(protected_key(database.path, MONAS)) == 32
    assert protected_key(database.path, MONAS) != known


@pytest.mark.parametrize("removed", [False, True])
def test_where_somebody_protected_lives_is_sealed_anew_when_a_handler_is_one_no_more(
    database: Database, removed: bool
) -> None:
    ola = with_ola(database, Protection.STRICT)
    hanna = a_person(protection=Protection.CONFIDENTIAL)
    with database.write("") as tx:
        records.add(tx, hanna)
        home = records.add(tx, ContactDetails(person_id=hanna.id, address="Markørvika 9"))
    if removed:
        ways_in.remove(database, ola.id, TODAY)
    else:
        ways_in.change(database, replace(ola, protected=Protection.NONE))
    with closing(database), database.read() as tx:
        assert records.get(tx, ContactDetails, home.id).address == "Markørvika 9"
    # Not before: a second program shows nobody protected.
    with closing(mona(database.path)) as again, again.read() as tx:
        assert records.get(tx, ContactDetails, home.id).address == "Markørvika 9"


def test_an_administrator_who_handles_nobody_protected_cannot_let_herself_in(
    database: Database,
) -> None:
    ola = with_ola(database)
    ways_in.change(database, replace(ola, roles=frozenset({Role.ADMINISTRATOR})))
    mona_id = database.who.account
    database.close()
    assert mona_id is not None
    with closing(unlocking.by_passphrase(database.path, OLAS)) as olas:
        with pytest.raises(OnlyHandlersLetIn):
            ways_in.give_passphrase(olas, mona_id, KARIS)
        with pytest.raises(OnlyHandlersLetIn):
            ways_in.renew_recovery_key(olas, bytes(20))


def test_another_recovery_key_takes_the_old_ones_place(database: Database) -> None:
    ways_in.renew_recovery_key(database, bytes(20))
    assert unlocking.keys_by_recovery_key(database.path, bytes(20)) == database.keys
    with pytest.raises(NoSlotOpens):
        unlocking.keys_by_recovery_key(database.path, FIRST.recovery)


def test_an_office_in_plain_text_has_no_passphrases(office_file: Path) -> None:
    with closing(offices.open_office(office_file)) as plain, pytest.raises(NotEncrypted):
        ways_in.all_ways(plain)
