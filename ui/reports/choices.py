"""Which periods are offered to report on."""

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorapp.domain.quarters import HalfYear, Period, Quarter, Tertial, Year
from mentorapp.words import Words
from mentorapp.words.periods import short_period

#: How many of each are offered besides the one that runs.
_OFFERED: tuple[tuple[Callable[[date], Any], int], ...] = (
    (Quarter.of, 12),
    (Tertial.of, 6),
    (HalfYear.of, 4),
    (Year.of, 9),
)
_YEARS = 9
#: Stands for any days from–to, which are typed.
DAYS = "days"


def last_finished(today: date) -> Quarter:
    """The quarter that ended last: the one a report is usually wanted of."""
    return Quarter.of(today).previous()


def last_year(today: date) -> Year:
    """The year that ended last."""
    return Year.of(today).previous()


def periods(words: Words, today: date) -> list[tuple[Period | str, str]]:
    """Quarters, tertials, half-years and years, each newest first; then other days."""
    made: list[tuple[Period | str, str]] = []
    for of, count in _OFFERED:
        made += _going_back(of(today), count, words)
    return [*made, (DAYS, words.text("Other days …"))]


def years(words: Words, today: date) -> list[tuple[Period, str]]:
    """The current year and those before it, newest first."""
    return _going_back(Year.of(today), _YEARS, words)


def _going_back(now: Period, count: int, words: Words) -> list[tuple[Period, str]]:
    name = words.text("%(quarter)s, so far") % {"quarter": short_period(words, now)}
    made, one = [(now, name)], now
    for _at in range(count):
        one = one.previous()
        made.append((one, short_period(words, one)))
    return made
