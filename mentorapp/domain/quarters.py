"""The periods reports are about: quarters, tertials, half-years, years, and any days from–to.

Each has its first and last day, the period before it and the same one a year before; ``str`` gives
what ``parse_period`` reads.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Self, TypeAlias

from mentorapp.domain.errors import BadPeriod

_YEAR = r"((?:19|20|21)[0-9]{2})"  # not year 0, which no calendar has
_DAY = r"((?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2})"
_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class _PartOfYear:
    """``number`` counts from 1 within the year."""

    year: int
    number: int

    MONTHS: ClassVar[int]
    #: How it is written, and the letters it is read by.
    LETTERS: ClassVar[str]

    def __str__(self) -> str:
        return f"{self.year}{self.LETTERS[0]}{self.number}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``2026Q3``, ``2026-Q3``, ``q3 2026`` with its own letters; else BadPeriod."""
        part = rf"[{cls.LETTERS}{cls.LETTERS.lower()}]([1-{_MONTHS // cls.MONTHS}])"
        found = re.fullmatch(rf"{_YEAR}\s*[- ]?\s*{part}", text.strip())
        if found:
            return cls(int(found[1]), int(found[2]))
        found = re.fullmatch(rf"{part}[- ]?\s*{_YEAR}", text.strip())
        if found:
            return cls(int(found[2]), int(found[1]))
        raise BadPeriod(text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The one a day lies in."""
        return cls(day.year, (day.month - 1) // cls.MONTHS + 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.MONTHS * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next().first - timedelta(days=1)

    def next(self) -> Self:
        """The one after."""
        return self._moved(1)

    def previous(self) -> Self:
        """The one before."""
        return self._moved(-1)

    def year_before(self) -> Self:
        """The same one of the year before."""
        return type(self)(self.year - 1, self.number)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _moved(self, by: int) -> Self:
        year, number = divmod(self.year * (_MONTHS // self.MONTHS) + self.number - 1 + by,
                              _MONTHS // self.MONTHS)  # fmt: skip
        return type(self)(year, number + 1)


@dataclass(frozen=True, slots=True, order=True)
class Quarter(_PartOfYear):
    """Three months; ``number`` is 1 to 4. Written ``2026Q3``; ``2026K3`` (kvartal) is read too."""

    MONTHS = 3
    LETTERS = "QK"


@dataclass(frozen=True, slots=True, order=True)
class Tertial(_PartOfYear):
    """Four months, as many municipalities report; ``number`` is 1 to 3. Written ``2026T2``."""

    MONTHS = 4
    LETTERS = "T"


@dataclass(frozen=True, slots=True, order=True)
class HalfYear(_PartOfYear):
    """Six months; ``number`` is 1 or 2. Written ``2026H1``."""

    MONTHS = 6
    LETTERS = "H"


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """A calendar year. Written ``2026``."""

    year: int

    def __str__(self) -> str:
        return str(self.year)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``2026``; else BadPeriod."""
        if not re.fullmatch(_YEAR, text.strip()):
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

    def year_before(self) -> Self:
        """The same as the one before."""
        return self.previous()

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Any days from the first to the last. Written ``2026-01-01..2026-03-15``."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads two days with ``..`` between them, the first not after the last; else BadPeriod."""
        found = re.fullmatch(rf"{_DAY}\s*\.\.\s*{_DAY}", text.strip())
        try:
            first, last = (date.fromisoformat(one) for one in found.groups()) if found else (1, 0)
        except ValueError:
            raise BadPeriod(text) from None
        if isinstance(first, int) or isinstance(last, int) or first > last:
            raise BadPeriod(text)
        return cls(first, last)

    def previous(self) -> Self:
        """As many days right before; as many months, where it is of whole months."""
        end = self.first - timedelta(days=1)
        months = self._whole_months()
        if not months:
            return type(self)(end - (self.last - self.first), end)
        at = self.first.year * _MONTHS + self.first.month - 1 - months
        return type(self)(date(at // _MONTHS, at % _MONTHS + 1, 1), end)

    def year_before(self) -> Self:
        """The same days of the year before; 28 February for the 29th, and the other way round
        where the span ends with February.
        """
        ends_month = (self.last + timedelta(days=1)).day == 1
        last = (
            _year_earlier(self.last + timedelta(days=1)) - timedelta(days=1)
            if ends_month
            else _year_earlier(self.last)
        )
        return type(self)(_year_earlier(self.first), last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _whole_months(self) -> int:
        after = self.last + timedelta(days=1)
        if self.first.day != 1 or after.day != 1:
            return 0
        return (after.year - self.first.year) * _MONTHS + after.month - self.first.month


Period: TypeAlias = Quarter | Tertial | HalfYear | Year | Span

_KINDS: tuple[type[Period], ...] = (Quarter, Tertial, HalfYear, Year, Span)


def parse_period(text: str) -> Period:
    """Reads any period as it is written; else BadPeriod."""
    for kind in _KINDS:
        try:
            return kind.parse(text)
        except BadPeriod:
            continue
    raise BadPeriod(text)


def _year_earlier(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
