"""The office's own words beside those that ship: interests and occupations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


class WordList(StrEnum):
    """What there are lists of words for."""

    INTERESTS = "interests"
    OCCUPATIONS = "occupations"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord(Record):
    """``key`` is what people are registered with; ``names`` the word by language code.

    A word that ships has a row only when it is ``hidden``: it is no longer offered, and whoever has
    it keeps it.
    """

    word_list: WordList
    key: str
    names: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False


def check_own_word(word: OwnWord) -> None:
    """Raise InvalidField for a word of the office's own without a name, or with one too long."""
    if not word.hidden and not any(name.strip() for name in word.names.values()):
        raise InvalidField("names", Problem.MISSING)
    for name in word.names.values():
        check_length("names", name, NAME_LIMIT)
