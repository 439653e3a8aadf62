"""The office's own words beside those that ship: interests and occupations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


class WordList(StrEnum):
    """What there are lists of words for."""

    INTERESTS = "interests"
    OCCUPATIONS = "occupations"


#: The keys of words that an office adds, in the order they are given out. They are counted and not
#: made from the name, so that the engine has a bit for each without knowing any office.
OWN_KEYS: Mapping[WordList, tuple[str, ...]] = {
    WordList.INTERESTS: tuple(f"own_interest_{n}" for n in range(1, 51)),
    WordList.OCCUPATIONS: tuple(f"own_occupation_{n}" for n in range(1, 21)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord(Record):
    """``key`` is what people are registered with; ``names`` the word by language code.

    A word that ships has a row only when it is ``hidden``: it is no longer offered, and whoever has
    it keeps it. A word of the office's own has names also when it is hidden.
    """

    word_list: WordList
    key: str
    names: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False


def check_own_word(word: OwnWord) -> None:
    """Raise InvalidField for a word of the office's own without a name, or with one too long."""
    own = word.key in OWN_KEYS[word.word_list]
    if own and not any(name.strip() for name in word.names.values()):
        raise InvalidField("names", Problem.MISSING)
    for name in word.names.values():
        check_length("names", name, NAME_LIMIT)


def next_key(word_list: WordList, used: Iterable[str]) -> str | None:
    """The first key that was never given out; None when there is no room for another word."""
    gone = frozenset(used)
    return next((key for key in OWN_KEYS[word_list] if key not in gone), None)
