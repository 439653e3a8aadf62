"""Searching by part of a name or number: the rows that fit what was typed, the best first.

All texts of a kind lie one after the other as one long text, which is searched in C: 100,000 people
take milliseconds for each letter typed (docs/performance.md).
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice

from mentorapp.domain.finding import Place
from mentorapp.domain.numbers import SHORTEST
from mentorapp.domain.text import plain_fold, search_fold

#: So many rows are all looked at; of more the best are searched for.
_FEW = 400
#: More than a whole name has: what is pasted by mistake must not be searched for seconds.
_LONGEST = 500
#: How much of the text is looked at to guess which of several words is the rarest.
_SAMPLE = 1 << 18
_JOINERS = str.maketrans("", "", "\u200c\u200d")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_ONLY_DIGITS = re.compile(r"[\s0-9()+./-]*[0-9][\s0-9()+./-]*")

#: A word as it is searched for: its spellings, one of which must be there.
Word = tuple[bytes, ...]


_END = b"\x03"
_MARKS = {Place.TITLE: b"\x02\x01", Place.BEGINNING: b"\x01", Place.MIDDLE: b""}


@dataclass(frozen=True, slots=True)
class Texts:
    """What one row is found by. Numbers are digits only, as are the words of a telephone."""

    title: str
    number: int = 0
    others: tuple[str, ...] = ()


def typed_words(text: str) -> list[Word]:
    """What somebody typed as words to search for.

    Digits with blanks, a plus and the like between them are one number; two zeros before it stand
    for the plus, which is not searched for. Of a long text the beginning counts.
    """
    text = text[:_LONGEST]
    if _ONLY_DIGITS.fullmatch(text):
        digits = re.sub("[^0-9]", "", text)
        return [((digits[2:] if digits[:2] == "00" and len(digits) > 2 else digits).encode(),)]
    return [
        tuple(one for one in _spellings(word) if len(one) > 1 or len(word) == 1)
        for word in _words(text)
    ]


class Haystack:
    """Rows to be found, in the order in which they are offered where nothing else decides."""

    def __init__(self, rows: Iterable[Texts]) -> None:
        parts: list[bytes] = []
        starts, at = array("Q", [0]), 0
        for row in rows:
            part = _row_text(row)
            at += len(part)
            parts.append(part)
            starts.append(at)
        self._text = b"".join(parts)
        self._starts = starts

    def best(self, words: Sequence[Word], most: int) -> list[tuple[Place, int]]:
        """Rows that hold all the words, as (place, row), the best first; at most ``most``.

        A single letter is looked for where words begin.
        """
        if not words:
            return []
        lead = words[0] if len(words) == 1 else min(words, key=self._how_often)
        lowest = Place.BEGINNING if _is_letter(lead) else Place.MIDDLE
        rows = list(islice(self._rows(lead, lowest), _FEW + 1))
        if len(rows) <= _FEW:
            fits = _Fit(words)
            places = ((fits.place(self._row(row)), row) for row in rows)
            return sorted((place, row) for place, row in places if place is not None)[:most]
        return self._best_of_many(words, lead, most)

    def _best_of_many(
        self, words: Sequence[Word], lead: Word, most: int
    ) -> list[tuple[Place, int]]:
        found = dict.fromkeys(self._whole(words), Place.WHOLE_NUMBER)
        begins = self._beginning_one if len(words) == 1 else self._beginning_all
        for place, rows in begins(words, lead, most + len(found)):
            found |= {row: place for row in rows if row not in found}
        if len(found) < most and not _is_letter(lead):
            fits = _Fit(words)
            rest = (
                row
                for row in self._rows(lead, Place.MIDDLE)
                if row not in found and fits.place(self._row(row)) is not None
            )
            found |= dict.fromkeys(islice(rest, most - len(found)), Place.MIDDLE)
        return [(place, row) for row, place in found.items()][:most]

    def _beginning_one(
        self, _words: Sequence[Word], lead: Word, most: int
    ) -> Iterator[tuple[Place, list[int]]]:
        """The first rows whose title begins so, then, if those are few, with a word that does."""
        titles = list(islice(self._rows(lead, Place.TITLE), most))
        yield Place.TITLE, titles
        if len(titles) < most:
            yield Place.BEGINNING, list(islice(self._rows(lead, Place.BEGINNING), most))

    def _beginning_all(
        self, words: Sequence[Word], lead: Word, most: int
    ) -> Iterator[tuple[Place, list[int]]]:
        """The same where several words all begin words, and one of them perhaps the title."""
        fits = _Fit(words)
        titles: list[int] = []
        others: list[int] = []
        for row in self._rows(lead, Place.BEGINNING):
            place = fits.beginning(self._row(row))
            if place is Place.BEGINNING:
                others.append(row)
            elif place is not None:
                titles.append(row)
                if len(titles) == most:
                    break
        yield Place.TITLE, titles
        yield Place.BEGINNING, others[:most]

    def _rows(self, word: Word, place: Place) -> Iterator[int]:
        """The rows, in their order, in which a word stands so or better."""
        if len(word) == 1:
            return self._rows_with(_MARKS[place] + word[0])
        each = merge(*(self._rows_with(_MARKS[place] + one) for one in word))
        return (row for row, _same in groupby(each))

    def _rows_with(self, needle: bytes) -> Iterator[int]:
        find, starts, at = self._text.find, self._starts, 0
        while (at := find(needle, at)) >= 0:
            row = bisect_right(starts, at) - 1
            yield row
            at = starts[row + 1]

    def _whole(self, words: Sequence[Word]) -> Iterator[int]:
        if len(words) == 1 and words[0][0].isdigit() and len(words[0][0]) >= SHORTEST:
            yield from self._rows_with(_MARKS[Place.TITLE] + words[0][0] + _END)

    def _row(self, row: int) -> bytes:
        return self._text[self._starts[row] : self._starts[row + 1]]

    def _how_often(self, word: Word) -> int:
        return sum(self._text.count(one, 0, _SAMPLE) for one in word)


class _Fit:
    """How well rows fit some words; asked thousands of times for one letter typed."""

    def __init__(self, words: Sequence[Word]) -> None:
        title, begins = _MARKS[Place.TITLE], _MARKS[Place.BEGINNING]
        self._begins = [tuple(begins + one for one in word) for word in words]
        self._titles = [title + one for word in words for one in word]
        self._middles = [
            begun if _is_letter(word) else word
            for word, begun in zip(words, self._begins, strict=True)
        ]
        self._whole = title + words[0][0] + _END if len(words) == 1 else None

    def place(self, row: bytes) -> Place | None:
        """Where all the words stand in a row; None unless they do."""
        place = self.beginning(row)
        if place is not None:
            return place
        return Place.MIDDLE if _all_there(row, self._middles) else None

    def beginning(self, row: bytes) -> Place | None:
        """The same for rows in which they all begin words."""
        if not _all_there(row, self._begins):
            return None
        if self._whole is not None and self._whole in row:
            return Place.WHOLE_NUMBER
        for title in self._titles:
            if title in row:
                return Place.TITLE
        return Place.BEGINNING


def _all_there(row: bytes, words: Sequence[Word]) -> bool:
    for word in words:
        for one in word:
            if one in row:
                break
        else:
            return False
    return True


def _is_letter(word: Word) -> bool:
    return len(word) == 1 and len(word[0]) == 1


def _words(text: str) -> list[str]:
    plain = plain_fold(text.translate(_JOINERS))
    return [word for word in _BETWEEN_WORDS.split(plain) if word]


def _spellings(word: str) -> Iterator[bytes]:
    """Both foldings of a word, as what is searched."""
    yield word.encode("utf-8", "surrogatepass")
    if (other := search_fold(word)) != word:
        yield other.encode("utf-8", "surrogatepass")


def _row_text(row: Texts) -> bytes:
    """The words with their marks. A number ends in a mark of its own: it can be typed whole."""
    parts = []
    mark = _MARKS[Place.TITLE]
    for text in (row.title, *row.others):
        for word in _words(text):
            parts += [mark + one for one in _spellings(word)]
            mark = _MARKS[Place.BEGINNING]
        mark = _MARKS[Place.BEGINNING]
    if row.number:
        parts.append(_MARKS[Place.TITLE] + str(row.number).encode() + _END)
    return b"".join(parts) + b"\n"
