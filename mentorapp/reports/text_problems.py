"""What is wrong with a letter text, line by line, before anybody prints with it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mentorapp.words.text_faults import TextFault

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_CONDITION = re.compile(r"\[if (?:not )?([^\]]+)\]")
_ALONE = re.compile(r"(?:[-+] )?\{([^{}]*)\}")
_MARK = re.compile(r"(##?|-|\+|\[ \]|_) ")


@dataclass(frozen=True, slots=True)
class TextProblem:
    """``line`` counts from 1; 0 is about the whole text. ``about`` is the field, if any."""

    line: int
    fault: TextFault
    about: str = ""


def problems(
    text: str, fields: Collection[str], several: Collection[str]
) -> tuple[TextProblem, ...]:
    """``fields`` are those that the kind of letter has, ``several`` those of many values."""
    found = [*_of_lines(text, fields, several), *_of_blocks(text)]
    if not any(line.strip().startswith("# ") for line in text.split("\n")):
        found.append(TextProblem(0, TextFault.NO_SUBJECT))
    return tuple(sorted(found, key=lambda one: one.line))


def _of_lines(
    text: str, fields: Collection[str], several: Collection[str]
) -> Iterator[TextProblem]:
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        condition = _CONDITION.fullmatch(line)
        if condition:
            if condition[1] not in fields:
                yield TextProblem(number, TextFault.UNKNOWN_FIELD, condition[1])
            continue
        if line.startswith("[") and line.endswith("]") and line != "[end]":
            yield TextProblem(number, TextFault.UNKNOWN_CONDITION, line)
        for name in _FIELD.findall(line):
            if name not in fields:
                yield TextProblem(number, TextFault.UNKNOWN_FIELD, name)
            elif name in several and not _ALONE.fullmatch(line):
                yield TextProblem(number, TextFault.SEVERAL_VALUES, name)
        if _FIELD.sub("", line).count("{") or _FIELD.sub("", line).count("}"):
            yield TextProblem(number, TextFault.LONE_BRACE)


def _of_blocks(text: str) -> Iterator[TextProblem]:
    """Conditions that do not close or stand in one another, and sentences that go on in nothing."""
    opened, before = 0, ""
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if _CONDITION.fullmatch(line):
            if opened:
                yield TextProblem(number, TextFault.NESTED)
            opened = number
        elif line == "[end]":
            if not opened:
                yield TextProblem(number, TextFault.END_WITHOUT_IF)
            opened = 0
        elif line:
            mark = _MARK.match(line)
            if mark and mark[1] == "+" and before in ("", "#", "##"):
                yield TextProblem(number, TextFault.NOTHING_BEFORE)
            before = mark[1] if mark else "text"
    if opened:
        yield TextProblem(opened, TextFault.NOT_CLOSED)
