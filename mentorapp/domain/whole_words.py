"""Leaving names out of a text, as whole words: "Kari Berge" is not Kari Berg.

Neither is "Kari Berg-Olsen". A genitive s stays where it is, and a name is found in a word that is
made with it: "Kari Berg-saken".
"""

import re
from collections.abc import Iterable

from mentorapp.domain.named_places import LEFT_OUT

#: A genitive s, as in "Kari Bergs mor".
_GENITIVE = re.compile(r"['’]?s(?!\w)")
_WORD = re.compile(r"\w")
#: "Anne-Kari" is another name than "Kari".
_JOINED_BEFORE = re.compile(r"\w-?\Z")


def longest_first(texts: Iterable[str]) -> list[str]:
    """Of "Kari Ann Berg" nothing is to be left where "Ann Berg" goes too; without the empty."""
    return sorted({one for one in texts if one.strip()}, key=lambda one: (-len(one), one))


def without_words(text: str, wanted: Iterable[str]) -> str:
    """The text with ``LEFT_OUT`` for each of these; hand them in with the longest first."""
    for one in wanted:
        text = re.sub(re.escape(one), _in_place, text)
    return text


def _in_place(found: re.Match[str]) -> str:
    word = found.group()
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _WORD.fullmatch(word[0]) and _JOINED_BEFORE.search(before):
        return word
    if _WORD.fullmatch(word[-1]) and _joined_after(after):
        return word
    return LEFT_OUT


def _joined_after(after: str) -> bool:
    if _GENITIVE.match(after):
        return False
    second = after[1:2]  # of "Berg-Olsen" the O; "Kari Berg-saken" is about Kari Berg
    return _WORD.match(after) is not None or (after[:1] == "-" and second.isupper())
