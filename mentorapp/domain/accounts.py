"""Who may do what: accounts, their roles, and the rights that a role has.

An account is a person with a passphrase of her own; an office without a passphrase has none, and
whoever opens it may do everything. In one file on one PC this stops mistakes and curiosity: whoever
has a passphrase and knows how can read what is in the file. Only where protected people live is
kept from those who may not know by a key of its own.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record


class Role(StrEnum):
    """What an account is there for; one person may have several."""

    READER = "reader"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    PROTECTION_OFFICER = "protection_officer"


class Right(StrEnum):
    """What somebody wants to do."""

    FIGURES = "figures"
    """Statistics and reports that name nobody."""
    READ = "read"
    """People, pairs, meetings and all that belongs to them."""
    WRITE = "write"
    """Change them, print and export them."""
    SETTINGS = "settings"
    """The office itself: its name, schemes, texts, backups."""
    ACCOUNTS = "accounts"
    """Who may come in, and as what."""
    AUDIT = "audit"
    """Who did what and who saw whom, without content."""
    RETENTION = "retention"
    """What is due to be erased, and the papers the law asks for."""


_RIGHTS = {
    Role.READER: {Right.FIGURES},
    Role.COORDINATOR: {Right.FIGURES, Right.READ, Right.WRITE, Right.RETENTION},
    Role.ADMINISTRATOR: {Right.FIGURES, Right.SETTINGS, Right.ACCOUNTS},
    Role.PROTECTION_OFFICER: {Right.FIGURES, Right.AUDIT, Right.RETENTION},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """Somebody who may come in.

    ``schemes`` are keys of those she coordinates; none means all. ``protected`` is the strictest
    level of address protection whose people she handles; it goes with the coordinator's role alone.
    The id is also the holder of her key slots, so that a name stands in the office only.
    """

    name: str
    roles: frozenset[Role]
    schemes: frozenset[str] = frozenset()
    protected: Protection = Protection.NONE
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Who is at the keyboard and what he may do, as of the moment the office was opened."""

    name: str
    roles: frozenset[Role]
    account: UUID | None = None
    schemes: frozenset[str] = frozenset()
    protected: Protection = Protection.NONE

    @property
    def rights(self) -> frozenset[Right]:
        """All that the roles allow together."""
        return frozenset().union(*(_RIGHTS[role] for role in self.roles))

    def may(self, right: Right) -> bool:
        """Whether one of the roles allows it."""
        return right in self.rights

    def handles(self, level: Protection) -> bool:
        """Whether people protected so strictly exist for this account."""
        return self.protected.rank >= level.rank


#: In an office without accounts.
EVERYBODY = Who("", frozenset(Role), protected=Protection.STRICT)


def who(account: Account) -> Who:
    """The account's rights; a closed one has none."""
    if account.closed_on is not None:
        return Who(account.name, frozenset(), account.id)
    coordinates = Role.COORDINATOR in account.roles
    return Who(
        account.name,
        account.roles,
        account.id,
        account.schemes,
        account.protected if coordinates else Protection.NONE,
    )


def unnoted(who: Who) -> Who:
    """Who it is where nothing can be written. No look at somebody protected could be noted there,
    and a second program would be the way around the log: nobody protected is there for anybody.
    """
    return replace(who, protected=Protection.NONE)


def roles_with(right: Right) -> tuple[Role, ...]:
    """The roles that may: told to whoever may not."""
    return tuple(role for role in Role if right in _RIGHTS[role])
