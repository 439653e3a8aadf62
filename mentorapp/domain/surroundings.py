"""Background figures of the municipality, typed once a year: counts only, never about a person.

Lørenskog wants its employees to be as many-sided as those it serves. The mirror holds two counts
against each other; nothing here could list who was counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MOST = 100_000_000


class BackgroundKind(StrEnum):
    """What was counted on 1 January, or in the year for PLACEMENTS_ALL."""

    POPULATION = "population"
    IMMIGRANTS = "immigrants"
    COUNTRIES = "countries"
    EMPLOYEES = "employees"
    DIVERSE_EMPLOYEES = "diverse_employees"
    PLACEMENTS_ALL = "placements_all"


#: Which figure is a part of which.
_WHOLE = {
    BackgroundKind.IMMIGRANTS: BackgroundKind.POPULATION,
    BackgroundKind.DIVERSE_EMPLOYEES: BackgroundKind.EMPLOYEES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundFigure(Record):
    """``value`` people (or countries); ``source`` where the figure stands."""

    year: int
    kind: BackgroundKind
    value: int
    source: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Mirror:
    """A year: employees beside inhabitants. A share is None where one of its two is missing.

    ``placements`` are those that this office counted in the year, ``placements_all`` those of the
    whole municipality, as typed.
    """

    year: int
    employees: Share | None
    inhabitants: Share | None
    countries: int | None
    placements: int
    placements_all: int | None

    @property
    def gap(self) -> float | None:
        """Percentage points by which employees are behind the inhabitants (negative: ahead)."""
        pair = (self.inhabitants, self.employees)
        if None in pair or not all(one is not None and one.base for one in pair):
            return None
        assert self.inhabitants is not None  # noqa: S101 - for the type checker
        assert self.employees is not None  # noqa: S101
        return 100 * (
            self.inhabitants.part / self.inhabitants.base
            - self.employees.part / self.employees.base
        )


def check_figure(figure: BackgroundFigure, others: Iterable[BackgroundFigure]) -> None:
    """Raise InvalidField at the first field that cannot be right, beside the year's ``others``."""
    if not _FIRST_YEAR <= figure.year <= _LAST_YEAR:
        raise InvalidField("year", Problem.OUT_OF_RANGE, str(figure.year))
    if not 0 <= figure.value <= _MOST:
        raise InvalidField("value", Problem.OUT_OF_RANGE, str(figure.value))
    check_length("source", figure.source, NAME_LIMIT)
    check_length("definition", figure.definition, NOTE_LIMIT)
    values = {
        one.kind: one.value for one in others if one.year == figure.year and one.id != figure.id
    }
    if figure.kind in values:
        raise InvalidField("year", Problem.OVERLAPS, str(figure.year))
    values[figure.kind] = figure.value
    for part, whole in _WHOLE.items():
        if part in values and whole in values and values[part] > values[whole]:
            raise InvalidField("value", Problem.OUT_OF_RANGE, str(figure.value))


def mirrors(
    figures: Iterable[BackgroundFigure], placements: Mapping[int, int]
) -> tuple[Mirror, ...]:
    """Year by year, the newest first; ``placements`` are ours by the year they started in."""
    years: dict[int, dict[BackgroundKind, int]] = defaultdict(dict)
    for figure in figures:
        years[figure.year][figure.kind] = figure.value
    return tuple(
        Mirror(
            year,
            _share(values, BackgroundKind.DIVERSE_EMPLOYEES),
            _share(values, BackgroundKind.IMMIGRANTS),
            values.get(BackgroundKind.COUNTRIES),
            placements.get(year, 0),
            values.get(BackgroundKind.PLACEMENTS_ALL),
        )
        for year, values in sorted(years.items(), reverse=True)
    )


def _share(values: dict[BackgroundKind, int], part: BackgroundKind) -> Share | None:
    whole = _WHOLE[part]
    if part not in values or whole not in values:
        return None
    return Share(values[part], values[whole])
