"""Fields of records as JSON, and back: what has to be kept of a record as it was."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, DateTime, Dialect, Uuid
from sqlalchemy.types import TypeDecorator

from mentorapp.domain.records import Record
from mentorapp.storage.tables import MIRRORS


def image(record: Record, names: Iterable[str], dialect: Dialect) -> dict[str, Any]:
    """These fields of the record as JSON knows them."""
    columns = MIRRORS[type(record)].c
    return {name: _plain(columns[name].type, getattr(record, name), dialect) for name in names}


def fields_of(kind: type[Record], stored: Mapping[str, Any], dialect: Dialect) -> dict[str, Any]:
    """The values that ``image`` was made of."""
    columns = MIRRORS[kind].c
    return {name: _value(columns[name].type, held, dialect) for name, held in stored.items()}


def _plain(column: Any, value: Any, dialect: Dialect) -> Any:
    if isinstance(column, TypeDecorator):
        value = column.process_bind_param(value, dialect)
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, date) else value


def _value(column: Any, held: Any, dialect: Dialect) -> Any:
    inner = column.impl if isinstance(column, TypeDecorator) else column
    if isinstance(held, str) and isinstance(inner, DateTime):
        held = datetime.fromisoformat(held)
    elif isinstance(held, str) and isinstance(inner, Date):
        held = date.fromisoformat(held)
    elif isinstance(held, str) and isinstance(inner, Uuid):
        held = UUID(held)
    return column.process_result_value(held, dialect) if isinstance(column, TypeDecorator) else held
