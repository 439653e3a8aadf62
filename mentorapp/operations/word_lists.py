"""The office's own interests and occupations: added, renamed, no longer offered, offered again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import InvalidField, NotFound, Problem
from mentorapp.domain.office_errors import NameTaken, WordListFull
from mentorapp.domain.text import clean
from mentorapp.domain.word_lists import OWN_KEYS, OwnWord, WordList, check_own_word, next_key
from mentorapp.operations.intention import intention
from mentorapp.reference.word_lists import Named, WordLists
from mentorapp.storage import records, used_words
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


def keys_of(tx: Transaction, word_list: WordList, texts: Iterable[str]) -> frozenset[str]:
    """The keys of words as somebody typed them. Raises InvalidField for one that is not known."""
    lists = read(tx)
    found = {text: lists.find(word_list, text) for text in texts}
    for text, key in found.items():
        if key is None:
            raise InvalidField(word_list.value, Problem.UNKNOWN_VALUE, text)
    return frozenset(filter(None, found.values()))


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of a list; ``people`` have it. ``names`` are empty for one that ships."""

    word_list: WordList
    key: str
    word: Named
    own: bool
    hidden: bool
    people: int
    names: Mapping[str, str]

    @property
    def id(self) -> str:
        """What tells it from the others of its list."""
        return self.key


def read(tx: Transaction) -> WordLists:
    """The lists as this office has them."""
    return WordLists(records.find(tx, OwnWord))


def hand_in(tx: Transaction, words: Words) -> None:
    """Let everything that is said in these words know the office's own.

    Lists that did not change stay the same object: much that was made of them is remembered.
    """
    lists = read(tx)
    if lists.own != words.lists.own:
        words.lists = lists


def rows(tx: Transaction, word_list: WordList) -> list[WordRow]:
    """Every word of the list, those that ship first."""
    lists = read(tx)
    counted = used_words.people(tx, word_list)
    hidden = lists.hidden(word_list)
    names = {one.key: one.names for one in lists.own if one.word_list is word_list}
    own = OWN_KEYS[word_list]
    return [
        WordRow(word_list, key, word, key in own, key in hidden, counted[key], names.get(key, {}))
        for key, word in lists.names(word_list).items()
    ]


@intention(needs=Right.SETTINGS)
def add(tx: Transaction, word_list: WordList, names: Mapping[str, str]) -> OwnWord:
    """A word beside those that ship, by language code.

    Raises InvalidField, WordListFull, and NameTaken for a name that a word of the list has already.
    """
    key = next_key(word_list, used_words.given_out(tx, word_list))
    if key is None:
        raise WordListFull(len(OWN_KEYS[word_list]))
    word = OwnWord(word_list=word_list, key=key, names=_tidy(names))
    _check(tx, word)
    return records.add(tx, word)


@intention(needs=Right.SETTINGS)
def rename(tx: Transaction, word_list: WordList, key: str, names: Mapping[str, str]) -> OwnWord:
    """Other names for a word of the office's own; whoever has it has the new ones.

    Raises NotFound for a word that ships: its names are everybody's.
    """
    found = _row(tx, word_list, key)
    if found is None or key not in OWN_KEYS[word_list]:
        raise NotFound("own_word", key)
    word = replace(found, names=_tidy(names))
    _check(tx, word)
    return records.amend(tx, word)


@intention(needs=Right.SETTINGS)
def hide(tx: Transaction, word_list: WordList, key: str) -> OwnWord:
    """Offer the word no longer. Whoever has it keeps it, and files that name it are understood."""
    return _set_hidden(tx, word_list, key, hidden=True)


@intention(needs=Right.SETTINGS)
def show(tx: Transaction, word_list: WordList, key: str) -> OwnWord:
    """Offer it again."""
    return _set_hidden(tx, word_list, key, hidden=False)


def _set_hidden(tx: Transaction, word_list: WordList, key: str, *, hidden: bool) -> OwnWord:
    if key not in read(tx).names(word_list):
        raise NotFound("own_word", key)
    found = _row(tx, word_list, key)
    if found is None:
        return records.add(tx, OwnWord(word_list=word_list, key=key, hidden=hidden))
    return records.amend(tx, replace(found, hidden=hidden))


def _row(tx: Transaction, word_list: WordList, key: str) -> OwnWord | None:
    return next(iter(records.find(tx, OwnWord, word_list=word_list, key=key)), None)


def _tidy(names: Mapping[str, str]) -> dict[str, str]:
    return {language: name for language, given in names.items() if (name := clean(given))}


def _check(tx: Transaction, word: OwnWord) -> None:
    check_own_word(word)
    lists = read(tx)
    for name in word.names.values():
        if lists.taken(word.word_list, name) not in (None, word.key):
            raise NameTaken(name)
