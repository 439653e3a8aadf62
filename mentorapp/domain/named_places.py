"""Finding the names of places in text that people write.

A word counts as it is written in the lists, in any case and with a genitive s. Words that everyday
speech has too ("ski", "vejen") count only as a name inside a sentence, and a surname is no place
("Kari Strand"). What no list has ("the yellow house by the church") nobody finds here: the person
who writes has to think of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

#: Stands for a place that is left out.
LEFT_OUT = "…"

_WORD = re.compile(r"\w+")
_ENDS = "veien|vegen|vei|veg|gaten|gata|gate|vejen|vej|gaden|gade|stræde|street|road"
_STREET = re.compile(rf"\b(?:\w+ )?\w*(?:{_ENDS})\.? \d{{1,4}}\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = frozenset("kr kroner nok dkk t timer hours m meter km kg min minutter minutes".split())
#: A word with a capital letter before a place, that is no first name.
_BEFORE = frozenset("i på fra til ved nær in at to from near nav".split())


@dataclass(frozen=True, slots=True)
class Places:
    """What counts as a place; every name is a ``phrase``.

    ``names`` count in any case, ``everyday`` only as a name inside a sentence, ``written`` with a
    capital letter anywhere. ``codes`` are postal codes; a number that reads as a year or a sum is
    none of these, unless it is among ``own_codes``.
    """

    names: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    own_codes: frozenset[str] = frozenset()

    @property
    def longest(self) -> int:
        """Words in the longest name."""
        every = chain(self.names, self.everyday, self.written)
        return max((name.count(" ") + 1 for name in every), default=0)


def phrase(name: str) -> str:
    """A name as the lists hold it: its words in small letters, one space between them."""
    return " ".join(_WORD.findall(name.casefold()))


def streets(address: str) -> Iterator[str]:
    """The names in the lines of an address, without house numbers and postal codes."""
    for line in address.splitlines():
        words = [word for word in _WORD.findall(line) if not word[0].isdigit() and len(word) > 1]
        if words:
            yield phrase(" ".join(words))


def place_in(text: str, places: Places, *, of_people: bool = False) -> str:
    """The first place that the text names, as it is written there; empty when it names none.

    ``of_people``: the field holds somebody's name, so that any last name is taken for one.
    """
    return next((text[start:end] for start, end in _found(text, places, of_people)), "")


def without_places(text: str, places: Places, *, of_people: bool = False) -> str:
    """The text with ``LEFT_OUT`` for every place that it names."""
    kept, at = [], 0
    for start, end in _found(text, places, of_people):
        kept += [text[at:start], LEFT_OUT]
        at = end
    return "".join([*kept, text[at:]])


def _found(text: str, places: Places, of_people: bool) -> Iterator[tuple[int, int]]:
    words = list(_WORD.finditer(text))
    addresses = [one.span() for one in _STREET.finditer(text)]
    longest, at = places.longest, 0
    while at < len(words):
        start = words[at].start()
        inside = next((span for span in addresses if span[0] <= start < span[1]), None)
        if inside is not None:
            yield inside
            while at < len(words) and words[at].start() < inside[1]:
                at += 1
            continue
        for length in range(min(longest, len(words) - at), 0, -1):
            if _counts(text, words, at, length, places, of_people):
                yield start, words[at + length - 1].end()
                at += length
                break
        else:
            at += 1


def _counts(
    text: str, words: list[re.Match[str]], at: int, length: int, places: Places, of_people: bool
) -> bool:
    parts = [one.group() for one in words[at : at + length]]
    said = " ".join(parts).casefold()
    forms = {said, said.removesuffix("s")}
    if length == 1 and said.isdecimal():
        return said in places.own_codes or (said in places.codes and not _amount(words, at))
    capital = parts[0][0].isupper()
    if forms & places.written and (capital or length > 1):
        return True
    surname = _after_first_name(text, words, at)
    if forms & places.names:
        return not (of_people and surname)
    alone = length == len(words)
    return bool(
        forms & places.everyday
        and capital
        and not surname
        and (alone or not _begins_sentence(text, words, at))
    )


def _amount(words: list[re.Match[str]], at: int) -> bool:
    beside = (words[one].group().casefold() for one in (at - 1, at + 1) if 0 <= one < len(words))
    return bool(_YEAR.fullmatch(words[at].group()) or _UNITS.intersection(beside))


def _begins_sentence(text: str, words: list[re.Match[str]], at: int) -> bool:
    return at == 0 or bool(re.search(r"[.!?:;•\n]", text[words[at - 1].end() : words[at].start()]))


def _after_first_name(text: str, words: list[re.Match[str]], at: int) -> bool:
    if at == 0 or not words[at].group()[0].isupper():
        return False
    before, gap = words[at - 1].group(), text[words[at - 1].end() : words[at].start()]
    capital = before[0].isupper() and not (len(before) > 1 and before.isupper())
    return gap == " " and capital and before.casefold() not in _BEFORE


def phrases(names: Iterable[str]) -> frozenset[str]:
    """``phrase`` of each; a name of one letter is none."""
    return frozenset(one for one in map(phrase, names) if len(one) > 1)
