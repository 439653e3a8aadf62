"""Naming what is being done, for the audit."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mentorapp.storage.database import Transaction

P = ParamSpec("P")
R = TypeVar("R")


def intention(
    function: Callable[Concatenate[Transaction, P], R],
) -> Callable[Concatenate[Transaction, P], R]:
    """Write the operation's name (``meetings.log``) into the audit rows made inside it.

    The outermost one counts: a pairing that makes follow-ups is one intention.
    """
    name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"

    @wraps(function)
    def named(tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> R:
        outer = tx.operation
        tx.operation = outer or name
        try:
            return function(tx, *args, **kwargs)
        finally:
            tx.operation = outer

    return named
