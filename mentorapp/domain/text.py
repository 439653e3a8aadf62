"""Limits and cleaning of text that people type or import."""

import re
import unicodedata

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


_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}  # no accents to lose
)


def folded(text: str) -> str:
    """The text as a search sees it: lower case, no diacritics, Ø as O, Å and Aa as A, Æ as AE."""
    plain = text.lower() if text.isascii() else _plain(_plain(text).casefold())
    return re.sub("a{2,}", "a", plain)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
