"""What an account may not do, and what may not be made of one."""

from dataclasses import dataclass

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.protection import Protection


@dataclass(eq=False)
class NotAllowed(Refused):
    """None of the account's roles allows it; ``right`` tells which would, ``has`` what it may,
    ``nobody`` that no account has such a role.
    """

    right: Right
    has: frozenset[Right] = frozenset()
    nobody: bool = False


@dataclass(eq=False)
class NameTaken(InvalidField):
    """Another account has the name, or had it and is closed."""


@dataclass(eq=False)
class OutOfScope(Refused):
    """What was to be written would belong to somebody who is not there for this account."""


@dataclass(eq=False)
class OnlyHandlersLetIn(Refused):
    """Somebody was to handle protected people, by one who does not handle them herself."""

    level: Protection


@dataclass(eq=False)
class LastAdministrator(Refused):
    """Nobody would be left who may say who comes in."""


@dataclass(eq=False)
class LastHandler(Refused):
    """Nobody would be left for whom the most protected people are there."""


@dataclass(eq=False)
class OnlyHandlersChange(Refused):
    """Where a protected person lives, or how protected she is, by one who does not handle them."""


@dataclass(eq=False)
class SecondPersonNeeded(Refused):
    """A second account that handles people of this ``level`` has to agree with its passphrase."""

    level: Protection
