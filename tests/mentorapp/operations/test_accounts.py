"""Letting people in, changing what they may do, and closing their accounts."""

from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.account_errors import LastAdministrator, NotAllowed, OnlyHandlersLetIn
from mentorapp.domain.accounts import Account, Right, Role, who
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, accounts
from mentorapp.storage import records

TODAY = date(2026, 11, 23)
MONA = Account(
    name="Mona Elvestrand",
    roles=frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}),
    protected=Protection.STRICT,
)
JON = Account(name="Jon Stensund", roles=frozenset({Role.COORDINATOR}))
ASE = Account(name="Åse Brekke", roles=frozenset({Role.ADMINISTRATOR}))


def let_in(tx: Transaction, *everybody: Account) -> None:
    for account in everybody:
        accounts.add(tx, account)


def test_accounts_are_kept_in_the_order_they_were_made(database: Database) -> None:
    with database.write("mona") as tx:
        let_in(tx, MONA, replace(JON, name=" Jon  Stensund\x00 "), ASE)
        names = [account.name for account in accounts.all_accounts(tx)]
    assert [name.split() for name in names] == [
        ["Mona", "Elvestrand"],
        ["Jon", "Stensund"],
        ["Åse", "Brekke"],
    ]


def test_the_first_account_is_an_administrators(database: Database) -> None:
    with database.write("jon") as tx, pytest.raises(LastAdministrator):
        accounts.add(tx, JON)


def test_an_account_is_changed_closed_and_opened_again(database: Database) -> None:
    with database.write("mona") as tx:
        let_in(tx, MONA, JON)
        changed = accounts.change(tx, replace(JON, name="Jon Dahl"))
        assert accounts.close(tx, changed.id, TODAY).closed_on == TODAY
        assert not who(records.get(tx, Account, JON.id)).rights
        with pytest.raises(InvalidField):  # the audit tells people by their names
            accounts.add(tx, Account(name="Jon Dahl", roles=JON.roles))
        assert accounts.reopen(tx, JON.id).closed_on is None
        with pytest.raises(LastAdministrator):
            accounts.close(tx, MONA.id, TODAY)


def test_a_scheme_must_be_one_of_the_offices(database: Database) -> None:
    with database.write("mona") as tx, pytest.raises(InvalidField):
        accounts.add(tx, replace(MONA, schemes=frozenset({"no such scheme"})))


def test_only_an_administrator_does_this_and_none_lets_herself_in(database: Database) -> None:
    with database.write("mona") as tx:
        let_in(tx, MONA, JON, ASE)
    database.who = who(JON)
    with database.write("jon") as tx:
        for refused in (
            lambda: accounts.all_accounts(tx),
            lambda: accounts.add(tx, replace(JON, name="Kari Moe")),
            lambda: accounts.change(tx, replace(JON, roles=frozenset(Role))),
            lambda: accounts.close(tx, MONA.id, TODAY),
            lambda: accounts.reopen(tx, MONA.id),
        ):
            with pytest.raises(NotAllowed) as told:
                refused()
            assert told.value.right is Right.ACCOUNTS
    database.who = who(ASE)
    with database.write("åse") as tx:
        every = frozenset(Role)
        with pytest.raises(OnlyHandlersLetIn):
            accounts.change(tx, replace(ASE, roles=every, protected=Protection.CONFIDENTIAL))
        accounts.change(tx, replace(ASE, roles=every))


def test_anybody_is_told_whether_a_role_is_given_and_not_to_whom(database: Database) -> None:
    per = Account(name="Per Vik", roles=frozenset({Role.PROTECTION_OFFICER}))
    with database.write("mona") as tx:
        let_in(tx, MONA, JON)
        assert not accounts.has_role(tx, Role.PROTECTION_OFFICER)
        kept = accounts.add(tx, per)
    database.who = who(JON)
    with database.read() as tx:
        assert accounts.has_role(tx, Role.PROTECTION_OFFICER)
    database.who = who(MONA)
    with database.write("mona") as tx:
        accounts.close(tx, kept.id, TODAY)
        assert not accounts.has_role(tx, Role.PROTECTION_OFFICER)
