"""Distances and durations."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final

from mentorapp.domain.imports import Reason
from mentorapp.domain.text import folded
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.tables import Cell, shown

_NUMBER: Final = r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)"
_HALVES: Final = (("½", ",5"), ("¼", ",25"), ("¾", ",75"))
_DISTANCE: Final = re.compile(
    rf"{_NUMBER}\s*(?:(km|kilometers|kilometer|miles|mil|meter|metres|m)(?![a-z]))?"
)
_NO_LIMIT: Final = ("ubegrenset", "ubegrensa", "ingen grense", "uansett", "spiller ingen rolle",
                    "alle", "no limit", "any", "overalt")  # fmt: skip
_WORDS: Final = {
    "halvannen": 1.5, "halvanna": 1.5, "halvanden": 1.5, "en og en halv": 1.5, "halv": 0.5,
    "en halv": 0.5, "ein halv": 0.5, "half an": 0.5, "half": 0.5, "en": 1, "ein": 1, "et": 1,
    "one": 1, "an": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4,
    "one and a half": 1.5, "to og en halv": 2.5,
}  # fmt: skip
_HOUR: Final = r"(?:timer|timar|time|hours|hour|hrs|hr|h|t)"
_MINUTE: Final = r"(?:minutter|minuttar|minutt|minutes|minute|mins|min|m)"
_HOURS_AND_MINUTES: Final = re.compile(
    rf"{_NUMBER}\s*{_HOUR}\.?(?:\s*(?:og|and|,)?\s*([0-9]{{1,2}})\s*{_MINUTE}?\.?)?"
)
_MINUTES: Final = re.compile(rf"{_NUMBER}\s*{_MINUTE}\.?")
_CLOCK: Final = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::[0-5][0-9])?\s*(?:t|timer|h)?")
_FROM_TO: Final = re.compile(
    r"(?:kl\.?\s*)?([0-9]{1,2})[:.]([0-5][0-9])\s*[-–]\s*([0-9]{1,2})[:.]([0-5][0-9])"
)


def distance_km(cell: Cell, _context: Context) -> int | Unreadable | None:
    """Whole kilometres, rounded up; a mil is ten. None: any distance will do."""
    if isinstance(cell, bool | date | datetime | time):
        return Unreadable(Reason.NOT_A_DISTANCE)
    text = _plain(cell)
    if any(phrase == text or (" " in phrase and phrase in text) for phrase in _NO_LIMIT):
        return None
    found = [m for m in _DISTANCE.finditer(text) if m.group(2)] or list(_DISTANCE.finditer(text))
    others = re.search(r"min|time|timar|hour|buss|bus", text)
    if not found or (others and not found[-1].group(2)):
        return Unreadable(Reason.NOT_A_DISTANCE)
    last = found[-1]
    factor = {"mil": 10.0, "m": 0.001, "meter": 0.001, "metres": 0.001, "miles": 1.609}.get(
        last.group(2) or "km", 1.0
    )
    kilometres = math.ceil(float(last.group(1).replace(",", ".")) * factor)
    if kilometres > 2000:
        return Unreadable(Reason.NOT_A_DISTANCE)
    return kilometres


def _plain(cell: Cell) -> str:
    """Folded, with ½ as ,5: "1½ time" becomes "1,5 time"."""
    text = shown(cell)[:500]
    for sign, decimals in _HALVES:
        text = re.sub(rf"(?<![0-9]){sign}", "0" + decimals, text).replace(sign, decimals)
    return " ".join(folded(text).split())


def minutes(cell: Cell, context: Context) -> int | Unreadable:
    """Whole minutes, 1440 at most. A bare number is hours below 15, else minutes; the heading
    ("Antall timer", "Varighet (min)") decides before that.
    """
    found = _minutes(cell, context.heading)
    if found is None or math.isnan(found):
        return Unreadable(Reason.NOT_A_DURATION)
    if not 0 <= found <= 24 * 60:
        return Unreadable(Reason.OUT_OF_RANGE, "0–1440")
    return round(found)


def _minutes(cell: Cell, heading: str) -> float | None:
    if isinstance(cell, datetime):
        return cell.hour * 60 + cell.minute if cell.year < 1901 else None
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return _bare(float(cell), heading)
    text = _plain(cell).removeprefix("ca. ")
    text = re.sub(r"^(?:ca|omtrent|about|rundt|cirka)\.? ", "", text)
    return _from_text(text, heading)


def _bare(number: float, heading: str) -> float:
    words = set(re.findall(r"[a-z]+", heading))
    if words & {"timer", "timar", "hours", "timeantall", "time", "timeforbruk"}:
        return number * 60
    if words & {"min", "minutter", "minuttar", "minutes"}:
        return number
    return number * 60 if number < 15 else number


def _from_text(text: str, heading: str) -> float | None:
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return read(match, heading)
    words, _, unit = text.rpartition(" ")
    if words in _WORDS and re.fullmatch(_HOUR, unit):
        return _WORDS[words] * 60
    return 15.0 if text in {"kvarter", "et kvarter"} else None


def _from_to(match: re.Match[str], _heading: str) -> float | None:
    start_hour, start, end_hour, end = (int(part) for part in match.groups())
    lasted = (end_hour * 60 + end) - (start_hour * 60 + start)
    return lasted if lasted > 0 else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


_Form = tuple[re.Pattern[str], Callable[[re.Match[str], str], float | None]]
_FORMS: Final[tuple[_Form, ...]] = (
    (_FROM_TO, _from_to),
    (_CLOCK, lambda match, _: int(match.group(1)) * 60 + int(match.group(2))),
    (_HOURS_AND_MINUTES, lambda m, _: _number(m.group(1)) * 60 + int(m.group(2) or 0)),
    (_MINUTES, lambda match, _: _number(match.group(1))),
    (re.compile(_NUMBER), lambda match, heading: _bare(_number(match.group()), heading)),
)
