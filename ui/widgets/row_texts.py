"""What the rows of a list are searched in: their texts one after the other, in the order shown.

In that order, because Python goes through 100,000 texts that lie scattered in memory three times as
slowly (docs/performance.md). As ASCII, because letters of one width are compared fastest; what is
typed in another script is looked for in the texts as they were given.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, repeat
from operator import contains, or_
from typing import NamedTuple

BETWEEN = "\x1e"
"""Stands in no text."""

_OTHER_SCRIPTS = re.compile("[^\x00-\x7f]+")
#: How much is looked at to guess in how many rows a word stands.
_SAMPLE = 1 << 18
#: In fewer than one row of so many, a word is jumped to instead of asking each row.
_RARE = 8

Word = tuple[str, str]
"""The two spellings of a word, one of which must be there."""


class Held(NamedTuple):
    """The numbers of rows in the order shown, and their texts."""

    rows: Sequence[int]
    texts: Sequence[str]


class RowTexts:
    """The texts of all rows of a list; `order` has the numbers of the rows as they are shown."""

    def __init__(self, texts: Sequence[str], order: Sequence[int]) -> None:
        joined = BETWEEN.join(map(texts.__getitem__, order))
        self._joined = joined if joined.isascii() else _OTHER_SCRIPTS.sub("\n", joined)
        laid = self._joined.split(BETWEEN) if order else []
        self._all = Held(order, laid)
        self._starts = array("Q", accumulate((len(text) + 1 for text in laid), initial=0))
        given = list(texts)
        for row, text in zip(order, laid, strict=True):
            if len(given[row]) == len(text) and given[row].isascii():
                given[row] = text  # the same letters need not lie there twice
        self.given = given

    def holding(self, words: Sequence[Word], among: Held | None = None) -> Held:
        """The rows that hold all the words; `among` are some that must be looked at, if known."""
        held = self._all
        if among is not None and 2 * len(among.rows) < len(held.rows):
            held = among
        for word in sorted(words, key=lambda word: len(word[0]), reverse=True):
            held = self._with(tuple(dict.fromkeys(word)), held)
        return held

    def _with(self, spellings: Sequence[str], held: Held) -> Held:
        texts = held.texts
        if not all(map(str.isascii, spellings)):
            texts = [self.given[row] for row in held.rows]
        elif held is self._all and self._is_rare(spellings):
            return self._jump(spellings)
        found = map(contains, texts, repeat(spellings[0]))
        for other in spellings[1:]:
            found = map(or_, found, map(contains, texts, repeat(other)))
        there = list(found)
        return Held(list(compress(held.rows, there)), list(compress(held.texts, there)))

    def _is_rare(self, spellings: Sequence[str]) -> bool:
        hits = sum(self._joined.count(one, 0, _SAMPLE) for one in spellings)
        return hits * _RARE < bisect_right(self._starts, _SAMPLE)

    def _jump(self, spellings: Sequence[str]) -> Held:
        find, starts = self._joined.find, self._starts
        places: set[int] = set()
        for one in spellings:
            at = 0
            while (at := find(one, at)) >= 0:
                place = bisect_right(starts, at) - 1
                places.add(place)
                at = starts[place + 1]
        order = sorted(places)
        return Held([self._all.rows[at] for at in order], [self._all.texts[at] for at in order])
