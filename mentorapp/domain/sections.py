"""Sections of reports: what an idea has counted in a period, ready to be printed or compared.

A section is made from a dataclass of figures by its field names, so that an idea adds a figure by
adding a field; its words and its definition stand in ``mentorapp.words.sections``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, TypeAlias

from mentorapp.domain.small_numbers import hide_small
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True)
class Average:
    """A mean or median and of how many it is; ``value`` None when there is nothing."""

    value: float | None
    of: int


Value: TypeAlias = int | Share | Average | None


@dataclass(frozen=True, slots=True)
class Figure:
    """``key`` is section and field, as ``placements.started``; None is not known."""

    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts by something, in order; None is hidden because it is small."""

    key: str
    parts: tuple[tuple[Enum | str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Figures and breakdowns in the order of the fields."""

    key: str
    figures: tuple[Figure, ...]
    breakdowns: tuple[Breakdown, ...]

    @property
    def has_data(self) -> bool:
        """Whether there is anything but noughts."""
        return any(_counts(figure.value) for figure in self.figures) or any(
            count != 0 for one in self.breakdowns for _key, count in one.parts
        )


def section(key: str, counted: Any) -> Section:  # noqa: ANN401 - any dataclass of figures
    """The dataclass as a section: numbers, shares and averages as figures, mappings as breakdowns.

    Parts of a breakdown that are small numbers of persons are hidden, and as many beside them as
    would give them away. Raises TypeError for a field of another kind.
    """
    if not is_dataclass(counted):
        raise TypeError(type(counted).__name__)
    figures, breakdowns = [], []
    for one in fields(counted):
        name, value = f"{key}.{one.name}", getattr(counted, one.name)
        if isinstance(value, Mapping):
            breakdowns.append(Breakdown(name, tuple(hide_small(value).items())))
        elif value is None or isinstance(value, int | Share | Average):
            figures.append(Figure(name, value))
        else:
            raise TypeError(name)
    return Section(key, tuple(figures), tuple(breakdowns))


def _counts(value: Value) -> bool:
    if isinstance(value, Share):
        return bool(value.base)
    if isinstance(value, Average):
        return bool(value.of)
    return bool(value)
