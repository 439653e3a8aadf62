"""Lists of known things in one cell: interests, occupations, schemes."""

import re
from collections.abc import Callable

from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.text import clean
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.choices import plain_words
from mentorapp.exchange.tables import Cell, shown
from mentorapp.reference.interests import find_interest
from mentorapp.reference.occupations import find_occupation


def interests(cell: Cell, _context: Context) -> frozenset[str] | Partly:
    """Keys of the interests that are known; the others are left over."""
    return _keys(cell, find_interest)


def occupations(cell: Cell, _context: Context) -> frozenset[str] | Partly:
    """Keys of occupation groups, for what an organisation offers."""
    return _keys(cell, find_occupation)


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
