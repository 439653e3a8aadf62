"""What a report is about, its counts by name, and what of them is told; see ``report_cells``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mentorapp.domain.breakdowns import ON_A_DAY
from mentorapp.domain.hidden_cells import Told


class At(NamedTuple):
    """A count: ``first`` is None for what is counted on a day; ``dimension`` "" is the total.

    ``group`` is the row's key; one that begins with ``+`` is all rows too small to stand alone.
    """

    first: date | None
    until: date
    scheme: str
    figure: str
    dimension: str = ""
    group: str = ""

    def __str__(self) -> str:
        days = f"{self.first}..{self.until}" if self.first else f"@{self.until}"
        return f"{days}|{self.scheme}|{self.figure}|{self.dimension}|{self.group}"

    @classmethod
    def parse(cls, text: str) -> "At | None":
        """The value of ``str``; None for any other text, which a frozen report may have too."""
        days, *rest = text.split("|")
        first, _dots, until = days.rpartition("..")
        try:
            return cls(
                date.fromisoformat(first) if first else None,
                date.fromisoformat(until.lstrip("@")),
                *rest,
            )
        except (TypeError, ValueError):
            return None


class View(NamedTuple):
    """What a report is about: days, and a scheme's key ("" for all)."""

    first: date
    until: date
    scheme: str = ""

    def at(self, figure: str, dimension: str = "", group: str = "") -> At:
        """Its count."""
        first = None if figure in ON_A_DAY else self.first
        return At(first, self.until, self.scheme, figure, dimension, group)


Printed = Mapping[At, int | None]


@dataclass(frozen=True, slots=True)
class TableCells:
    """The keys of the rows of a table in order, with which of the columns are told."""

    dimension: str
    columns: tuple[str, ...]
    groups: tuple[str, ...]
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cells:
    """All that is told of a view: the tables, and every count printed by its key."""

    view: View
    tables: tuple[TableCells, ...]
    told: Told[At]

    def count(self, dimension: str, group: str, figure: str) -> int | None:
        """None where it is hidden."""
        return self.told.shown[self.view.at(figure, dimension, group)]
