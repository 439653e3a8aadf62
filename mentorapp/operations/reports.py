"""The figures of periods, for reports and for scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.quarters import Period, Quarter
from mentorapp.domain.sections import parts
from mentorapp.domain.small_numbers import is_small
from mentorapp.domain.statistics import (
    PeriodFigures,
    Share,
)
from mentorapp.domain.statistics import (
    period_figures as count_period,
)
from mentorapp.operations import period_facts
from mentorapp.storage.database import Transaction

#: They tell of those who wait now.
_WAITS = frozenset({"median_wait_days", "longest_wait_days"})


def quarter_figures(tx: Transaction, quarter: Quarter, today: date) -> PeriodFigures:
    """The figures of one quarter. Raises QuarterNotBegun for one that has not begun."""
    return figures_of(tx, [quarter], today)[0]


def figures_as_json(figures: PeriodFigures) -> dict[str, Any]:
    """Every figure by its name; shares as part, base and percent. What the page hides is null."""
    told: dict[str, Any] = {}
    few_wait = is_small(figures.newcomers_waiting)
    for one in fields(PeriodFigures):
        value = getattr(figures, one.name)
        if (few_wait and one.name in _WAITS) or (isinstance(value, Share) and is_small(value.base)):
            told[one.name] = None
        elif isinstance(value, Share):
            told[one.name] = {"part": value.part, "base": value.base, "percent": value.percent}
        elif isinstance(value, Mapping):
            told[one.name] = dict(parts(value).told)
        elif one.name not in {"period", "until", "finished"}:
            told[one.name] = value
    return told


def figures_of(tx: Transaction, periods: Sequence[Period], today: date) -> list[PeriodFigures]:
    """Periods in a row, oldest first. Raises QuarterNotBegun when the last has not begun."""
    if periods[-1].first > today:
        raise QuarterNotBegun(str(periods[-1]))
    facts = period_facts.gather(tx)
    return [count_period(facts, period, today) for period in periods]
