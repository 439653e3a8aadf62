"""Seeing and writing no more than is there for an account: the views of ``scope_views`` at work.

Reading goes through the views. Writing goes to the tables, of rows that the views show: what is
hidden is changed by nobody, and nothing is added to it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Delete, Table, Update, event, func, select, table
from sqlalchemy import column as plain_column

from mentorapp.domain.account_errors import OutOfScope
from mentorapp.domain.accounts import Who
from mentorapp.storage.parts import parts
from mentorapp.storage.scope_views import scope_of, views

if TYPE_CHECKING:
    from mentorapp.storage.database import Transaction

_WRITES = re.compile(r"(INSERT INTO|UPDATE|DELETE FROM) (?!main\.)")
_SCOPE, _NAMES = "scope", "scoped tables"


def take(connection: Connection, who: Who) -> None:
    """Show on this connection what is there for the account. Outside a transaction: one that is
    rolled back would take the views with it.
    """
    scope = scope_of(who)
    info = connection.info
    if info.get(_SCOPE) != scope:
        driver: Any = connection.connection.driver_connection
        for name in info.get(_NAMES, ()):
            driver.execute(f"DROP VIEW temp.{name}")
        made = dict(views(scope)) if scope is not None else {}
        info[_SCOPE], info[_NAMES] = None, frozenset(made)
        for statement in made.values():
            driver.execute(statement)
        info[_SCOPE] = scope
    if scope is not None:
        event.listen(connection, "before_execute", _only_what_is_there, retval=True)
        event.listen(connection, "before_cursor_execute", _into_the_tables, retval=True)


@contextmanager
def whole(tx: "Transaction") -> Iterator[None]:
    """Everything there is, whoever asks: for figures that name nobody, and for rules that would be
    broken by not knowing (a mentor has as many pairs as she has).
    """
    connection = tx.connection
    if connection.info.get(_SCOPE) is None or _is_whole(connection):
        yield
        return
    connection.execution_options(schema_translate_map={None: "main"})
    try:
        yield
    finally:
        connection.execution_options(schema_translate_map={})


P = ParamSpec("P")
R = TypeVar("R")


def knowing_all(
    function: Callable[Concatenate["Transaction", P], R],
) -> Callable[Concatenate["Transaction", P], R]:
    """For a rule that everything there is counts for, whoever asks."""

    @wraps(function)
    def knowing(tx: "Transaction", /, *args: P.args, **kwargs: P.kwargs) -> R:
        with whole(tx):
            return function(tx, *args, **kwargs)

    return knowing


def check_there(tx: "Transaction", added: Table, ids: Sequence[UUID]) -> None:
    """Raise OutOfScope unless these rows, just written, are there for whoever wrote them."""
    connection = tx.connection
    if added.name not in connection.info.get(_NAMES, ()) or _is_whole(connection):
        return
    seen = 0
    for part in parts(ids):
        asked = select(func.count()).select_from(added).where(added.c.id.in_(part))
        seen += connection.scalar(asked) or 0
    if seen != len(ids):
        raise OutOfScope


def _is_whole(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("schema_translate_map"))


def _only_what_is_there(
    connection: Connection, statement: Any, multiparams: Any, params: Any, _options: Any
) -> tuple[Any, Any, Any]:
    if isinstance(statement, Update | Delete) and not _is_whole(connection):
        written: Any = statement.table
        if written.name in connection.info[_NAMES]:
            (key,) = written.primary_key
            view = table(written.name, plain_column(key.name), schema="temp")
            statement = statement.where(key.in_(select(view.c[key.name])))
    return statement, multiparams, params


def _into_the_tables(
    _connection: Connection,
    _cursor: Any,
    statement: str,
    parameters: Any,
    _context: Any,
    _many: bool,
) -> tuple[str, Any]:
    return _WRITES.sub(r"\1 main.", statement, count=1), parameters
