"""What is typed from a paper slip, read as shortly as people write it.

"3.11" is the last third of November there was, "60" or "1:30" a duration, and one letter or digit
says how the two met, so that a slip takes few keys and the number block alone will do.
"""

import re
from datetime import date, timedelta

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.meetings import MeetingForm
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.widgets.date_field import Lean, read_date

_CLOCK = re.compile(r"(\d{1,2})\s*[:t]\s*(\d{2})?")
_HOURS = re.compile(r"(\d{1,2}[.,]\d{1,2})\s*[th]?")


def read_day(text: str, today: date, field: str = "held_on") -> date:
    """The day as `DateField` reads it, and also one with neither month nor year: only 3.

    It is the last such day up to `today`. Raises InvalidField for `field`.
    """
    text = text.strip()
    if not text:
        raise InvalidField(field, Problem.MISSING)
    try:
        if len(bare := text.rstrip(".")) <= 2 and bare.isascii() and bare.isdigit():
            return _last_day(int(bare), today)
        day = read_date(text, today, Lean.PAST)
    except ValueError as error:
        raise InvalidField(field, Problem.NOT_A_DATE, text) from error
    if day is None:
        raise InvalidField(field, Problem.MISSING)
    return day


def read_minutes(text: str) -> int:
    """The minutes in "60", "1:30", "1t", "1t30", "1,5" or "1.5h". Raises InvalidField."""
    text = text.strip().casefold()
    if not text:
        raise InvalidField("minutes", Problem.MISSING)
    if text.isascii() and text.isdigit() and len(text) <= 5:
        return int(text)
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2] or 0)
    if hours := _HOURS.fullmatch(text):
        return round(float(hours[1].replace(",", ".")) * 60)
    raise InvalidField("minutes", Problem.NOT_A_NUMBER, text)


def form_letters(words: Words) -> dict[str, MeetingForm]:
    """The letter for each form: the first of its name that no earlier form has."""
    letters: dict[str, MeetingForm] = {}
    for form in MeetingForm:
        name = [c for c in label(words, form).casefold() if c.isalpha() and c not in letters]
        letters[name[0]] = form
    return letters


def read_form(text: str, words: Words) -> MeetingForm:
    """The form named by its letter, its digit (1 for the first) or its beginning.

    Empty is in person, as most are. Raises InvalidField.
    """
    typed = text.strip().casefold()
    forms = list(MeetingForm)
    if not typed:
        return forms[0]
    if typed in (letters := form_letters(words)):
        return letters[typed]
    if typed in "12345"[: len(forms)]:
        return forms[int(typed) - 1]
    for form in forms:
        if label(words, form).casefold().startswith(typed):
            return form
    raise InvalidField("form", Problem.UNKNOWN_VALUE, text)


def _last_day(day: int, today: date) -> date:
    """Counted back from `today`, so that 31 finds the last long month. Raises ValueError."""
    for back in range(62):
        near = today - timedelta(days=back)
        if near.day == day:
            return near
    raise ValueError(day)
