"""Limits and cleaning of text that people type or import."""

import re
import unicodedata
from functools import cache

from mentorapp.domain.errors import InvalidField, Problem

#: Longest real names on record are around 200 characters; a longer one is a pasted paragraph.
NAME_LIMIT = 200
NOTE_LIMIT = 10_000


def check_length(field: str, text: str, limit: int) -> None:
    """Raise InvalidField when the text is longer than ``limit`` characters."""
    if len(text) > limit:
        raise InvalidField(field, Problem.TOO_LONG, text[:40], str(limit))


def clean(text: str) -> str:
    """NFC, without control characters (PostgreSQL refuses NUL) and outer white space.

    Zero-width joiner and non-joiner stay: Persian, Arabic and Indic names need them. Directional
    overrides go: they can make one name look like another.
    """
    if not text.isprintable():  # nearly every name is, and needs no look at each letter
        text = "".join(
            character
            for character in text
            if character in "\n\t\u200c\u200d" or unicodedata.category(character)[0] != "C"
        )
    # Only now: a soft hyphen that is gone can let a letter and its accent meet.
    return unicodedata.normalize("NFC", text).strip()


_LETTERS = (
    ("ø", "o"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ł", "l"),
    ("đ", "d"),
    ("ð", "d"),
    ("þ", "th"),
    ("ı", "i"),
)  # no accents to lose
_LONG_A = re.compile("a[ae]+")
_LONG_O = re.compile("oe+")


def plain_fold(text: str) -> str:
    """Without case and diacritics: "Åse" and "ase" are the same, Ø is o and Æ is ae."""
    text = text.casefold()
    if text.isascii():
        return text
    text = _marks().sub("", unicodedata.normalize("NFKD", text)).casefold()
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return text


@cache
def _marks() -> re.Pattern[str]:
    """Accents and the like. Made when first needed: it takes 5 ms, and no window opens with it."""
    marks = filter(unicodedata.combining, map(chr, range(0x300, 0xFE30)))
    return re.compile(f"[{''.join(map(re.escape, marks))}]")


def folded(text: str) -> str:
    """What tells whether two names are one: `plain_fold`, and Aa as Å."""
    return re.sub("a{2,}", "a", plain_fold(text))


def search_fold(text: str) -> str:
    """`plain_fold`, and the ways to write a letter without its key made one.

    "Aase", "Åse" and "Ase" are the same, "Moeller" and "Møller" too. A search looks at both
    foldings: this one alone misses half-typed words, as "else" is in "noelse" and not in "nolse".
    """
    return _LONG_O.sub("o", _LONG_A.sub("a", plain_fold(text)))
