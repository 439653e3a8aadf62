"""Breakdowns of the sections, held against each other and against what was printed before.

A section hides what is small within its own breakdown. Here it is looked through together with the
tables of the report and with the reports that were kept, which may hide more of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from mentorapp.domain.breakdowns import WHO_CAME, Tally, dated
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.report_views import Cells
from mentorapp.domain.sections import Breakdown, Hidden, Part, Section
from mentorapp.operations import associations, organisations, outcome_figures, placement_rows
from mentorapp.operations.intention import counts_all
from mentorapp.storage.database import Transaction

Counts: TypeAlias = Mapping[str, int]
#: Breakdown to the figure that is its total.
_TOTALS = {
    "placements.by_end": "placements.ended",
    "outcomes.at_exit": "outcomes.told_at_exit",
    "associations.by_association": "associations.introduced",
}
#: Who answers later is in no earlier quarter: a year is more than its quarters.
_AS_TOLD = frozenset({"outcomes.at_exit"})
#: A share is of the end of this name, and of all that are no extensions.
_SHARES = {
    "placements.to_job": PlacementEnd.JOB,
    "placements.to_education": PlacementEnd.EDUCATION,
    "placements.stopped": PlacementEnd.STOPPED,
}


@counts_all
def tallies_of(tx: Transaction, told: Iterable[Section], today: date) -> list[Tally]:
    """How the breakdowns of ``told`` are counted, for the days of any report."""
    ways = _ways(tx, today)
    return [
        Tally(
            dimension=part.key,
            figure=_TOTALS[part.key],
            groups=tuple(_key(one) for one, _count in part.parts),
            count=_over(ways[part.key]),
            adds_up=part.key not in _AS_TOLD,
            hidden=frozenset(_key(one) for one, count in part.parts if count is None),
        )
        for section in told
        for part in section.breakdowns
        if part.key in _TOTALS
    ]


def held_against(told: Sequence[Section], cells: Cells) -> tuple[Section, ...]:
    """The sections without what the tables and the reports before would give away."""
    return tuple(_held(section, cells) for section in told)


def _held(section: Section, cells: Cells) -> Section:
    parts = tuple(_part(one, cells) for one in section.breakdowns)
    hidden = {
        one
        for part in parts
        if part.key == "placements.by_end"
        for one, n in part.parts
        if n is None
    }
    figures = tuple(
        replace(one, value=Hidden())
        if one.key in _SHARES and not hidden.isdisjoint({_SHARES[one.key], PlacementEnd.EXTENSION})
        else one
        for one in section.figures
    )
    return replace(section, breakdowns=parts, figures=figures)


def _part(part: Breakdown, cells: Cells) -> Breakdown:
    dimension, figure = part.key, _TOTALS.get(part.key, "")
    own = part.key.removeprefix("newcomers.")
    if not figure and own in WHO_CAME:
        dimension, figure = dated(own, cells.view.until), "new_newcomers"
    if not figure:
        return part
    return replace(
        part,
        parts=tuple(
            (
                one,
                count and cells.told.shown.get(cells.view.at(figure, dimension, _key(one)), count),
            )
            for one, count in part.parts
        ),
    )


def _key(part: Part) -> str:
    return str(part.value) if isinstance(part, Enum) else part


def _ways(tx: Transaction, today: date) -> Mapping[str, Callable[[date, date], Counts]]:
    names = dict(organisations.choices(tx))

    def ended(first: date, last: date) -> Counts:
        found = placement_rows.figures(tx, first, last, today).ended
        return {one.value: count for one, count in found.items()}

    def introduced(first: date, last: date) -> Counts:
        found = associations.figures(tx, first, last, today).by_association
        return {names[one]: counts[0] for one, counts in found.items()}

    def at_exit(first: date, last: date) -> Counts:
        found = outcome_figures.figures(tx, first, last, today).at_exit
        return {one.value: count for one, count in found.items()}

    return {
        "placements.by_end": ended,
        "outcomes.at_exit": at_exit,
        "associations.by_association": introduced,
    }


def _over(count: Callable[[date, date], Counts]) -> Callable[[date | None, date], Counts]:
    """None of these is of one day."""
    return lambda first, last: count(first or last, last)
