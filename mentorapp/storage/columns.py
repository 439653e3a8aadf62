"""Column types that turn domain values into what SQLite and PostgreSQL both know."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

from mentorapp.domain.organisations import ContactPerson
from mentorapp.domain.proposals import Reason, ReasonKind


class Choice(TypeDecorator[Any]):
    """An enum by its value, as text: readable in the file and free to grow."""

    impl = String
    cache_ok = True

    def __init__(self, enum: Callable[[str], Enum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.enum(value)


class Tokens(TypeDecorator[Any]):
    """A set of small values as a sorted JSON list of their texts (``["ar:native", "no:A2"]``).

    A set that is written with its record has one version and one audit row with it, and reads in
    one go; the offices' sizes (thousands) need no index on its members.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, parse: Callable[[str], Any] = str, *, ordered: bool = False) -> None:
        super().__init__()
        # A few hundred small values make up every set in an office: each is parsed once.
        self.parse = parse if parse is str else cache(parse)
        self.ordered = ordered

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        texts = [str(item) for item in value]
        return texts if self.ordered else sorted(texts)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        items = value if self.parse is str else map(self.parse, value)
        return tuple(items) if self.ordered else frozenset(items)


class Texts(TypeDecorator[Any]):
    """A mapping of text to text."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, str], dialect: Dialect) -> Any:  # type: ignore[override]
        return dict(value)


class Numbers(TypeDecorator[Any]):
    """A mapping of text to whole numbers."""

    impl = JSON
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """The same text, put together faster, where JSON goes to the driver as text."""
        process = super().bind_processor(dialect)
        if process is None or process({}) != "{}":
            return process
        return numbers_text

    def process_bind_param(self, value: Mapping[str, int], dialect: Dialect) -> Any:  # type: ignore[override]
        return dict(value)


def numbers_text(numbers: Mapping[str, int]) -> str:
    """What ``json.dumps`` makes of them."""
    return _numbers_template(tuple(numbers)) % tuple(numbers.values())


@lru_cache(maxsize=1_000)
def _numbers_template(keys: tuple[str, ...]) -> str:
    texts = [json.dumps(key).replace("%", "%%") + ": %d" for key in keys]
    return f"{{{', '.join(texts)}}}"


class Reasons(TypeDecorator[Any]):
    """The reasons of a proposal, as they were."""

    impl = JSON
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """The same text, put together faster, where JSON goes to the driver as text."""
        process = super().bind_processor(dialect)
        if process is None or process(()) != "[]":
            return process
        return reasons_text

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return [reason.to_json() for reason in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return tuple(Reason.from_json(stored) for stored in value)


def reasons_text(reasons: Iterable[Reason]) -> str:
    """What ``json.dumps`` makes of them: a run writes tens of thousands."""
    texts = [
        f'{_beginning(kind, values)}{amount}, "points": {points}}}'
        for kind, values, amount, points in reasons
    ]
    return f"[{', '.join(texts)}]"


@lru_cache(maxsize=10_000)
def _beginning(kind: ReasonKind, values: tuple[str, ...]) -> str:
    return f'{{"kind": "{kind}", "values": [{", ".join(map(_text, values))}], "amount": '


@lru_cache(maxsize=2_000)
def _text(value: str) -> str:
    # There are few codes and many sets of them, hardly two pairs with the same times in common.
    return json.dumps(value)


class ContactPersons(TypeDecorator[Any]):
    """An organisation's contact persons."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return [
            {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email}
            for one in value
        ]

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return tuple(ContactPerson(**stored) for stored in value)


class Moment(TypeDecorator[datetime]):
    """An instant, stored in UTC, with its zone when read: summer time cannot move it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)
