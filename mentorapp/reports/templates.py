"""Letter texts as files, ``letters/<language>/<set>/<kind>.txt``, that an author can read.

A text is ``# subject``, ``## heading`` and ``- item`` lines, else paragraphs between blank lines.
``[ ] sentence`` has a box to tick, ``_ question`` a line to write on.
A ``+ sentence`` goes on in the paragraph or item before it, and begins it when nothing of it was
printed. ``{name}`` is filled in; ``- {names}`` with several values gives an item for each, and
``+ {names}`` puts them one after the other. ``**words**`` are printed in bold. A block stands
between ``[if name]`` (or ``[if not name]``) and ``[end]`` when it is printed only if that value is
there. What is filled in is never read as template, heading or markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, zip_longest

from mentorapp.reports.text import (
    apart_from_right,
    in_bold,
    is_right_to_left,
    isolated,
    numbers_apart,
    printable,
    without_marks,
)

Values = Mapping[str, str | tuple[str, ...]]


class TemplateError(Exception):
    """A letter text that cannot be read: a mistake of its author."""


class BlockKind(StrEnum):
    """How a block is set."""

    SUBJECT = "subject"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    LAST_ITEM = "last_item"
    BOX = "box"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or item; ``text`` is marked: isolates around values, and what is
    in bold.
    """

    kind: BlockKind
    text: str

    @property
    def is_item(self) -> bool:
        """Whether it belongs to a list."""
        return self.kind in (BlockKind.ITEM, BlockKind.LAST_ITEM)

    @property
    def plain(self) -> str:
        """The text for the record: what stands before it, no invisible characters."""
        bare = without_marks(self.text)
        if self.kind is BlockKind.BOX:
            return f"☐ {bare}"
        if self.kind is BlockKind.LINE:
            return f"{bare} ……"
        return f"- {bare}" if self.is_item else bare


@dataclass(frozen=True, slots=True)
class _Part:
    """A block, or a sentence of one, before filling: marked, but for its values.

    ``condition`` is "" or the name it hangs on, with ``wanted``. What ``goes_on`` belongs to the
    part before it and has the same ``number``.
    """

    kind: BlockKind
    text: str
    condition: str
    wanted: bool
    number: int = 0
    goes_on: bool = False


_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_BOLD = re.compile(r"\*\*(\S|\S.*?\S)\*\*")
_MARKS = {
    "#": BlockKind.SUBJECT,
    "##": BlockKind.HEADING,
    "-": BlockKind.ITEM,
    "+": BlockKind.PARAGRAPH,
    "[ ]": BlockKind.BOX,
    "_": BlockKind.LINE,
}
_MARK = re.compile(r"(#|##|-|\+|\[ \]|_) ")
_IF = re.compile(r"\[if (not )?([a-z_]+)\]")


def placeholders(text: str) -> frozenset[str]:
    """All names a text asks for, in conditions too."""
    found: set[str] = set()
    for part in _parts(text):
        found.update(_PLACEHOLDER.findall(part.text))
        if part.condition:
            found.add(part.condition)
    return frozenset(found)


def fill(text: str, values: Values) -> tuple[Block, ...]:
    """The text with its values; a name that has no value is a KeyError."""
    printed = (
        part
        for part in _parts(text)
        if not part.condition or bool(values[part.condition]) is part.wanted
    )
    blocks = [
        block
        for _number, parts in groupby(printed, lambda part: part.number)
        for block in _blocks(parts, values)
    ]
    return tuple(
        replace(block, kind=BlockKind.LAST_ITEM)
        if block.kind is BlockKind.ITEM and (after is None or after.kind is not BlockKind.ITEM)
        else block
        for block, after in zip_longest(blocks, blocks[1:])
    )


def _blocks(parts: Iterable[_Part], values: Values) -> Iterator[Block]:
    """Those of one block and the sentences that go on in it."""
    blocks: list[Block] = []
    for part in parts:
        texts = list(_texts(part, values))
        if part.goes_on and texts:
            texts = [" ".join([*(one.text for one in blocks[-1:]), *texts])]
            del blocks[-1:]
        blocks += [Block(part.kind, text) for text in texts]
    yield from blocks


def _texts(part: _Part, values: Values) -> Iterator[str]:
    text = part.text
    if "{" not in text:
        yield text
        return
    apart = apart_from_right if is_right_to_left(text) else isolated

    def printed(value: str) -> str:
        return apart(printable(value).replace("\n", ", "))

    only = _PLACEHOLDER.fullmatch(without_marks(text))
    if only and isinstance(several := values[only[1]], tuple):
        yield from (text.replace(only[0], printed(value)) for value in several)
        return

    def single(found: re.Match[str]) -> str:
        value = values[found[1]]
        if isinstance(value, tuple):
            raise TemplateError(f"{{{found[1]}}} has several values and must stand alone")
        return printed(value)

    yield _PLACEHOLDER.sub(single, text)


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[_Part, ...]:
    return tuple(_parsed(text))


def _parsed(text: str) -> Iterator[_Part]:
    """The parts, ready to be filled; those that go on have kind and number of what came before."""
    number, kind = 0, BlockKind.SUBJECT
    for part in _read(text):
        if not part.goes_on:
            number, kind = number + 1, part.kind
        elif kind in (BlockKind.SUBJECT, BlockKind.HEADING):
            raise TemplateError("+ without a paragraph or item before it")
        text = numbers_apart(_BOLD.sub(lambda found: in_bold(found[1]), part.text))
        yield replace(part, kind=kind, number=number, text=text)


def _read(text: str) -> Iterator[_Part]:
    condition, wanted = "", True
    paragraph: list[str] = []
    for line in map(str.strip, [*text.splitlines(), ""]):
        begins, mark = _IF.fullmatch(line), _MARK.match(line)
        if paragraph and (not line or begins or line == "[end]" or mark):
            yield _Part(BlockKind.PARAGRAPH, " ".join(paragraph), condition, wanted)
            paragraph = []
        if begins:
            if condition:
                raise TemplateError(f"[if {begins[2]}] inside [if {condition}]")
            condition, wanted = begins[2], not begins[1]
        elif line == "[end]":
            if not condition:
                raise TemplateError("[end] without [if]")
            condition, wanted = "", True
        elif mark:
            text = line[mark.end() :]
            yield _Part(_MARKS[mark[1]], text, condition, wanted, goes_on=mark[1] == "+")
        elif line:
            paragraph.append(line)
    if condition:
        raise TemplateError(f"[if {condition}] has no [end]")
