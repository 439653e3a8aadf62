"""Sections of reports: what an idea has counted in a period, ready to be printed.

What the keys are called, and what each figure is of, stands in ``mentorapp.words.sections``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, TypeVar

from mentorapp.domain.small_numbers import hide_small
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True)
class Average:
    """A mean or median and of how many it is; ``value`` None when there is nothing."""

    value: float | None
    of: int


Value: TypeAlias = int | Share | Average | None
P = TypeVar("P", bound=Enum | str)
Part: TypeAlias = Enum | str


@dataclass(frozen=True, slots=True)
class Figure:
    """``key`` is section and figure, as ``placements.started``; None is not known."""

    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts by something, in order; None is hidden because it is small."""

    key: str
    parts: tuple[tuple[Part, int | None], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Figures, then breakdowns, each in the order in which they are printed."""

    key: str
    figures: tuple[Figure, ...]
    breakdowns: tuple[Breakdown, ...] = ()

    @property
    def has_data(self) -> bool:
        """Whether there is anything but noughts, so that a part nobody uses is not printed."""
        return any(_counts(figure.value) for figure in self.figures) or any(
            count != 0 for one in self.breakdowns for _part, count in one.parts
        )


def section(
    key: str,
    figures: Mapping[str, Value],
    breakdowns: Mapping[str, Breakdown] | None = None,
) -> Section:
    """A section from its figures by their own names, which get the section's before them."""
    return Section(
        key,
        tuple(Figure(f"{key}.{name}", value) for name, value in figures.items()),
        tuple(Breakdown(f"{key}.{name}", one.parts) for name, one in (breakdowns or {}).items()),
    )


def parts(counts: Mapping[P, int]) -> Breakdown:
    """Each counted once: small numbers are hidden, and what would give them away."""
    return Breakdown("", tuple(hide_small(counts).items()))


def several(counts: Mapping[P, int]) -> Breakdown:
    """Each may be counted in several parts, so that none follows from the others."""
    return Breakdown("", tuple(hide_small(counts, total_shown=False).items()))


def of_things(counts: Mapping[P, int]) -> Breakdown:
    """Counts of things and not of persons: nothing has to be hidden."""
    return Breakdown("", tuple(counts.items()))


def tells(value: Value) -> bool:
    """Whether there was anything to count: a share of nobody tells nothing."""
    if isinstance(value, Share):
        return bool(value.base)
    if isinstance(value, Average):
        return bool(value.of)
    return value is not None


def _counts(value: Value) -> bool:
    if isinstance(value, Share):
        return bool(value.part)
    if isinstance(value, Average):
        return bool(value.of)
    return bool(value)
