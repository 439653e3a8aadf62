"""Who may make a protected person less protected, or have one printed.

In an office with accounts it takes two: one who handles such people, and a second of them with her
own passphrase. An office without accounts knows nobody apart, and whoever opens it is trusted.
"""

from mentorapp.domain.account_errors import OnlyHandlersChange, SecondPersonNeeded
from mentorapp.domain.accounts import Who
from mentorapp.domain.protection import Protection


def check_lowered(who: Who, second: Who | None, level: Protection) -> None:
    """Whether a protection may fall from ``level``; OnlyHandlersChange or SecondPersonNeeded."""
    if level is Protection.NONE:
        return
    if not who.handles(level):
        raise OnlyHandlersChange
    check_second(who, second, level)


def check_second(who: Who, second: Who | None, level: Protection) -> None:
    """Raise SecondPersonNeeded unless somebody else who handles such people stands beside."""
    if who.account is None:
        return
    if second is None or second.account == who.account or not second.handles(level):
        raise SecondPersonNeeded(level)
