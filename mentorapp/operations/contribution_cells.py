"""What organisations gave, side by side, without what tells of few.

It is held against the tables of all kept reports: whose pairs ran in a quarter is, by organisation,
what runs at its end and has ended in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from mentorapp.domain.breakdowns import MEETINGS, MINUTES, RAN, Dimension, Tally
from mentorapp.domain.contributions import Contribution
from mentorapp.domain.report_cells import cells_of
from mentorapp.domain.report_views import At, Cells, View
from mentorapp.operations import offices, period_facts, told_before
from mentorapp.operations.contributions import contributions
from mentorapp.storage.database import Transaction

#: Column to the figure and what it is counted by.
_CELLS = {
    "mentors": ("mentors_with_pair", "organisation.mentors"),
    "pairings": (RAN, Dimension.ORGANISATION.value),
    "introduced": ("introduced", "organisation.introduced"),
    "meetings": (MEETINGS, Dimension.ORGANISATION.value),
    "minutes": (MINUTES, Dimension.ORGANISATION.value),
}


Contributions: TypeAlias = Sequence[tuple[str, Contribution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """``every`` by its id; ``hidden`` are the organisations that a column does not tell of.

    ``shown`` is what a kept report has of it, see ``PeriodReport``.
    """

    every: tuple[tuple[str, Contribution], ...] = ()
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shown: Mapping[str, int | None] = field(default_factory=dict)

    def as_json(self) -> list[dict[str, Any]]:
        """What each gave; what the table hides is null."""
        return [
            {
                key: None if id_ in self.hidden.get(key, ()) else value
                for key, value in asdict(one).items()
            }
            for id_, one in self.every
        ]


def given(
    tx: Transaction, first: date, until: date, beside: Mapping[str, int | None] | None = None
) -> Given:
    """``beside`` is ``shown`` of what stands in the same report."""
    # Two columns are counted by it, over the same days: the office is read once for both.
    told = cache(lambda since, last: contributions(tx, since, last))
    every = told(first, until)
    least = offices.read(tx).least_shown
    with_it = {at: n for key, n in (beside or {}).items() if (at := At.parse(key)) is not None}
    cells = cells_of(
        period_facts.gather(tx),
        View(first, until),
        earlier=[*told_before.cells(tx), *([with_it] if with_it else [])],
        least=least,
        columns={Dimension.ORGANISATION: (RAN, MEETINGS, MINUTES)},
        tallies=[_tally(key, every, told) for key in ("mentors", "introduced")],
        merged=False,
    )
    return Given(
        every=every,
        hidden={
            key: frozenset(id_ for id_, _one in every if _is_hidden(cells, key, id_))
            for key in _CELLS
        },
        shown={str(at): count for at, count in cells.told.shown.items()},
    )


def _is_hidden(cells: Cells, key: str, id_: str) -> bool:
    figure, dimension = _CELLS[key]
    return cells.told.shown.get(cells.view.at(figure, dimension, id_), 0) is None


def _tally(key: str, every: Contributions, told: Callable[[date, date], Contributions]) -> Tally:
    """Somebody may be a mentor in several quarters: only who was introduced adds up."""
    figure, dimension = _CELLS[key]

    def count(first: date | None, last: date) -> dict[str, int]:
        return {id_: getattr(one, key) for id_, one in told(first or last, last)}

    return Tally(
        dimension=dimension,
        figure=figure,
        groups=tuple(id_ for id_, _one in every),
        count=count,
        adds_up=key == "introduced",
    )
