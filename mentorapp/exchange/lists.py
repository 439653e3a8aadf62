"""Lists of known things in one cell: interests, occupations, schemes, the ages of children."""

import re
from collections.abc import Callable
from functools import partial
from math import isfinite
from typing import Final

from mentorapp.domain.households import ChildBand, child_band
from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.text import clean, folded
from mentorapp.domain.word_lists import WordList
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.choices import plain_words
from mentorapp.exchange.tables import Cell, shown

_NO_CHILDREN: Final = frozenset(
    {"nei", "ingen", "ingen barn", "no", "none", "no children", "ikke barn", "ingen born", "0 barn"}
)
_AGE: Final = re.compile(r"([0-9]+)(?:[.,]5(?=\s*ar))?\s*(mnd|maned|month|uke|week)?")
_RANGE: Final = re.compile(r"([0-9]{1,2})\s*(?:-|–|til|to)\s*([0-9]{1,2})(?![0-9])")


def interests(cell: Cell, context: Context) -> frozenset[str] | Partly:
    """Keys of the interests that are known; the others are left over."""
    return _keys(cell, partial(context.word_lists.find, WordList.INTERESTS))


def occupations(cell: Cell, context: Context) -> frozenset[str] | Partly:
    """Keys of occupation groups, for what an organisation offers."""
    return _keys(cell, partial(context.word_lists.find, WordList.OCCUPATIONS))


def _keys(cell: Cell, find: Callable[[str], str | None]) -> frozenset[str] | Partly:
    parts = re.split(r"[,;/\n•|&+]|\s(?:og|and|samt)\s|\.\s", clean(shown(cell)))
    found: set[str] = set()
    unknown: list[str] = []
    for part in (part.strip(" .-") for part in parts):
        if part:
            key = find(part[:200])
            if key:
                found.add(key)
            else:
                unknown.append(part)
    if unknown or not found:
        return Partly(frozenset(found) or None, tuple(unknown), NoteReason.NOT_RECOGNISED)
    return frozenset(found)


def schemes(cell: Cell, context: Context) -> frozenset[str] | Unreadable:
    """Keys of the office's schemes, by key or name in any language."""
    parts = re.split(r"[,;/\n&+]|\s(?:og|and)\s", clean(shown(cell))[:500])
    keys = [_scheme(part, context) for part in parts if part.strip()]
    found = frozenset(key for key in keys if key)
    return found if found and None not in keys else Unreadable(Reason.NOT_ONE_OF)


def scheme(cell: Cell, context: Context) -> str | Unreadable:
    """The key of one scheme."""
    return _scheme(shown(cell), context) or Unreadable(Reason.NOT_ONE_OF)


def _scheme(text: str, context: Context) -> str | None:
    """By its whole name, or by one name that the words contain or begin with."""
    plain = plain_words(text).replace("_", " ")
    if plain in context.schemes:
        return context.schemes[plain]
    near = {
        key
        for name, key in context.schemes.items()
        if len(plain) >= 4 and (name in plain or name.startswith(plain))
    }
    return near.pop() if len(near) == 1 else None


def child_ages(cell: Cell, context: Context) -> frozenset[ChildBand] | Unreadable:
    """The bands of "2 og 7", "1, 5, 8", "8 mnd", "6-9 år" or years of birth; grown-ups are in none.

    Words for "no children" give no band, and so does nothing but grown-ups.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not isfinite(cell):
            return Unreadable(Reason.NOT_A_NUMBER)
        ages = [_age(int(cell), context)]
    else:
        text = " ".join(folded(clean(shown(cell))[:200]).split()).strip(" .")
        if text in _NO_CHILDREN:
            return frozenset()
        ages = [
            age
            for first, last in _RANGE.findall(text)
            for age in range(int(first), min(int(last), 18) + 1)
        ]
        ages += [
            0 if unit else _age(int(number), context)
            for number, unit in _AGE.findall(_RANGE.sub(" ", text))
        ]
    if not ages or not all(0 <= age <= 120 for age in ages):
        return Unreadable(Reason.NOT_A_NUMBER)
    return frozenset(band for age in ages if (band := child_band(age)))


def _age(number: int, context: Context) -> int:
    """An age as it is, or the age reached this year by somebody born in the year."""
    return context.today.year - number if number >= 1900 else number
