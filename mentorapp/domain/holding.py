"""Whether somebody holds what is asked for, where both are short texts that people wrote."""

import re
from collections.abc import Iterable

from mentorapp.domain.text import folded

#: Words that say what sort of paper it is and not which: "førerkort klasse B" is "B".
_FILLERS = frozenset(
    "klasse klassen class forerkort kjorekort korekort forarkort licence license driving "
    "sertifikat certificate bevis kurs course i in og and".split()
)


def not_held(wanted: Iterable[str], held: Iterable[str]) -> tuple[str, ...]:
    """What is asked for and not there, in the order asked.

    A text is held when one of those held has all its words: "kranførerbevis" by "Kranførerbevis
    G4", and not the other way about.
    """
    there = [words_of(text) for text in held]
    return tuple(
        text for text in wanted if text.strip() and not any(words_of(text) <= one for one in there)
    )


def words_of(text: str) -> frozenset[str]:
    """The words that count, folded; all of them when nothing but fillers is written."""
    every = frozenset(re.findall(r"[\w+]+", folded(text)))
    return every - _FILLERS or every
