"""Sections of reports: what an idea has counted in a period, ready to be printed.

What the keys are called, and what each figure is of, stands in ``mentorapp.words.sections``. Small
numbers are hidden when a section is made (the rule stands in ``small_numbers``), so that nothing
that prints one could show them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias, TypeVar

from mentorapp.domain.small_numbers import (
    LEAST,
    hide_small,
    hide_small_of,
    is_small,
    is_small_share,
)
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True)
class Average:
    """A mean or median and of how many it is; ``value`` None when there is nothing."""

    value: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """Stands for a value that tells of few persons."""


#: A whole number is of what was done; None is not known.
Value: TypeAlias = int | Share | Average | Hidden | None
Part: TypeAlias = Enum | str
P = TypeVar("P", bound=Part)


class Gathered(StrEnum):
    """Rows that are nobody's own: OTHERS are too small to stand alone (those of whom it is not
    known may be among them), of NOT_TOLD it is not known or must not be told.
    """

    OTHERS = "others"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class Figure:
    """``key`` is section and figure, as ``placements.started``."""

    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts by something, in order; None is hidden because it is small."""

    key: str
    parts: tuple[tuple[Part, int | None], ...]

    @property
    def told(self) -> tuple[tuple[Part, int | None], ...]:
        """The parts with a number, and after them one None for all others together: named one by
        one, those that are hidden would be told from those that nobody is in. Nothing where all
        of them are hidden.
        """
        there = tuple((part, count) for part, count in self.parts if count)
        return (*there, (Gathered.OTHERS, None)) if there and self.hides else there

    @property
    def hides(self) -> bool:
        """Whether something is hidden."""
        return any(count is None for _part, count in self.parts)


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

    @property
    def hides(self) -> bool:
        """Whether a small number is hidden in it."""
        return any(isinstance(one.value, Hidden) for one in self.figures) or any(
            one.hides for one in self.breakdowns
        )


def section(
    key: str,
    figures: Mapping[str, Value],
    breakdowns: Mapping[str, Breakdown] | None = None,
    *,
    least: int = LEAST,
) -> Section:
    """A section from its figures by their own names, which get the section's before them.

    Shares and averages of fewer than ``least`` are hidden here. What tells of persons goes through
    ``persons`` and ``share_of_persons`` first.
    """
    return Section(
        key,
        tuple(Figure(f"{key}.{name}", _printable(value, least)) for name, value in figures.items()),
        tuple(Breakdown(f"{key}.{name}", one.parts) for name, one in (breakdowns or {}).items()),
    )


def persons(count: int, least: int = LEAST) -> Value:
    """So many persons are, have or have become something."""
    return Hidden() if is_small(count, least) else count


def share_of_persons(share: Share, least: int = LEAST) -> Value:
    """So many of them: hidden too when those outside it are few."""
    return Hidden() if is_small_share(share.part, share.base, least) else share


def parts(counts: Mapping[P, int], least: int = LEAST) -> Breakdown:
    """Each counted once: small numbers are hidden, and what would give them away."""
    return Breakdown("", tuple(hide_small(counts, least).items()))


def several(counts: Mapping[P, int], base: int, least: int = LEAST) -> Breakdown:
    """Each of ``base`` may be counted in several parts, so that none follows from the others."""
    return Breakdown("", tuple(hide_small_of(counts, base, least).items()))


def of_things(counts: Mapping[P, int]) -> Breakdown:
    """Counts of what was done and not of persons: nothing has to be hidden."""
    return Breakdown("", tuple(counts.items()))


def tells(value: Value) -> bool:
    """Whether there was anything to count: a share of nobody tells nothing."""
    if isinstance(value, Share):
        return bool(value.base)
    if isinstance(value, Average):
        return bool(value.of)
    return value is not None


def _printable(value: Value, least: int) -> Value:
    of = value.base if isinstance(value, Share) else value.of if isinstance(value, Average) else 0
    return Hidden() if is_small(of, least) else value


def _counts(value: Value) -> bool:
    if isinstance(value, Share):
        return bool(value.part)
    if isinstance(value, Average):
        return bool(value.of)
    return bool(value)
