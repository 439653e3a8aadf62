"""Two records of one and the same person or organisation: compared, and made one."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from mentorapp.domain.errors import Refused
from mentorapp.domain.records import Record


class MergeObstacle(StrEnum):
    """Why two people cannot be one."""

    SAME_RECORD = "same_record"
    PAIR = "pair"
    CASE_OFFICER = "case_officer"
    INTRODUCED = "introduced"
    TWO_PAIRINGS = "two_pairings"
    TWO_ANSWERS = "two_answers"


@dataclass(eq=False)
class CannotMerge(Refused):
    """The two cannot be made one as they are; ``obstacle`` is what stands between."""

    obstacle: MergeObstacle


@dataclass(eq=False)
class NoSuchField(Refused):
    """Nothing to choose is called so; ``known`` are the fields in which the two differ."""

    text: str
    known: tuple[str, ...]


class Counts(StrEnum):
    """Whose field is to count."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which the two differ; ``counts`` is None when somebody has to choose.

    ``name`` is the field, after a dot behind the idea it belongs to: ``mentor.capacity``.
    """

    name: str
    first: Any
    second: Any
    counts: Counts | None


#: What a record is, or what is decided for both together.
_NOT_CHOSEN = frozenset(
    {
        "id",
        "version",
        "deleted_at",
        "number",
        "person_id",
        "protection",
        "updated_on",
        "anonymised_on",
    }
)


def differing(first: Record, second: Record, idea: str = "") -> list[Differing]:
    """The fields that differ. What only one of the two has counts, until somebody chooses."""
    found = []
    for one in fields(first):
        if one.name in _NOT_CHOSEN:
            continue
        mine, theirs = getattr(first, one.name), getattr(second, one.name)
        if mine != theirs:
            name = f"{idea}.{one.name}" if idea else one.name
            found.append(Differing(name, mine, theirs, _counts(mine, theirs)))
    return found


def _counts(mine: object, theirs: object) -> Counts | None:
    if _is_empty(mine):
        return Counts.SECOND
    if _is_empty(theirs):
        return Counts.FIRST
    if isinstance(mine, AbstractSet) and isinstance(theirs, AbstractSet):
        if mine >= theirs:
            return Counts.FIRST
        return Counts.SECOND if theirs >= mine else None
    return None


def _is_empty(value: object) -> bool:
    if isinstance(value, StrEnum):
        return value.value == "not_given"
    return value is None or value in ("", frozenset(), ())


def taken(
    first: Record, second: Record, chosen: Mapping[str, Counts], idea: str = ""
) -> dict[str, Any]:
    """The fields of ``second`` that are to count instead of those of ``first``."""
    prefix = f"{idea}." if idea else ""
    return {
        one.name: getattr(second, one.name)
        for one in fields(first)
        if one.name not in _NOT_CHOSEN and chosen.get(f"{prefix}{one.name}") is Counts.SECOND
    }
