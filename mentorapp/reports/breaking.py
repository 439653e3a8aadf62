"""Where lines end."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Protocol
from unicodedata import category

from mentorapp.reports.line import Line

#: A word of these alone stays with the word before it, or with the one after it.
_CLOSING = frozenset("!?:;.,…%‰°)]}»›”’·–—-،؛؟٪։።፣፤፥፦፧*")
_OPENING = frozenset("([{«‹“„‘#§&+")
#: A word that is too long is rather divided after one of these, as addresses on the web have them.
_DIVIDES = frozenset("-–/@._?&=")


class Measured(Protocol):
    """Text of which it is known how wide each part of it is, in sizes of the font."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def gives(self) -> float:
        """By which part of its width each space may be set narrower."""

    def width(self, start: int, end: int) -> float:
        """Of a part without spaces."""

    def line(self, start: int, end: int) -> Line:
        """The part as a line of its own."""


def broken(measured: Measured, room: float, space: float) -> list[Line]:
    """Lines no wider than ``room``, in reading order; ``space`` is the width of a space.

    They are broken at spaces, which go with the word before; a word wider than that is cut.
    """
    lines: list[Line] = []
    start = end = spaces = 0
    wide = 0.0
    for first, last in _words(measured.text):
        word = measured.width(first, last)
        spaces += 1
        if first > start and wide + space + word > room + spaces * space * measured.gives:
            lines.append(measured.line(start, end).narrowed(room))
            start, wide, spaces = first, 0.0, 0
        while word > room and last - start > 1 and start >= first:
            cut = start + _fitting(measured, start, last, room)
            lines.append(measured.line(start, cut))
            spaces = 0
            start = cut + (measured.text[cut] == " ")
            word = measured.width(start, last)
        wide, end = (wide + space if start < first else 0.0) + word, last
    lines.append(measured.line(start, end).narrowed(room))
    return lines


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends, with what must not stand at the other side of a break.

    Only the plain space divides: others hold together.
    """
    begun, start = -1, 0
    pieces = text.split(" ")
    for at, piece in enumerate(pieces):
        if begun < 0:
            begun = start
        start += len(piece) + 1
        after = pieces[at + 1] if at + 1 < len(pieces) else ""
        held = (after and _CLOSING.issuperset(after)) or (piece and _OPENING.issuperset(piece))
        if held and at + 1 < len(pieces):
            continue
        yield begun, start - 1
        begun = -1


def _fitting(measured: Measured, start: int, end: int, room: float) -> int:
    """How many characters of a word that is too wide go on a line; at least one."""

    def width(length: int) -> float:
        return measured.width(start, start + length)

    text = measured.text
    fits = most = 1 + bisect_right(range(2, end - start), room, key=width)
    while fits > 1 and text[start + fits - 1] not in _DIVIDES and text[start + fits] != " ":
        fits -= 1
    if fits > most // 2:
        return fits
    fits = most
    while fits > 1 and category(text[start + fits]).startswith("M"):
        fits -= 1
    return fits
