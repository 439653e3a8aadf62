"""The periods reports are about: quarters and years."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self, TypeAlias

from mentorapp.domain.errors import BadPeriod


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A calendar quarter; ``number`` is 1 to 4. Written ``2026Q3``."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``2026Q3``, ``2026-Q3``, ``2026k3`` (kvartal) and ``Q3 2026``; else BadPeriod."""
        year = r"((?:19|20|21)[0-9]{2})"  # not year 0, which no calendar has
        found = re.fullmatch(rf"{year}\s*[- ]?\s*[QqKk]([1-4])", text.strip())
        if found:
            return cls(int(found[1]), int(found[2]))
        found = re.fullmatch(rf"[QqKk]([1-4])[- ]?\s*{year}", text.strip())
        if found:
            return cls(int(found[2]), int(found[1]))
        raise BadPeriod(text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter a day lies in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next().first - timedelta(days=1)

    def next(self) -> Self:
        """The quarter after."""
        return type(self)(self.year + self.number // 4, self.number % 4 + 1)

    def previous(self) -> Self:
        """The quarter before."""
        return type(self)(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """A calendar year. Written ``2026``."""

    year: int

    def __str__(self) -> str:
        return str(self.year)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``2026``; else BadPeriod."""
        if not re.fullmatch(r"(?:19|20|21)[0-9]{2}", text.strip()):
            raise BadPeriod(text)
        return cls(int(text))

    @classmethod
    def of(cls, day: date) -> Self:
        """The year a day lies in."""
        return cls(day.year)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 12, 31)

    def next(self) -> Self:
        """The year after."""
        return type(self)(self.year + 1)

    def previous(self) -> Self:
        """The year before."""
        return type(self)(self.year - 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


Period: TypeAlias = Quarter | Year
