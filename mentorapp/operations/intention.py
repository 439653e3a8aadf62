"""Naming what is being done, for the audit, and asking whether the account may do it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, overload

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right
from mentorapp.storage import scopes
from mentorapp.storage.database import Transaction

P = ParamSpec("P")
R = TypeVar("R")
_Operation = Callable[Concatenate[Transaction, P], R]


@overload
def intention(function: _Operation[P, R], /) -> _Operation[P, R]: ...


@overload
def intention(*, needs: Right) -> Callable[[_Operation[P, R]], _Operation[P, R]]: ...


def intention(
    function: _Operation[P, R] | None = None, /, *, needs: Right = Right.WRITE
) -> _Operation[P, R] | Callable[[_Operation[P, R]], _Operation[P, R]]:
    """Write the operation's name (``meetings.log``) into the audit rows made inside it.

    The outermost one counts: a pairing that makes follow-ups is one intention. It alone is asked
    about, too: whoever may do the whole may do its parts. Raises NotAllowed.
    """
    if function is not None:
        return _named(function, needs)
    return lambda function: _named(function, needs)


def _named(function: _Operation[P, R], right: Right) -> _Operation[P, R]:
    name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"

    @wraps(function)
    def named(tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> R:
        outer = tx.operation
        if not outer:
            check(tx, right)
        tx.operation = outer or name
        try:
            return function(tx, *args, **kwargs)
        finally:
            tx.operation = outer

    named.__dict__["needs"] = right
    return named


def check(tx: Transaction, right: Right) -> None:
    """Raise NotAllowed unless one of the account's roles gives the right."""
    if not tx.who.may(right):
        raise NotAllowed(right, tx.who.rights)


def asking(right: Right) -> Callable[[_Operation[P, R]], _Operation[P, R]]:
    """For what only reads, more than the account's people: refused without the right."""

    def asked(function: _Operation[P, R]) -> _Operation[P, R]:
        @wraps(function)
        def allowed(tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not tx.operation:
                check(tx, right)
            return function(tx, *args, **kwargs)

        allowed.__dict__["needs"] = right
        return allowed

    return asked


def counts_all(function: _Operation[P, R]) -> _Operation[P, R]:
    """For figures and reports that name nobody: counted from everything there is, whoever asks.

    Raises NotAllowed for whoever may not even see figures.
    """

    @wraps(function)
    def allowed(tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> R:
        check(tx, Right.FIGURES)
        with scopes.whole(tx):
            return function(tx, *args, **kwargs)

    allowed.__dict__["needs"] = Right.FIGURES
    return allowed
