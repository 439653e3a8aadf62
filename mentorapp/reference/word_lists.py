"""The lists of interests and occupations as one office has them: what ships, and its own words.

What ships is the same for all and is read once; an office's own words are handed in. Whoever names
or offers a word asks here, whoever compares people does not: a word of the office's own is a key
like any other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from mentorapp.domain.word_lists import OwnWord, WordList
from mentorapp.reference import lookup
from mentorapp.reference.interests import interest_words, interests
from mentorapp.reference.occupations import occupation_words, occupations


class Named(Protocol):
    """An entry of a list, shipped or the office's own."""

    def name(self, language: str) -> str:
        """What it is called."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """A word of the office's own."""

    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """In a language that nobody gave it a name in: bokmål's, else any."""
        given = self.names
        return given.get(language) or given.get("nb") or next(iter(given.values()))


class WordLists:
    """Every word that people may have, and which of them are still offered.

    Compared by identity, so that what was made of one can be remembered by it.
    """

    def __init__(self, own: Sequence[OwnWord] = ()) -> None:
        self.own = tuple(own)

    def __reduce__(self) -> tuple[type["WordLists"], tuple[tuple[OwnWord, ...]]]:
        """What was made of the words is made anew in the process that reads a file."""
        return WordLists, (self.own,)

    @cached_property
    def interests(self) -> Mapping[str, Named]:
        """Key -> interest, the office's own after those that ship; hidden ones too."""
        return self._all(WordList.INTERESTS)

    @cached_property
    def occupations(self) -> Mapping[str, Named]:
        """The same for groups of occupations."""
        return self._all(WordList.OCCUPATIONS)

    def names(self, word_list: WordList) -> Mapping[str, Named]:
        """One of the two."""
        return self.interests if word_list is WordList.INTERESTS else self.occupations

    def hidden(self, word_list: WordList) -> frozenset[str]:
        """Keys that are no longer offered; whoever has them keeps them."""
        return frozenset(one.key for one in self.own if one.word_list is word_list and one.hidden)

    def offered(self, word_list: WordList, kept: str = "") -> Mapping[str, Named]:
        """What a form lets one choose: all but the hidden, and `kept`, which is chosen already."""
        gone = self.hidden(word_list) - {kept}
        return {key: one for key, one in self.names(word_list).items() if key not in gone}

    def find(self, word_list: WordList, text: str) -> str | None:
        """The key of the one word that `text` names, hidden or not."""
        return lookup.find(text, self._folded[word_list])

    def taken(self, word_list: WordList, name: str) -> str | None:
        """The key of the word that is called exactly so already.

        What is only understood as a word that ships may be one of the office's own.
        """
        wanted = lookup.fold(name)
        called = (
            key
            for key, one in self.names(word_list).items()
            if wanted in {lookup.fold(one.name(language)) for language in lookup.NAME_LANGUAGES}
        )
        return next(called, None)

    def _all(self, word_list: WordList) -> Mapping[str, Named]:
        shipped, _words = _SHIPPED[word_list]
        return MappingProxyType({**shipped(), **self._own_names(word_list)})

    def _own_names(self, word_list: WordList) -> dict[str, Named]:
        return {
            one.key: OwnEntry(one.names)
            for one in self.own
            if one.word_list is word_list and one.names
        }

    @cached_property
    def _folded(self) -> Mapping[WordList, Mapping[str, str]]:
        """Folded word -> key; the office's own before one that a later list may bring."""
        own: dict[WordList, dict[str, str]] = {word_list: {} for word_list in WordList}
        for one in self.own:
            own[one.word_list] |= dict.fromkeys(map(lookup.fold, one.names.values()), one.key)
        return {one: {**words(), **own[one]} for one, (_, words) in _SHIPPED.items()}


_SHIPPED: Mapping[
    WordList, tuple[Callable[[], Mapping[str, Named]], Callable[[], Mapping[str, str]]]
] = {
    WordList.INTERESTS: (interests, interest_words),
    WordList.OCCUPATIONS: (occupations, occupation_words),
}
