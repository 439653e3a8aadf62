"""Reading many records at once, column by column: the counterpart of ``inserting``.

SQLAlchemy makes every value of every row by itself. Here the statement and the columns' own
processors are its, but a value that stands in many rows is made once and is the same object in all
of them: a list of 100,000 people holds few different towns, days, sets and texts.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Dialect, Table, Uuid, select, type_coerce
from sqlalchemy.types import NullType, String

from mentorapp.domain.records import Record, ids_of, records_of
from mentorapp.storage.database import Transaction

R = TypeVar("R", bound=Record)

_Make = Callable[[Sequence[Any]], Iterable[Any]]


def read_all(
    tx: Transaction,
    kind: type[R],
    table: Table,
    names: Sequence[str],
    wanted: Sequence[ColumnElement[bool]],
) -> list[R]:
    """The records of the rows that are ``wanted``; ``names`` are the fields in their order."""
    shape = _shape(table, tuple(names), tx.connection.dialect)
    rows = tx.connection.execute(select(*shape.columns).where(*wanted)).all()
    if not rows:
        return []
    made = [
        make(values) for make, values in zip(shape.makers, zip(*rows, strict=True), strict=True)
    ]
    return records_of(kind, dict(zip(names, made, strict=True)), len(rows))


class _Shape(NamedTuple):
    """The columns as the driver gives them, and what makes values of each."""

    columns: Sequence[ColumnElement[Any]]
    makers: Sequence[_Make]


@lru_cache(maxsize=128)
def _shape(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Shape:
    return _Shape(
        [type_coerce(table.c[name], NullType()) for name in names],
        [_maker(table.c[name], dialect) for name in names],
    )


def _maker(column: Column[Any], dialect: Dialect) -> _Make:
    kind = column.type
    process = kind.dialect_impl(dialect).result_processor(dialect, None)
    if process is None:
        return _each_once if isinstance(kind, String) else iter
    if isinstance(kind, Uuid):
        return _ids if column.primary_key or not column.nullable else _ids_or_none

    def made(values: Sequence[Any]) -> Iterable[Any]:
        ready = {value: process(value) for value in set(values)}
        return map(ready.__getitem__, values)

    return made


def _each_once(values: Sequence[str | None]) -> Iterable[str | None]:
    same: dict[str | None, str | None] = {}
    return map(same.setdefault, values, values)


def _ids(values: Sequence[str]) -> Iterable[UUID]:
    return ids_of(int(value, 16) for value in values)


def _ids_or_none(values: Sequence[str | None]) -> Iterable[UUID | None]:
    different = [value for value in set(values) if value is not None]
    ready: dict[str | None, UUID | None] = dict(zip(different, _ids(different), strict=True))
    return map(ready.get, values)
