"""The follow-up report and the quarterly report: gather the values, make the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Period, Quarter
from mentorapp.domain.sections import Section, parts
from mentorapp.domain.small_numbers import is_small
from mentorapp.domain.statistics import (
    PeriodFigures,
    Share,
)
from mentorapp.domain.statistics import (
    period_figures as count_period,
)
from mentorapp.operations import offices, period_facts
from mentorapp.operations.sections import sections
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

#: The quarter reported and those before it that stand in the chart.
_QUARTERS = 4
#: They tell of those who wait now.
_WAITS = frozenset({"median_wait_days", "longest_wait_days"})


@dataclass(frozen=True, slots=True)
class QuarterValues:
    """What the quarterly report tells: quarters in a row, the last one is reported."""

    office: Office
    figures: tuple[PeriodFigures, ...]
    today: date
    sections: tuple[Section, ...] = ()


def quarter_figures(tx: Transaction, quarter: Quarter, today: date) -> PeriodFigures:
    """The figures of one quarter. Raises QuarterNotBegun for one that has not begun."""
    return figures_of(tx, [quarter], today)[0]


def quarter_values(tx: Transaction, quarter: Quarter, today: date) -> QuarterValues:
    """The quarter's figures with those of the three before it."""
    quarters = [quarter]
    while len(quarters) < _QUARTERS:
        quarters.insert(0, quarters[0].previous())
    return QuarterValues(
        offices.read(tx),
        tuple(figures_of(tx, quarters, today)),
        today,
        sections(tx, quarter.first, min(quarter.last, today), today),
    )


def quarter_pdf(values: QuarterValues, words: Words) -> bytes:
    """The report as PDF; touches no database."""
    from mentorapp.reports.quarterly import quarterly_report

    return quarterly_report(values.figures, values.office, words, values.today, values.sections)


def quarter_report(tx: Transaction, quarter: Quarter, today: date, words: Words) -> bytes:
    """Gather and make in one go, for the command line."""
    return quarter_pdf(quarter_values(tx, quarter, today), words)


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
