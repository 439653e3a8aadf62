"""Who may come in, and as what. What opens the file for them is kept by ``keys``.

``Database.who`` holds what an account might do when the office was opened: a change counts from
the next time on.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.account_rules import check_account, check_left, check_letting_in
from mentorapp.domain.accounts import Account, Right, Role
from mentorapp.domain.text import clean
from mentorapp.operations import schemes
from mentorapp.operations.intention import asking, intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@asking(Right.ACCOUNTS)
def all_accounts(tx: Transaction) -> list[Account]:
    """Every account in the order they were made, closed ones too."""
    return sorted(records.find(tx, Account), key=lambda account: account.id)


@asking(Right.FIGURES)
def has_role(tx: Transaction, role: Role) -> bool:
    """Whether any account that is not closed has it; no name is told."""
    return any(role in one.roles for one in records.find(tx, Account, closed_on=None))


@intention(needs=Right.ACCOUNTS)
def add(tx: Transaction, account: Account) -> Account:
    """Let somebody in. The first account of an office has to be an administrator's.

    Raises InvalidField, LastAdministrator, and OnlyHandlersLetIn where protected people would be
    there for her who are not there for whoever does this.
    """
    return _save(tx, account, records.add)


@intention(needs=Right.ACCOUNTS)
def change(tx: Transaction, account: Account) -> Account:
    """Save another name, other roles, schemes or level; raises the same, and LastHandler."""
    return _save(tx, account, records.amend)


@intention(needs=Right.ACCOUNTS)
def close(tx: Transaction, account_id: UUID, on: date) -> Account:
    """She may nothing any more; her name stays in the audit and is not used again.

    Raises LastAdministrator and LastHandler.
    """
    account = records.get(tx, Account, account_id)
    return _save(tx, replace(account, closed_on=account.closed_on or on), records.amend)


@intention(needs=Right.ACCOUNTS)
def reopen(tx: Transaction, account_id: UUID) -> Account:
    """She is back, with what she might do before; raises OnlyHandlersLetIn."""
    return _save(tx, replace(records.get(tx, Account, account_id), closed_on=None), records.amend)


def _save(
    tx: Transaction, account: Account, save: Callable[[Transaction, Account], Account]
) -> Account:
    account = replace(account, name=clean(account.name))
    every = records.by_id(records.find(tx, Account))
    others = [one for one in every.values() if one.id != account.id]
    check_account(account, others, [scheme.key for scheme in schemes.all_schemes(tx)])
    check_letting_in(tx.who, every.get(account.id), account)
    check_left(every.values(), [*others, account])
    return save(tx, account)
