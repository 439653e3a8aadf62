"""Dates as people in the North write them, and years of birth."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from mentorapp.domain.imports import Reason
from mentorapp.domain.text import clean, folded
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.sensitive import looks_like_national_id
from mentorapp.exchange.tables import Cell, shown

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "mai maj may", "jun", "jul", "aug", "sep", "okt oct", "nov",
         "des dec"), start=1
    )
    for name in names.split()
}  # fmt: skip
_FULL_MONTHS: Final = frozenset(
    "januar january februar february mars marts march april mai maj may juni june juli july august"
    " september sept oktober october november desember december".split()
)
#: Excel counts days from here (its 1900 has a leap day that never was).
_EXCEL_START: Final = date(1899, 12, 30)
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})\.?")
_ISO: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST: Final = re.compile(
    r"(?:den\s+)?(\d{1,2})\.?(?:st|nd|rd|th)?\s*(?:of\s+)?([a-z]+)\.?,?\s*(\d{4}|\d{2})"
)
_MONTH_FIRST: Final = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_TIME: Final = re.compile(
    r"[t ,]+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:z|am|pm|[+-]\d\d:?\d\d)?$"
)
_WEEKDAY: Final = re.compile(
    r"^(?:mandag|mandag|tirsdag|tysdag|onsdag|torsdag|fredag|lordag|laurdag|sondag|sundag|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|man|tir|tys|ons|tor|fre|lor|lau|son|sun"
    r"|mon|tue|wed|thu|fri|sat)[.,]?\s+(?:den\s+)?"
)
_BEFORE_YEAR: Final = re.compile(r"^(?:f\.?|fodt|fodd|born|ca\.?|i|in)\s*")


def read_date(cell: Cell, context: Context) -> date | Unreadable:
    """A day of the Gregorian calendar; a year of two digits is the one nearest to today."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return Unreadable(Reason.NOT_A_DATE)
    if isinstance(cell, int | float):
        return _from_number(cell)
    return _from_text(shown(cell), context.today)


def _from_number(number: float) -> date | Unreadable:
    """A serial day of Excel between 1920 and 2119, or 20261103."""
    if 7306 <= number <= 80_000:
        return _EXCEL_START + timedelta(days=int(number))
    if 19_000_101 <= number <= 21_001_231 and float(number).is_integer():
        text = str(int(number))
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    return Unreadable(Reason.NOT_A_DATE)


def _from_text(written: str, today: date) -> date | Unreadable:
    text = " ".join(folded(clean(written)).split())
    if not text.isascii() or len(text) > 60:
        return Unreadable(Reason.NOT_A_DATE)
    text = _TIME.sub("", _WEEKDAY.sub("", text)).strip(" .,")
    return _in_digits(text, today) or _in_words(text, today) or Unreadable(Reason.NOT_A_DATE)


def _in_digits(text: str, today: date) -> date | Unreadable | None:
    if match := _ISO.fullmatch(text):
        return _day(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    if match := _NUMBERS.fullmatch(text):
        return _day(_year(match.group(3), today), int(match.group(2)), int(match.group(1)))
    if re.fullmatch(r"[0-9]{8}", text):
        found = _day(int(text[4:]), int(text[2:4]), int(text[:2]))
        return found if isinstance(found, date) else _from_number(int(text))
    return None


def _in_words(text: str, today: date) -> date | Unreadable | None:
    if (match := _DAY_FIRST.fullmatch(text)) and (month := _month(match.group(2))):
        return _day(_year(match.group(3), today), month, int(match.group(1)))
    if (match := _MONTH_FIRST.fullmatch(text)) and (month := _month(match.group(1))):
        return _day(int(match.group(3)), month, int(match.group(2)))
    return None


def _month(word: str) -> int:
    """1 to 12, 0 when the word is no month."""
    return _MONTHS.get(word[:3], 0) if len(word) == 3 or word in _FULL_MONTHS else 0


def _year(digits: str, today: date) -> int:
    """The full year for "26" (2026) and "98" (1998): never more than ten years ahead."""
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year + 10 else year - 100


def _day(year: int, month: int, day: int) -> date | Unreadable:
    try:
        found = date(year, month, day)
    except ValueError:
        return Unreadable(Reason.NO_SUCH_DATE)
    return found if 1900 <= year <= 2199 else Unreadable(Reason.NOT_A_DATE)


def birth_year(cell: Cell, context: Context) -> int | Unreadable:
    """The year alone, out of a year or a date of birth; day and month are not kept.

    Two digits are refused: "35" may be a year or an age.
    """
    if looks_like_national_id(cell):
        return Unreadable(Reason.NATIONAL_ID)
    return _recent_year(cell, context, _birth_date)


def arrived_year(cell: Cell, context: Context) -> int | Unreadable:
    """The year in which somebody came, out of a year or a date; day and month are not kept."""
    return _recent_year(cell, context, read_date)


def _recent_year(
    cell: Cell, context: Context, read: Callable[[Cell, Context], date | Unreadable]
) -> int | Unreadable:
    """A year of the last 120; `read` reads a whole date, where the cell is no bare year."""
    year = _bare_year(cell)
    if year == 0:
        return Unreadable(Reason.NOT_A_YEAR)
    if year is None:
        day = read(cell, context)
        if isinstance(day, Unreadable):
            return day
        year = day.year
    if year > context.today.year:
        return Unreadable(Reason.YEAR_IN_FUTURE, str(year))
    if year < context.today.year - 120:
        return Unreadable(Reason.YEAR_TOO_LONG_AGO, str(year))
    return year


def _bare_year(cell: Cell) -> int | None:
    """A year of four digits; 0 for a number too short to be one; None when it may be a date."""
    if isinstance(cell, bool | date):
        return None
    text = _BEFORE_YEAR.sub("", folded(shown(cell)).strip())
    if re.fullmatch(r"[12][0-9]{3}\.?", text):
        return int(text[:4])
    return 0 if re.fullmatch(r"'?-?[0-9]{1,3}( ar)?", text) else None


def _birth_date(cell: Cell, context: Context) -> date | Unreadable:
    """As `read_date`, but "3.11.30" is 1930: nobody is born ahead of today."""
    day = read_date(cell, context)
    if isinstance(day, date) and day > context.today and isinstance(cell, str):
        short_year = re.search(r"(?<!\d)\d{2}\.?\s*$", cell) and not re.search(r"\d{4}", cell)
        if short_year:
            return _day(day.year - 100, day.month, min(day.day, 28))
    return day


def done_on(cell: Cell, context: Context) -> date | Unreadable | None:
    """A date, or None for "nei" and its like: it has not been done."""
    if cell is False or (isinstance(cell, str) and _NOT_DONE.match(folded(cell).strip())):
        return None
    return read_date(cell, context)


def ended_on(cell: Cell, context: Context) -> date | Unreadable | None:
    """As `done_on`; "pågår" and "aktiv" say that it has not ended."""
    if isinstance(cell, str) and _RUNNING.match(folded(cell).strip()):
        return None
    return done_on(cell, context)


_NOT_DONE: Final = re.compile(r"(?:nei|nej|no|ikke|ikkje|not|mangler|manglar|missing|0$)\b")
_RUNNING: Final = re.compile(r"(?:pagar|paga|aktiv|active|ongoing|i gang|lopende|igang)")
