"""Sets of letter texts: the same letters in another length, chosen for each scheme.

A text is ``letters/<language>/<set>/<kind>.txt``. The standard set is whole in every language;
another may hold some of the letters, in some of the languages.
"""

from functools import cache
from pathlib import Path

import resources
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.words import N_, Words

_NAMES = {
    STANDARD_SET: N_("Full letters"),
    "short": N_("Short letters, one page"),
}


def letter_sets(words: Words) -> tuple[tuple[str, str], ...]:
    """Key and name of the sets there are, the standard one first.

    A folder that somebody added is offered under its own name.
    """
    others = sorted(_folders() - {STANDARD_SET})
    return tuple(
        (key, words.text(_NAMES[key]) if key in _NAMES else key) for key in (STANDARD_SET, *others)
    )


def known_set(key: str) -> str:
    """The set itself when it ships, else the standard one: the field is free text in the office."""
    return key if key in _folders() else STANDARD_SET


def shipped(language: str, letter_set: str, kind: str) -> str:
    """The text of exactly this set as it ships; empty when there is none."""
    file = Path(resources.path("letters")) / language / letter_set / f"{kind}.txt"
    return _read(file) if file.is_file() else ""


def shipped_texts() -> set[tuple[LetterKind, str, str]]:
    """Kind, language and set of every letter text that ships."""
    kinds = set(LetterKind)
    return {
        (LetterKind(file.stem), file.parent.parent.name, file.parent.name)
        for file in resources.path("letters").glob("*/*/*.txt")
        if file.stem in kinds
    }


@cache
def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _folders() -> set[str]:
    return {folder.name for folder in resources.path("letters").glob("*/*") if folder.is_dir()}
