"""Values out of a signed file, each looked at before it is believed.

The signer is trusted, the program that signed may be another version or have been led astray: what
is shown here is only what this program could have written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from mentorapp.domain.exchange_errors import NotAnExchangeFile
from mentorapp.domain.text import NAME_LIMIT

E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Told:
    """An object of the file; every method raises NotAnExchangeFile for what does not fit."""

    fields: Mapping[str, Any]

    @classmethod
    def of(cls, value: object, names: frozenset[str]) -> "Told":
        """Exactly these fields."""
        if not isinstance(value, dict) or set(value) != names:
            raise NotAnExchangeFile
        return cls(value)

    def line(self, name: str, limit: int = NAME_LIMIT) -> str:
        """One line of printable text, which can be shown anywhere."""
        found = self.fields[name]
        if not isinstance(found, str) or len(found) > limit or not found.isprintable():
            raise NotAnExchangeFile
        return found

    def number(self, name: str) -> int | None:
        """A whole number from 0, or nothing."""
        found = self.fields[name]
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or found < 0:
            raise NotAnExchangeFile
        return found

    def truth(self, name: str) -> bool:
        """Yes or no."""
        found = self.fields[name]
        if not isinstance(found, bool):
            raise NotAnExchangeFile
        return found

    def day(self, name: str) -> date:
        """A day as 2026-11-23."""
        try:
            found = date.fromisoformat(self.line(name, 10))
        except ValueError:
            raise NotAnExchangeFile from None
        if found.isoformat() != self.fields[name]:
            raise NotAnExchangeFile
        return found

    def choice(self, name: str, kind: type[E]) -> E:
        """One of the values of an enumeration."""
        try:
            return kind(self.line(name))
        except ValueError:
            raise NotAnExchangeFile from None

    def maybe(self, name: str, kind: type[E]) -> E | None:
        """The same, where empty means unknown."""
        return self.choice(name, kind) if self.fields[name] != "" else None

    def texts(self, name: str, most: int = 100) -> list[str]:
        """Several short texts."""
        return [Told({name: one}).line(name) for one in self.list(name, most)]

    def list(self, name: str, most: int) -> list[Any]:
        """Several values, which the caller looks at."""
        found = self.fields[name]
        if not isinstance(found, list) or len(found) > most:
            raise NotAnExchangeFile
        return found
