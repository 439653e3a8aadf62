"""Columns of the audit, which give something for whatever stands there.

Another program may have written what this one never would. The log tells that when it is checked;
it has to be readable until then, line by line.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, LargeBinary, String, Uuid
from sqlalchemy.types import TypeDecorator

from mentorapp.storage.columns import Moment, Tokens

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class AnyText(TypeDecorator[str]):
    """Text; other values as they are written."""

    impl = String
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str]:
        """Gives text for any value."""
        return _text


class AnyMoment(Moment):
    """A moment; 1970 for what is none."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime]:
        """Gives a moment in UTC for any value."""
        return _moment


class AnyId(TypeDecorator[UUID]):
    """The id of a record; nought for what is none."""

    impl = Uuid
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], UUID]:
        """Gives an id for any value."""
        return _id


class AnyNames(Tokens):
    """Names of fields, in their order; none for what is no list of texts."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(ordered=True)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], tuple[str, ...]]:
        """Gives texts for any value."""
        return _names


class AnyCode(TypeDecorator[bytes]):
    """The code of a line; other values byte by byte."""

    impl = LargeBinary
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], bytes]:
        """Gives bytes for any value."""
        return _code


def _text(value: Any) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _moment(value: Any) -> datetime:
    with suppress(ValueError):
        return datetime.fromisoformat(_text(value)).replace(tzinfo=UTC)
    return _NEVER


def _id(value: Any) -> UUID:
    with suppress(ValueError):
        return UUID(_text(value))
    return UUID(int=0)


def _code(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@lru_cache(maxsize=10_000)
def _names(value: Any) -> tuple[str, ...]:
    with suppress(ValueError, RecursionError):
        told = json.loads(_text(value))
        if isinstance(told, list) and all(isinstance(one, str) for one in told):
            return tuple(told)
    return ()
