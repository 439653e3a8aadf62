"""Is a passphrase good enough? Whoever stole the file can try as often as he likes.

Four words, or fourteen signs, that are not what anybody would try first: the names of the person,
the office and the municipality, one sign or word over and over, a row of the keyboard.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from mentorapp.domain.key_errors import PassphraseWeak

WORDS = 4
SIGNS = 14
#: Fewer different signs than this are a pattern, not a passphrase.
_DIFFERENT = 6
#: Words shorter than this do not count as words, and names shorter are in any text.
_SHORT = 3
_ROWS = ("abcdefghijklmnopqrstuvwxyzæøå", "01234567890", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm")
_LIKELY = ("passord", "password", "adgangskode", "mentorapp", "mentor", "kommune", "kommunen")


class Weakness(StrEnum):
    """What is wrong with a passphrase."""

    SHORT = "short"
    GUESSED = "guessed"
    """Long enough, but most of it is what one would try first."""


def check_passphrase(text: str, names: Iterable[str]) -> None:
    """Raise PassphraseWeak. ``names`` are those of the person, the office and its municipality."""
    said = " ".join(text.casefold().split())
    if not _long_enough(said):
        raise PassphraseWeak(Weakness.SHORT)
    left = _without(said, names)
    if not _long_enough(left) or len(set(left) - {" "}) < _DIFFERENT:
        raise PassphraseWeak(Weakness.GUESSED)


def _long_enough(said: str) -> bool:
    words = {word for word in said.split() if len(word) >= _SHORT}
    return len(words) >= WORDS or len(said) >= SIGNS


def _without(said: str, names: Iterable[str]) -> str:
    """What is left when all that is easily guessed is taken out."""
    parts = {part for name in names for part in re.split(r"\W+", name.casefold())}
    for part in sorted(parts | set(_LIKELY), key=len, reverse=True):
        if len(part) >= _SHORT:
            said = said.replace(part, "")
    for row in _ROWS:
        for way in (row, row[::-1]):
            for start in range(len(way) - _SHORT):
                said = said.replace(way[start : start + _SHORT + 1], "")
    said = re.sub(r"(.)\1{2,}", r"\1", said)
    return " ".join(dict.fromkeys(said.split()))
