"""Copies of an office that were made before it was encrypted."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """A file that everybody can read who gets hold of it; ``made`` is UTC, ``size`` bytes."""

    path: Path
    made: datetime
    size: int
    in_second_place: bool


@dataclass(frozen=True, slots=True)
class CopiesRemoved:
    """How many are gone, and what could not be removed or stays because nothing takes its place."""

    gone: int
    left: tuple[PlainCopy, ...]
