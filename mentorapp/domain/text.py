"""Limits and cleaning of text that people type or import."""

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
    kept = "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if character in "\n\t\u200c\u200d" or unicodedata.category(character)[0] != "C"
    )
    return kept.strip()


def folded(text: str) -> str:
    """The text as a search sees it: lower case, no diacritics, Ø as O, Å and Aa as A, Æ as AE."""
    text = text.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss")
    text = text.replace("ł", "l").replace("đ", "d").replace("ð", "d").replace("þ", "th")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.replace("aa", "a")
