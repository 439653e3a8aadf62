"""Figures by year that others have counted: the municipality's own series and national goals.

Asker 2013–2017: 65, 81, 73, 76, 64 %, without a base. Such figures are shown beside ours, each with
its definition, and never joined to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

_WHOLE = 1000
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class SeriesKind(StrEnum):
    """A GOAL is drawn as a line, RESULTS as points of their own."""

    RESULTS = "results"
    GOAL = "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Record):
    """``values`` are per mille by year ("2013" to 650), ``bases`` the denominators that are known.

    ``definition`` says what was counted and of whom; ``source`` where it stands.
    """

    name: str
    kind: SeriesKind = SeriesKind.RESULTS
    definition: str
    source: str = ""
    per_mille: Mapping[str, int] = field(default_factory=dict)
    bases: Mapping[str, int] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The years there is a figure for, in order."""
        return tuple(sorted(map(int, self.per_mille)))

    @property
    def mean(self) -> float | None:
        """The unweighted mean in percent: years of 10 and of 100 people count alike."""
        if not self.per_mille:
            return None
        return sum(self.per_mille.values()) / len(self.per_mille) / 10

    @property
    def weighted_mean(self) -> float | None:
        """The mean in percent of all people; None unless every year's base is known."""
        bases = [self.bases.get(year, 0) for year in self.per_mille]
        if not bases or not all(bases):
            return None
        return sum(
            value * base for value, base in zip(self.per_mille.values(), bases, strict=True)
        ) / (10 * sum(bases))


def check_series(series: Series) -> None:
    """Raise InvalidField at the first field that cannot be right.

    A series without a definition is refused: nobody could say what it may be held against.
    """
    for name in ("name", "definition"):
        if not getattr(series, name).strip():
            raise InvalidField(name, Problem.MISSING)
    check_length("name", series.name, NAME_LIMIT)
    check_length("definition", series.definition, NOTE_LIMIT)
    check_length("source", series.source, NAME_LIMIT)
    if not series.per_mille:
        raise InvalidField("per_mille", Problem.MISSING)
    for year, value in series.per_mille.items():
        if not (year.isdigit() and _FIRST_YEAR <= int(year) <= _LAST_YEAR):
            raise InvalidField("per_mille", Problem.OUT_OF_RANGE, year)
        if not 0 <= value <= _WHOLE:
            raise InvalidField("per_mille", Problem.OUT_OF_RANGE, f"{value / 10:g} %")
    for year, base in series.bases.items():
        if year not in series.per_mille or base <= 0:
            raise InvalidField("bases", Problem.OUT_OF_RANGE, f"{year}: {base}")
