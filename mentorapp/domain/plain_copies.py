"""Copies of an office that were made before it was encrypted, or before it got other keys."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LeftCopy:
    """A file that more people can read than the office: everybody who gets hold of it, or who has
    what was taken away since. ``made`` is UTC, ``size`` bytes.
    """

    path: Path
    made: datetime
    size: int
    in_second_place: bool


@dataclass(frozen=True, slots=True)
class CopiesRemoved:
    """How many are gone, and what could not be removed or stays because nothing takes its place."""

    gone: int
    left: tuple[LeftCopy, ...]
