"""What an account must hold, and who must be left when one changes."""

from collections.abc import Collection

from mentorapp.domain.account_errors import (
    LastAdministrator,
    LastHandler,
    NameTaken,
    OnlyHandlersLetIn,
)
from mentorapp.domain.accounts import Account, Role, Who, who
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import NAME_LIMIT, check_length, folded


def check_account(account: Account, others: Collection[Account], schemes: Collection[str]) -> None:
    """Raise InvalidField at the first field that cannot be right beside these ``others``.

    A name is not used twice, not even that of a closed account: the audit tells people by it.
    """
    check_length("name", account.name, NAME_LIMIT)
    if not account.name.strip():
        raise InvalidField("name", Problem.MISSING)
    if folded(account.name) in {folded(other.name) for other in others}:
        raise NameTaken("name", Problem.NOT_UNIQUE, account.name)
    if not account.roles:
        raise InvalidField("roles", Problem.MISSING)
    for scheme in sorted(account.schemes - set(schemes)):
        raise InvalidField("schemes", Problem.UNKNOWN_VALUE, scheme)
    if account.protected is not Protection.NONE and Role.COORDINATOR not in account.roles:
        raise InvalidField("protected", Problem.UNKNOWN_VALUE, account.protected.value)


def check_letting_in(by: Who, before: Account | None, after: Account) -> None:
    """Raise OnlyHandlersLetIn where protected people would be there for more than before, by
    somebody for whom they are not there herself: an administrator cannot let herself in.
    """
    had = who(before).protected if before is not None else Protection.NONE
    gets = who(after).protected
    if gets.rank > had.rank and not by.handles(gets):
        raise OnlyHandlersLetIn(gets)


def check_left(before: Collection[Account], after: Collection[Account]) -> None:
    """Raise LastAdministrator or LastHandler where nobody would be left with that task.

    Protected people whom nobody handles would be there for nobody, and nobody could change it.
    """
    if not any(Role.ADMINISTRATOR in who(account).roles for account in after):
        raise LastAdministrator
    had, left = (
        max((who(account).protected.rank for account in accounts), default=0)
        for accounts in (before, after)
    )
    if left < had:
        raise LastHandler
