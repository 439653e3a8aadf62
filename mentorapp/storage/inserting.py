"""Inserting many rows at once, column by column.

SQLAlchemy prepares every value of every row by itself, which for rows with lists takes four times
as long as the database needs to write them. Here the statement and the columns' own processors are
its, but a value that stands in many rows is prepared once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Table, insert
from sqlalchemy.sql.compiler import SQLCompiler

from mentorapp.storage.database import Transaction

_Prepare = Callable[[Sequence[Any]], Sequence[Any]]


def insert_all(tx: Transaction, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows given as columns of the same length, which must be every column of the table."""
    statement = _statement(table, tx.connection.dialect)
    ready = {name: prepare(columns[name]) for name, prepare in statement.columns.items()}
    rows: Sequence[Any]
    if statement.order is not None:
        rows = list(zip(*(ready[name] for name in statement.order), strict=True))
    else:
        rows = [dict(zip(ready, row, strict=True)) for row in zip(*ready.values(), strict=True)]
    tx.connection.exec_driver_sql(statement.text, rows)


class _Statement(NamedTuple):
    """``order`` is that of the values, None for a driver that takes them by name."""

    text: str
    order: Sequence[str] | None
    columns: Mapping[str, _Prepare]


@lru_cache(maxsize=128)
def _statement(table: Table, dialect: Dialect) -> _Statement:
    names = [column.key for column in table.columns]
    compiled = insert(table).compile(dialect=dialect, column_keys=names)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - for the type checker
    columns = {name: _preparing(table, name, dialect) for name in names}
    return _Statement(str(compiled), compiled.positiontup, columns)


def _preparing(table: Table, name: str, dialect: Dialect) -> _Prepare:
    kind = table.c[name].type
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return lambda values: values

    def prepared(values: Sequence[Any]) -> Sequence[Any]:
        # By identity, which is sound as long as ``values`` holds them: mappings have no hash.
        identities = list(map(id, values))
        many = len(set(identities))
        if many == 1:
            return [process(values[0])] * len(values)
        if many == len(values):
            return list(map(process, values))
        different = dict(zip(identities, values, strict=True))
        ready = {identity: process(value) for identity, value in different.items()}
        return list(map(ready.__getitem__, identities))

    return prepared
