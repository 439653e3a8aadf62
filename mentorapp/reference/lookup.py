"""Finds the entry of a word list that somebody meant with what he wrote.

Careful rather than clever: a wrong language in the register is worse than a word the coordinator
is asked about. So: the very word first, then a known word inside a phrase, then one slip of the
pen; two possible answers are none.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import resources

NAME_LANGUAGES = ("nb", "nn", "da", "en")

_NOT_DECOMPOSED = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "ı": "i"})
_NEGATIONS = frozenset(
    ("ikke", "ikkje", "ingen", "ingenting", "uten", "utan", "uden", "no", "not", "none", "without")
)
_SHORTEST_WITH_A_SLIP = 5
_LONGEST_PHRASE = 4
# Letters that are heard alike or are the same letter in a neighbouring language. Any other letter
# in place of one makes another word: "irlandsk" is not "islandsk".
_ALIKE = tuple(map(frozenset, ("aeiouy", "ijy", "ckqs", "dt", "bp", "gkj", "vw", "sz")))


def fold(text: str) -> str:
    """Lower case, no accents, letters and digits only, one space between words."""
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_NOT_DECOMPOSED)
    bare = (c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", "".join(bare).replace("_", " ")))


def index(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Folded word -> key. Raises ValueError when two keys claim the same word."""
    words: dict[str, str] = {}
    for key, names in entries:
        for name in names:
            folded = fold(name)
            if words.setdefault(folded, key) != key:
                raise ValueError(f"{name!r} means both {words[folded]} and {key}")
    return words


def find(text: str, words: Mapping[str, str]) -> str | None:
    """The key that `text` means, or None when it means none or more than one."""
    folded = fold(text)
    if not folded:
        return None
    if folded in words:
        return words[folded]
    parts = folded.split()
    if _NEGATIONS & set(parts):
        return None
    return _inside(parts, words) or _with_a_slip(folded, words)


def _inside(parts: list[str], words: Mapping[str, str]) -> str | None:
    """A phrase: the longest known words in it, if all of that length mean the same."""
    for length in range(min(len(parts) - 1, _LONGEST_PHRASE), 0, -1):
        found = {
            words[phrase]
            for start in range(len(parts) - length + 1)
            if len(phrase := " ".join(parts[start : start + length])) > 2 and phrase in words
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _with_a_slip(folded: str, words: Mapping[str, str]) -> str | None:
    if len(folded) < _SHORTEST_WITH_A_SLIP:
        return None
    found = {key for word, key in words.items() if _one_slip(folded, word)}
    return found.pop() if len(found) == 1 else None


def _one_slip(written: str, meant: str) -> bool:
    """One letter missing, doubled, swapped with its neighbour, or taken for one that sounds alike.

    The first letter stands: people seldom miss it, and it tells most short words apart.
    """
    if len(meant) < _SHORTEST_WITH_A_SLIP or abs(len(written) - len(meant)) > 1:
        return False
    if written[0] != meant[0]:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b),
        min(len(written), len(meant)),
    )
    if len(written) != len(meant):
        longer, shorter = sorted((written, meant), key=len, reverse=True)
        return longer[start + 1 :] == shorter[start:]
    rest = slice(start + 1, None)
    if written[rest] == meant[rest]:
        return any(written[start] in group and meant[start] in group for group in _ALIKE)
    swapped = meant[start + 1 : start + 2] + meant[start]
    return written[start : start + 2] == swapped and written[start + 2 :] == meant[start + 2 :]


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a tab separated file in `resources/reference`, by the headings of its first."""
    with resources.path(f"reference/{name}").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def names_of(row: Mapping[str, str]) -> dict[str, str]:
    """The names in the four languages of the program."""
    return {language: row[language] for language in NAME_LANGUAGES}


def other_words(row: Mapping[str, str]) -> tuple[str, ...]:
    """What else people write for the same thing."""
    return tuple(word.strip() for word in row["other"].split(",") if word.strip())


def name_in(names: Mapping[str, str], language: str) -> str:
    """The name in `language`; bokmål for one that the lists do not know.

    Bokmål and not English, because the reader sits in a Norwegian office more often than not.
    """
    return names.get(language) or names["nb"]
