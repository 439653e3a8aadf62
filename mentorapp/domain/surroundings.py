"""Background figures of the municipality, typed once a year: counts only, never about a person."""

from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.records import Record


class BackgroundKind(StrEnum):
    """What was counted on 1 January, or in the year for PLACEMENTS_ALL."""

    POPULATION = "population"
    IMMIGRANTS = "immigrants"
    COUNTRIES = "countries"
    EMPLOYEES = "employees"
    DIVERSE_EMPLOYEES = "diverse_employees"
    PLACEMENTS_ALL = "placements_all"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundFigure(Record):
    """``value`` people (or countries); ``source`` where the figure stands."""

    year: int
    kind: BackgroundKind
    value: int
    source: str = ""
    definition: str = ""
