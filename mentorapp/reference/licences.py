"""Whose work ships with the program, and under which licence."""

from dataclasses import dataclass
from enum import StrEnum

import resources


class PartKind(StrEnum):
    """What a part is; the file says the same."""

    LIBRARY = "library"
    INSIDE = "inside"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Part:
    """`licence` is an SPDX expression where there is one."""

    kind: PartKind
    name: str
    whose: str
    licence: str


def parts() -> list[Part]:
    """All that is not ours, and our own files last."""
    lines = resources.path("licences/parts.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [
        Part(PartKind(kind), name, whose, licence)
        for kind, name, whose, licence in (line.split("\t") for line in lines)
    ]


def sqlcipher_notice() -> str:
    """The text that SQLCipher's licence asks to be shown."""
    return resources.path("licences/sqlcipher.txt").read_text(encoding="utf-8")
